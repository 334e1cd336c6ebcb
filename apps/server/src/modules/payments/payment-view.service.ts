import type { PaymentView } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { readCase, type CaseRef } from '../cases/index.ts'
import { readPayees } from '../claims/index.ts'
import { lastPayment } from './payment.queries.ts'

const STATES = { 'in-run': 'in-run', paid: 'paid', rejected: 'rejected', cancelled: 'waiting' } as const

/** The payment of a case as its page shows it; null when there is nothing to pay. One statement, or up to three. */
export async function paymentOf(db: Db, ref: CaseRef): Promise<z.output<typeof PaymentView> | null> {
  const { regionCode, caseId } = ref
  const last = await lastPayment(db, regionCode, caseId)
  if (!last || (last.state === 'rejected' && (await waitsAgain(db, ref)))) return waiting(db, ref)
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

/** After a rejection the account was corrected: the case is approved again. */
async function waitsAgain(db: Db, ref: CaseRef): Promise<boolean> {
  return (await readCase(db, ref))?.state === 'approved'
}

async function waiting(db: Db, { regionCode, caseId }: CaseRef) {
  const [payee] = await readPayees(db, regionCode, [caseId])
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
