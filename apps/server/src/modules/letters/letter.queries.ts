import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A letter as issued. `seq` counts the letters of one kind of a case; the newest is the current one. */
export interface LetterRow {
  readonly regionCode: string
  readonly caseId: string
  readonly kind: string
  readonly seq: number
  readonly code: string
  readonly day: PlainDate
  readonly at: Date
  readonly content: Readonly<Record<string, unknown>>
  readonly contentHash: string
  readonly pdfSha256: string | null
}

const columns = `region_code as "regionCode", case_id as "caseId", kind, seq, code, day, at, content,
  content_hash as "contentHash", pdf_sha256 as "pdfSha256"`

// One statement numbers and stores the letter and tells people of it: letters of a case are only issued while its row is
// locked, so that no other can take the number.
const add = statement(
  'letters.add-letter',
  `with letter as (
     insert into letters.letter (region_code, case_id, kind, seq, code, day, at, content, content_hash)
     select $1, $2, $3, coalesce(max(seq), 0) + 1, $4, $5, $6, $7, $8 from letters.letter
     where region_code = $1 and case_id = $2 and kind = $3
   )
   insert into letters.message (region_code, person_id, message_id, case_id, kind, detail, at, day)
   select $1, reader.person_id, reader.message_id, $2, $9, $10, $6, $5
   from unnest($11::uuid[], $12::uuid[]) as reader (person_id, message_id)`,
)
const ofCase = statement<Pick<LetterRow, 'kind' | 'seq' | 'day'>>(
  'letters.of-case',
  `select kind, seq, day from letters.letter where region_code = $1 and case_id = $2 order by at, kind, seq`,
)
const newest = statement<LetterRow>(
  'letters.newest-of-kind',
  `select ${columns} from letters.letter
   where region_code = $1 and case_id = $2 and kind = $3 order by seq desc limit 1`,
)
const byCode = statement<LetterRow & { current: boolean }>(
  'letters.by-code',
  `select ${columns}, not exists (
     select from letters.letter newer where newer.region_code = $1 and newer.case_id = letter.case_id
       and newer.kind = letter.kind and newer.seq > letter.seq) as current
   from letters.letter where region_code = $1 and code = $2`,
)

const keepPdf = statement(
  'letters.keep-pdf',
  `update letters.letter set pdf_sha256 = $5 where region_code = $1 and case_id = $2 and kind = $3 and seq = $4`,
)

/** Stores a letter, and a message to each reader that it is there. */
export async function insertLetter(
  db: Db,
  letter: Omit<LetterRow, 'seq' | 'pdfSha256'>,
  message: {
    readonly kind: string
    readonly detail: Readonly<Record<string, string>>
    readonly readers: readonly { readonly personId: string; readonly messageId: string }[]
  },
): Promise<void> {
  const { regionCode, caseId, kind, code, day, at, content, contentHash } = letter
  await db.write(add, [
    regionCode,
    caseId,
    kind,
    code,
    day,
    at,
    JSON.stringify(content),
    contentHash,
    message.kind,
    JSON.stringify(message.detail),
    message.readers.map(({ personId }) => personId),
    message.readers.map(({ messageId }) => messageId),
  ])
}

/** Kinds and days of the letters of a case, oldest first. */
export function selectLetters(db: Db, regionCode: string, caseId: string) {
  return db.many(ofCase, [regionCode, caseId])
}

export function selectNewest(db: Db, regionCode: string, caseId: string, kind: string) {
  return db.maybe(newest, [regionCode, caseId, kind])
}

/** The letter that a verification code stands for, and whether a newer one has taken its place. */
export function selectByCode(db: Db, regionCode: string, code: string) {
  return db.maybe(byCode, [regionCode, code])
}

/** Notes where the PDF of a letter lies, so that it is made once. */
export async function notePdf(
  db: Db,
  { regionCode, caseId, kind, seq }: Pick<LetterRow, 'regionCode' | 'caseId' | 'kind' | 'seq'>,
  sha256: string,
): Promise<void> {
  await db.run(keepPdf, [regionCode, caseId, kind, seq, sha256])
}
