import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record } from '../audit/index.ts'
import {
  lockCases,
  lockPayable,
  payeesOf,
  perform,
  rulesOf,
  type CaseRow,
  type Requester,
} from '../cases/index.ts'
import { getOffice, officesBelow } from '../organisations/index.ts'
import { lockDues, moveDues, type DueRow } from './due.queries.ts'
import { splitOf } from './funds.ts'
import { cancelPayments, insertPayments, paymentsOf, type NewPayment } from './payment.queries.ts'
import { CasesNotPayable, NothingToPay, RunChanged, RunFrozen } from './payments.problems.ts'
import { insertRun, nextRun, readRun, updateRun } from './run.queries.ts'
import type { RunRow } from './run-row.ts'

/** As many as one bank file takes; the rest waits for the next run. */
const MOST = 5000

/**
 * Groups approved cases of an office and those below it into a run: all that wait, or exactly those named. Whoever comes
 * second to a case waits for the first and then finds it taken. The caller holds the transaction and maps a violation of
 * `payment_once_per_case`.
 */
export async function createRun(
  db: Db,
  who: Requester,
  asked: { readonly officeId: string; readonly caseIds?: readonly string[] | undefined },
): Promise<RunRow> {
  const office = await getOffice(db, asked.officeId)
  const { regionCode } = office
  const wanted = asked.caseIds && [...new Set(asked.caseIds)]
  const offices = await officesBelow(db, office.id)
  const cases = await lockPayable(db, regionCode, offices, wanted, MOST)
  if (wanted && cases.length < wanted.length) {
    const ready = new Set(cases.map(({ caseId }) => caseId))
    throw CasesNotPayable({ caseIds: wanted.filter((id) => !ready.has(id)) })
  }
  // What is due beside the cases goes along whenever finance pays all that waits.
  const dues = wanted ? [] : await lockDues(db, regionCode, offices, MOST - cases.length)
  if (cases.length + dues.length === 0) throw NothingToPay()

  const sequence = await nextRun(db, regionCode, office.code, who.today)
  const number = `${office.code}-${who.today.replaceAll('-', '')}-${String(sequence).padStart(3, '0')}`
  const ofCases = await paymentsFor(db, cases)
  const payments = [...ofCases, ...dues.map((due, index) => paymentOfDue(due, ofCases.length + index + 1))]
  const run = {
    regionCode,
    runId: newId(),
    number,
    officeId: office.id,
    createdOn: who.today,
    createdAt: who.at,
    createdBy: who.actor.id!,
    createdByName: who.actor.name,
    count: payments.length,
    total: formatYuan(sumFen(payments.map(({ amount }) => yuan(amount)))),
  }
  for (const row of cases) await actOn(db, who, row, 'pay-run', { run: number, amount: row.fund })
  await insertRun(db, run)
  await insertPayments(db, regionCode, run.runId, payments)
  await moveDues(
    db,
    regionCode,
    dues.map(({ dueId }) => ({ dueId, state: 'in-run', reason: null })),
  )
  await audit(db, who, run, 'create-run', { number, count: run.count, total: run.total })
  return (await readRun(db, regionCode, run.runId))!
}

/** Cancels a run that nobody has sent to the bank; its cases wait for payment again. */
export async function cancelRun(db: Db, who: Requester, run: RunRow, version: number): Promise<RunRow> {
  if (run.version !== version) throw RunChanged({ version: run.version })
  if (run.state !== 'open') throw RunFrozen({ state: STATES[run.state] })
  const payments = await paymentsOf(db, run.regionCode, run.runId)
  const cases = await lockCases(
    db,
    run.regionCode,
    payments.flatMap(({ caseId, dueId }) => (caseId === null || dueId !== null ? [] : [caseId])),
  )
  for (const row of cases)
    await actOn(db, who, row, 'cancel-run', { run: run.number, reason: `拨付批次 ${run.number} 已撤销` })
  await cancelPayments(db, run.regionCode, run.runId, who.today)
  const dues = payments.flatMap(({ dueId }) => dueId ?? [])
  await moveDues(
    db,
    run.regionCode,
    dues.map((dueId) => ({ dueId, state: 'waiting', reason: null })),
  )
  await audit(db, who, run, 'cancel-run', { number: run.number })
  return updateRun(db, { ...run, state: 'cancelled' })
}

/** An act of finance on a case that is locked already. One statement. */
export async function actOn(
  db: Db,
  who: Requester,
  row: CaseRow,
  act: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<CaseRow> {
  const rules = await rulesOf(row, who.today)
  return perform(db, { row, rules }, { act, actor: who.actor, as: ['finance'], at: who.at, detail })
}

/** Records an act on a run in the trail. */
export async function audit(
  db: Db,
  who: Requester,
  { regionCode, runId }: Pick<RunRow, 'regionCode' | 'runId'>,
  act: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await record(db, { regionCode, stream: `run:${runId}`, actor: who.actor, act, at: who.at, detail })
}

async function paymentsFor(db: Db, cases: readonly CaseRow[]): Promise<NewPayment[]> {
  const byCase = await payeesOf(db, cases)
  return cases.map(({ caseId, number, fund }, index) => {
    const payee = byCase.get(caseId)
    // What is paid is what was decided; the case row only shows it.
    if (!payee?.accountEnc || payee.fund !== fund)
      throw new Error(`Case ${caseId} is approved without an account, or for another amount than it shows`)
    // Nothing goes to the bank that the funds do not make up to the fen.
    splitOf({ amount: payee.fund, payers: payee.payers ?? null })
    return {
      paymentId: newId(),
      line: index + 1,
      caseId,
      dueId: null,
      caseNumber: number ?? '',
      amount: payee.fund,
      payers: payee.payers ?? null,
      holder: payee.holder,
      bankName: payee.bankName,
      accountEnc: payee.accountEnc,
      accountMasked: payee.accountMasked ?? '',
    }
  })
}

function paymentOfDue(due: DueRow, line: number): NewPayment {
  const { dueId, caseId, number, amount, payers, holder, bankName, accountEnc, accountMasked } = due
  if (holder === null || accountEnc === null)
    throw new Error(`Due ${dueId} waits for payment without an account`)
  splitOf({ amount, payers })
  return {
    paymentId: newId(),
    line,
    caseId,
    dueId,
    caseNumber: number,
    amount,
    payers,
    holder,
    bankName: bankName ?? '',
    accountEnc,
    accountMasked: accountMasked ?? '',
  }
}

const STATES = {
  exported: { zh: '已导出', en: 'exported' },
  settled: { zh: '已结清', en: 'settled' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
} as const
