import type { PaymentView } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { payeesOf, type CaseRow } from '../cases/index.ts'
import { lastPayment } from './payment.queries.ts'

const STATES = { 'in-run': 'in-run', paid: 'paid', rejected: 'rejected', cancelled: 'waiting' } as const

/** The payment of a case as its page shows it; null when there is nothing to pay. One statement, or two. */
export async function paymentOf(db: Db, row: CaseRow): Promise<z.output<typeof PaymentView> | null> {
  const last = await lastPayment(db, row.regionCode, row.caseId)
  // After a rejection the account was corrected: the case is approved again.
  const waitsAgain = last?.state === 'rejected' && row.state === 'approved'
  if (!last || waitsAgain) return waiting(db, row)
  return {
    state: STATES[last.state],
    amount: last.amount,
    payeeHolder: last.holder,
    bankName: last.bankName,
    accountMasked: last.accountMasked,
    runNumber: last.runNumber,
    bankReason: last.bankReason,
    paidOn: last.state === 'paid' ? last.bookedOn : null,
  }
}

async function waiting(db: Db, row: CaseRow) {
  const payee = (await payeesOf(db, [row])).get(row.caseId)
  if (!payee || payee.fund === '0.00') return null
  const { fund, holder, bankName, accountMasked } = payee
  return {
    state: 'waiting' as const,
    amount: fund,
    payeeHolder: holder,
    bankName,
    accountMasked: accountMasked ?? '',
    runNumber: null,
    paidOn: null,
    bankReason: null,
  }
}
