import type { ClaimContent, Remedy } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { violatedConstraint, type Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef } from '../cases/index.ts'
import type { ObjectionRow } from './objection-row.ts'

const COLUMNS = `o.region_code as "regionCode", o.case_id as "caseId", o.person_id as "personId", o.content,
  o.settlement_id as "settlementId", o.institution_code as "institutionCode", o.asked_on as "askedOn",
  o.under_way as "underWay", o.word, o.word_by as "wordBy", o.word_on as "wordOn", o.remedy,
  d.outcome, d.decided_on as "decidedOn", d.by_name as "byName", d.reviewed_by_name as "reviewedByName", d.reason,
  d.pack_id as "packId", d.pack_version as "packVersion", d.pack_hash as "packHash"`
const TABLES = `objections.objection o
   left join objections.decision d on d.region_code = o.region_code and d.case_id = o.case_id`

const begin = statement(
  'objections.begin',
  `insert into objections.objection (region_code, case_id, person_id, content, under_way)
   values ($1, $2, $3, $4, false)`,
)
const read = statement<ObjectionRow>(
  'objections.read',
  `select ${COLUMNS} from ${TABLES} where o.region_code = $1 and o.case_id = $2`,
)
const save = statement(
  'objections.save',
  `update objections.objection set content = $3 where region_code = $1 and case_id = $2`,
)
const raise = statement(
  'objections.raise',
  `update objections.objection o
   set settlement_id = $3, institution_code = $4, asked_on = $5, under_way = true
   where o.region_code = $1 and o.case_id = $2 and not exists (
     select from objections.objection other where other.region_code = $1 and other.settlement_id = $3
       and other.under_way and other.case_id <> $2)`,
)
const free = statement(
  'objections.free',
  `update objections.objection set under_way = false where region_code = $1 and case_id = $2`,
)
const propose = statement(
  'objections.propose',
  `update objections.objection set remedy = $3 where region_code = $1 and case_id = $2`,
)
const say = statement(
  'objections.say',
  `update objections.objection set word = $3, word_by = $4, word_by_id = $5, word_on = $6
   where region_code = $1 and case_id = $2 and under_way`,
)
const decide = statement(
  'objections.decide',
  `insert into objections.decision (region_code, case_id, settlement_id, decided_on, decided_at, outcome, remedy, by_id,
     by_name, reviewed_by_id, reviewed_by_name, reason, pack_id, pack_version, pack_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
)
const ofSettlement = statement<ObjectionRow>(
  'objections.of-settlement',
  `select ${COLUMNS} from ${TABLES}
   where o.region_code = $1 and o.settlement_id = $2 order by o.case_id desc limit 100`,
)
const ofInstitution = statement<ObjectionRow>(
  'objections.of-institution',
  `select l.* from unnest($1::text[]) as city (code) cross join lateral (
     select ${COLUMNS} from ${TABLES}
     where o.region_code = city.code and o.institution_code = $2 and ($3::uuid is null or o.case_id < $3)
       and (o.under_way or d.outcome is not null)
     order by o.case_id desc limit $4) l
   order by l."caseId" desc limit $4`,
)

const json = (value: ClaimContent) => JSON.stringify(value)

export async function insertObjection(
  db: Db,
  { regionCode, caseId }: CaseRef,
  personId: string,
  content: ClaimContent,
): Promise<void> {
  await db.write(begin, [regionCode, caseId, personId, json(content)])
}

export function readObjection(db: Db, { regionCode, caseId }: CaseRef): Promise<ObjectionRow> {
  return db.one(read, [regionCode, caseId])
}

/** The same of a case that may be about anything. */
export function findObjection(db: Db, { regionCode, caseId }: CaseRef): Promise<ObjectionRow | undefined> {
  return db.maybe(read, [regionCode, caseId])
}

export async function updateContent(
  db: Db,
  { regionCode, caseId }: CaseRef,
  content: ClaimContent,
): Promise<void> {
  await db.write(save, [regionCode, caseId, json(content)])
}

/** Raises an objection and asks the institution; false while another one is under way. */
export async function raiseObjection(
  db: Db,
  { regionCode, caseId }: CaseRef,
  about: { readonly settlementId: string; readonly institutionCode: string; readonly on: PlainDate },
): Promise<boolean> {
  try {
    const asked = [about.settlementId, about.institutionCode, about.on]
    return (await db.run(raise, [regionCode, caseId, ...asked])) === 1
  } catch (error) {
    // Raised at the same moment: neither saw the other.
    if (violatedConstraint(error) === 'objection_under_way_once') return false
    throw error
  }
}

/** The case is over: another objection may be raised. */
export async function freeSettlement(db: Db, { regionCode, caseId }: CaseRef): Promise<void> {
  await db.run(free, [regionCode, caseId])
}

export async function updateRemedy(
  db: Db,
  { regionCode, caseId }: CaseRef,
  remedy: Remedy | null,
): Promise<void> {
  await db.write(propose, [regionCode, caseId, remedy])
}

/** Keeps the word of the institution; 0 when the objection is over. */
export function storeWord(
  db: Db,
  { regionCode, caseId }: CaseRef,
  word: { readonly text: string; readonly by: string; readonly byId: string; readonly on: PlainDate },
): Promise<number> {
  return db.run(say, [regionCode, caseId, word.text, word.by, word.byId, word.on])
}

export async function insertDecision(
  db: Db,
  { regionCode, caseId }: CaseRef,
  decision: {
    readonly settlementId: string
    readonly decidedOn: PlainDate
    readonly decidedAt: Date
    readonly outcome: 'granted' | 'refused'
    readonly remedy: Remedy | null
    readonly byId: string
    readonly byName: string
    readonly reviewedById: string
    readonly reviewedByName: string
    readonly reason: string
    readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
  },
): Promise<void> {
  const { settlementId, decidedOn, decidedAt, outcome, remedy, reason, pack } = decision
  const by = [decision.byId, decision.byName, decision.reviewedById, decision.reviewedByName]
  await db.run(decide, [
    regionCode,
    caseId,
    settlementId,
    decidedOn,
    decidedAt,
    outcome,
    remedy,
    ...by,
    reason,
    pack.id,
    pack.version,
    pack.hash,
  ])
}

/** Objections that were handed in against a settlement, newest first. */
export function objectionsTo(db: Db, regionCode: string, settlementId: string): Promise<ObjectionRow[]> {
  return db.many(ofSettlement, [regionCode, settlementId])
}

/** Objections of people of some cities against an institution, under way or answered, newest first. */
export function objectionsAgainst(
  db: Db,
  cities: readonly string[],
  institutionCode: string,
  before: string | null,
  limit: number,
): Promise<ObjectionRow[]> {
  return db.many(ofInstitution, [cities, institutionCode, before, limit])
}
