import type { getRun, PaymentRun } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { CursorUnreadable } from '../cases/index.ts'
import { getOffice, officesBelow } from '../organisations/index.ts'
import { formatYuan } from '@yichuang/kernel'
import { sumDues } from './due.queries.ts'
import { fundSums } from './funds.ts'
import { paymentsOf } from './payment.queries.ts'
import { lockRun, readRun, returnsOf, runsOf } from './run.queries.ts'
import type { RunRow } from './run-row.ts'

export async function runView(db: Db, run: RunRow): Promise<PaymentRun> {
  const { name } = await getOffice(db, run.officeId)
  const { createdAt: _, createdBy: _by, createdByName, exportedAt, ...rest } = run
  return {
    ...rest,
    officeName: name,
    createdBy: createdByName,
    exportedAt: exportedAt?.toISOString() ?? null,
  }
}

/** A run with its payments, line by line, and the files that were booked on it. */
export async function wholeRun(
  db: Db,
  run: RunRow,
): Promise<z.output<NonNullable<(typeof getRun)['reply']>>> {
  const [view, payments, returns] = await Promise.all([
    runView(db, run),
    paymentsOf(db, run.regionCode, run.runId),
    returnsOf(db, run.regionCode, run.runId),
  ])
  return {
    ...view,
    payments: payments.map(
      ({ paymentId, caseId, caseNumber, holder, bankName, accountMasked, amount, state, bankReason }) => ({
        paymentId,
        caseId,
        caseNumber,
        holder,
        bankName,
        accountMasked,
        amount,
        state,
        bankReason,
      }),
    ),
    funds: fundSums(payments).map(({ payer, title, ...sums }) => ({
      payer,
      title,
      total: formatYuan(sums.total),
      paid: formatYuan(sums.paid),
      rejected: formatYuan(sums.rejected),
    })),
    imports: returns.map(({ at, byName, fileName, paid, rejected }) => ({
      at: at.toISOString(),
      by: byName,
      fileName,
      paid,
      rejected,
    })),
  }
}

/** Runs of an office and those below it, newest first. */
export async function listRuns(
  db: Db,
  query: { readonly officeId: string; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: PaymentRun[]; next: string | null }> {
  const { regionCode } = await getOffice(db, query.officeId)
  const offices = await officesBelow(db, query.officeId)
  const rows = await runsOf(db, regionCode, offices, placeOf(query.cursor), query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  const items: PaymentRun[] = []
  for (const run of page) items.push(await runView(db, run))
  return { items, next: last ? cursorOf(last) : null }
}

const NEWEST = { at: new Date('9999-01-01T00:00:00Z'), runId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

function cursorOf({ createdAt, runId }: RunRow): string {
  return Buffer.from(`${createdAt.toISOString()} ${runId}`, 'utf8').toString('base64url')
}

function placeOf(cursor: string | undefined): { readonly at: Date; readonly runId: string } {
  if (cursor === undefined) return NEWEST
  const [at = '', runId = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  if (Number.isNaN(Date.parse(at)) || !UUID.test(runId)) throw CursorUnreadable()
  return { at: new Date(at), runId }
}
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** A run by its id; with `lock` nobody else may change it before the transaction ends. */
export function findRun(db: Db, runId: string, lock = false): Promise<RunRow | undefined> {
  return (lock ? lockRun : readRun)(db, db.regionCode ?? '', runId)
}

/** What the next run of an office takes along beside its cases: how many, and their sum in yuan. */
export async function duesBelow(db: Db, officeId: string) {
  return sumDues(db, db.regionCode!, await officesBelow(db, officeId))
}
