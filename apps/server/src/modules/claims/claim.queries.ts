import type { CarePlace } from '@yichuang/benefits'
import type { LineCoding } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef, PayeeRow } from '../cases/index.ts'
import type { ClaimRow, DecisionRow, StoredCalculation } from './claim-row.ts'

const CLAIM = `content, account_enc as "accountEnc", account_masked as "accountMasked", phone_enc as "phoneEnc",
  phone_masked as "phoneMasked", coding, calculation`
const BILLS = `(select coalesce(json_agg(json_build_object('code', bill_code, 'number', bill_number,
    'claimedOn', claimed_on, 'amount', amount::text) order by bill_code, bill_number), '[]'::json)
  from claims.bill b where b.region_code = c.region_code and b.case_id = c.case_id) as bills`
const DECISION = `d.outcome, d.decided_on as "decidedOn", d.by_name as "byName",
  d.reviewed_by_name as "reviewedByName", d.reason, d.fund, d.amounts, d.payers, d.facts, d.trace,
  d.trace_hash as "traceHash", d.pack_id as "packId", d.pack_version as "packVersion", d.pack_hash as "packHash"`

const begin = statement(
  'claims.begin',
  `insert into claims.claim (region_code, case_id, person_id, content, account_enc, account_index, account_masked,
     phone_enc, phone_masked)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const read = statement<ClaimRow>(
  'claims.read',
  `select ${CLAIM}, ${BILLS} from claims.claim c where region_code = $1 and case_id = $2`,
)
const readWithDecision = statement<
  Omit<ClaimRow, 'bills'> & { [K in keyof DecisionRow]: DecisionRow[K] | null }
>(
  'claims.read-with-decision',
  `select ${CLAIM}, ${DECISION} from claims.claim c
   left join claims.decision d on d.region_code = c.region_code and d.case_id = c.case_id
   where c.region_code = $1 and c.case_id = $2`,
)
const readVisit = statement<{ visit: { carePlace?: CarePlace; accident?: boolean } }>(
  'claims.visit',
  `select content -> 'visit' as visit from claims.claim where region_code = $1 and case_id = $2`,
)
// What comes back as the mask that was shown is not a new value: what is stored stays.
const KEPT = (column: string, part: string, typed: string, value: string) =>
  `${column}_${part} = case when ${column}_masked = ${typed} then ${column}_${part} else ${value} end`
const save = statement(
  'claims.save',
  `update claims.claim set content = $3,
     ${KEPT('account', 'enc', '$4', '$5::bytea')}, ${KEPT('account', 'index', '$4', '$6::bytea')},
     ${KEPT('account', 'masked', '$4', '$7')},
     ${KEPT('phone', 'enc', '$8', '$9::bytea')}, ${KEPT('phone', 'masked', '$8', '$10')}
   where region_code = $1 and case_id = $2`,
)
const saveReview = statement(
  'claims.save-review',
  `update claims.claim set coding = $3, calculation = $4 where region_code = $1 and case_id = $2`,
)
const payees = statement<PayeeRow>(
  'claims.payees',
  `select c.case_id as "caseId", c.content -> 'payee' ->> 'holder' as holder,
     c.content -> 'payee' ->> 'bankName' as "bankName", c.account_enc as "accountEnc",
     c.account_masked as "accountMasked", d.fund, d.payers
   from claims.claim c join claims.decision d on d.region_code = c.region_code and d.case_id = c.case_id
   where c.region_code = $1 and c.case_id = any($2::uuid[]) and d.outcome = 'granted'`,
)

/** A value that is kept encrypted: what was typed, and what is stored of it. */
export interface SealedField {
  readonly typed: string
  readonly sealed: Buffer | null
  readonly index?: Buffer | null
  readonly masked: string | null
}

/** A content as it is stored: JSON without account and phone, and these two sealed. */
export interface SealedContent {
  readonly json: string
  readonly account: SealedField
  readonly phone: SealedField
}

export async function insertClaim(
  db: Db,
  { regionCode, caseId }: CaseRef,
  personId: string,
  { json, account, phone }: SealedContent,
): Promise<void> {
  await db.write(begin, [
    regionCode,
    caseId,
    personId,
    json,
    account.sealed,
    account.index ?? null,
    account.masked,
    phone.sealed,
    phone.masked,
  ])
}

export function readClaim(db: Db, { regionCode, caseId }: CaseRef): Promise<ClaimRow> {
  return db.one(read, [regionCode, caseId])
}

export function readClaimAndDecision(db: Db, { regionCode, caseId }: CaseRef) {
  return db.one(readWithDecision, [regionCode, caseId])
}

export async function readVisitFacts(db: Db, { regionCode, caseId }: CaseRef) {
  return (await db.one(readVisit, [regionCode, caseId])).visit
}

export async function updateContent(
  db: Db,
  { regionCode, caseId }: CaseRef,
  { json: content, account, phone }: SealedContent,
): Promise<void> {
  await db.write(save, [
    regionCode,
    caseId,
    content,
    account.typed,
    account.sealed,
    account.index ?? null,
    account.masked,
    phone.typed,
    phone.sealed,
    phone.masked,
  ])
}

export async function updateReview(
  db: Db,
  { regionCode, caseId }: CaseRef,
  coding: readonly LineCoding[] | null,
  calculation: StoredCalculation | null,
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await db.write(saveReview, [regionCode, caseId, json(coding), json(calculation)])
}

/** Payees of granted cases, in no order. */
export function readPayees(db: Db, regionCode: string, caseIds: readonly string[]): Promise<PayeeRow[]> {
  return db.many(payees, [regionCode, caseIds])
}
