import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { statement } from '../../../platform/statement.ts'
import type { Findings, Registered, VisitRow } from '../visit.queries.ts'

/** A settlement as lists show it; money is yuan as text. */
export interface ToldRow {
  readonly settlementId: string
  readonly visitId: string
  readonly personId: string
  readonly institutionCode: string
  readonly kind: VisitRow['kind']
  readonly careFrom: PlainDate
  readonly settledOn: PlainDate
  readonly settledAt: Date
  readonly midway: boolean
  readonly total: string
  readonly fund: string
  readonly account: string
  readonly cash: string
  readonly cancelledBy: string | null
  readonly cancelledOn: PlainDate | null
}

/** What else its page shows of the visit. */
export interface ToldVisit {
  readonly visitNo: string
  readonly registered: Partial<Registered>
  readonly findings: Findings | null
}

/** The place a list goes on from: everything before this visit, and of this visit before this settlement. */
export interface ToldPlace {
  readonly visitId: string
  readonly settlementId: string
}

const COLUMNS = `s.settlement_id as "settlementId", s.visit_id as "visitId", s.person_id as "personId",
  s.institution_code as "institutionCode", v.kind, v.began_on as "careFrom", s.settled_on as "settledOn",
  s.settled_at as "settledAt", coalesce((s.workings ->> 'mid')::boolean, false) as midway, s.medfee_sumamt as total,
  s.fund_pay_sumamt as fund, s.acct_pay as account, s.psn_cash_pay as cash, s.cancelled_by as "cancelledBy",
  c.settled_on as "cancelledOn"`
const TABLES = `settlement.visit v
   join settlement.settlement s on s.region_code = v.region_code and s.visit_id = v.visit_id and s.cancels is null
   left join settlement.settlement c on c.region_code = s.region_code and c.settlement_id = s.cancelled_by`

// By visit, because visits have an index by person: one on settlements would cost every settlement a write.
const ofPerson = statement<ToldRow>(
  'settlement.told-of-person',
  `select ${COLUMNS} from ${TABLES}
   where v.region_code = $1 and v.person_id = $2 and v.visit_id <= $3 and (v.visit_id, s.settlement_id) < ($3, $4)
   order by v.visit_id desc, s.settlement_id desc limit $5`,
)
const byId = statement<ToldRow & ToldVisit>(
  'settlement.told-by-id',
  `select ${COLUMNS}, v.visit_no as "visitNo", v.registered, v.findings
   from ${TABLES} where v.region_code = $1 and s.settlement_id = $2`,
)

/** Settlements of a person, newest visit first. */
export function settlementsOfPerson(
  db: Db,
  regionCode: string,
  personId: string,
  before: ToldPlace,
  limit: number,
): Promise<ToldRow[]> {
  return db.many(ofPerson, [regionCode, personId, before.visitId, before.settlementId, limit])
}

export function toldById(db: Db, regionCode: string, settlementId: string) {
  return db.maybe(byId, [regionCode, settlementId])
}
