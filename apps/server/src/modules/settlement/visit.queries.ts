import type { Insurance, PersonClass } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface VisitRow {
  readonly visitId: string
  readonly institutionCode: string
  readonly personId: string
  readonly insurance: Insurance
  readonly personClass: PersonClass
  readonly kind: 'outpatient' | 'pharmacy' | 'inpatient'
  readonly visitNo: string
  /** day of care */
  readonly beganOn: PlainDate
  readonly medType: string | null
  readonly cancelled: boolean
  readonly version: number
}

/** What was registered beside it. */
export interface Registered {
  readonly begntime: string
  readonly voucher: string
  readonly department: string
  readonly departmentCode: string
  readonly specialty: string
  readonly doctor?: string | undefined
  readonly doctorCode?: string | undefined
}

const COLUMNS = `v.visit_id as "visitId", v.institution_code as "institutionCode", v.person_id as "personId", v.insurance,
  v.person_class as "personClass", v.kind, v.visit_no as "visitNo", v.began_on as "beganOn", v.med_type as "medType",
  v.cancelled, v.version`

const byIds = statement<VisitRow>(
  'settlement.visits-by-id',
  `select ${COLUMNS} from settlement.visit v where v.region_code = $1 and v.visit_id = any($2::text[])`,
)
const add = statement(
  'settlement.add-visits',
  `insert into settlement.visit (region_code, visit_id, institution_code, person_id, insurance, person_class, kind,
     visit_no, began_on, med_type, cancelled, registered, version, registered_at)
   select $1, visit_id, institution_code, person_id, insurance, person_class, kind, visit_no, began_on, med_type, false,
     registered, 0, $2
   from unnest($3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[],
     $11::text[], $12::json[])
     as sent (visit_id, institution_code, person_id, insurance, person_class, kind, visit_no, began_on, med_type,
       registered)`,
)
// A plan made while there are few visits must still look up each of many by its key, hence `any` beside the join.
const find = statement(
  'settlement.note-findings',
  `update settlement.visit v set med_type = sent.med_type, findings = sent.findings, version = v.version + 1
   from unnest($2::text[], $3::int[], $4::text[], $5::json[]) as sent (visit_id, version, med_type, findings)
   where v.region_code = $1 and v.visit_id = any($2::text[])
     and v.visit_id = sent.visit_id and v.version = sent.version`,
)
const touch = statement(
  'settlement.touch-visits',
  `update settlement.visit v set version = v.version + 1
   from unnest($2::text[], $3::int[]) as sent (visit_id, version)
   where v.region_code = $1 and v.visit_id = any($2::text[])
     and v.visit_id = sent.visit_id and v.version = sent.version`,
)
const cancel = statement(
  'settlement.cancel-visit',
  `update settlement.visit set cancelled = true, version = version + 1
   where region_code = $1 and visit_id = $2 and version = $3`,
)
const ofPerson = statement<VisitRow & { registered: Registered; findings: Findings | null }>(
  'settlement.visits-of-person',
  `select ${COLUMNS}, v.registered, v.findings from settlement.visit v
   where v.region_code = $1 and v.person_id = $2 and v.institution_code = $3
     and ($4::date is null or v.began_on >= $4) and ($5::date is null or v.began_on <= $5)
     and ($6::text is null or v.visit_id = $6)
   order by v.visit_id desc limit 200`,
)
const findingsOf = statement<{ findings: Findings | null }>(
  'settlement.findings-of-visit',
  `select findings from settlement.visit where region_code = $1 and visit_id = $2 and institution_code = $3`,
)

/** What 2203 said, as sent. */
export interface Findings {
  readonly complaint?: string | undefined
  readonly diseaseCode?: string | undefined
  readonly diseaseName?: string | undefined
  /** 生育类别 and 计划生育手术类别 */
  readonly matn?: string | undefined
  readonly birctrl?: string | undefined
  readonly diagnoses: readonly Readonly<Record<string, unknown>>[]
}

/** Visits of a region by their ids. */
export async function visitsById(
  db: Db,
  regionCode: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisitRow>> {
  const rows = await db.many(byIds, [regionCode, [...new Set(ids)]])
  return new Map(rows.map((row) => [row.visitId, row]))
}

export type NewVisit = Omit<VisitRow, 'cancelled' | 'version'> & { readonly registered: Registered }

export async function insertVisits(
  db: Db,
  regionCode: string,
  at: Date,
  visits: readonly NewVisit[],
): Promise<void> {
  await db.write(add, [
    regionCode,
    at,
    visits.map(({ visitId }) => visitId),
    visits.map(({ institutionCode }) => institutionCode),
    visits.map(({ personId }) => personId),
    visits.map(({ insurance }) => insurance),
    visits.map(({ personClass }) => personClass),
    visits.map(({ kind }) => kind),
    visits.map(({ visitNo }) => visitNo),
    visits.map(({ beganOn }) => beganOn),
    visits.map(({ medType }) => medType),
    visits.map(({ registered }) => JSON.stringify(registered)),
  ])
}

/** Keeps what was found at visits nobody changed since; how many there were. */
export function noteFindings(
  db: Db,
  regionCode: string,
  found: readonly {
    readonly visit: VisitRow
    readonly medType: string
    readonly findings: Findings
  }[],
): Promise<number> {
  return db.run(find, [
    regionCode,
    found.map(({ visit }) => visit.visitId),
    found.map(({ visit }) => visit.version),
    found.map(({ medType }) => medType),
    found.map(({ findings }) => JSON.stringify(findings)),
  ])
}

/** Counts a change of the fees of visits nobody changed since; how many there were. */
export function touchVisits(db: Db, regionCode: string, visits: readonly VisitRow[]): Promise<number> {
  return db.run(touch, [
    regionCode,
    visits.map(({ visitId }) => visitId),
    visits.map(({ version }) => version),
  ])
}

export function cancelVisit(db: Db, regionCode: string, { visitId, version }: VisitRow): Promise<number> {
  return db.run(cancel, [regionCode, visitId, version])
}

/** A person's visits at one institution, newest first, at most two hundred. */
export function visitsOfPerson(
  db: Db,
  regionCode: string,
  asked: {
    readonly personId: string
    readonly institutionCode: string
    readonly from?: PlainDate | undefined
    readonly to?: PlainDate | undefined
    readonly visitId?: string | undefined
  },
) {
  const { personId, institutionCode, from, to, visitId } = asked
  return db.many(ofPerson, [regionCode, personId, institutionCode, from ?? null, to ?? null, visitId ?? null])
}

export async function findingsOfVisit(db: Db, regionCode: string, visitId: string, institutionCode: string) {
  return (await db.maybe(findingsOf, [regionCode, visitId, institutionCode]))?.findings ?? undefined
}
