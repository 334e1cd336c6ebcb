import type { ChainUsed } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { ChainFacts } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef } from '../cases/index.ts'
import { usedValues, type AccumulatorKey } from './accumulator.queries.ts'
import type { DecisionRow, WorkedClaim } from './claim-row.ts'
import { laterValues } from './person-year.queries.ts'
import { packReplay } from './replay-record.ts'

const COLUMNS = `region_code, case_id, decided_on, decided_at, outcome, by_id, by_name, reviewed_by_id,
  reviewed_by_name, reason, fund, amounts, facts, trace, trace_hash, pack_id, pack_version, pack_hash, payers`
const VALUES = Array.from({ length: 19 }, (_, index) => `$${index + 1}`).join(', ')

const add = statement('claims.add-decision', `insert into claims.decision (${COLUMNS}) values (${VALUES})`)
// The decision and what it uses of the year are one statement: neither is there without the other. Without a locked year
// the decision has no outcome, which its column refuses.
const addAndBook = statement(
  'claims.add-decision-and-book',
  `with booked as (
     update claims.accumulator set deductible_used = $24, in_scope_used = $25, fund_paid = $26, admissions = $27,
       version = version + 1
     where region_code = $1 and person_id = $20 and insurance = $21 and care_kind = $22 and year = $23
     returning 1)
   insert into claims.decision (${COLUMNS}) values (${VALUES.replace('$5', '(select $5::text from booked)')})`,
)
// The same where others pay after the basic fund: all their rows are written or there is no outcome.
const addAndBookAll = statement(
  'claims.add-decision-and-book-all',
  `with booked as (
     update claims.accumulator set deductible_used = $24, in_scope_used = $25, fund_paid = $26, admissions = $27,
       version = version + 1
     where region_code = $1 and person_id = $20 and insurance = $21 and care_kind = $22 and year = $23
     returning 1),
   later as (
     update claims.payer_year p set base_used = after.base, deductible_used = after.deductible, paid = after.paid,
       version = version + 1
     from unnest($28::text[], $29::text[], $30::numeric[], $31::numeric[], $32::numeric[])
       as after (kind, payer, base, deductible, paid)
     where p.region_code = $1 and p.person_id = $20 and p.insurance = $21 and p.year = $23
       and p.kind = after.kind and p.payer = after.payer
     returning 1)
   insert into claims.decision (${COLUMNS}) values (${VALUES.replace(
     '$5',
     '(select $5::text from booked where (select count(*) from later) = cardinality($28::text[]))',
   )})`,
)
const addReplay = statement(
  'claims.add-replay',
  'insert into claims.replay (region_code, case_id, record) values ($1, $2, $3)',
)
const read = statement<DecisionRow>(
  'claims.read-decision',
  `select outcome, decided_on as "decidedOn", by_name as "byName", reviewed_by_name as "reviewedByName", reason, fund,
     amounts, payers, facts, trace, trace_hash as "traceHash", pack_id as "packId", pack_version as "packVersion",
     pack_hash as "packHash"
   from claims.decision where region_code = $1 and case_id = $2`,
)

export interface NewDecision extends DecisionRow {
  readonly decidedAt: Date
  readonly byId: string
  readonly reviewedById: string
}

/** Stores a decision, and with `booked` what the year has used after it, on the row this transaction holds locked. */
export async function insertDecision(
  db: Db,
  ref: CaseRef,
  decision: NewDecision,
  booked?: { readonly key: AccumulatorKey; readonly after: ChainUsed },
): Promise<void> {
  const values = valuesOf(ref, decision)
  const { facts, amounts, decidedOn } = decision
  if (facts && 'scheme' in facts && amounts)
    await db.write(addReplay, [ref.regionCode, ref.caseId, packReplay({ ...facts, amounts, decidedOn })])
  if (!booked) return db.write(add, values)
  const { personId, insurance, kind, year } = booked.key
  const { after } = booked
  const basic = [...values, personId, insurance, kind, year, ...usedValues(after.basic)]
  const alone = Object.keys(after.stages).length + Object.keys(after.diseases).length === 0
  await (alone ? db.write(addAndBook, basic) : db.write(addAndBookAll, [...basic, ...laterValues(after)]))
}

export function readDecision(db: Db, { regionCode, caseId }: CaseRef): Promise<DecisionRow | undefined> {
  return db.maybe(read, [regionCode, caseId])
}

function valuesOf({ regionCode, caseId }: CaseRef, decision: NewDecision): unknown[] {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const day: PlainDate = decision.decidedOn
  return [
    regionCode,
    caseId,
    day,
    decision.decidedAt,
    decision.outcome,
    decision.byId,
    decision.byName,
    decision.reviewedById,
    decision.reviewedByName,
    decision.reason,
    decision.fund,
    json(decision.amounts),
    json(decision.facts),
    decision.trace,
    decision.traceHash,
    decision.packId,
    decision.packVersion,
    decision.packHash,
    json(decision.payers),
  ]
}

/** What a calculated decision rested on; undefined for one by hand, a refusal, or none at all. */
export async function decisionFacts(
  db: Db,
  ref: CaseRef,
): Promise<{ readonly scheme: ChainFacts; readonly claim: WorkedClaim } | undefined> {
  const facts = (await readDecision(db, ref))?.facts
  return facts && 'scheme' in facts ? facts : undefined
}
