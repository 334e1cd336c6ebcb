import type { Insurance } from '@yichuang/benefits'
import { yuan, type Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { ClassedLine, SentLine } from './fee-lines.ts'

/** What was settled of a person in a year under one 医疗类别, and stands. */
export interface SettledKind {
  readonly insurance: Insurance
  readonly medType: string
  readonly visits: number
  readonly total: Fen
}

/** Lines of one batch of settled chronic-disease care, and where it was. */
export interface ChronicLines {
  readonly institutionCode: string
  readonly medType: string
  readonly beganOn: string
  readonly sent: readonly SentLine[]
  readonly classed: readonly ClassedLine[]
}

// By visit, because visits have an index by person.
const OF_PERSON = `any(array(select v.visit_id from settlement.visit v where v.region_code = $1 and v.person_id = $2))`

const byMedType = statement<Omit<SettledKind, 'total'> & { total: string }>(
  'settlement.settled-by-med-type',
  `select insurance, med_type as "medType", count(distinct visit_id)::int as visits, sum(medfee_sumamt)::text as total
   from settlement.settlement
   where region_code = $1 and visit_id = ${OF_PERSON} and year = $3 and cancels is null and cancelled_by is null
   group by insurance, med_type order by insurance, med_type`,
)
const chronic = statement<ChronicLines>(
  'settlement.chronic-lines',
  `select s.institution_code as "institutionCode", s.med_type as "medType", v.began_on as "beganOn", f.sent, f.classed
   from settlement.visit v
   join settlement.settlement s on s.region_code = $1 and s.visit_id = v.visit_id
   join settlement.fees f on f.region_code = $1 and f.visit_id = v.visit_id and f.settlement_id = s.settlement_id
   where v.region_code = $1 and v.person_id = $2 and s.med_type = $3 and s.cancels is null and s.cancelled_by is null
     and ($4::text is null or v.institution_code = $4)
   order by s.settlement_id desc, f.upload_id limit 1000`,
)

/** What was settled of a person in a year and stands, by insurance and 医疗类别. One statement. */
export async function settledByMedType(
  db: Db,
  regionCode: string,
  personId: string,
  year: number,
): Promise<SettledKind[]> {
  const rows = await db.many(byMedType, [regionCode, personId, year])
  return rows.map((row) => ({ ...row, total: yuan(row.total) }))
}

/** The lines of a person's settled care of one 医疗类别, newest first: at one institution, or at all. One statement. */
export function linesOfMedType(
  db: Db,
  regionCode: string,
  personId: string,
  asked: { readonly medType: string; readonly institutionCode: string | undefined },
): Promise<ChronicLines[]> {
  return db.many(chronic, [regionCode, personId, asked.medType, asked.institutionCode ?? null])
}
