import { sealedField } from '../../../platform/rotate/index.ts'

/** Of the cipher, for accounts of institutions. */
export const ACCOUNT = 'institution.account'

/** What is kept encrypted of the accounts of institutions, for whoever changes the keys. */
export const sealedAccounts = [
  sealedField({
    name: 'clearing.account',
    table: 'clearing.account',
    key: [['institution_code', 'text']],
    column: 'account_enc',
    purpose: ACCOUNT,
  }),
  sealedField({
    name: 'clearing.account-proposal',
    table: 'clearing.account_proposal',
    key: [['institution_code', 'text']],
    column: 'account_enc',
    purpose: ACCOUNT,
  }),
  sealedField({
    name: 'clearing.payment-account',
    table: 'clearing.payment',
    key: [['payment_id', 'uuid']],
    column: 'account_enc',
    purpose: ACCOUNT,
  }),
]
