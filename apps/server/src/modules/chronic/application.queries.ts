import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { ApplicationRow, NewApplication } from './row.ts'

const columns = `region_code as "regionCode", application_id as "applicationId", number, person_id as "personId",
  person_name as "personName", id_number_masked as "idNumberMasked", way, class_id as "classId",
  disease_name as "diseaseName", disease_code as "diseaseCode", cause, hospital_code as "hospitalCode",
  hospital_name as "hospitalName", doctor_code as "doctorCode", doctor_name as "doctorName", note,
  identified_on as "identifiedOn", collected_on as "collectedOn", month, benefit_from as "benefitFrom", source, state, round,
  decided_on as "decidedOn", decided_by as "decidedBy", reason`

const add = statement(
  'chronic.add-application',
  `insert into chronic.application (region_code, application_id, number, person_id, person_name, id_number_masked, way,
     class_id, disease_name, disease_code, cause, hospital_code, hospital_name, doctor_code, doctor_name, note,
     identified_on, collected_on, month, benefit_from, source, state, round, decided_on, decided_by, reason,
     collected_by_name, at, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
     $25, $26, $27, $28, 0)`,
)
const byId = statement<ApplicationRow>(
  'chronic.application-by-id',
  `select ${columns} from chronic.application where region_code = $1 and application_id = $2`,
)
const byNumber = statement<ApplicationRow>(
  'chronic.application-by-number',
  `select ${columns} from chronic.application where region_code = $1 and number = $2`,
)
const lock = statement<ApplicationRow>(
  'chronic.lock-application',
  `select ${columns} from chronic.application where region_code = $1 and application_id = $2 for update`,
)
const ofPerson = statement<ApplicationRow>(
  'chronic.applications-of-person',
  `select ${columns} from chronic.application where region_code = $1 and person_id = $2
   order by application_id desc limit 100`,
)
const list = statement<ApplicationRow>(
  'chronic.applications',
  `select ${columns} from chronic.application
   where region_code = $1 and ($2::text is null or month = $2) and application_id < $3
   order by application_id desc limit $4`,
)
const listOfHospital = statement<ApplicationRow>(
  'chronic.applications-of-hospital',
  `select ${columns} from chronic.application
   where region_code = $1 and hospital_code = $2 and ($3::text is null or month = $3) and application_id < $4
   order by application_id desc limit $5`,
)
const collected = statement<ApplicationRow>(
  'chronic.collected-in-month',
  `select ${columns} from chronic.application
   where region_code = $1 and hospital_code = $2 and month = $3 and state = 'collected'
   order by application_id for update`,
)
const toDecide = statement<ApplicationRow>(
  'chronic.applications-to-decide',
  `select ${columns} from chronic.application where region_code = $1 and state = 'handed-over'
   order by application_id limit 500`,
)
const months = statement<MonthCount>(
  'chronic.months',
  `select hospital_code as "hospitalCode", min(hospital_name) as "hospitalName", month,
     count(*) filter (where state = 'collected')::int as collected,
     count(*) filter (where state <> 'collected' and state <> 'withdrawn')::int as "handedOver",
     coalesce(array_agg(application_id) filter (where state = 'collected'), '{}') as open
   from chronic.application
   where region_code = $1 and ($2::text is null or hospital_code = $2) and way = 'monthly' and month >= $3
   group by hospital_code, month order by month desc, hospital_code limit 1000`,
)
const settle = statement(
  'chronic.settle-application',
  `update chronic.application
   set state = $3, round = $4, decided_on = $5, decided_by = $6, reason = $7, version = version + 1
   where region_code = $1 and application_id = $2`,
)

export interface MonthCount {
  readonly hospitalCode: string
  readonly hospitalName: string
  readonly month: string
  readonly collected: number
  readonly handedOver: number
  readonly open: readonly string[]
}

export async function insertApplication(db: Db, row: NewApplication): Promise<void> {
  await db.run(add, [
    row.regionCode,
    row.applicationId,
    row.number,
    row.personId,
    row.personName,
    row.idNumberMasked,
    row.way,
    row.classId,
    row.diseaseName,
    row.diseaseCode,
    row.cause,
    row.hospitalCode,
    row.hospitalName,
    row.doctorCode,
    row.doctorName,
    row.note,
    row.identifiedOn,
    row.collectedOn,
    row.month,
    row.benefitFrom,
    row.source,
    row.state,
    row.round,
    row.decidedOn,
    row.decidedBy,
    row.reason,
    row.collectedByName,
    row.at,
  ])
}

export function selectApplication(db: Db, regionCode: string, applicationId: string) {
  return db.maybe(byId, [regionCode, applicationId])
}

export function selectApplicationByNumber(db: Db, regionCode: string, number: string) {
  return db.maybe(byNumber, [regionCode, number])
}

/** The row, held until the transaction ends. */
export function lockApplication(db: Db, regionCode: string, applicationId: string) {
  return db.maybe(lock, [regionCode, applicationId])
}

export function selectOfPerson(db: Db, regionCode: string, personId: string): Promise<ApplicationRow[]> {
  return db.many(ofPerson, [regionCode, personId])
}

/** Applications older than one, newest first; of one hospital, or of the city. */
export function selectApplications(
  db: Db,
  regionCode: string,
  of: {
    readonly hospitalCode?: string
    readonly month?: string
    readonly before: string
    readonly limit: number
  },
): Promise<ApplicationRow[]> {
  const { hospitalCode, month, before, limit } = of
  if (hospitalCode === undefined) return db.many(list, [regionCode, month ?? null, before, limit])
  return db.many(listOfHospital, [regionCode, hospitalCode, month ?? null, before, limit])
}

/** What a hospital collected in a month and has not handed over, held until the transaction ends. */
export function lockCollected(db: Db, regionCode: string, hospitalCode: string, month: string) {
  return db.many(collected, [regionCode, hospitalCode, month])
}

export function selectToDecide(db: Db, regionCode: string): Promise<ApplicationRow[]> {
  return db.many(toDecide, [regionCode])
}

/** Months since one, of a hospital or of all, with how much was collected and handed over. */
export function selectMonths(db: Db, regionCode: string, hospitalCode: string | null, since: string) {
  return db.many(months, [regionCode, hospitalCode, since])
}

/** Stores what became of an application. */
export async function updateApplication(
  db: Db,
  row: Pick<
    ApplicationRow,
    'regionCode' | 'applicationId' | 'state' | 'round' | 'decidedOn' | 'decidedBy' | 'reason'
  >,
): Promise<void> {
  const { regionCode, applicationId, state, round, decidedOn, decidedBy, reason } = row
  await db.run(settle, [regionCode, applicationId, state, round, decidedOn, decidedBy, reason])
}
