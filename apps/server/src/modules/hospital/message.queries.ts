import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A message that was booked, or that 2601 has shut out. */
export interface StoredMessage {
  readonly msgid: string
  readonly infno: string
  /** hash of the input; another input under the same msgid is another message */
  readonly fingerprint: Buffer | null
  readonly subject: string | null
  /** the outcome as JSON; null for a message that was shut out before it came */
  readonly output: string | null
  readonly undoneBy: string | null
}

const COLUMNS = `msgid, infno, fingerprint, subject, output, undone_by as "undoneBy"`

const find = statement<StoredMessage>(
  'hospital.find-messages',
  `select ${COLUMNS} from hospital.message
   where region_code = $1 and institution_code = $2 and msgid = any($3::text[])`,
)
const lock = statement<StoredMessage>(
  'hospital.lock-message',
  `select ${COLUMNS} from hospital.message
   where region_code = $1 and institution_code = $2 and msgid = $3 for update`,
)
const store = statement(
  'hospital.store-messages',
  `insert into hospital.message
     (region_code, institution_code, msgid, infno, fingerprint, subject, output, received_at)
   select $1, institution_code, msgid, infno, fingerprint, subject, output, $2
   from unnest($3::text[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[])
     as sent (institution_code, msgid, infno, fingerprint, subject, output)
   order by institution_code, msgid
   on conflict (region_code, institution_code, msgid) do nothing`,
)
const shutOut = statement(
  'hospital.shut-out-message',
  `insert into hospital.message (region_code, institution_code, msgid, infno, undone_by, received_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (region_code, institution_code, msgid) do nothing`,
)
const undo = statement(
  'hospital.undo-message',
  `update hospital.message set undone_by = $4
   where region_code = $1 and institution_code = $2 and msgid = $3 and undone_by is null`,
)
const forget = statement(
  'hospital.forget-messages',
  `delete from hospital.message where region_code = $1 and received_at < $2`,
)

export interface Sender {
  readonly regionCode: string
  readonly institutionCode: string
}

export async function findMessage(
  db: Db,
  { regionCode, institutionCode }: Sender,
  msgid: string,
): Promise<StoredMessage | undefined> {
  return (await db.many(find, [regionCode, institutionCode, [msgid]]))[0]
}

/** The same, and no other message can take it back before this transaction ends. */
export function lockMessage(db: Db, { regionCode, institutionCode }: Sender, msgid: string) {
  return db.maybe(lock, [regionCode, institutionCode, msgid])
}

export interface NewMessage extends Omit<StoredMessage, 'undoneBy'> {
  readonly institutionCode: string
}

/** Stores outcomes of one region; how many were new. Waits for a message of the same number that is just being booked. */
export function storeMessages(
  db: Db,
  regionCode: string,
  at: Date,
  messages: readonly NewMessage[],
): Promise<number> {
  return db.run(store, [
    regionCode,
    at,
    messages.map(({ institutionCode }) => institutionCode),
    messages.map(({ msgid }) => msgid),
    messages.map(({ infno }) => infno),
    messages.map(({ fingerprint }) => fingerprint),
    messages.map(({ subject }) => subject),
    messages.map(({ output }) => output),
  ])
}

/** Keeps that a message must not be booked any more, should it still come; 0 when it has come already. */
export function shutOutMessage(
  db: Db,
  { regionCode, institutionCode }: Sender,
  message: { readonly msgid: string; readonly infno: string; readonly by: string; readonly at: Date },
): Promise<number> {
  const { msgid, infno, by, at } = message
  return db.run(shutOut, [regionCode, institutionCode, msgid, infno, by, at])
}

/** Marks a message as taken back; 0 when it was before. */
export function markUndone(db: Db, { regionCode, institutionCode }: Sender, msgid: string, by: string) {
  return db.run(undo, [regionCode, institutionCode, msgid, by])
}

/** Forgets outcomes older than any reconciliation reaches. */
export function forgetMessages(db: Db, regionCode: string, before: Date): Promise<number> {
  return db.run(forget, [regionCode, before])
}
