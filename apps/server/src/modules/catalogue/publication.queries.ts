import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { FileChanges } from './overlay.ts'

/** A publication as stored; `diff` is what its module made of it for people. */
export interface PublicationRow {
  readonly seq: number
  readonly publishedOn: PlainDate
  readonly publishedAt: Date
  readonly title: string
  readonly reason: string
  readonly authorId: string
  readonly authorName: string
  readonly publishedById: string
  readonly publishedByName: string
  readonly draftId: string
  readonly trialId: string
  readonly changes: FileChanges
  readonly diff: unknown
  readonly libraryHash: string
}

const COLUMNS = `seq, published_on as "publishedOn", published_at as "publishedAt", title, reason,
  author_id as "authorId", author_name as "authorName", published_by_id as "publishedById",
  published_by_name as "publishedByName", draft_id as "draftId", trial_id as "trialId", changes, diff,
  library_hash as "libraryHash"`

const all = statement<PublicationRow>(
  'catalogue.publications',
  `select ${COLUMNS} from catalogue.publication order by seq limit 10000`,
)
const last = statement<{ seq: number | null }>(
  'catalogue.last-publication',
  'select max(seq) as seq from catalogue.publication',
)
const add = statement(
  'catalogue.add-publication',
  `insert into catalogue.publication (seq, published_on, published_at, title, reason, author_id, author_name,
     published_by_id, published_by_name, draft_id, trial_id, changes, diff, library_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)

export const publications = (db: Db) => db.many(all, [])
export const lastPublication = async (db: Db) => (await db.one(last, [])).seq ?? 0
export const addPublication = (db: Db, row: PublicationRow) =>
  db.run(add, [
    row.seq,
    row.publishedOn,
    row.publishedAt,
    row.title,
    row.reason,
    row.authorId,
    row.authorName,
    row.publishedById,
    row.publishedByName,
    row.draftId,
    row.trialId,
    JSON.stringify(row.changes),
    JSON.stringify(row.diff),
    row.libraryHash,
  ])
