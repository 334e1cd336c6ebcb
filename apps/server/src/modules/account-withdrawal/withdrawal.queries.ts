import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef, PayeeRow } from '../cases/index.ts'
import type { SealedContent } from '../claims/index.ts'
import type { DecisionRow, Proposed, WithdrawalRow } from './withdrawal-row.ts'

const WITHDRAWAL = `w.person_id as "personId", w.content, w.account_enc as "accountEnc",
  w.account_masked as "accountMasked", w.phone_enc as "phoneEnc", w.phone_masked as "phoneMasked", w.proposed`
const DECISION = `d.outcome, d.decided_on as "decidedOn", d.by_name as "byName", d.reviewed_by_name as "reviewedByName",
  d.reason, d.fund, d.proposed as decided, d.pack_id as "packId", d.pack_version as "packVersion",
  d.pack_hash as "packHash"`

const begin = statement(
  'withdrawals.begin',
  `insert into withdrawals.withdrawal (region_code, case_id, person_id, content, account_enc, account_index,
     account_masked, phone_enc, phone_masked)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const read = statement<WithdrawalRow>(
  'withdrawals.read',
  `select ${WITHDRAWAL} from withdrawals.withdrawal w where region_code = $1 and case_id = $2`,
)
const readWithDecision = statement<
  WithdrawalRow & { readonly [K in keyof DecisionRow]: DecisionRow[K] | null }
>(
  'withdrawals.read-with-decision',
  `select ${WITHDRAWAL}, ${DECISION} from withdrawals.withdrawal w
   left join withdrawals.decision d on d.region_code = w.region_code and d.case_id = w.case_id
   where w.region_code = $1 and w.case_id = $2`,
)
// What comes back as the mask that was shown is not a new value: what is stored stays.
const KEPT = (column: string, part: string, typed: string, value: string) =>
  `${column}_${part} = case when ${column}_masked = ${typed} then ${column}_${part} else ${value} end`
const save = statement(
  'withdrawals.save',
  `update withdrawals.withdrawal set content = $3,
     ${KEPT('account', 'enc', '$4', '$5::bytea')}, ${KEPT('account', 'index', '$4', '$6::bytea')},
     ${KEPT('account', 'masked', '$4', '$7')},
     ${KEPT('phone', 'enc', '$8', '$9::bytea')}, ${KEPT('phone', 'masked', '$8', '$10')}
   where region_code = $1 and case_id = $2`,
)
const propose = statement(
  'withdrawals.propose',
  `update withdrawals.withdrawal set proposed = $3 where region_code = $1 and case_id = $2`,
)
const take = statement(
  'withdrawals.take',
  `insert into withdrawals.under_way (region_code, person_id, case_id) values ($1, $2, $3)
   on conflict (region_code, person_id) do update set case_id = under_way.case_id
   where under_way.case_id = excluded.case_id`,
)
const free = statement(
  'withdrawals.free',
  `delete from withdrawals.under_way where region_code = $1 and person_id = $2 and case_id = $3`,
)
const underWay = statement<{ caseId: string }>(
  'withdrawals.under-way',
  `select case_id as "caseId" from withdrawals.under_way where region_code = $1 and person_id = $2`,
)
const granted = statement<{ decidedOn: string; fund: string }>(
  'withdrawals.granted',
  `select decided_on as "decidedOn", fund from withdrawals.decision
   where region_code = $1 and person_id = $2 and outcome = 'granted' order by decided_on desc, case_id limit 1`,
)
const decide = statement(
  'withdrawals.decide',
  `insert into withdrawals.decision (region_code, case_id, person_id, decided_on, decided_at, outcome, by_id, by_name,
     reviewed_by_id, reviewed_by_name, reason, fund, proposed, pack_id, pack_version, pack_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
)
const payees = statement<PayeeRow>(
  'withdrawals.payees',
  `select w.case_id as "caseId", w.content -> 'payee' ->> 'holder' as holder,
     w.content -> 'payee' ->> 'bankName' as "bankName", w.account_enc as "accountEnc",
     w.account_masked as "accountMasked", d.fund, jsonb_build_object('acct_pay', d.fund::text) as payers
   from withdrawals.withdrawal w
   join withdrawals.decision d on d.region_code = w.region_code and d.case_id = w.case_id
   where w.region_code = $1 and w.case_id = any ($2::uuid[]) and d.outcome = 'granted'`,
)

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

export async function insertWithdrawal(
  db: Db,
  { regionCode, caseId }: CaseRef,
  personId: string,
  { json: content, account, phone }: SealedContent,
): Promise<void> {
  const index = account.index ?? null
  const [sealedAccount, sealedPhone] = [
    [account.sealed, index, account.masked],
    [phone.sealed, phone.masked],
  ]
  await db.write(begin, [regionCode, caseId, personId, content, ...sealedAccount, ...sealedPhone])
}

export function readWithdrawal(db: Db, { regionCode, caseId }: CaseRef): Promise<WithdrawalRow> {
  return db.one(read, [regionCode, caseId])
}

export function readWithdrawalAndDecision(db: Db, { regionCode, caseId }: CaseRef) {
  return db.one(readWithDecision, [regionCode, caseId])
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

export async function updateProposed(
  db: Db,
  { regionCode, caseId }: CaseRef,
  proposed: Proposed | null,
): Promise<void> {
  await db.write(propose, [regionCode, caseId, json(proposed)])
}

/** Makes a case the one that may pay out a person's account; false when another one is. */
export async function takeAccount(
  db: Db,
  { regionCode, caseId }: CaseRef,
  personId: string,
): Promise<boolean> {
  return (await db.run(take, [regionCode, personId, caseId])) === 1
}

/** The case is over: another one may ask. */
export async function freeAccount(db: Db, { regionCode, caseId }: CaseRef, personId: string): Promise<void> {
  await db.run(free, [regionCode, personId, caseId])
}

/** The case that asks for a person's account, if one does. */
export async function caseUnderWay(
  db: Db,
  regionCode: string,
  personId: string,
): Promise<string | undefined> {
  return (await db.maybe(underWay, [regionCode, personId]))?.caseId
}

/** The last withdrawal that was granted to a person. */
export function lastGranted(db: Db, regionCode: string, personId: string) {
  return db.maybe(granted, [regionCode, personId])
}

export async function insertDecision(
  db: Db,
  { regionCode, caseId }: CaseRef,
  decision: Omit<DecisionRow, 'decided'> & {
    readonly personId: string
    readonly decidedAt: Date
    readonly byId: string
    readonly reviewedById: string
    readonly proposed: Proposed | null
  },
): Promise<void> {
  await db.run(decide, [
    regionCode,
    caseId,
    decision.personId,
    decision.decidedOn,
    decision.decidedAt,
    decision.outcome,
    decision.byId,
    decision.byName,
    decision.reviewedById,
    decision.reviewedByName,
    decision.reason,
    decision.fund,
    json(decision.proposed),
    decision.packId,
    decision.packVersion,
    decision.packHash,
  ])
}

/** Payees of granted withdrawals, in no order. */
export function readPayees(db: Db, regionCode: string, caseIds: readonly string[]): Promise<PayeeRow[]> {
  return db.many(payees, [regionCode, caseIds])
}
