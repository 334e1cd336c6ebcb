import { sealedField } from '../../platform/rotate/index.ts'
import { ACCOUNT, accountIndexed, PHONE } from './open-content.ts'

const table = 'claims.claim'
const key = [['case_id', 'uuid']] as const

/** What is kept encrypted of claims, for whoever changes the keys. */
export const sealedFields = [
  sealedField({
    name: 'claims.account',
    table,
    key,
    column: 'account_enc',
    purpose: ACCOUNT,
    index: { column: 'account_index', of: accountIndexed },
  }),
  sealedField({ name: 'claims.phone', table, key, column: 'phone_enc', purpose: PHONE }),
]
