import { elapsed } from '@yichuang/kernel'
import { clockOptions, dayOption, readClock, tellCalendars, tellLedger, tellPause } from './clock-options.ts'
import { misused, printJson, readArgs, required } from './command.ts'

export const help = `Working days that have passed since acceptance, less pauses, with a ledger that names every day.

Usage: yichuang elapsed --pack <id> --accepted <day> --until <day> [--known <day>] [--pause <from>..<to>[:<reason>]]…

  --pack      policy pack whose calendar counts, e.g. cn-37-08-jining
  --accepted  day of acceptance; it is not counted itself
  --until     last day that is counted
  --known     the calendar as it was published on this day (default: today in China)
  --pause     as for yichuang due

Example: yichuang elapsed --pack cn-37-08-jining --accepted 2020-01-20 --until 2020-02-10
`

/** `yichuang elapsed`: prints the number of working days and the ledger. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, { ...clockOptions, until: { type: 'string' } })
  const until = dayOption('until', required(values.until, 'until', '2020-02-10'))
  const { pack, calendar, accepted, pauses } = await readClock(values)
  if (until < accepted)
    throw misused(
      'until-before-accepted',
      `--until ${until} 早于 --accepted ${accepted}。请核对两个日期的先后。`,
      `--until ${until} is before --accepted ${accepted}. Check the order of the two days.`,
    )
  const { days, ledger, known, calendars } = elapsed(calendar, { accepted, until, pauses })
  printJson({
    pack,
    accepted,
    until,
    known,
    days,
    pauses: pauses.map(tellPause),
    calendars: tellCalendars(calendars),
    ledger: tellLedger(ledger),
  })
  return 0
}
