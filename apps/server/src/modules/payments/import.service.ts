import { formatYuan, minuteInChina, sumFen, yuan } from '@yichuang/kernel'
import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { lockCases, readersOf, type CaseRow, type Requester } from '../cases/index.ts'
import { send } from '../letters/index.ts'
import { findDue, moveDues } from './due.queries.ts'
import { bookPayments, paymentsOf, runsOfPayments, type Booking } from './payment.queries.ts'
import {
  ReturnFileAlreadyImported,
  ReturnFileFaulty,
  ReturnFileUnreadable,
  RunNotExported,
} from './payments.problems.ts'
import { checkReturn, idsIn, readReturnLines } from './return-file.ts'
import { actOn, audit } from './run.service.ts'
import { findReturnFile, insertReturn, readRun, updateRun } from './run.queries.ts'
import type { PaymentRow, RunRow } from './run-row.ts'

export interface ReturnFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Books what the bank reports on a locked run. The file is checked whole first; nothing is booked when anything in it is
 * wrong. What was paid closes its case; what the bank rejected goes back to a person with the bank's reason. Payments the
 * file does not name stay open for a later one.
 */
export async function importReturn(db: Db, who: Requester, run: RunRow, file: ReturnFile): Promise<RunRow> {
  const { regionCode, runId } = run
  const fileHash = createHash('sha256').update(file.bytes).digest('hex')
  await refuseKnownFile(db, regionCode, fileHash)
  if (run.state !== 'exported' && run.state !== 'settled') throw RunNotExported()
  const lines = readReturnLines(file.bytes)
  if (!lines) throw ReturnFileUnreadable()
  const payments = new Map(
    (await paymentsOf(db, regionCode, runId)).map((payment) => [payment.paymentId, payment]),
  )
  const strangers = idsIn(lines).filter((id) => !payments.has(id))
  const elsewhere = strangers.length === 0 ? [] : await runsOfPayments(db, regionCode, strangers, runId)
  const numbers = new Map(elsewhere.map(({ paymentId, number }) => [paymentId, number]))
  const checked = checkReturn(lines, { payments, otherRun: (id) => numbers.get(id), language: who.language })
  if ('faults' in checked) throw ReturnFileFaulty({ faults: checked.faults })

  const { bookings } = checked
  const booked = await bookPayments(db, regionCode, runId, who.today, bookings)
  if (booked !== bookings.length)
    throw new Error(`Run ${run.number} was booked by somebody else while it was locked`)
  await moveCases(db, who, run, bookings, payments)
  await moveDuesOf(db, who, run, bookings, payments)
  const paid = bookings.filter(({ state }) => state === 'paid')
  const rejected = bookings.filter(({ state }) => state === 'rejected')
  await insertReturn(db, regionCode, fileHash, {
    runId,
    fileName: file.name,
    at: who.at,
    byId: who.actor.id!,
    byName: who.actor.name,
    paid: paid.length,
    rejected: rejected.length,
  })
  await audit(db, who, run, 'import-return-file', { fileHash, paid: paid.length, rejected: rejected.length })
  return updateRun(db, withBooked(run, paid, rejected, payments))
}

async function refuseKnownFile(db: Db, regionCode: string, fileHash: string): Promise<void> {
  const known = await findReturnFile(db, regionCode, fileHash)
  if (!known) return
  const run = await readRun(db, regionCode, known.runId)
  const minute = minuteInChina(known.at).replace('T', ' ')
  throw ReturnFileAlreadyImported({ minute, by: known.byName, number: run?.number ?? '' })
}

async function moveCases(
  db: Db,
  who: Requester,
  run: RunRow,
  bookings: readonly Booking[],
  payments: ReadonlyMap<string, PaymentRow>,
): Promise<void> {
  const byCase = new Map(
    bookings.flatMap((booking) => {
      const { caseId, dueId } = payments.get(booking.paymentId)!
      return caseId === null || dueId !== null ? [] : [[caseId, booking] as const]
    }),
  )
  const cases = await lockCases(db, run.regionCode, [...byCase.keys()])
  for (const row of cases) {
    const { paymentId, state, reason } = byCase.get(row.caseId)!
    const { amount } = payments.get(paymentId)!
    const paid = state === 'paid'
    const moved = await actOn(db, who, row, paid ? 'pay' : 'bank-reject', {
      run: run.number,
      amount,
      ...(!paid && { reason }),
    })
    await tell(db, who, moved, paid ? 'paid' : 'payment-rejected', paid ? { amount } : { reason: reason! })
  }
}

/** What was due beside a case: paid, or waiting for another account with the bank's reason. The person is told. */
async function moveDuesOf(
  db: Db,
  who: Requester,
  { regionCode }: RunRow,
  bookings: readonly Booking[],
  payments: ReadonlyMap<string, PaymentRow>,
): Promise<void> {
  const booked = bookings.flatMap(({ paymentId, state, reason }) => {
    const { dueId, amount, caseId, caseNumber } = payments.get(paymentId)!
    return dueId === null ? [] : [{ dueId, amount, caseId, caseNumber, paid: state === 'paid', reason }]
  })
  await moveDues(
    db,
    regionCode,
    booked.map(({ dueId, paid, reason }) => ({ dueId, state: paid ? 'paid' : 'no-account', reason })),
  )
  for (const { dueId, amount, caseId, caseNumber, paid, reason } of booked) {
    const due = await findDue(db, regionCode, dueId)
    await send(db, {
      regionCode,
      personId: due!.personId,
      caseId,
      kind: paid ? 'due-paid' : 'due-rejected',
      day: who.today,
      at: who.at,
      detail: { number: caseNumber, amount, reason: reason ?? '' },
    })
  }
}

async function tell(
  db: Db,
  who: Requester,
  row: CaseRow,
  kind: 'paid' | 'payment-rejected',
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  const { regionCode, caseId, number } = row
  for (const reader of await readersOf(db, row, who.today))
    await send(db, {
      regionCode,
      personId: reader,
      caseId,
      kind,
      day: who.today,
      at: who.at,
      detail: {
        number: number ?? '',
        ...detail,
      },
    })
}

function withBooked(
  run: RunRow,
  paid: readonly Booking[],
  rejected: readonly Booking[],
  payments: ReadonlyMap<string, PaymentRow>,
): RunRow {
  const more = (total: string, bookings: readonly Booking[]) =>
    formatYuan(
      sumFen([yuan(total), ...bookings.map(({ paymentId }) => yuan(payments.get(paymentId)!.amount))]),
    )
  const paidCount = run.paidCount + paid.length
  const rejectedCount = run.rejectedCount + rejected.length
  return {
    ...run,
    paidCount,
    rejectedCount,
    paidTotal: more(run.paidTotal, paid),
    rejectedTotal: more(run.rejectedTotal, rejected),
    state: paidCount + rejectedCount === run.count ? 'settled' : 'exported',
  }
}
