import type { Db } from '../../platform/db.ts'
import type { Sentences } from '../../platform/problem.ts'
import { statement } from '../../platform/statement.ts'
import type { FileChanges } from '../catalogue/index.ts'

export interface DraftRow {
  readonly draftId: string
  readonly title: string
  readonly reason: string
  readonly state: 'open' | 'published' | 'discarded'
  readonly authorId: string
  readonly authorName: string
  readonly version: number
  readonly createdAt: Date
  readonly changedAt: Date
}
/** What an edit did, in words. `undoes`: the version it takes back; `rebased`: it begins at what is in force then. */
export type EditWords = Sentences & { readonly undoes?: number; readonly rebased?: true }

export interface EditRow {
  readonly version: number
  readonly at: Date
  readonly byId: string
  readonly byName: string
  readonly what: EditWords
  readonly changes: FileChanges
}

const DRAFT = `draft_id as "draftId", title, reason, state, author_id as "authorId", author_name as "authorName",
  version, created_at as "createdAt", changed_at as "changedAt"`
const list = statement<DraftRow>(
  'policy.drafts',
  `select ${DRAFT} from policy.draft order by changed_at desc, draft_id limit 200`,
)
const byId = statement<DraftRow>(
  'policy.draft-by-id',
  `select ${DRAFT} from policy.draft where draft_id = $1`,
)
const lock = statement<DraftRow>(
  'policy.lock-draft',
  `select ${DRAFT} from policy.draft where draft_id = $1 for update`,
)
const add = statement(
  'policy.add-draft',
  `insert into policy.draft (draft_id, title, reason, state, author_id, author_name, version, created_at, changed_at)
   values ($1, $2, $3, 'open', $4, $5, 0, $6, $6)`,
)
const move = statement(
  'policy.move-draft',
  'update policy.draft set state = $2, version = $3, changed_at = $4 where draft_id = $1',
)
const addOne = statement(
  'policy.add-draft-edit',
  `insert into policy.draft_edit (draft_id, version, at, by_id, by_name, what, changes)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
const edits = statement<EditRow>(
  'policy.draft-edits',
  `select version, at, by_id as "byId", by_name as "byName", what, changes from policy.draft_edit
   where draft_id = $1 order by version limit 2000`,
)

export const listDraftRows = (db: Db) => db.many(list, [])
export const findDraft = (db: Db, draftId: string) => db.maybe(byId, [draftId])
export const lockDraft = (db: Db, draftId: string) => db.maybe(lock, [draftId])
export const insertDraft = (
  db: Db,
  {
    draftId,
    title,
    reason,
    authorId,
    authorName,
    createdAt,
  }: Omit<DraftRow, 'state' | 'version' | 'changedAt'>,
) => db.run(add, [draftId, title, reason, authorId, authorName, createdAt])
export const updateDraft = (db: Db, draftId: string, state: DraftRow['state'], version: number, at: Date) =>
  db.run(move, [draftId, state, version, at])
export const insertEdit = (db: Db, draftId: string, { version, at, byId, byName, what, changes }: EditRow) =>
  db.run(addOne, [draftId, version, at, byId, byName, JSON.stringify(what), JSON.stringify(changes)])
export const editsOf = (db: Db, draftId: string) => db.many(edits, [draftId])
