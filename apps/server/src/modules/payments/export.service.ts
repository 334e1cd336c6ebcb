import { createHash } from 'node:crypto'
import type { FieldCipher } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'
import type { Requester } from '../cases/index.ts'
import { ACCOUNT } from '../claims/index.ts'
import { bankFile } from './bank-file.ts'
import { paymentsOf } from './payment.queries.ts'
import { RunCancelled } from './payments.problems.ts'
import { audit } from './run.service.ts'
import { updateRun } from './run.queries.ts'
import type { RunRow } from './run-row.ts'

/**
 * The bank file of a locked run: the only place where accounts leave the platform in plain, so each time is audited. The
 * first time freezes the run; later ones give the same bytes.
 */
export async function exportRun(db: Db, who: Requester, run: RunRow, cipher: FieldCipher): Promise<string> {
  if (run.state === 'cancelled') throw RunCancelled()
  const payments = await paymentsOf(db, run.regionCode, run.runId)
  const file = bankFile(
    run,
    payments.map((payment) => ({ ...payment, account: accountOf(cipher, payment.accountEnc) })),
  )
  const fileHash = createHash('sha256').update(file, 'utf8').digest('hex')
  if (run.fileHash !== null && run.fileHash !== fileHash)
    throw new Error(`The bank file of run ${run.number} is no longer the one that was exported`)
  await audit(db, who, run, 'export-bank-file', { number: run.number, count: payments.length, fileHash })
  if (run.state === 'open') await updateRun(db, { ...run, state: 'exported', exportedAt: who.at, fileHash })
  return file
}

function accountOf(cipher: FieldCipher, sealed: Buffer): string {
  // As typed it may have spaces and dashes; the bank takes digits.
  return cipher.decrypt(sealed, ACCOUNT).normalize('NFKC').replace(/\D/g, '')
}
