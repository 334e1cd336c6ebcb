import { formatYuan, minuteInChina, sumFen, yuan } from '@yichuang/kernel'
import { createHash } from 'node:crypto'
import type { FieldCipher } from '../../../platform/crypto.ts'
import type { Db } from '../../../platform/db.ts'
import type { Language } from '../../../platform/problem.ts'
import {
  checkReturn,
  idsIn,
  readReturnLines,
  ReturnFileAlreadyImported,
  ReturnFileFaulty,
  ReturnFileUnreadable,
  RunCancelled,
  RunNotExported,
  writeBankFile,
  type Booking,
} from '../../payments/index.ts'
import { bookApplications } from '../application.queries.ts'
import { fundName } from '../words.ts'
import type { Hand } from '../world.ts'
import { fundsOfRun } from './funds.ts'
import { bookPayments, paymentsOf, runsOfPayments } from './payment.queries.ts'
import { findReturnFile, insertReturn, readRun, updateRun } from './run.queries.ts'
import type { FundPart, PaymentRow, RunRow } from './run-row.ts'
import { audit } from './run.service.ts'
import { ACCOUNT } from './sealed.queries.ts'

/**
 * The bank file of a locked run, with accounts in plain, so each time is audited. The first time freezes the run and books
 * what comes to nothing: there the bank has nothing to do. Later ones give the same bytes.
 */
export async function exportRun(
  db: Db,
  regionCode: string,
  run: RunRow,
  cipher: FieldCipher,
  by: Hand,
): Promise<string> {
  if (run.state === 'cancelled') throw RunCancelled()
  const payments = await paymentsOf(db, regionCode, run.runId)
  const rows = payments
    .filter(({ amount }) => yuan(amount) > 0)
    .map((payment) => ({
      ...payment,
      account: cipher.decrypt(payment.accountEnc, ACCOUNT),
      about: payment.applications.join(' '),
      funds: fundWords(payment.funds),
    }))
  const file = writeBankFile(run.number, rows, fundWords(fundsOfRun(payments)))
  const fileHash = createHash('sha256').update(file, 'utf8').digest('hex')
  if (run.fileHash !== null && run.fileHash !== fileHash)
    throw new Error(`The bank file of run ${run.number} is no longer the one that was exported`)
  await audit(
    db,
    regionCode,
    run,
    'export-bank-file',
    { number: run.number, count: rows.length, fileHash },
    by,
  )
  if (run.state !== 'open') return file
  const even = payments.filter(({ amount }) => yuan(amount) === 0)
  const done = even.map(({ paymentId }) => ({ paymentId, state: 'paid', reason: null }) as const)
  const exported = { ...run, state: 'exported', exportedAt: by.at, fileHash } as const
  await updateRun(db, regionCode, await booked(db, regionCode, exported, done, payments, by))
  return file
}

/**
 * Books what the bank reports on a locked run, the whole file or nothing. What the bank rejected waits again with the bank's
 * reason until the account is mended.
 */
export async function importReturn(
  db: Db,
  regionCode: string,
  run: RunRow,
  file: { readonly name: string; readonly bytes: Uint8Array },
  by: Hand & { readonly language: Language },
): Promise<RunRow> {
  const fileHash = createHash('sha256').update(file.bytes).digest('hex')
  await refuseKnownFile(db, regionCode, fileHash)
  if (run.state !== 'exported' && run.state !== 'settled') throw RunNotExported()
  const lines = readReturnLines(file.bytes)
  if (!lines) throw ReturnFileUnreadable()
  const all = await paymentsOf(db, regionCode, run.runId)
  const payments = new Map(all.map((payment) => [payment.paymentId, payment]))
  const strangers = idsIn(lines).filter((id) => !payments.has(id))
  const elsewhere = strangers.length === 0 ? [] : await runsOfPayments(db, regionCode, strangers, run.runId)
  const numbers = new Map(elsewhere.map(({ paymentId, number }) => [paymentId, number]))
  const checked = checkReturn(lines, { payments, otherRun: (id) => numbers.get(id), language: by.language })
  if ('faults' in checked) throw ReturnFileFaulty({ faults: checked.faults })
  const { bookings } = checked
  const after = await booked(db, regionCode, run, bookings, all, by)
  const [paid, rejected] = (['paid', 'rejected'] as const).map(
    (state) => bookings.filter((booking) => booking.state === state).length,
  ) as [number, number]
  const said = { runId: run.runId, fileName: file.name, at: by.at, byName: by.actor.name }
  await insertReturn(db, regionCode, fileHash, { ...said, paid, rejected })
  await audit(db, regionCode, run, 'import-return-file', { fileHash, paid, rejected }, by)
  return updateRun(db, regionCode, after)
}

async function refuseKnownFile(db: Db, regionCode: string, fileHash: string): Promise<void> {
  const known = await findReturnFile(db, regionCode, fileHash)
  if (!known) return
  const run = await readRun(db, regionCode, known.runId)
  const minute = minuteInChina(known.at).replace('T', ' ')
  throw ReturnFileAlreadyImported({ minute, by: known.byName, number: run?.number ?? '' })
}

/** Books payments and the applications behind them; the run with its new sums, to be stored. */
async function booked(
  db: Db,
  regionCode: string,
  run: RunRow,
  bookings: readonly Booking[],
  payments: readonly PaymentRow[],
  by: Hand,
): Promise<RunRow> {
  if ((await bookPayments(db, regionCode, run.runId, by.today, bookings)) !== bookings.length)
    throw new Error(`Run ${run.number} was booked by somebody else while it was locked`)
  const applications = bookings.map(({ paymentId, state, reason }) => ({
    paymentId,
    state: state === 'paid' ? ('paid' as const) : ('approved' as const),
    reason,
  }))
  await bookApplications(db, regionCode, by.today, applications)
  const amounts = new Map(payments.map(({ paymentId, amount }) => [paymentId, yuan(amount)]))
  const sum = (state: Booking['state']) => {
    const some = bookings.filter((booking) => booking.state === state)
    return { count: some.length, total: sumFen(some.map(({ paymentId }) => amounts.get(paymentId)!)) }
  }
  const [paid, rejected] = [sum('paid'), sum('rejected')]
  const paidCount = run.paidCount + paid.count
  const rejectedCount = run.rejectedCount + rejected.count
  return {
    ...run,
    paidCount,
    rejectedCount,
    paidTotal: formatYuan(sumFen([yuan(run.paidTotal), paid.total])),
    rejectedTotal: formatYuan(sumFen([yuan(run.rejectedTotal), rejected.total])),
    state: paidCount + rejectedCount === run.count ? 'settled' : run.state,
  }
}

const fundWords = (parts: readonly FundPart[]) =>
  parts.map((part) => `${fundName(part).title.zh} ${part.amount}`).join('；')
