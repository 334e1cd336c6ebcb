import { maskBankAccount, parseBankAccount } from '@yichuang/kernel'
import type { FieldCipher } from '../../../platform/crypto.ts'
import type { Db } from '../../../platform/db.ts'
import { record } from '../../audit/index.ts'
import { InstitutionNotFound } from '../../institutions/index.ts'
import { findHospital } from '../../organisations/index.ts'
import type { Hand } from '../world.ts'
import { putAccount } from './payment.queries.ts'
import { AccountFaulty } from './run.problems.ts'
import { ACCOUNT } from './sealed.queries.ts'

/** Records where an institution of the city is paid; runs made before keep what they have. In a transaction. */
export async function saveAccount(
  db: Db,
  regionCode: string,
  asked: {
    readonly institutionCode: string
    readonly holder: string
    readonly bankName: string
    readonly account: string
  },
  cipher: FieldCipher,
  by: Hand,
) {
  const { institutionCode, holder, bankName } = asked
  const institution = await findHospital(db, institutionCode)
  if (institution?.regionCode !== regionCode) throw InstitutionNotFound()
  const read = parseBankAccount(asked.account)
  if (!read.ok) throw AccountFaulty({ zh: read.fault.sentences['zh-CN'], en: read.fault.sentences.en })
  const digits = read.value.account
  const masked = maskBankAccount(digits)
  const row = {
    institutionCode,
    holder,
    bankName,
    accountEnc: cipher.encrypt(digits, ACCOUNT),
    accountMasked: masked,
  }
  await putAccount(db, regionCode, row, { name: by.actor.name, at: by.at })
  await record(db, {
    regionCode,
    stream: `institution:${institutionCode}`,
    actor: by.actor,
    at: by.at,
    act: 'institution-account',
    detail: { holder, bankName, account: masked },
  })
  return { holder, bankName, masked }
}
