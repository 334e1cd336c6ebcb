import { PURPOSE } from '../http/once.ts'
import { sealedField } from './sealed.queries.ts'

/** The kept answers to writes. */
export const sealedReplies = sealedField({
  name: 'platform.request-reply',
  table: 'platform.request',
  key: [
    ['caller', 'text'],
    ['key', 'text'],
  ],
  column: 'reply',
  purpose: PURPOSE,
})
