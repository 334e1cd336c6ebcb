import type { CaseSummary } from '@yichuang/contracts'
import { daysLeft, maskName } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { getOffice } from '../organisations/index.ts'
import type { Requester } from './access.ts'
import { orNull } from './case-clock.ts'
import type { CaseRow } from './case-row.ts'
import { calendarOf, rulesOf } from './rules.ts'
import { stateTitle } from './words.ts'

/** What lists show of a case. The person reads their own name whole; staff lists show it masked. No statement of its own. */
export async function summaryOf(db: Db, row: CaseRow, who: Requester): Promise<CaseSummary> {
  const { language, today } = who
  const { item, process } = await rulesOf(row, today)
  const office = await getOffice(db, row.officeId)
  const { calendar } = await calendarOf(row.regionCode, today)
  const { dueOn, decidedOn } = row
  const running = dueOn !== null && decidedOn === null && row.closedOn === null
  const { channel } = row as { channel: CaseSummary['channel'] }
  return {
    caseId: row.caseId,
    regionCode: row.regionCode,
    number: row.number,
    itemId: row.itemId,
    itemName: item.title[language],
    state: row.state,
    stateName: stateTitle(row.state, process)[language],
    channel,
    applicantName: who.caller.kind === 'person' ? row.applicantName : maskName(row.applicantName),
    hospitalName: row.hospitalName,
    total: row.total,
    fund: decidedOn === null && who.caller.kind === 'person' ? null : row.fund,
    officeId: row.officeId,
    officeName: office.name,
    ownerName: row.ownerName,
    handedInOn: row.handedInOn,
    dueOn,
    daysLeft: running ? orNull(() => daysLeft(calendar, dueOn, today)) : null,
    overdue: isOverdue(row, today),
    paused: row.pausedSince !== null,
    version: row.version,
  }
}

/** Past its due day without a decision, or decided after it. */
export function isOverdue(
  row: Pick<CaseRow, 'decidedOn' | 'dueOn' | 'onTime' | 'closedOn'>,
  today: string,
): boolean {
  if (row.decidedOn !== null) return row.onTime === false
  return row.closedOn === null && row.dueOn !== null && row.dueOn < today
}
