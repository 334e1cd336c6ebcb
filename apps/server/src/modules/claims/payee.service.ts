import type { Payee } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts } from '../cases/index.ts'
import { readClaim, updateContent } from './claim.queries.ts'
import { around } from './claims-world.ts'
import { Findings } from './findings.ts'
import { maskedContent, plainContent, sealedContent } from './open-content.ts'
import { readPayee } from './read-content.ts'

/** Takes another account after the bank rejected the payment; a mask that comes back unchanged keeps the stored number. */
export async function correctPayee(db: Db, at: CaseFacts, payee: z.output<typeof Payee>): Promise<void> {
  const { cipher, blindIndex } = around()
  const row = await readClaim(db, at)
  const kept = payee.account !== '' && payee.account === row.accountMasked
  const account = kept ? plainContent(row, cipher).payee.account : payee.account
  const found = new Findings(at.language)
  readPayee(found, { ...payee, account })
  if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
  await updateContent(db, at, sealedContent({ ...maskedContent(row), payee }, cipher, blindIndex))
}
