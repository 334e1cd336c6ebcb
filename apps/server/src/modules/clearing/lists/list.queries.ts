import type { Db } from '../../../platform/db.ts'
import { sealedField } from '../../../platform/rotate/index.ts'
import { statement } from '../../../platform/statement.ts'

/** 状态分类: not handed in, handed in, passed, not passed */
export type ListState = '0' | '1' | '2' | '3'

/** A settlement list (医疗保障基金结算清单) as the institution sent it last. */
export interface ListRow {
  readonly settlementId: string
  readonly listNumber: string
  readonly institutionCode: string
  readonly personId: string
  readonly visitId: string
  readonly state: ListState
  readonly reason: string | null
  readonly reviewedBy: string | null
  readonly contentEnc: Buffer
  readonly uploadedAt: Date
  readonly version: number
}

const LIST = `settlement_id as "settlementId", list_number as "listNumber", institution_code as "institutionCode",
  person_id as "personId", visit_id as "visitId", state, reason, reviewed_by as "reviewedBy",
  content_enc as "contentEnc", uploaded_at as "uploadedAt", version`

const add = statement(
  'clearing.add-list',
  `insert into clearing.settlement_list (region_code, settlement_id, list_number, institution_code, person_id, visit_id, state,
     content_enc, uploaded_at, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)`,
)
const replace = statement(
  'clearing.replace-list',
  `update clearing.settlement_list set state = $3, content_enc = $4, uploaded_at = $5, reason = null, reviewed_by = null,
     version = version + 1
   where region_code = $1 and settlement_id = $2`,
)
const move = statement(
  'clearing.move-list',
  `update clearing.settlement_list set state = $3, reason = $4, reviewed_by = $5, version = version + 1
   where region_code = $1 and settlement_id = $2`,
)
const byId = statement<ListRow>(
  'clearing.list-by-id',
  `select ${LIST} from clearing.settlement_list where region_code = $1 and settlement_id = $2`,
)
const lock = statement<ListRow>(
  'clearing.lock-list',
  `select ${LIST} from clearing.settlement_list where region_code = $1 and settlement_id = $2 for update`,
)
const handedIn = statement<ListRow>(
  'clearing.lists-handed-in',
  `select ${LIST} from clearing.settlement_list where region_code = $1 and state = '1'
   order by institution_code, settlement_id limit 500`,
)
const present = statement<{ settlementId: string }>(
  'clearing.lists-present',
  `select settlement_id as "settlementId" from clearing.settlement_list
   where region_code = $1 and settlement_id = any ($2)`,
)
const reviewed = statement<ListRow>(
  'clearing.lists-reviewed',
  `select ${LIST} from clearing.settlement_list
   where region_code = $1 and settlement_id = any ($2) and state in ('2', '3')
     and ($3::uuid is null or person_id = $3)
   order by settlement_id limit $4 offset $5`,
)
// Two of the same at once: the second sees the first.
const lockId = statement(
  'clearing.lock-list-id',
  `select pg_advisory_xact_lock(hashtextextended('settlement list ' || $1 || $2, 0))`,
)

export async function insertList(
  db: Db,
  regionCode: string,
  row: Omit<ListRow, 'reason' | 'reviewedBy' | 'version'>,
): Promise<void> {
  const { settlementId, listNumber, institutionCode, personId, visitId, state, contentEnc, uploadedAt } = row
  const about = [settlementId, listNumber, institutionCode, personId, visitId]
  await db.run(add, [regionCode, ...about, state, contentEnc, uploadedAt])
}
export async function replaceList(
  db: Db,
  regionCode: string,
  row: Pick<ListRow, 'settlementId' | 'state' | 'contentEnc' | 'uploadedAt'>,
): Promise<void> {
  await db.run(replace, [regionCode, row.settlementId, row.state, row.contentEnc, row.uploadedAt])
}
export async function moveList(
  db: Db,
  regionCode: string,
  settlementId: string,
  to: Pick<ListRow, 'state' | 'reason' | 'reviewedBy'>,
): Promise<void> {
  await db.run(move, [regionCode, settlementId, to.state, to.reason, to.reviewedBy])
}
/** Lists handed in that nobody has reviewed, at most 500. */
export const listsHandedIn = (db: Db, regionCode: string) => db.many(handedIn, [regionCode])
export const findList = (db: Db, regionCode: string, id: string) => db.maybe(byId, [regionCode, id])
export const lockList = (db: Db, regionCode: string, id: string) => db.maybe(lock, [regionCode, id])
/** Lets nobody else send the list of a settlement before this transaction ends. */
export const lockListId = (db: Db, regionCode: string, id: string) => db.run(lockId, [regionCode, id])
/** Of these settlements, those whose list has come. */
export async function listsPresent(db: Db, regionCode: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  return new Set((await db.many(present, [regionCode, ids])).map(({ settlementId }) => settlementId))
}
/** Of these settlements, the lists that were reviewed: in their order, of one person or of all, a page of them. */
export const listsReviewed = (
  db: Db,
  regionCode: string,
  ids: readonly string[],
  page: { readonly personId: string | null; readonly size: number; readonly skip: number },
) => db.many(reviewed, [regionCode, ids, page.personId, page.size, page.skip])

/** Of the cipher, for settlement lists. */
export const CONTENT = 'clearing.settlement-list'

/** What is kept encrypted of settlement lists, for whoever changes the keys. */
export const sealedLists = [
  sealedField({
    name: 'clearing.settlement-list',
    table: 'clearing.settlement_list',
    key: [['settlement_id', 'text']],
    column: 'content_enc',
    purpose: CONTENT,
  }),
]
