import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A message to a person: kind and values; the words are made in the reader's language when it is read. */
export interface MessageRow {
  readonly messageId: string
  readonly caseId: string | null
  readonly kind: string
  readonly detail: Readonly<Record<string, string>>
  readonly at: Date
  readonly day: PlainDate
  readonly readAt: Date | null
}

const add = statement(
  'letters.add-message',
  `insert into letters.message (region_code, person_id, message_id, case_id, kind, detail, at, day)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const addToMany = statement(
  'letters.add-messages',
  `insert into letters.message (region_code, person_id, message_id, case_id, kind, detail, at, day)
   select $1, person_id, message_id, $4, $5, $6, $7, $8
   from unnest($2::uuid[], $3::uuid[]) as sent (person_id, message_id)`,
)
const ofPerson = statement<MessageRow>(
  'letters.messages-of-person',
  `select message_id as "messageId", case_id as "caseId", kind, detail, at, day, read_at as "readAt"
   from letters.message where region_code = $1 and person_id = $2 and message_id < $3
   order by message_id desc limit $4`,
)
const unread = statement<{ count: number }>(
  'letters.unread-messages',
  `select count(*) as count from (
     select from letters.message where region_code = $1 and person_id = $2 and read_at is null limit 100) as capped`,
)
const read = statement(
  'letters.read-message',
  `update letters.message set read_at = coalesce(read_at, $4)
   where region_code = $1 and person_id = $2 and message_id = $3`,
)

export async function insertMessage(
  db: Db,
  regionCode: string,
  personId: string,
  message: Omit<MessageRow, 'readAt'>,
): Promise<void> {
  const { messageId, caseId, kind, detail, at, day } = message
  await db.write(add, [regionCode, personId, messageId, caseId, kind, JSON.stringify(detail), at, day])
}

/** The same message to several people, each under an id of its own. */
export async function insertMessages(
  db: Db,
  regionCode: string,
  to: readonly { readonly personId: string; readonly messageId: string }[],
  { caseId, kind, detail, at, day }: Omit<MessageRow, 'readAt' | 'messageId'>,
): Promise<void> {
  const people = to.map(({ personId }) => personId)
  const ids = to.map(({ messageId }) => messageId)
  await db.write(addToMany, [regionCode, people, ids, caseId, kind, JSON.stringify(detail), at, day])
}

/** Messages older than one (ids grow with time), newest first. */
export function selectMessages(db: Db, regionCode: string, personId: string, before: string, limit: number) {
  return db.many(ofPerson, [regionCode, personId, before, limit])
}

/** How many are unread, 100 for a hundred and more. */
export async function countUnread(db: Db, regionCode: string, personId: string): Promise<number> {
  return (await db.one(unread, [regionCode, personId])).count
}

export async function markRead(db: Db, regionCode: string, personId: string, messageId: string, at: Date) {
  return (await db.run(read, [regionCode, personId, messageId, at])) === 1
}
