import { formatYuan, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { ApplicationRow, DeductionRow, FundRow } from './application-row.ts'
import type { FundSums } from './sums.ts'

const FUND = `application_id as "applicationId", insurance, payer, applied, deducted, deposit, offset_sum as "offset", payable`
const sent = `json_to_recordset($3::json) as sent (insurance text, payer text, applied numeric, deducted numeric,
  deposit numeric, "offset" numeric, payable numeric)`

const addFunds = statement(
  'clearing.add-funds',
  `insert into clearing.application_fund (region_code, application_id, insurance, payer, applied, deducted, deposit,
     offset_sum, payable)
   select $1, $2::uuid, insurance, payer, applied, deducted, deposit, "offset", payable from ${sent}`,
)
const changeFunds = statement(
  'clearing.change-funds',
  `update clearing.application_fund f
   set deducted = sent.deducted, deposit = sent.deposit, offset_sum = sent."offset", payable = sent.payable
   from ${sent}
   where f.region_code = $1 and f.application_id = $2::uuid and f.insurance = sent.insurance and f.payer = sent.payer`,
)
const fundsOf = statement<FundRow>(
  'clearing.funds-of',
  `select ${FUND} from clearing.application_fund where region_code = $1 and application_id = any ($2::uuid[])
   order by application_id, insurance, payer`,
)
const dropDeductions = statement(
  'clearing.drop-deductions',
  `delete from clearing.deduction where region_code = $1 and application_id = $2`,
)
const addDeductions = statement(
  'clearing.add-deductions',
  `insert into clearing.deduction (region_code, application_id, seq, insurance, payer, amount, reason, clause, settlement_id)
   select $1, $2::uuid, seq, insurance, payer, amount, reason, clause, "settlementId"
   from json_to_recordset($3::json) as sent (seq int, insurance text, payer text, amount numeric, reason text, clause text,
     "settlementId" text)`,
)
const deductionsOf = statement<DeductionRow>(
  'clearing.deductions-of',
  `select application_id as "applicationId", seq, insurance, payer, amount, reason, clause, settlement_id as "settlementId"
   from clearing.deduction where region_code = $1 and application_id = any ($2::uuid[]) order by application_id, seq`,
)
// Two applications of one institution must see each other's days.
const lock = statement(
  'clearing.lock-institution',
  `select pg_advisory_xact_lock(hashtextextended('clearing ' || $1 || $2, 0))`,
)
const cover = statement(
  'clearing.cover-closings',
  `insert into clearing.closing (region_code, institution_code, clr_type, day, seq, application_id)
   select $1, $2, $3, day, seq, $6::uuid from unnest($4::date[], $5::int[]) as sent (day, seq)`,
)
const free = statement(
  'clearing.free-closings',
  `delete from clearing.closing where region_code = $1 and application_id = $2`,
)
const covered = statement<Covered>(
  'clearing.closings-covered',
  `select day, seq, clr_type as "clrType", application_id as "applicationId" from clearing.closing
   where region_code = $1 and institution_code = $2 and day between $3 and $4 order by clr_type, day, seq`,
)

/** A closing of a day that is in an application. */
export interface Covered {
  readonly day: PlainDate
  readonly seq: number
  readonly clrType: string
  readonly applicationId: string
}

/** Lets nobody else apply for an institution before this transaction ends. */
export const lockInstitution = (db: Db, regionCode: string, institutionCode: string) =>
  db.run(lock, [regionCode, institutionCode])

export async function insertFunds(db: Db, regionCode: string, id: string, funds: readonly FundSums[]) {
  await db.run(addFunds, [regionCode, id, texts(funds)])
}
export async function updateFunds(db: Db, regionCode: string, id: string, funds: readonly FundSums[]) {
  if ((await db.run(changeFunds, [regionCode, id, texts(funds)])) !== funds.length)
    throw new Error(`Application ${id} has other funds than were reviewed`)
}
const texts = (funds: readonly FundSums[]) =>
  JSON.stringify(
    funds.map(({ insurance, payer, ...sums }) => ({
      insurance,
      payer,
      ...Object.fromEntries(Object.entries(sums).map(([name, amount]) => [name, formatYuan(amount)])),
    })),
  )

export const fundsOfApplications = (db: Db, regionCode: string, ids: readonly string[]) =>
  db.many(fundsOf, [regionCode, ids])

/** Puts the deductions of a review in the place of those of an earlier one. */
export async function replaceDeductions(
  db: Db,
  regionCode: string,
  id: string,
  deductions: readonly Omit<DeductionRow, 'applicationId'>[],
): Promise<void> {
  await db.run(dropDeductions, [regionCode, id])
  if (deductions.length > 0) await db.run(addDeductions, [regionCode, id, JSON.stringify(deductions)])
}
export const deductionsOfApplications = (db: Db, regionCode: string, ids: readonly string[]) =>
  db.many(deductionsOf, [regionCode, ids])

export async function coverClosings(
  db: Db,
  regionCode: string,
  row: Pick<ApplicationRow, 'applicationId' | 'institutionCode' | 'clrType'>,
  closings: readonly Pick<Covered, 'day' | 'seq'>[],
): Promise<void> {
  const [days, seqs] = [closings.map(({ day }) => day), closings.map(({ seq }) => seq)]
  await db.run(cover, [regionCode, row.institutionCode, row.clrType, days, seqs, row.applicationId])
}
export const freeClosings = (db: Db, regionCode: string, id: string) => db.run(free, [regionCode, id])
/** The closings of an institution's days that are in applications. */
export const closingsCovered = (
  db: Db,
  regionCode: string,
  institutionCode: string,
  from: PlainDate,
  to: PlainDate,
) => db.many(covered, [regionCode, institutionCode, from, to])
