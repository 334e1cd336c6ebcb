import { dueOn } from '@yichuang/kernel'
import { clockOptions, readClock, tellCalendars, tellLedger, tellPause } from './clock-options.ts'
import { misused, printJson, readArgs, required } from './command.ts'

export const help = `The day a promise of working days ends, with a ledger that names every day.

Usage: yichuang due --pack <id> --accepted <day> --days <n> [--known <day>] [--pause <from>..<to>[:<reason>]]…

  --pack      policy pack whose calendar counts, e.g. cn-37-08-jining
  --accepted  day of acceptance; it is not counted itself
  --days      working days promised; 0 is done on the spot
  --known     the calendar as it was published on this day (default: today in China)
  --pause     the clock stops after <from> and runs again after <to>; leave out <to> while it still stands.
              reason: supplement (default), hearing, inspection, testing, quarantine, appraisal, expert-review,
              or any words. May be given several times

Example: yichuang due --pack cn-37-08-jining --accepted 2020-01-20 --days 9 --known 2020-01-26
`

/** `yichuang due`: prints the due day (null while a pause is open) and the ledger. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, { ...clockOptions, days: { type: 'string' } })
  const days = wholeDays(required(values.days, 'days', '9'))
  const { pack, calendar, accepted, pauses } = await readClock(values)
  const { due, counted, waiting, ledger, known, calendars } = dueOn(calendar, { accepted, days, pauses })
  printJson({
    pack,
    accepted,
    days,
    known,
    due: due ?? null,
    counted,
    ...(waiting && { waiting: tellPause(waiting) }),
    pauses: pauses.map(tellPause),
    calendars: tellCalendars(calendars),
    ledger: tellLedger(ledger),
  })
  return 0
}

function wholeDays(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw misused(
    'days',
    `--days 的“${text}”不是 0 至 9999 的整数。请写工作日数，例如 --days 9。`,
    `“${text}” in --days is not a whole number from 0 to 9999. Give the working days, e.g. --days 9.`,
  )
}
