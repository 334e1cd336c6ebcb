import { auditJson } from '@yichuang/benefits'
import { formatYuan, yearOf, ZERO_FEN } from '@yichuang/kernel'
import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { lockCases, note, payeesOf, type Requester } from '../cases/index.ts'
import { bookWholeYear } from '../claims/index.ts'
import { addDue, type DueAccount } from '../payments/index.ts'
import { lockAccounts } from '../personal-accounts/index.ts'
import { markCorrected } from '../settlement/index.ts'
import { bookAccounts } from './accounts.ts'
import { lockCorrection, nextNumber, writeDecision, type CorrectionRow } from './correction.queries.ts'
import {
  CorrectionDecided,
  CorrectionNotFound,
  FiguresChanged,
  OwnCorrection,
} from './corrections.problems.ts'
import { difference, sameFigures, totalsOf } from './figures.ts'
import { issueCorrection } from './letter.ts'
import { audited, openSubject, recalculated, type Recalculated } from './propose.service.ts'
import { appendEntry, findRecovery, insertRecovery } from './recovery.queries.ts'
import { insertVersions } from './version.queries.ts'
import { subjectOf } from './views.ts'
import { personYear } from './year.ts'

export interface Decided {
  readonly version: number
  readonly outcome: 'approve' | 'reject'
  readonly reason: string
}

/**
 * Approves or rejects a correction that somebody else proposed. To approve, the year is locked and worked out once more:
 * figures that are no longer those proposed are not booked. What was decided stays as it is; each decision that differs
 * gets a version, the year is that of the versions, and the money goes the ordinary ways.
 */
export async function decide(
  db: Db,
  who: Requester,
  regionCode: string,
  correctionId: string,
  { version, outcome, reason }: Decided,
): Promise<CorrectionRow> {
  const row = await lockCorrection(db, regionCode, correctionId)
  if (!row) throw CorrectionNotFound()
  if (row.state !== 'proposed' || row.version !== version) throw CorrectionDecided()
  if (row.proposedBy === who.actor.id && outcome === 'approve') throw OwnCorrection()
  const approved = outcome === 'approve'
  if (approved) await book(db, who, regionCode, row)
  await writeDecision(db, regionCode, correctionId, {
    state: approved ? 'approved' : 'rejected',
    on: who.today,
    by: who.actor.id!,
    byName: who.actor.name,
    reason,
  })
  await audited(db, who, row, regionCode, approved ? 'correction-approved' : 'correction-rejected', {
    ...(reason && { reason }),
  })
  return (await lockCorrection(db, regionCode, correctionId))!
}

async function book(db: Db, who: Requester, regionCode: string, row: CorrectionRow): Promise<void> {
  const subject = subjectOf(row)
  const { of } = await openSubject(db, regionCode, subject)
  const idsOf = (kind: 'case' | 'settlement') =>
    row.figures.flatMap((figure) => (figure.subject.kind === kind ? [figure.subject.id] : []))
  // Settlements before the year, as whoever takes one back locks them.
  await markCorrected(db, regionCode, idsOf('settlement'), row.correctionId)
  const year = await personYear(db, of, true)
  const parts = year.entries.flatMap(({ standing }) => standing.accounts ?? [])
  if (parts.length > 0)
    await lockAccounts(
      db,
      regionCode,
      parts.map(({ personId }) => personId),
    )
  const now = await recalculated(db, year, subject, row.change, who)
  if (!sameFigures(row.figures, now.figures)) throw FiguresChanged()
  await insertVersions(db, regionCode, { correctionId: row.correctionId, at: who.at }, versionsOf(now))
  await bookWholeYear(db, of, now.after)
  await bookAccounts(db, regionCode, now.figures, who.today)
  await noteCases(db, who, regionCode, row, idsOf('case'))
  await owe(db, who, regionCode, row)
  const recovery = await demand(db, who, regionCode, row)
  await issueCorrection(db, who, regionCode, row, recovery)
}

function versionsOf({ figures, traces }: Recalculated) {
  return figures.map(({ subject, after: standing }, at) => {
    const trace = traces[at] ? auditJson(traces[at]) : null
    const traceHash = trace === null ? null : createHash('sm3').update(trace, 'utf8').digest('hex')
    return { subject, standing, trace, traceHash }
  })
}

/** The event stands in the chain of each case; the case itself, its decision and its figures stay. */
async function noteCases(
  db: Db,
  who: Requester,
  regionCode: string,
  row: CorrectionRow,
  caseIds: readonly string[],
): Promise<void> {
  for (const one of await lockCases(db, regionCode, caseIds)) {
    const figure = row.figures.find(({ subject }) => subject.id === one.caseId)!
    const detail = {
      correction: row.number,
      before: figure.before.fund,
      fund: figure.after.fund,
      reason: row.reason,
    }
    await note(db, one, { act: 'corrected', actor: who.actor, at: who.at, detail })
  }
}

/** What the person gets more goes with the next run: to the account of the claim, or one that has still to be given. */
async function owe(db: Db, who: Requester, regionCode: string, row: CorrectionRow): Promise<void> {
  const { toPay, payBy } = totalsOf(row.figures)
  if (toPay === ZERO_FEN) return
  const more = row.figures.filter((figure) => difference(figure) > 0)
  const paid = [subjectOf(row), ...more.map(({ subject }) => subject)].find(({ kind }) => kind === 'case')
  const due = {
    dueId: row.correctionId,
    officeId: row.officeId,
    personId: row.personId,
    caseId: paid?.id ?? null,
    number: row.number,
    amount: formatYuan(toPay),
    payers: payBy as Record<string, string>,
    createdOn: who.today,
  }
  await addDue(db, regionCode, due, paid && (await accountOf(db, regionCode, paid.id)))
}

async function accountOf(db: Db, regionCode: string, caseId: string): Promise<DueAccount | undefined> {
  const payee = (await payeesOf(db, await lockCases(db, regionCode, [caseId]))).get(caseId)
  if (!payee?.accountEnc) return undefined
  const { holder, bankName, accountEnc, accountMasked } = payee
  return { holder, bankName, accountEnc, accountMasked: accountMasked ?? '' }
}

/** What was paid too much becomes a recovery; who approved it owns it until it is handed over. */
async function demand(
  db: Db,
  who: Requester,
  regionCode: string,
  row: CorrectionRow,
): Promise<{ readonly number: string; readonly owner: string } | undefined> {
  const { toRecover, recoverBy } = totalsOf(row.figures)
  if (toRecover === ZERO_FEN) return undefined
  const { id, name } = who.actor
  const recovery = {
    recoveryId: newId(),
    correctionId: row.correctionId,
    number: await nextNumber(db, regionCode, 'ZH', yearOf(who.today)),
    officeId: row.officeId,
    personId: row.personId,
    amount: formatYuan(toRecover),
    payers: recoverBy as Record<string, string>,
    ownerId: id!,
    ownerName: name,
    openedOn: who.today,
  }
  await insertRecovery(db, regionCode, recovery)
  await appendEntry(db, regionCode, (await findRecovery(db, regionCode, recovery.recoveryId))!, {
    kind: 'opened',
    day: who.today,
    amount: recovery.amount,
    payers: recovery.payers,
    plan: null,
    note: row.number,
    byId: id!,
    byName: name,
    at: who.at,
  })
  return { number: recovery.number, owner: name }
}
