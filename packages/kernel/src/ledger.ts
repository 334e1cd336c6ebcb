import type { Locale, Sentences } from './fault.ts'
import { describePauseReason } from './pause.ts'
import type { Pause } from './pause.ts'
import { addDays, weekday } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'
import type { DayKind, WorkingCalendar } from './working-calendar.ts'

/** One day of a ledger: counted as the `nth`, or skipped, and why. `describeLedgerDay` makes the sentence. */
export interface LedgerDay {
  readonly day: PlainDate
  readonly why: 'acceptance' | 'counted' | 'make-up' | 'weekend' | 'holiday' | 'paused'
  readonly nth?: number
  /** `name` and `citation` of a holiday or make-up day, `reason` of a pause */
  readonly values: Readonly<Record<string, string>>
}

/** A version of a calendar that a ledger rests on. */
export interface CalendarUsed {
  readonly year: number
  readonly published: PlainDate
  readonly document: string
  readonly citation: string
}

/** Every day after `accepted` up to `until`, counted or skipped, behind a first row for the day of acceptance. */
export function ledgerOf(
  calendar: WorkingCalendar,
  accepted: PlainDate,
  until: PlainDate,
  pauses: readonly Pause[],
): readonly LedgerDay[] {
  const ledger: LedgerDay[] = [{ day: accepted, why: 'acceptance', values: {} }]
  let nth = 0
  for (let day = addDays(accepted, 1); day <= until; day = addDays(day, 1)) {
    const pause = pauses.find(({ from, to }) => from < day && (to === undefined || day <= to))
    // A pause is asked before the calendar: it may reach into a year whose calendar is not out yet.
    if (pause) ledger.push({ day, why: 'paused', values: { reason: pause.reason } })
    else {
      const kind = calendar.kind(day)
      ledger.push(entry(day, kind, kind.working ? ++nth : undefined))
    }
  }
  return ledger
}

/** Days counted in a ledger. */
export function countedIn(ledger: readonly LedgerDay[]): number {
  return ledger.findLast((entry) => entry.nth !== undefined)?.nth ?? 0
}

/** The calendar versions that say what the days of a ledger are. */
export function calendarsOf(
  calendar: WorkingCalendar,
  ledger: readonly LedgerDay[],
): readonly CalendarUsed[] {
  const asked = ledger.filter(({ why }) => why !== 'acceptance' && why !== 'paused')
  const documents = new Set(asked.map(({ day }) => calendar.kind(day).document))
  return calendar.versions
    .filter((version) => documents.has(version.document))
    .map(({ year, published, document, citation }) => ({ year, published, document, citation }))
}

/** The sentence for one day of a ledger, e.g. `2020-01-19 周日 调休上班，第 2 个工作日（国办发明电〔2019〕16号）`. */
export function describeLedgerDay(entry: LedgerDay, locale: Locale): string {
  const { name = '', citation = '', reason = '' } = entry.values
  const nth = String(entry.nth ?? '')
  const words = {
    nth,
    name,
    citation,
    law: lawOn(entry.day)[locale],
    reason: describePauseReason(reason)[locale],
  }
  return `${entry.day} ${WEEKDAYS[locale][weekday(entry.day)]} ${SAYS[locale][entry.why](words)}`
}

type Words = Readonly<Record<'nth' | 'name' | 'citation' | 'law' | 'reason', string>>

const WEEKDAYS = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

const SAYS: Record<Locale, Record<LedgerDay['why'], (words: Words) => string>> = {
  'zh-CN': {
    acceptance: ({ law }) => `受理当日，不计入期限（${law}第二百零一条）`,
    counted: ({ nth }) => `工作日，第 ${nth} 个工作日`,
    'make-up': ({ nth, citation }) => `调休上班，第 ${nth} 个工作日（${citation}）`,
    weekend: () => '休息日，不计入',
    holiday: ({ name, citation }) => `${name}放假，不计入（${citation}）`,
    paused: ({ reason }) => `暂停计时（${reason}），不计入`,
  },
  en: {
    acceptance: ({ law }) => `day of acceptance, not counted (${law}, article 201)`,
    counted: ({ nth }) => `working day, number ${nth}`,
    'make-up': ({ nth, citation }) =>
      `weekend day worked in exchange, working day number ${nth} (${citation})`,
    weekend: () => 'weekend, not counted',
    holiday: ({ name, citation }) => `${name} holiday, not counted (${citation})`,
    paused: ({ reason }) => `clock paused (${reason}), not counted`,
  },
}

/** The Civil Code took over the article, number and all, on 2021-01-01 from 民法总则, in force since 2017-10-01. */
function lawOn(day: PlainDate): Sentences {
  return day < '2021-01-01'
    ? { 'zh-CN': '《民法总则》', en: 'General Provisions of the Civil Law' }
    : { 'zh-CN': '《民法典》', en: 'Civil Code' }
}

function entry(day: PlainDate, kind: DayKind, nth: number | undefined): LedgerDay {
  const named = kind.kind === 'holiday' || kind.kind === 'make-up'
  return {
    day,
    why: kind.kind === 'work' ? 'counted' : kind.kind,
    ...(nth !== undefined && { nth }),
    values: named ? { ...(kind.name && { name: kind.name }), citation: kind.citation } : {},
  }
}
