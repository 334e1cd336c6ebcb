import { sealedField } from '../../platform/rotate/index.ts'
import { statement } from '../../platform/statement.ts'
import { FIELD } from './open.ts'

const table = 'insured.person'
const key = [['person_id', 'uuid']] as const
const itself = (plain: string) => plain

// Who was found everywhere by the old index is found by the new one. A person of two cities comes by twice, the second
// time to no effect.
const moveKnown = statement(
  'insured.known-id-number-rotate',
  `update insured.known_id_number k set id_number_index = n.new
   from unnest($1::bytea[], $2::bytea[]) as n (old, new) where k.id_number_index = n.old`,
)

/** What is kept encrypted of people, for whoever changes the keys. */
export const sealedFields = [
  sealedField({
    name: 'insured.person-id-number',
    table,
    key,
    column: 'id_number_enc',
    purpose: FIELD.idNumber,
    index: { column: 'id_number_index', of: itself },
    elsewhere: moveKnown,
  }),
  sealedField({
    name: 'insured.person-phone',
    table,
    key,
    column: 'phone_enc',
    purpose: FIELD.phone,
    index: { column: 'phone_index', of: itself },
  }),
]
