import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { AppealRow, BatchRow, BenefitRow, OpinionRow } from './row.ts'

const addBatch = statement(
  'chronic.add-batch',
  `insert into chronic.batch (region_code, hospital_code, month, seq, hospital_name, due_on, handed_on, late, applications,
     handed_by_name, at)
   select $1, $2, $3, coalesce(max(seq), 0) + 1, $4, $5, $6, $7, $8, $9, $10
   from chronic.batch where region_code = $1 and hospital_code = $2 and month = $3`,
)
const batches = statement<BatchRow>(
  'chronic.batches',
  `select month, seq, hospital_code as "hospitalCode", hospital_name as "hospitalName", due_on as "dueOn",
     handed_on as "handedOn", late, applications
   from chronic.batch where region_code = $1 and ($2::text is null or hospital_code = $2) and month >= $3
   order by month desc, hospital_code, seq limit 1000`,
)
const addOpinion = statement(
  'chronic.add-opinion',
  `insert into chronic.opinion (region_code, application_id, round, seq, expert_id, expert_name, expert_hospital, verdict,
     reason, day, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
const opinions = statement<OpinionRow>(
  'chronic.opinions',
  `select application_id as "applicationId", round, seq, expert_id as "expertId", expert_name as "expertName", verdict, reason
   from chronic.opinion where region_code = $1 and application_id = any ($2::uuid[])
   order by application_id, round, seq limit 5000`,
)
const addAppeal = statement(
  'chronic.add-appeal',
  `insert into chronic.appeal (region_code, application_id, round, reason, side, by_name, day, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const appeals = statement<AppealRow>(
  'chronic.appeals',
  `select application_id as "applicationId", round, reason, by_name as "byName", day as "on"
   from chronic.appeal where region_code = $1 and application_id = any ($2::uuid[])
   order by application_id, round limit 1000`,
)
const addBenefit = statement(
  'chronic.add-benefit',
  `insert into chronic.benefit (region_code, person_id, benefit_id, application_id, class_id, disease_name, disease_code,
     valid_from, valid_until)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const voidOne = statement(
  'chronic.void-benefit',
  `update chronic.benefit set valid_until = valid_from - 1 where region_code = $1 and application_id = $2`,
)
const benefitColumns = `application_id as "applicationId", class_id as "classId", disease_name as "diseaseName",
  disease_code as "diseaseCode", valid_from as "from", valid_until as "until"`
const benefitsOn = statement<BenefitRow>(
  'chronic.benefits-on',
  `select ${benefitColumns} from chronic.benefit
   where region_code = $1 and person_id = $2 and valid_from <= $3 and (valid_until is null or valid_until >= $3)
   order by valid_from, benefit_id limit 100`,
)
const benefitsOf = statement<BenefitRow>(
  'chronic.benefits-of-person',
  `select ${benefitColumns} from chronic.benefit where region_code = $1 and person_id = $2
   order by valid_from, benefit_id limit 100`,
)

export async function insertBatch(
  db: Db,
  regionCode: string,
  batch: Omit<BatchRow, 'seq'> & { readonly by: string; readonly at: Date },
): Promise<void> {
  const { hospitalCode, hospitalName, month, dueOn, handedOn, late, applications, by, at } = batch
  const values = [regionCode, hospitalCode, month, hospitalName, dueOn, handedOn, late, applications, by, at]
  await db.run(addBatch, values)
}

/** Lists handed over, of a hospital or of all, since a month. */
export function selectBatches(db: Db, regionCode: string, hospitalCode: string | null, since: string) {
  return db.many(batches, [regionCode, hospitalCode, since])
}

export async function insertOpinion(
  db: Db,
  regionCode: string,
  opinion: OpinionRow & { readonly expertHospital: string; readonly day: PlainDate; readonly at: Date },
): Promise<void> {
  const { applicationId, round, seq, expertId, expertName, expertHospital, verdict, reason, day, at } =
    opinion
  const whom = [regionCode, applicationId, round, seq, expertId, expertName, expertHospital]
  await db.run(addOpinion, [...whom, verdict, reason, day, at])
}

export function selectOpinions(db: Db, regionCode: string, applicationIds: readonly string[]) {
  return db.many(opinions, [regionCode, applicationIds])
}

export async function insertAppeal(
  db: Db,
  regionCode: string,
  appeal: AppealRow & { readonly side: 'person' | 'hospital'; readonly at: Date },
): Promise<void> {
  const { applicationId, round, reason, side, byName, on, at } = appeal
  await db.run(addAppeal, [regionCode, applicationId, round, reason, side, byName, on, at])
}

export function selectAppeals(db: Db, regionCode: string, applicationIds: readonly string[]) {
  return db.many(appeals, [regionCode, applicationIds])
}

export async function insertBenefit(
  db: Db,
  regionCode: string,
  personId: string,
  benefitId: string,
  benefit: BenefitRow,
): Promise<void> {
  const { applicationId, classId, diseaseName, diseaseCode, from, until } = benefit
  const of = [regionCode, personId, benefitId, applicationId]
  await db.run(addBenefit, [...of, classId, diseaseName, diseaseCode, from, until])
}

/** Ends a benefit before its first day, as if it had never been. */
export async function voidBenefit(db: Db, regionCode: string, applicationId: string): Promise<void> {
  await db.run(voidOne, [regionCode, applicationId])
}

/** Chronic diseases for which a person has benefits on a day. */
export function selectBenefitsOn(db: Db, regionCode: string, personId: string, day: PlainDate) {
  return db.many(benefitsOn, [regionCode, personId, day])
}

export function selectBenefitsOf(db: Db, regionCode: string, personId: string): Promise<BenefitRow[]> {
  return db.many(benefitsOf, [regionCode, personId])
}
