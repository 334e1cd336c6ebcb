import type { CareKind } from '@yichuang/benefits'
import type { ClaimContent } from '@yichuang/contracts'
import { maskBankAccount, maskPhone, parseBankAccount } from '@yichuang/kernel'
import type { BlindIndex, FieldCipher } from '../../platform/crypto.ts'
import type { SealedContent, SealedField } from './claim.queries.ts'
import type { ClaimRow } from './claim-row.ts'

/** Purposes of the field cipher. A payment keeps the account of its claim as it is, so both have the same purpose. */
export const ACCOUNT = 'payee.account'
export const PHONE = 'claim.phone'

type Sealed = Pick<ClaimRow, 'content' | 'accountEnc' | 'accountMasked' | 'phoneEnc' | 'phoneMasked'>

/** The content as people see it: account and phone masked. */
export function maskedContent({ content, accountMasked, phoneMasked }: Sealed): ClaimContent {
  return withFields(content, accountMasked ?? '', phoneMasked ?? '')
}

/** The content in plain, to be checked; it is shown to nobody. */
export function plainContent({ content, accountEnc, phoneEnc }: Sealed, cipher: FieldCipher): ClaimContent {
  return withFields(
    content,
    accountEnc ? cipher.decrypt(accountEnc, ACCOUNT) : '',
    phoneEnc ? cipher.decrypt(phoneEnc, PHONE) : '',
  )
}

/** What is stored of a content: the rest as JSON, account and phone sealed. */
export function sealedContent(
  content: ClaimContent,
  cipher: FieldCipher,
  blindIndex: BlindIndex,
): SealedContent {
  const { account } = content.payee
  const indexed = accountIndexed(account)
  return {
    json: JSON.stringify(withFields(content, '', '')),
    account: {
      ...sealed(account, ACCOUNT, maskBankAccount, cipher),
      index: indexed === undefined ? null : blindIndex(indexed, ACCOUNT),
    },
    phone: sealed(content.phone, PHONE, maskPhone, cipher),
  }
}

/** What an account is found by: its digits, once they can be read. */
export function accountIndexed(typed: string): string | undefined {
  const read = parseBankAccount(typed)
  return read.ok ? read.value.account : undefined
}

/** Whether a case is of in-patient or out-patient care; the two items differ in nothing else. */
export function kindOf({ itemId }: { readonly itemId: string }): CareKind {
  return itemId.endsWith('.inpatient') ? 'inpatient' : 'outpatient'
}

function sealed(
  typed: string,
  purpose: string,
  mask: (text: string) => string,
  cipher: FieldCipher,
): SealedField {
  if (typed === '') return { typed, sealed: null, masked: null }
  return { typed, sealed: cipher.encrypt(typed, purpose), masked: mask(typed) }
}

function withFields(content: ClaimContent, account: string, phone: string): ClaimContent {
  return { ...content, payee: { ...content.payee, account }, phone }
}
