import type { Accumulators, BenefitClaim } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { SchemeFacts } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef } from '../cases/index.ts'
import { usedValues, type AccumulatorKey } from './accumulator.queries.ts'
import type { DecisionRow } from './claim-row.ts'
import { packReplay } from './replay-record.ts'

const COLUMNS = `region_code, case_id, decided_on, decided_at, outcome, by_id, by_name, reviewed_by_id,
  reviewed_by_name, reason, fund, amounts, facts, trace, trace_hash, pack_id, pack_version, pack_hash`
const VALUES = Array.from({ length: 18 }, (_, index) => `$${index + 1}`).join(', ')

const add = statement('claims.add-decision', `insert into claims.decision (${COLUMNS}) values (${VALUES})`)
// The decision and what it uses of the year are one statement: neither is there without the other. Without a locked year
// the decision has no outcome, which its column refuses.
const addAndBook = statement(
  'claims.add-decision-and-book',
  `with booked as (
     update claims.accumulator set deductible_used = $23, in_scope_used = $24, fund_paid = $25, admissions = $26,
       version = version + 1
     where region_code = $1 and person_id = $19 and insurance = $20 and care_kind = $21 and year = $22
     returning 1)
   insert into claims.decision (${COLUMNS}) values (${VALUES.replace('$5', '(select $5::text from booked)')})`,
)
const addReplay = statement(
  'claims.add-replay',
  'insert into claims.replay (region_code, case_id, record) values ($1, $2, $3)',
)
const read = statement<DecisionRow>(
  'claims.read-decision',
  `select outcome, decided_on as "decidedOn", by_name as "byName", reviewed_by_name as "reviewedByName", reason, fund,
     amounts, facts, trace, trace_hash as "traceHash", pack_id as "packId", pack_version as "packVersion",
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
  booked?: { readonly key: AccumulatorKey; readonly after: Accumulators },
): Promise<void> {
  const values = valuesOf(ref, decision)
  const { facts, amounts, decidedOn } = decision
  if (facts && 'scheme' in facts && amounts)
    await db.write(addReplay, [ref.regionCode, ref.caseId, packReplay({ ...facts, amounts, decidedOn })])
  if (!booked) return db.write(add, values)
  const { personId, insurance, kind, year } = booked.key
  await db.write(addAndBook, [...values, personId, insurance, kind, year, ...usedValues(booked.after)])
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
  ]
}

/** What a calculated decision rested on; undefined for one by hand, a refusal, or none at all. */
export async function decisionFacts(
  db: Db,
  ref: CaseRef,
): Promise<{ readonly scheme: SchemeFacts; readonly claim: BenefitClaim } | undefined> {
  const facts = (await readDecision(db, ref))?.facts
  return facts && 'scheme' in facts ? facts : undefined
}
