import { sealedField } from '../../platform/rotate/index.ts'
import { ACCOUNT } from '../claims/index.ts'

/** What is kept encrypted of payments, for whoever changes the keys. */
export const sealedFields = [
  sealedField({
    name: 'payments.account',
    table: 'payments.payment',
    key: [['payment_id', 'uuid']],
    column: 'account_enc',
    purpose: ACCOUNT,
  }),
  sealedField({
    name: 'payments.due-account',
    table: 'payments.due',
    key: [['due_id', 'uuid']],
    column: 'account_enc',
    purpose: ACCOUNT,
  }),
]
