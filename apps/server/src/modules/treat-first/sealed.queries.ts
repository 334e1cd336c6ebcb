import { sealedField } from '../../platform/rotate/index.ts'
import { ID_NUMBER, idNumberIndexed } from './person.ts'

/** What is kept encrypted of people treated first, for whoever changes the keys. */
export const sealedFields = [
  sealedField({
    name: 'debts.id-number',
    table: 'debts.entry',
    key: [['entry_id', 'uuid']],
    column: 'id_number_enc',
    purpose: ID_NUMBER,
    index: { column: 'id_number_index', of: idNumberIndexed },
  }),
]
