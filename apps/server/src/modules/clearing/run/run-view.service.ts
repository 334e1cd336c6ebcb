import type { AccountProposal, ClearingRun } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { approvedApplications } from '../application.queries.ts'
import { newest, nextPlace } from '../places.ts'
import { fundName } from '../words.ts'
import { fundsByOutcome } from './funds.ts'
import { accountsOf, proposalsOf } from './account.queries.ts'
import { paymentsOf } from './payment.queries.ts'
import { ClearingRunNotFound } from './run.problems.ts'
import { readRun, returnsOf, runsBefore } from './run.queries.ts'
import { byInstitution } from './run.service.ts'
import type { AccountRow, ProposalRow, RunRow } from './run-row.ts'

export function runView(regionCode: string, { createdAt: _at, exportedAt, ...run }: RunRow): ClearingRun {
  return { ...run, regionCode, exportedAt: exportedAt?.toISOString() ?? null }
}

/** Runs of a city, newest first. */
export async function listRuns(
  db: Db,
  regionCode: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const rows = await runsBefore(db, regionCode, newest(cursor), limit + 1)
  const next = nextPlace(rows, limit, ({ createdAt, runId }) => [createdAt.toISOString(), runId])
  return { items: rows.slice(0, limit).map((run) => runView(regionCode, run)), next }
}

/** A run with its payments, each fund's part, and the files booked on it. Throws `clearing-run-not-found`. */
export async function wholeRun(db: Db, regionCode: string, runId: string) {
  const run = await readRun(db, regionCode, runId)
  if (!run) throw ClearingRunNotFound()
  const [payments, returns] = [
    await paymentsOf(db, regionCode, run.runId),
    await returnsOf(db, regionCode, run.runId),
  ]
  return {
    ...runView(regionCode, run),
    payments: payments.map(({ runId: _run, accountEnc: _sealed, bookedOn: _day, ...payment }) => ({
      ...payment,
      applications: [...payment.applications],
      funds: payment.funds.map((part) => ({ title: fundName(part).title, amount: part.amount })),
    })),
    funds: fundsByOutcome(payments).map(({ insurance, payer, ...sums }) => ({
      title: fundName({ insurance, payer }).title,
      ...sums,
    })),
    imports: returns.map(({ at, byName, fileName, paid, rejected }) => ({
      fileName,
      paid,
      rejected,
      at: at.toISOString(),
      by: byName,
    })),
  }
}

/** Who reads of accounts, and whether they may decide on what others entered. */
export interface AccountReader {
  readonly id: string | null
  readonly decides: boolean
}

/** Institutions that wait for payment, with what they are due and where it goes. */
export async function payable(db: Db, regionCode: string, reader: AccountReader) {
  const due = byInstitution(await approvedApplications(db, regionCode))
  const codes = due.map(({ institutionCode }) => institutionCode)
  const byCode = <Row extends { institutionCode: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.institutionCode, row]))
  const accounts = byCode(await accountsOf(db, regionCode, codes))
  const proposals = byCode(await proposalsOf(db, regionCode, codes))
  return due.map(({ institutionCode, institutionName, applications, amount }) => {
    const account = accounts.get(institutionCode)
    const proposal = proposals.get(institutionCode)
    return {
      institutionCode,
      institutionName,
      applications: applications.length,
      amount: formatYuan(amount),
      account: account ? accountView(account) : null,
      proposed: proposal ? proposalView(proposal, reader) : null,
    }
  })
}

/** An account as people read it: of the number only its end. */
export const accountView = ({ holder, bankName, accountMasked }: Omit<AccountRow, 'accountEnc'>) => ({
  holder,
  bankName,
  masked: accountMasked,
})

/** What was entered of an account, as somebody reads it. */
export function proposalView(row: ProposalRow, { id, decides }: AccountReader): AccountProposal {
  const { state, decidedByName, reason } = row
  return {
    ...accountView(row),
    proposalId: row.proposalId,
    by: row.proposedByName,
    at: row.proposedAt.toISOString(),
    returned: state === 'returned' ? { by: decidedByName ?? '', reason: reason ?? '' } : null,
    mayDecide: state === 'proposed' && decides && row.proposedBy !== id,
  }
}
