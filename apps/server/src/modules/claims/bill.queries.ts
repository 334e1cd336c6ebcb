import { billIdentity, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef } from '../cases/index.ts'

/** A bill as the registry knows it: who has it, or where it was settled by card. */
export interface Claimed {
  readonly code: string
  readonly number: string
  readonly caseId: string
  readonly claimedOn: PlainDate
}
export interface Settled {
  readonly code: string
  readonly number: string
  readonly settlementId: string
  readonly hospitalName: string
  readonly settledOn: PlainDate
}

const SENT = `unnest($1::text[], $2::text[]) as sent (bill_code, bill_number)`
const SETTLED = `(select coalesce(json_agg(json_build_object('code', s.bill_code, 'number', s.bill_number,
    'settlementId', s.settlement_id, 'hospitalName', s.hospital_name, 'settledOn', s.settled_on)), '[]'::json)
  from claims.card_settlement s join ${SENT} using (bill_code, bill_number)) as settled`
const CLAIMED = `(select coalesce(json_agg(json_build_object('code', b.bill_code, 'number', b.bill_number,
    'caseId', b.case_id, 'claimedOn', b.claimed_on)), '[]'::json)
  from claims.bill b join ${SENT} using (bill_code, bill_number)) as claimed`

const known = statement<{ claimed: Claimed[]; settled: Settled[] }>(
  'claims.known-bills',
  `select ${CLAIMED}, ${SETTLED}`,
)
// Always in the same order, so that two cases with the same bills wait for each other and never for one another's lock.
const register = statement<{ added: number; settled: Settled[] }>(
  'claims.register-bills',
  `with added as (
     insert into claims.bill (bill_code, bill_number, region_code, case_id, case_number, claimed_on, amount)
     select bill_code, bill_number, $5, $6, $7, claimed_on, amount
     from unnest($1::text[], $2::text[], $3::numeric[], $4::date[])
       as sent (bill_code, bill_number, amount, claimed_on)
     order by bill_code, bill_number
     on conflict (bill_code, bill_number) do nothing
     returning 1)
   select (select count(*)::int from added) as added, ${SETTLED}`,
)
const release = statement(
  'claims.release-bills',
  `delete from claims.bill where region_code = $1 and case_id = $2`,
)
const releaseSome = statement(
  'claims.release-some-bills',
  `delete from claims.bill using ${SENT.replace('$1', '$3').replace('$2', '$4')}
   where region_code = $1 and case_id = $2
     and bill.bill_code = sent.bill_code and bill.bill_number = sent.bill_number`,
)
const byNumber = statement<{ caseId: string }>(
  'claims.cases-by-bill-number',
  `select case_id as "caseId" from claims.bill where bill_number = $2 and region_code = $1
   order by claimed_on desc, case_id limit 100`,
)
const settle = statement(
  'claims.note-card-settlement',
  `insert into claims.card_settlement (bill_code, bill_number, region_code, settlement_id, hospital_name, settled_on)
   values ($1, $2, $3, $4, $5, $6) on conflict (bill_code, bill_number) do nothing`,
)

// A bill under claim is no bill to settle, and one settled elsewhere neither.
const settleMany = statement(
  'claims.note-card-settlements',
  `insert into claims.card_settlement (bill_code, bill_number, region_code, settlement_id, hospital_name, settled_on)
   select bill_code, bill_number, $1, settlement_id, hospital_name, settled_on
   from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[])
     as sent (bill_code, bill_number, settlement_id, hospital_name, settled_on)
   where not exists (select from claims.bill b
     where b.bill_code = sent.bill_code and b.bill_number = sent.bill_number)
   order by bill_code, bill_number
   on conflict (bill_code, bill_number) do nothing`,
)
const forget = statement(
  'claims.forget-card-settlement',
  `delete from claims.card_settlement
   where bill_code = $1 and bill_number = $2 and region_code = $3 and settlement_id = $4`,
)

export interface BillToRegister {
  readonly code: string
  readonly number: string
  /** yuan */
  readonly amount: string
  readonly claimedOn: PlainDate
}

type Key = Pick<BillToRegister, 'code' | 'number'>
// The registry keeps what tells bills apart, so that one typed with its leading zeros and without them is the same.
const codes = (bills: readonly Key[]) => bills.map(({ code }) => billIdentity(code))
const numbers = (bills: readonly Key[]) => bills.map(({ number }) => billIdentity(number))

/** What the registry knows of bills, whoever has them. */
export function knownBills(db: Db, bills: readonly Key[]) {
  return db.one(known, [codes(bills), numbers(bills)])
}

/** Registers bills; how many were free, and which were settled by card. Waits for a case that is just taking one of them. */
export function insertBills(
  db: Db,
  { regionCode, caseId }: CaseRef,
  bills: readonly BillToRegister[],
  caseNumber: string | null,
) {
  const amounts = bills.map(({ amount }) => amount)
  const days = bills.map(({ claimedOn }) => claimedOn)
  return db.one(register, [codes(bills), numbers(bills), amounts, days, regionCode, caseId, caseNumber])
}

export async function deleteBills(
  db: Db,
  { regionCode, caseId }: CaseRef,
  bills?: readonly Key[],
): Promise<void> {
  if (bills === undefined) await db.write(release, [regionCode, caseId])
  else await db.write(releaseSome, [regionCode, caseId, codes(bills), numbers(bills)])
}

export async function casesWithBill(db: Db, regionCode: string, number: string): Promise<string[]> {
  return (await db.many(byNumber, [regionCode, billIdentity(number)])).map(({ caseId }) => caseId)
}

/** Keeps that a bill was settled by card at the hospital, so that it cannot be claimed; 0 when that was known already. */
export function noteCardSettlement(
  db: Db,
  settlement: Settled & { readonly regionCode: string },
): Promise<number> {
  const { code, number, regionCode, settlementId, hospitalName, settledOn } = settlement
  const [billCode, billNumber] = [billIdentity(code), billIdentity(number)]
  return db.run(settle, [billCode, billNumber, regionCode, settlementId, hospitalName, settledOn])
}

/** Keeps that bills of one region were settled by card; how many were neither settled nor under claim before. */
export function noteCardSettlements(db: Db, regionCode: string, bills: readonly Settled[]): Promise<number> {
  return db.run(settleMany, [
    regionCode,
    codes(bills),
    numbers(bills),
    bills.map(({ settlementId }) => settlementId),
    bills.map(({ hospitalName }) => hospitalName),
    bills.map(({ settledOn }) => settledOn),
  ])
}

/** Frees the bill of a settlement that was taken back. */
export async function forgetCardSettlement(
  db: Db,
  regionCode: string,
  { code, number, settlementId }: Pick<Settled, 'code' | 'number' | 'settlementId'>,
): Promise<void> {
  await db.write(forget, [
    ...codes([{ code, number }]),
    ...numbers([{ code, number }]),
    regionCode,
    settlementId,
  ])
}
