import type {
  Accumulators,
  CareKind,
  ChainUsed,
  Insurance,
  MaternityBenefit,
  PersonClass,
} from '@yichuang/benefits'
import { formatYuan, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { ChainFacts } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { Balance, Taken } from '../personal-accounts/index.ts'

/** By the names of the national interface, as the columns are. */
export const AMOUNTS = [
  'medfee_sumamt',
  'fulamt_ownpay_amt',
  'overlmt_selfpay',
  'preselfpay_amt',
  'inscp_scp_amt',
  'act_pay_dedc',
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
  'fund_pay_sumamt',
  'psn_part_amt',
  'acct_pay',
  'acct_mulaid_pay',
  'psn_cash_pay',
] as const
export type AmountName = (typeof AMOUNTS)[number]
export type SettledAmounts = Readonly<Record<AmountName, Fen>>

/** What a year has used of those who pay after the basic fund, and of diseases with caps of their own. */
export type LaterUsed = Pick<ChainUsed, 'stages' | 'diseases'>

/** What a relative's account held before a settlement, and the fen taken from its parts. */
export interface FamilyUse extends Omit<Taken, 'personId' | 'settlementId'> {
  readonly shareId: string
  readonly holderId: string
}

/** What a settlement rests on: rules and year before it; working it out again from these gives the same amounts. */
export interface Workings {
  readonly pack: { readonly id: string; readonly hash: string }
  readonly facts: ChainFacts
  readonly before: Accumulators
  readonly after: Accumulators
  /** the same of those who pay after the basic fund; absent where it pays alone */
  readonly later?: { readonly before: LaterUsed; readonly after: LaterUsed }
  /** fen taken from the parts of the personal account, and what it held before; absent when nothing was taken */
  readonly account?: { readonly held: Balance; readonly currentYear: Fen; readonly pastYears: Fen }
  /** the same of relatives' accounts (家庭共济), in the order in which they paid; absent when nothing was taken */
  readonly family?: readonly FamilyUse[]
  /** relief measures the rules rest on; absent when there are none */
  readonly measures?: readonly { readonly id: string; readonly activation: string }[]
  /** maternity care, which is paid by the kind of birth; its year stays as it was */
  readonly maternity?: { readonly benefit: MaternityBenefit; readonly kind: string }
  /** settled while the stay goes on (中途结算) */
  readonly mid?: true
  /** what earlier settlements of the same stay have deducted: it is one admission */
  readonly transferred?: { readonly admission: number; readonly deducted: Fen }
}

export interface SettlementRow {
  readonly settlementId: string
  readonly visitId: string
  readonly institutionCode: string
  readonly personId: string
  readonly insurance: Insurance
  readonly personClass: PersonClass
  readonly careKind: CareKind
  readonly year: number
  readonly chargeBatch: string
  readonly msgid: string
  readonly settledOn: PlainDate
  readonly settledAt: Date
  readonly medType: string
  readonly clrType: string
  readonly voucherKind: string
  readonly invoice: string | null
  readonly amounts: SettledAmounts
  readonly workings: Workings
  readonly cancels: string | null
  readonly cancelledBy: string | null
  /** the agency's correction that changed what it gives */
  readonly correctedBy?: string | null
}

const TEXTS = `settlement_id text, visit_id text, institution_code text, person_id uuid, insurance text,
  person_class text, care_kind text, year int, charge_batch text, msgid text, settled_on date, settled_at timestamptz,
  med_type text, clr_type text, voucher_kind text, invoice text, workings json, cancels text`
const NAMES = TEXTS.replace(/\s+/g, ' ')
  .split(', ')
  .map((column) => column.split(' ')[0]!)
  .concat(AMOUNTS)
  .join(', ')
const FOUND = `settlement_id as "settlementId", visit_id as "visitId", institution_code as "institutionCode",
  person_id as "personId", insurance, person_class as "personClass", care_kind as "careKind", year,
  charge_batch as "chargeBatch", msgid, settled_on as "settledOn", settled_at as "settledAt", med_type as "medType",
  clr_type as "clrType", voucher_kind as "voucherKind", invoice, workings, cancels, cancelled_by as "cancelledBy",
  corrected_by as "correctedBy",
  ${AMOUNTS.join(', ')}`

type Stored = Omit<SettlementRow, 'amounts'> & Record<AmountName, string>

const add = statement(
  'settlement.add-settlements',
  `insert into settlement.settlement (region_code, ${NAMES})
   select $1, ${NAMES} from json_to_recordset($2::json)
     as sent (${TEXTS}, ${AMOUNTS.map((name) => `${name} numeric`).join(', ')})`,
)
const byId = statement<Stored>(
  'settlement.settlement-by-id',
  `select ${FOUND} from settlement.settlement where region_code = $1 and settlement_id = $2`,
)
const lock = statement<Stored>(
  'settlement.lock-settlement',
  `select ${FOUND} from settlement.settlement where region_code = $1 and settlement_id = $2 for update`,
)
const cancel = statement(
  'settlement.mark-cancelled',
  `update settlement.settlement set cancelled_by = $3
   where region_code = $1 and settlement_id = $2 and cancelled_by is null`,
)
const ofVisit = statement<Stored>(
  'settlement.settlements-of-visit',
  `select ${FOUND} from settlement.settlement where region_code = $1 and visit_id = $2 order by settlement_id`,
)

// By visit, because visits have an index by person.
const standing = statement<Stored>(
  'settlement.standing-of-person',
  `select ${FOUND} from settlement.settlement
   where region_code = $1 and insurance = $3 and year = $4 and cancels is null and cancelled_by is null
     and visit_id = any(array(select v.visit_id from settlement.visit v where v.region_code = $1 and v.person_id = $2))
   order by settled_at, settlement_id limit 5000`,
)
const correct = statement(
  'settlement.mark-corrected',
  `update settlement.settlement set corrected_by = $3
   where region_code = $1 and settlement_id = any($2::text[]) and cancelled_by is null`,
)

export async function insertSettlements(
  db: Db,
  regionCode: string,
  settlements: readonly Omit<SettlementRow, 'cancelledBy'>[],
): Promise<void> {
  await db.write(add, [regionCode, JSON.stringify(settlements.map(columns))])
}

function columns(row: Omit<SettlementRow, 'cancelledBy'>): Record<string, unknown> {
  const record: Record<string, unknown> = {
    settlement_id: row.settlementId,
    visit_id: row.visitId,
    institution_code: row.institutionCode,
    person_id: row.personId,
    insurance: row.insurance,
    person_class: row.personClass,
    care_kind: row.careKind,
    year: row.year,
    charge_batch: row.chargeBatch,
    msgid: row.msgid,
    settled_on: row.settledOn,
    settled_at: row.settledAt,
    med_type: row.medType,
    clr_type: row.clrType,
    voucher_kind: row.voucherKind,
    invoice: row.invoice,
    workings: row.workings,
    cancels: row.cancels,
  }
  for (const name of AMOUNTS) record[name] = formatYuan(row.amounts[name])
  return record
}

export async function findSettlement(db: Db, regionCode: string, settlementId: string) {
  const row = await db.maybe(byId, [regionCode, settlementId])
  return row && settlement(row)
}

/** The same, and nobody else can take it back before this transaction ends. */
export async function lockSettlement(db: Db, regionCode: string, settlementId: string) {
  const row = await db.maybe(lock, [regionCode, settlementId])
  return row && settlement(row)
}

export function markCancelled(db: Db, regionCode: string, settlementId: string, by: string): Promise<number> {
  return db.run(cancel, [regionCode, settlementId, by])
}

/** Settlements of a person in a year that nobody has taken back, in the order they were settled. */
export async function standingOf(
  db: Db,
  regionCode: string,
  personId: string,
  { insurance, year }: { readonly insurance: Insurance; readonly year: number },
) {
  return (await db.many(standing, [regionCode, personId, insurance, year])).map(settlement)
}

/** Notes the agency's correction on settlements that stand; how many they were. */
export function markCorrected(
  db: Db,
  regionCode: string,
  settlementIds: readonly string[],
  correctionId: string,
): Promise<number> {
  return db.run(correct, [regionCode, settlementIds, correctionId])
}

/** Settlements of a visit and their cancellations, in order. */
export async function settlementsOfVisit(db: Db, regionCode: string, visitId: string) {
  return (await db.many(ofVisit, [regionCode, visitId])).map(settlement)
}

function settlement(row: Stored): SettlementRow {
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, yuan(row[name])])) as SettledAmounts
  return { ...row, amounts }
}
