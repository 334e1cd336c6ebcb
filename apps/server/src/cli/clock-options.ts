import {
  calendarAsKnown,
  dayInChina,
  describeLedgerDay,
  describePauseReason,
  parsePlainDate,
} from '@yichuang/kernel'
import type { CalendarUsed, LedgerDay, Pause, PlainDate, WorkingCalendar } from '@yichuang/kernel'
import { calendarVersions } from '@yichuang/policy'
import { misused, required } from './command.ts'
import { packNamed } from './pack-named.ts'

/** Options that `due` and `elapsed` share. */
export const clockOptions = {
  pack: { type: 'string' },
  accepted: { type: 'string' },
  known: { type: 'string' },
  pause: { type: 'string', multiple: true },
} as const

interface ClockValues {
  readonly pack?: string
  readonly accepted?: string
  readonly known?: string
  readonly pause?: readonly string[]
}

/** The calendar of the pack as known on `--known` (today in China when left out), the day of acceptance and the pauses. */
export async function readClock(values: ClockValues): Promise<{
  readonly pack: string
  readonly calendar: WorkingCalendar
  readonly accepted: PlainDate
  readonly pauses: readonly Pause[]
}> {
  const accepted = dayOption('accepted', required(values.accepted, 'accepted', '2020-01-20'))
  const known = values.known === undefined ? dayInChina(new Date()) : dayOption('known', values.known)
  const pauses = (values.pause ?? []).map(readPause)
  const pack = await packNamed(required(values.pack, 'pack', 'cn-37-08-jining'))
  return { pack: pack.id, calendar: calendarAsKnown(calendarVersions(pack), known), accepted, pauses }
}

/** A day given as an option. */
export function dayOption(option: string, text: string): PlainDate {
  const day = parsePlainDate(text)
  if (day !== undefined) return day
  throw misused(
    'day',
    `--${option} 的“${text}”不是真实存在的日期。请写成 YYYY-MM-DD，例如 2020-01-20。`,
    `“${text}” in --${option} is not a day that exists. Write YYYY-MM-DD, e.g. 2020-01-20.`,
  )
}

/** The ledger with its sentences in both languages. */
export function tellLedger(ledger: readonly LedgerDay[]) {
  return ledger.map((entry) => ({
    ...entry,
    zh: describeLedgerDay(entry, 'zh-CN'),
    en: describeLedgerDay(entry, 'en'),
  }))
}

/** A pause with its reason in both languages. */
export function tellPause(pause: Pause) {
  const { 'zh-CN': zh, en } = describePauseReason(pause.reason)
  return { ...pause, zh, en }
}

/** The calendars behind an answer, as people cite them. */
export function tellCalendars(calendars: readonly CalendarUsed[]) {
  return calendars.map(({ year, published, citation }) => ({ year, published, citation }))
}

/** `from..to`, or `from..` while the clock still stands; `:reason` may follow. */
function readPause(text: string): Pause {
  const [, from = '', to = '', reason = 'supplement'] = /^([^.:]*)\.\.([^.:]*)(?::(.+))?$/.exec(text) ?? []
  if (from === '')
    throw misused(
      'pause',
      `--pause 的“${text}”写法不对。请写成 起始日..恢复日，例如 2020-01-21..2020-01-23；尚未恢复的写 2020-01-21..。`,
      `“${text}” in --pause is not written right. Write from..to, e.g. 2020-01-21..2020-01-23; leave out the second day while the clock stands.`,
    )
  const pause = { from: dayOption('pause', from), reason, ...(to !== '' && { to: dayOption('pause', to) }) }
  if (pause.to !== undefined && pause.to < pause.from)
    throw misused(
      'pause-order',
      `--pause 的恢复日 ${pause.to} 早于暂停日 ${pause.from}。请核对两个日期的先后。`,
      `The pause ends on ${pause.to}, before it begins on ${pause.from}. Check the order of the two days.`,
    )
  return pause
}
