import { calendarsOf, countedIn, ledgerOf } from './ledger.ts'
import type { CalendarUsed, LedgerDay } from './ledger.ts'
import { pausesInOrder } from './pause.ts'
import type { Pause } from './pause.ts'
import type { PlainDate } from './plain-date.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A promise of a number of working days from the day of acceptance on. */
export interface Term {
  readonly accepted: PlainDate
  /** working days; 0 is done on the spot */
  readonly days: number
  readonly pauses?: readonly Pause[]
}

/** A stretch of time whose working days are counted. */
export interface Span {
  readonly accepted: PlainDate
  readonly until: PlainDate
  readonly pauses?: readonly Pause[]
}

/** When a term ends. `due` is absent while an open pause holds the clock. Plain data: it can be stored with the case. */
export interface Due {
  readonly accepted: PlainDate
  readonly days: number
  readonly due?: PlainDate
  /** working days counted so far; equals `days` when there is a due day */
  readonly counted: number
  /** the open pause that the clock waits for */
  readonly waiting?: Pause
  readonly ledger: readonly LedgerDay[]
  readonly known: PlainDate
  readonly calendars: readonly CalendarUsed[]
}

/** How many working days have passed. */
export interface Elapsed {
  readonly accepted: PlainDate
  readonly until: PlainDate
  readonly days: number
  readonly ledger: readonly LedgerDay[]
  readonly known: PlainDate
  readonly calendars: readonly CalendarUsed[]
}

/**
 * The day a term ends, with the ledger of every day on the way: the n-th working day after the day of acceptance, which
 * itself is not counted (民法典第二百零一条); days of rest are skipped (行政许可法第八十二条), and so is paused time.
 */
export function dueOn(calendar: WorkingCalendar, term: Term): Due {
  assertDays(term.days)
  const pauses = pausesInOrder(term.pauses)
  const due = dueDate(calendar, term)
  const waiting = due === undefined ? pauses.find((pause) => pause.to === undefined) : undefined
  // While the clock stands, its ledger ends with the last day on which it ran.
  const ledger = ledgerOf(calendar, term.accepted, due ?? waiting?.from ?? term.accepted, pauses)
  return {
    accepted: term.accepted,
    days: term.days,
    ...(due !== undefined && { due }),
    counted: countedIn(ledger),
    ...(waiting && { waiting }),
    ledger,
    known: calendar.known,
    calendars: calendarsOf(calendar, ledger),
  }
}

/** Working days d with accepted < d <= until, less the paused ones, with the ledger of every day. */
export function elapsed(calendar: WorkingCalendar, span: Span): Elapsed {
  assertOrder(span)
  const ledger = ledgerOf(calendar, span.accepted, span.until, pausesInOrder(span.pauses))
  return {
    accepted: span.accepted,
    until: span.until,
    days: countedIn(ledger),
    ledger,
    known: calendar.known,
    calendars: calendarsOf(calendar, ledger),
  }
}

/** The due day of `dueOn` without the ledger, for lists and for recomputing many cases; undefined while a pause is open. */
export function dueDate(calendar: WorkingCalendar, term: Term): PlainDate | undefined {
  assertDays(term.days)
  if (term.days === 0) return term.accepted
  let [cursor, left] = [term.accepted, term.days]
  for (const { from, to } of pausesInOrder(term.pauses)) {
    if (from > cursor) {
      const due = calendar.nth(cursor, left, from)
      if (due !== undefined) return due
      left -= calendar.count(cursor, from)
    }
    if (to === undefined) return undefined
    if (to > cursor) cursor = to
  }
  return calendar.nth(cursor, left)
}

/** The days of `elapsed` without the ledger, for lists and statistics. */
export function elapsedDays(calendar: WorkingCalendar, span: Span): number {
  assertOrder(span)
  let [cursor, days] = [span.accepted, 0]
  for (const { from, to } of pausesInOrder(span.pauses)) {
    if (from >= span.until) break
    days += calendar.count(cursor, from)
    if (to === undefined || to >= span.until) return days
    if (to > cursor) cursor = to
  }
  return days + calendar.count(cursor, span.until)
}

/** Working days left until a case is due: 0 on the due day, negative when overdue. */
export function daysLeft(calendar: WorkingCalendar, due: PlainDate, today: PlainDate): number {
  return due < today ? -calendar.count(due, today) : calendar.count(today, due)
}

/** Longer than any term in law; keeps a mistyped number from asking for the calendars of centuries. */
const MOST_DAYS = 10_000

function assertDays(days: number): void {
  if (!Number.isSafeInteger(days) || days < 0 || days > MOST_DAYS)
    throw new RangeError(`“${days}” is not a whole number of working days from 0 to ${MOST_DAYS}`)
}

function assertOrder({ accepted, until }: Span): void {
  if (until < accepted) throw new RangeError(`Time cannot end on ${until}, before it begins on ${accepted}`)
}
