import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A file exchanged with an institution: sent to us, or made for it. */
export interface FileRow {
  readonly institutionCode: string
  /** file_qury_no of the interface */
  readonly fileId: string
  readonly kind: 'upload' | 'result'
  readonly fileName: string
  /** of the message that brought it or asked for it */
  readonly msgid: string
  readonly plainSha256: string
  readonly plainBytes: number
  /** name of the enciphered content in the store, and its key, enciphered too */
  readonly storedSha256: string
  readonly keyEnc: Buffer
  readonly keptAt: Date
  /** given out until then */
  readonly until: Date
}

const add = statement(
  'reconciliation.add-file',
  `insert into reconciliation.file (region_code, institution_code, file_id, kind, file_name, msgid, plain_sha256,
     plain_bytes, stored_sha256, key_enc, kept_at, until)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
const find = statement<FileRow>(
  'reconciliation.find-file',
  `select institution_code as "institutionCode", file_id as "fileId", kind, file_name as "fileName", msgid,
     plain_sha256 as "plainSha256", plain_bytes as "plainBytes", stored_sha256 as "storedSha256", key_enc as "keyEnc",
     kept_at as "keptAt", until
   from reconciliation.file where region_code = $1 and institution_code = $2 and file_id = $3`,
)

const ofMessage = statement<{ fileId: string }>(
  'reconciliation.file-of-message',
  `select file_id as "fileId" from reconciliation.file
   where region_code = $1 and institution_code = $2 and msgid = $3`,
)

export async function insertFile(db: Db, regionCode: string, row: FileRow): Promise<void> {
  const { institutionCode, fileId, kind, fileName, msgid, plainSha256, plainBytes, storedSha256, keyEnc } =
    row
  const about = [kind, fileName, msgid, plainSha256, plainBytes, storedSha256, keyEnc]
  await db.run(add, [regionCode, institutionCode, fileId, ...about, row.keptAt, row.until])
}

/** A file of an institution; files of others are as if they were not. */
export function findFile(db: Db, regionCode: string, institutionCode: string, fileId: string) {
  return db.maybe(find, [regionCode, institutionCode, fileId])
}

/** Whether a message has brought or made its file before, so that a repetition keeps no second content. */
export async function hasFile(db: Db, regionCode: string, institutionCode: string, msgid: string) {
  return (await db.maybe(ofMessage, [regionCode, institutionCode, msgid])) !== undefined
}
