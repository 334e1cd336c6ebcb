import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface Mark {
  readonly measureId: string
  readonly activationId: string
}
export interface UseRow {
  readonly measureId: string
  readonly cases: number
  /** people treated first, advances, settlements */
  readonly others: number
  /** yuan */
  readonly total: string
  readonly fund: string
  readonly extra: string
  readonly extraKnown: number
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
}

/** What a measure acted on, whatever it is. */
export interface DeedRow {
  readonly subjectId: string
  readonly subject: 'case' | 'treat-first' | 'prepayment' | 'settlement'
  /** null for a case, which has its number itself */
  readonly number: string | null
  readonly day: PlainDate
  readonly total: string | null
  readonly fund: string | null
}

const add = statement(
  'measures.mark',
  `insert into measures.mark (region_code, case_id, measure_id, activation_id, act, day, total, fund, extra)
   select $1, $2, m.measure, m.activation, $3, $4, $5, $6, $7
     from unnest($8::text[], $9::text[]) as m (measure, activation)
   on conflict on constraint mark_key do nothing`,
)
const addDeed = statement(
  'measures.mark-deed',
  `insert into measures.mark (region_code, case_id, measure_id, activation_id, act, day, total, fund, subject, subject_number)
   select $1, $2, m.measure, m.activation, $3, $4, $5, $6, $7, $8
     from unnest($9::text[], $10::text[]) as m (measure, activation)
   on conflict on constraint mark_key do nothing`,
)
const deeds = statement<DeedRow>(
  'measures.deeds-under',
  `select case_id as "subjectId", max(subject) as subject, max(subject_number) as number, min(day) as day,
     max(total)::text as total, max(fund)::text as fund
   from measures.mark where region_code = $1 and measure_id = $2 and case_id < $3
   group by case_id order by case_id desc limit $4`,
)
const carry = statement(
  'measures.carry-marks',
  `insert into measures.mark (region_code, case_id, measure_id, activation_id, act, day, total, fund)
   select region_code, case_id, measure_id, activation_id, $3, $4, $5, $6 from measures.mark
   where region_code = $1 and case_id = $2 and act = 'hand-in'
   on conflict on constraint mark_key do nothing`,
)
const ofCase = statement<{
  readonly marks: readonly string[]
  readonly owed: readonly {
    readonly materialId: string
    readonly titleZh: string
    readonly titleEn: string
    readonly dueOn: PlainDate
    readonly state: 'open' | 'overdue' | 'received' | 'waived' | 'enforced'
  }[]
}>(
  'measures.relief-of-case',
  `select coalesce((select jsonb_agg(distinct measure_id order by measure_id) from measures.mark
       where region_code = $1 and case_id = $2), '[]') as marks,
     coalesce((select jsonb_agg(jsonb_build_object('materialId', material_id, 'titleZh', title_zh, 'titleEn', title_en,
         'dueOn', due_on, 'state', state) order by due_on, material_id) from measures.owed
       where region_code = $1 and case_id = $2), '[]') as owed`,
)
const use = statement<UseRow>(
  'measures.use',
  `select measure_id as "measureId", (count(*) filter (where subject = 'case'))::integer as cases,
     (count(*) filter (where subject <> 'case'))::integer as others, coalesce(sum(total), 0)::numeric(16, 2) as total,
     coalesce(sum(fund), 0)::numeric(16, 2) as fund, coalesce(sum(extra), 0)::numeric(16, 2) as extra,
     count(extra)::integer as "extraKnown", min(first) as "firstDay", max(last) as "lastDay"
   from (select measure_id, case_id, max(subject) as subject, max(total) as total, max(fund) as fund, max(extra) as extra, min(day) as first,
           max(day) as last
         from measures.mark where region_code = $1 and day between $2 and $3 group by measure_id, case_id) of_case
   group by measure_id order by measure_id limit 1000`,
)
const cases = statement<{ readonly caseId: string }>(
  'measures.cases-under',
  `select distinct case_id as "caseId" from measures.mark
   where region_code = $1 and measure_id = $2 and subject = 'case' and case_id < $3 order by case_id desc limit $4`,
)

/** Keeps that measures acted on a case at an act. One statement, not waited for. */
export const addMarks = (
  db: Db,
  about: {
    readonly regionCode: string
    readonly caseId: string
    readonly act: string
    readonly day: PlainDate
    readonly total: string | null
    readonly fund: string | null
    readonly extra: string | null
  },
  marks: readonly Mark[],
) =>
  db.write(add, [
    about.regionCode,
    about.caseId,
    about.act,
    about.day,
    about.total,
    about.fund,
    about.extra,
    marks.map(({ measureId }) => measureId),
    marks.map(({ activationId }) => activationId),
  ])
/** Repeats the marks of the hand-in at a later act, with what it came to. One statement, not waited for. */
export const carryMarks = (
  db: Db,
  about: {
    readonly regionCode: string
    readonly caseId: string
    readonly act: string
    readonly day: PlainDate
    readonly total: string | null
    readonly fund: string | null
  },
) => db.write(carry, [about.regionCode, about.caseId, about.act, about.day, about.total, about.fund])
/** The measures that marked a case, and what it owes. */
export const reliefOf = (db: Db, regionCode: string, caseId: string) => db.one(ofCase, [regionCode, caseId])
export const useOf = (db: Db, regionCode: string, from: PlainDate, to: PlainDate) =>
  db.many(use, [regionCode, from, to])
export const casesMarked = (db: Db, regionCode: string, measureId: string, before: string, limit: number) =>
  db.many(cases, [regionCode, measureId, before, limit])
/** What a measure acted on, newest first. */
export const deedsUnder = (db: Db, regionCode: string, measureId: string, before: string, limit: number) =>
  db.many(deeds, [regionCode, measureId, before, limit])

/** Keeps that measures acted on something that is no case. In the transaction of what was done. */
export const markDeed = (
  db: Db,
  about: {
    readonly regionCode: string
    readonly subject: Exclude<DeedRow['subject'], 'case'>
    readonly id: string
    readonly number: string
    readonly act: string
    readonly day: PlainDate
    /** yuan */
    readonly total: string | null
    readonly fund: string | null
  },
  marks: readonly Mark[],
) =>
  db.run(addDeed, [
    about.regionCode,
    about.id,
    about.act,
    about.day,
    about.total,
    about.fund,
    about.subject,
    about.number,
    marks.map(({ measureId }) => measureId),
    marks.map(({ activationId }) => activationId),
  ])
