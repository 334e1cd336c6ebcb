import { formatYuan, sumFen, yearOf, yuan, type Fen } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { newId } from '../../../platform/uuid.ts'
import { record } from '../../audit/index.ts'
import { RunChanged, RunFrozen } from '../../payments/index.ts'
import type { ApplicationRow, FundRow } from '../application-row.ts'
import { bookApplications, lockApprovedOf, nextNumber, putIntoRun } from '../application.queries.ts'
import { fundsOfApplications } from '../part.queries.ts'
import { inOrder, sameFund } from '../sums.ts'
import type { Hand } from '../world.ts'
import { accountsOf, proposalsOf } from './account.queries.ts'
import { cancelPayments, insertPayments, paymentsOf, type NewPayment } from './payment.queries.ts'
import { ClearingRunNotFound, NothingToClear, WithoutAccount } from './run.problems.ts'
import { insertRun, lockRun, readRun, updateRun } from './run.queries.ts'
import type { FundPart, RunRow } from './run-row.ts'

/** A run, locked for what changes it. In a transaction; throws `clearing-run-not-found`. */
export async function lockedRun(db: Db, regionCode: string, runId: string): Promise<RunRow> {
  const run = await lockRun(db, regionCode, runId)
  if (!run) throw ClearingRunNotFound()
  return run
}

/**
 * Groups what is approved into a run, one payment for each institution: of all, or of those named. Who owes more than is
 * due waits until the next run. In a transaction.
 */
export async function createRun(
  db: Db,
  regionCode: string,
  institutionCodes: readonly string[] | undefined,
  by: Hand,
): Promise<RunRow> {
  const approved = await lockApprovedOf(db, regionCode, institutionCodes)
  const due = byInstitution(approved).filter(({ amount }) => amount >= 0)
  if (due.length === 0) throw NothingToClear()
  const payments = await paymentsFor(db, regionCode, due)
  const sequence = await nextNumber(db, regionCode, 'JG', yearOf(by.today))
  const run = {
    runId: newId(),
    number: `JG${regionCode}${yearOf(by.today)}${String(sequence).padStart(4, '0')}`,
    createdOn: by.today,
    createdAt: by.at,
    createdBy: by.actor.name,
    count: payments.length,
    total: formatYuan(sumFen(payments.map(({ amount }) => yuan(amount)))),
  }
  await insertRun(db, regionCode, run)
  await insertPayments(db, regionCode, run.runId, payments)
  const all = due.flatMap(({ applications }, at) =>
    applications.map(({ applicationId }) => ({ applicationId, paymentId: payments[at]!.paymentId })),
  )
  if ((await putIntoRun(db, regionCode, all)) !== all.length)
    throw new Error(`Applications of run ${run.number} changed while they were locked`)
  const { number, count, total } = run
  await audit(db, regionCode, run, 'create-run', { number, count, total }, by)
  return (await readRun(db, regionCode, run.runId))!
}

/** Cancels a run that nobody has sent to the bank; its applications wait again. In a transaction, the run locked. */
export async function cancelRun(
  db: Db,
  regionCode: string,
  run: RunRow,
  version: number,
  by: Hand,
): Promise<RunRow> {
  if (run.version !== version) throw RunChanged({ version: run.version })
  if (run.state !== 'open') throw RunFrozen({ state: STATES[run.state] })
  const payments = await paymentsOf(db, regionCode, run.runId)
  const back = payments.map(({ paymentId }) => ({ paymentId, state: 'approved', reason: null }) as const)
  await bookApplications(db, regionCode, by.today, back)
  await cancelPayments(db, regionCode, run.runId, by.today)
  await audit(db, regionCode, run, 'cancel-run', { number: run.number }, by)
  return updateRun(db, regionCode, { ...run, state: 'cancelled' })
}

/** What waits for payment, institution by institution. */
export interface Due {
  readonly institutionCode: string
  readonly institutionName: string
  readonly applications: readonly ApplicationRow[]
  readonly amount: Fen
}

export function byInstitution(approved: readonly ApplicationRow[]): Due[] {
  return [...Map.groupBy(approved, ({ institutionCode }) => institutionCode)].map(
    ([institutionCode, applications]) => ({
      institutionCode,
      institutionName: applications[0]!.institutionName,
      applications,
      amount: sumFen(applications.map(({ payable }) => yuan(payable))),
    }),
  )
}

async function paymentsFor(db: Db, regionCode: string, due: readonly Due[]): Promise<NewPayment[]> {
  const codes = due.map(({ institutionCode }) => institutionCode)
  const accounts = new Map((await accountsOf(db, regionCode, codes)).map((row) => [row.institutionCode, row]))
  const without = due.filter(({ institutionCode }) => !accounts.has(institutionCode))
  if (without.length > 0) throw await withoutAccount(db, regionCode, without)
  const ids = due.flatMap(({ applications }) => applications.map(({ applicationId }) => applicationId))
  const funds = Map.groupBy(await fundsOfApplications(db, regionCode, ids), (fund) => fund.applicationId)
  return due.map(({ institutionCode, institutionName, applications, amount }, at) => {
    const { holder, bankName, accountEnc, accountMasked } = accounts.get(institutionCode)!
    const parts = partsOf(applications.flatMap(({ applicationId }) => funds.get(applicationId) ?? []))
    // Nothing goes to the bank that the funds do not make up to the fen.
    if (sumFen(parts.map((part) => yuan(part.amount))) !== amount)
      throw new Error(`The funds of ${institutionCode} do not make up ${formatYuan(amount)} yuan`)
    return {
      paymentId: newId(),
      line: at + 1,
      institutionCode,
      institutionName,
      applications: applications.map(({ number }) => number),
      amount: formatYuan(amount),
      funds: parts,
      holder,
      bankName,
      accountEnc,
      accountMasked,
    }
  })
}

async function withoutAccount(db: Db, regionCode: string, without: readonly Due[]) {
  const codes = without.map(({ institutionCode }) => institutionCode)
  const proposed = (await proposalsOf(db, regionCode, codes)).filter(({ state }) => state === 'proposed')
  const waits = new Set(proposed.map(({ institutionCode }) => institutionCode))
  const namesOf = (waiting: boolean) =>
    without.filter((one) => waits.has(one.institutionCode) === waiting).map((one) => one.institutionName)
  return WithoutAccount({ names: namesOf(false), waiting: namesOf(true) })
}

/** What each fund gives, over some applications. */
function partsOf(funds: readonly FundRow[]): FundPart[] {
  const keys = funds.filter((fund, at) => funds.findIndex((other) => sameFund(fund, other)) === at)
  return keys
    .toSorted(inOrder)
    .map(({ insurance, payer }) => {
      const same = funds.filter((fund) => sameFund(fund, { insurance, payer }))
      return { insurance, payer, amount: formatYuan(sumFen(same.map(({ payable }) => yuan(payable)))) }
    })
    .filter(({ amount }) => yuan(amount) !== 0)
}

/** Records an act on a run in the trail. */
export async function audit(
  db: Db,
  regionCode: string,
  { runId }: Pick<RunRow, 'runId'>,
  act: string,
  detail: Readonly<Record<string, unknown>>,
  { actor, at }: Hand,
): Promise<void> {
  await record(db, { regionCode, stream: `run:${runId}`, actor, act, at, detail })
}

const STATES = {
  exported: { zh: '已导出', en: 'exported' },
  settled: { zh: '已结清', en: 'settled' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
} as const
