import type { Payee } from '@yichuang/contracts'
import { maskBankAccount } from '@yichuang/kernel'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Requester } from '../cases/index.ts'
import { ContentFaulty } from '../cases/index.ts'
import { ACCOUNT, Findings, readPayee } from '../claims/index.ts'
import { findDue, setDueAccount } from '../payments/index.ts'
import type { CorrectionRow } from './correction.queries.ts'
import { around } from './corrections-world.ts'
import { NothingDue } from './corrections.problems.ts'
import { audited } from './propose.service.ts'

/** Gives what a correction pays its account, checked as that of a claim is. */
export async function setPayee(
  db: Db,
  who: Requester,
  regionCode: string,
  row: CorrectionRow,
  payee: z.output<typeof Payee>,
): Promise<void> {
  const found = new Findings(who.language)
  readPayee(found, payee)
  if (found.faults.length > 0) throw ContentFaulty({ faults: found.faults })
  const due = await findDue(db, regionCode, row.correctionId)
  const account = {
    holder: payee.holder.trim(),
    bankName: payee.bankName.trim(),
    accountEnc: around().cipher.encrypt(payee.account, ACCOUNT),
    accountMasked: maskBankAccount(payee.account),
  }
  if (!due || !(await setDueAccount(db, regionCode, due.dueId, account))) throw NothingDue()
  await audited(db, who, row, regionCode, 'correction-account', { account: account.accountMasked })
}
