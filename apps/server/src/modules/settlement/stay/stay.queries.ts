import type { Insurance } from '@yichuang/benefits'
import { formatYuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { statement } from '../../../platform/statement.ts'
import type { ClassedLine, SentLine } from '../fee-lines.ts'
import type { VisitRow } from '../visit.queries.ts'

/** A stay, beside its visit. */
export interface StayRow {
  readonly open: boolean
  readonly dischargedOn: PlainDate | null
  readonly diedOn: PlainDate | null
}

/** One upload of fees that no settlement has paid yet. */
export interface OpenUpload {
  readonly uploadId: string
  readonly sent: readonly SentLine[]
  readonly classed: readonly ClassedLine[]
}

// Whoever admits second finds the bed taken: the partial index holds one open stay for a person.
const add = statement(
  'settlement.add-stay',
  `insert into settlement.stay (region_code, visit_id, person_id, institution_code, open) values ($1, $2, $3, $4, true)
   on conflict (region_code, person_id) where open do nothing`,
)
const openOf = statement<{ visitId: string; institutionCode: string; beganOn: PlainDate }>(
  'settlement.open-stay-of-person',
  `select s.visit_id as "visitId", s.institution_code as "institutionCode", v.began_on as "beganOn"
   from settlement.stay s join settlement.visit v on v.region_code = s.region_code and v.visit_id = s.visit_id
   where s.region_code = $1 and s.person_id = $2 and s.open`,
)
const byVisit = statement<StayRow>(
  'settlement.stay-by-visit',
  `select open, discharged_on as "dischargedOn", died_on as "diedOn" from settlement.stay
   where region_code = $1 and visit_id = $2 for update`,
)
const close = statement(
  'settlement.discharge-stay',
  `update settlement.stay set open = false, discharged_on = $3, discharge = $4::json, died_on = $5
   where region_code = $1 and visit_id = $2 and open`,
)
const reopen = statement(
  'settlement.reopen-stay',
  `update settlement.stay s set open = true, discharged_on = null, discharge = null, died_on = null
   where s.region_code = $1 and s.visit_id = $2 and not exists (
     select from settlement.stay o where o.region_code = $1 and o.person_id = s.person_id and o.open)`,
)
const remove = statement(
  'settlement.take-stay-back',
  `update settlement.stay set open = false where region_code = $1 and visit_id = $2`,
)
const change = statement(
  'settlement.change-admission',
  `update settlement.visit set visit_no = $4, began_on = $5, med_type = $6, registered = $7::json, findings = $8::json,
     version = version + 1
   where region_code = $1 and visit_id = $2 and version = $3`,
)
const uploads = statement<OpenUpload>(
  'settlement.open-uploads',
  `select upload_id as "uploadId", sent, classed from settlement.fees
   where region_code = $1 and visit_id = $2 and settlement_id is null order by upload_id`,
)
const rewrite = statement(
  'settlement.rewrite-upload',
  `update settlement.fees set serials = $4, sent = $5::json, classed = $6::json, total = $7
   where region_code = $1 and visit_id = $2 and upload_id = $3 and settlement_id is null`,
)
const drop = statement(
  'settlement.drop-upload',
  `delete from settlement.fees
   where region_code = $1 and visit_id = $2 and upload_id = $3 and settlement_id is null`,
)
const inWard = statement<{
  visitId: string
  beganOn: PlainDate
  insurance: Insurance
  medType: string | null
  visitNo: string
}>(
  'settlement.stays-in-ward',
  `select v.visit_id as "visitId", v.began_on as "beganOn", v.insurance, v.med_type as "medType", v.visit_no as "visitNo"
   from settlement.stay s join settlement.visit v on v.region_code = s.region_code and v.visit_id = s.visit_id
   where s.region_code = $1 and s.person_id = $2 and s.open and v.began_on between $3 and $4`,
)

/** Opens a stay, unless the person has an open one. */
export async function insertStay(
  db: Db,
  regionCode: string,
  visit: Pick<VisitRow, 'visitId' | 'personId' | 'institutionCode'>,
) {
  return (await db.run(add, [regionCode, visit.visitId, visit.personId, visit.institutionCode])) > 0
}
export const openStayOf = (db: Db, regionCode: string, personId: string) =>
  db.maybe(openOf, [regionCode, personId])
/** The stay of a visit, held until the end of the transaction: what happens to one stay happens one after another. */
export const lockStay = (db: Db, regionCode: string, visitId: string) =>
  db.one(byVisit, [regionCode, visitId])
export const closeStay = (
  db: Db,
  regionCode: string,
  visitId: string,
  { on, said, diedOn }: { readonly on: PlainDate; readonly said: object; readonly diedOn: PlainDate | null },
) => db.run(close, [regionCode, visitId, on, JSON.stringify(said), diedOn])
/** Opens a discharged stay again; 0 when the person lies elsewhere by now. */
export const reopenStay = (db: Db, regionCode: string, visitId: string) =>
  db.run(reopen, [regionCode, visitId])
export const takeStayBack = (db: Db, regionCode: string, visitId: string) =>
  db.run(remove, [regionCode, visitId])

export function changeAdmission(
  db: Db,
  regionCode: string,
  { visitId, version }: VisitRow,
  to: {
    readonly visitNo: string
    readonly beganOn: PlainDate
    readonly medType: string
    readonly registered: object
    readonly findings: object
  },
): Promise<number> {
  const [registered, findings] = [JSON.stringify(to.registered), JSON.stringify(to.findings)]
  return db.run(change, [
    regionCode,
    visitId,
    version,
    to.visitNo,
    to.beganOn,
    to.medType,
    registered,
    findings,
  ])
}

export const openUploads = (db: Db, regionCode: string, visitId: string) =>
  db.many(uploads, [regionCode, visitId])

/** Keeps what is left of an upload; deletes it when nothing is. */
export function rewriteUpload(
  db: Db,
  regionCode: string,
  visitId: string,
  { uploadId, sent, classed }: OpenUpload,
  total: Fen,
): Promise<number> {
  if (classed.length === 0) return db.run(drop, [regionCode, visitId, uploadId])
  const serials = classed.map(({ sn }) => sn)
  const lines = [JSON.stringify(sent), JSON.stringify(classed), formatYuan(total)]
  return db.run(rewrite, [regionCode, visitId, uploadId, serials, ...lines])
}

/** Stays somebody is in, begun within days. */
export const staysInWard = (db: Db, regionCode: string, personId: string, from: PlainDate, to: PlainDate) =>
  db.many(inWard, [regionCode, personId, from, to])
