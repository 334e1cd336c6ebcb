import { CalendarMissing, calendarAsKnown, dueDate, elapsedDays } from '@yichuang/kernel'
import type { CalendarVersion, Pause, PlainDate, WorkingCalendar } from '@yichuang/kernel'
import type { CaseRow } from './case-row.ts'

/** The columns of a case that its clock owns. */
export type ClockFields = Pick<
  CaseRow,
  | 'acceptedOn'
  | 'statutoryDays'
  | 'promisedDays'
  | 'statutoryDueOn'
  | 'dueOn'
  | 'calendarKey'
  | 'pauses'
  | 'pausedSince'
  | 'usedDays'
>

/** Working days as they were known on a day, with a key that changes whenever another notice is in use. */
export interface KnownCalendar {
  readonly calendar: WorkingCalendar
  readonly key: string
}

/** The calendars published on or before a day. */
export function knownOn(versions: readonly CalendarVersion[], day: PlainDate): KnownCalendar {
  const calendar = calendarAsKnown(versions, day)
  return { calendar, key: calendar.versions.map(({ year, document }) => `${year}:${document}`).join(' ') }
}

/** Acceptance: both terms run from this day. A clock that already runs is left alone. */
export function start(
  clock: ClockFields,
  on: PlainDate,
  limits: { readonly statutory: number | null; readonly promised: number | null },
  known: KnownCalendar,
): ClockFields {
  if (clock.acceptedOn !== null) return clock
  const begun = { ...clock, acceptedOn: on, statutoryDays: limits.statutory, promisedDays: limits.promised }
  return withDueDays(begun, known)
}

/** The clock stands from the end of this day on; a clock that does not run, or stands already, is left alone. */
export function pause(clock: ClockFields, on: PlainDate, reason: string): ClockFields {
  if (clock.acceptedOn === null || clock.pausedSince !== null) return clock
  return {
    ...clock,
    pauses: [...clock.pauses, { from: on, reason }],
    pausedSince: on,
    dueOn: null,
    statutoryDueOn: null,
  }
}

/** The clock runs again after this day. */
export function resume(clock: ClockFields, on: PlainDate, known: KnownCalendar): ClockFields {
  if (clock.pausedSince === null) return clock
  // A demonstration day may have been moved back behind the beginning of the pause.
  const close = (open: Pause): Pause => ({ ...open, to: on < open.from ? open.from : on })
  const pauses = clock.pauses.map((entry) => (entry.to === undefined ? close(entry) : entry))
  return withDueDays({ ...clock, pauses, pausedSince: null }, known)
}

/** The answer is given: the working days it took are kept. */
export function stop(clock: ClockFields, on: PlainDate, known: KnownCalendar): ClockFields {
  return clock.acceptedOn === null ? clock : { ...clock, usedDays: daysUsed(clock, on, known.calendar) }
}

/** Both due days anew; null where the clock stands, where there is no term, and where a calendar is missing. */
export function withDueDays(clock: ClockFields, known: KnownCalendar): ClockFields {
  const { acceptedOn, pauses } = clock
  if (acceptedOn === null || clock.pausedSince !== null) return clock
  const due = (days: number | null) =>
    days === null ? null : orNull(() => dueDate(known.calendar, { accepted: acceptedOn, days, pauses }))
  const statutoryDueOn = due(clock.statutoryDays)
  const promisedDueOn = due(clock.promisedDays)
  // The promise binds once it is shorter; a longer one cannot take the statutory term away.
  const binding = [promisedDueOn, statutoryDueOn].filter((day) => day !== null).sort()[0] ?? null
  return { ...clock, statutoryDueOn, dueOn: binding, calendarKey: known.key }
}

/** Working days counted up to a day, or null when a calendar is missing. */
export function daysUsed(
  clock: Pick<ClockFields, 'acceptedOn' | 'pauses'>,
  until: PlainDate,
  calendar: WorkingCalendar,
): number | null {
  const { acceptedOn, pauses } = clock
  if (acceptedOn === null) return null
  if (until < acceptedOn) return 0
  return orNull(() => elapsedDays(calendar, { accepted: acceptedOn, until, pauses }))
}

/** The answer of the calendar, or null when the year it needs is not published: the case goes on without a date. */
export function orNull<T>(answer: () => T | undefined): T | null {
  try {
    return answer() ?? null
  } catch (error) {
    if (error instanceof CalendarMissing) return null
    throw error
  }
}

/** Further away than any due day: a clock that stands is nobody's urgency. */
const NOT_URGENT = '9999-12-31' as PlainDate

/** What lists are ordered by, most urgent first. */
export function urgency(
  row: Pick<
    CaseRow,
    'state' | 'dueOn' | 'pausedSince' | 'handedInOn' | 'acceptedOn' | 'decidedOn' | 'createdOn'
  >,
): PlainDate {
  if (row.state === 'supplementing') return row.dueOn ?? NOT_URGENT
  return row.decidedOn ?? row.dueOn ?? row.acceptedOn ?? row.handedInOn ?? row.createdOn
}
