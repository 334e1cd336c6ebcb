import { sealedField } from '../../platform/rotate/index.ts'
import { ACCOUNT, accountIndexed, PHONE } from '../claims/index.ts'

const table = 'withdrawals.withdrawal'
const key = [['case_id', 'uuid']] as const

/** What is kept encrypted of withdrawals, for whoever changes the keys. */
export const sealedFields = [
  sealedField({
    name: 'withdrawals.account',
    table,
    key,
    column: 'account_enc',
    purpose: ACCOUNT,
    index: { column: 'account_index', of: accountIndexed },
  }),
  sealedField({ name: 'withdrawals.phone', table, key, column: 'phone_enc', purpose: PHONE }),
]
