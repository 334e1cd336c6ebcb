import type { Payee } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts } from '../cases/index.ts'
import { Findings, maskedContent, plainContent, readPayee, sealedContent } from '../claims/index.ts'
import { around } from './withdrawals-world.ts'
import { readWithdrawal, updateContent } from './withdrawal.queries.ts'

/** Takes another account after the bank rejected the payment; a mask that comes back unchanged keeps the stored number. */
export async function correctPayee(db: Db, at: CaseFacts, payee: z.output<typeof Payee>): Promise<void> {
  const { cipher, blindIndex } = around()
  const row = await readWithdrawal(db, at)
  const kept = payee.account !== '' && payee.account === row.accountMasked
  const account = kept ? plainContent(row, cipher).payee.account : payee.account
  const found = new Findings(at.language)
  readPayee(found, { ...payee, account })
  if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
  await updateContent(db, at, sealedContent({ ...maskedContent(row), payee }, cipher, blindIndex))
}
