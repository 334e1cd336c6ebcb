import { sealedField } from '../../platform/rotate/index.ts'

/** of the cipher: the keys that contents of files are enciphered with */
export const FILE_KEY = 'reconciliation.file-key'

/** What is kept encrypted of files exchanged with institutions, for whoever changes the keys. */
export const sealedFields = [
  sealedField({
    name: 'reconciliation.file-key',
    table: 'reconciliation.file',
    key: [
      ['institution_code', 'text'],
      ['file_id', 'text'],
    ],
    column: 'key_enc',
    purpose: FILE_KEY,
  }),
]
