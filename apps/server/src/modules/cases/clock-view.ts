import type { CaseView } from '@yichuang/contracts'
import {
  CalendarMissing,
  daysLeft,
  describeLedgerDay,
  describePauseReason,
  dueDate,
  dueOn,
  elapsed,
} from '@yichuang/kernel'
import type { PlainDate, WorkingCalendar } from '@yichuang/kernel'
import type { TimeLimit } from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import { citationOf, localeOf } from '../catalogue/index.ts'
import type { Requester } from './access.ts'
import { daysUsed, orNull } from './case-clock.ts'
import type { CaseRow } from './case-row.ts'
import { calendarOf, type CaseRules } from './rules.ts'
import { isOverdue } from './summary.ts'

type ClockView = CaseView['clock']

/** Both terms side by side, what is used and left, pauses, and what keeps a date from being known. */
export async function clockView(
  row: CaseRow,
  rules: CaseRules,
  { today, language }: Requester,
): Promise<Omit<ClockView, 'moved'>> {
  const { calendar } = await calendarOf(row.regionCode, today)
  const { statutory, promised } = rules.item.limits
  const until = row.decidedOn ?? row.closedOn ?? today
  const { dueOn: due, pausedSince } = row
  const open = row.decidedOn === null && row.closedOn === null
  return {
    handedInOn: row.handedInOn,
    acceptedOn: row.acceptedOn,
    statutory: limitView(statutory, row.statutoryDays, row.statutoryDueOn, language),
    promised: limitView(promised, row.promisedDays, promisedDue(row, calendar), language),
    dueOn: due,
    daysUsed: row.usedDays ?? daysUsed(row, until, calendar),
    daysLeft: due !== null && open ? orNull(() => daysLeft(calendar, due, today)) : null,
    overdue: isOverdue(row, today),
    overdueReason: row.overdueReason,
    paused: pausedSince === null ? null : { since: pausedSince, reason: pauseWords(row, language) },
    problem: open ? problemOf(row, calendar, language) : null,
  }
}

/** Every day counted or skipped up to the due day, or up to today while there is none. */
export async function ledgerView(row: CaseRow, { today, language }: Requester) {
  const { acceptedOn: accepted, pauses } = row
  const days = row.promisedDays ?? row.statutoryDays
  if (accepted === null || days === null) return { days: [], calendar: [] }
  const { calendar } = await calendarOf(row.regionCode, today)
  const until = today < accepted ? accepted : today
  const counted =
    orNull(() => dueOn(calendar, { accepted, days, pauses })) ??
    orNull(() => elapsed(calendar, { accepted, until, pauses }))
  if (counted === null) return { days: [], calendar: [] }
  return {
    days: counted.ledger.map((entry) => ({
      day: entry.day,
      counted: entry.nth !== undefined,
      number: entry.nth ?? null,
      why: describeLedgerDay(entry, localeOf(language)),
    })),
    calendar: counted.calendars.map(({ citation }) => citation),
  }
}

function limitView(
  limit: TimeLimit | null,
  stored: number | null,
  due: PlainDate | null,
  language: Language,
) {
  const days = stored ?? (limit?.instant ? 0 : (limit?.workingDays ?? null))
  if (days === null) return null
  return { days, dueOn: due, source: limit?.source ? citationOf(limit.source, language) : null }
}

/** Only the binding day is stored; where the promise is not what binds, it is worked out for the page. */
function promisedDue(row: CaseRow, calendar: WorkingCalendar): PlainDate | null {
  const { acceptedOn: accepted, promisedDays: days, pauses } = row
  if (accepted === null || days === null || row.pausedSince !== null) return null
  return orNull(() => dueDate(calendar, { accepted, days, pauses }))
}

function pauseWords({ pauses }: CaseRow, language: Language): string {
  const reason = pauses.find(({ to }) => to === undefined)?.reason ?? ''
  return describePauseReason(reason)[localeOf(language)]
}

/** Names the calendar that keeps the due day from being known. */
function problemOf(row: CaseRow, calendar: WorkingCalendar, language: Language): string | null {
  const { acceptedOn: accepted, pauses } = row
  const days = row.promisedDays ?? row.statutoryDays
  if (accepted === null || days === null || row.pausedSince !== null || row.dueOn !== null) return null
  try {
    dueDate(calendar, { accepted, days, pauses })
    return null
  } catch (error) {
    if (error instanceof CalendarMissing) return error.sentences[localeOf(language)]
    throw error
  }
}
