import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export type OwedState = 'open' | 'overdue' | 'received' | 'waived' | 'enforced'
export interface OwedRow {
  readonly caseId: string
  readonly materialId: string
  readonly titleZh: string
  readonly titleEn: string
  readonly measureId: string
  readonly activationId: string
  readonly caseNumber: string
  readonly officeId: string
  readonly personId: string
  readonly since: PlainDate
  readonly dueOn: PlainDate
  readonly state: OwedState
  readonly remindedOn: PlainDate | null
  readonly settledBy: string | null
  readonly reason: string | null
}

const COLUMNS = `case_id as "caseId", material_id as "materialId", title_zh as "titleZh", title_en as "titleEn",
  measure_id as "measureId", activation_id as "activationId", case_number as "caseNumber", office_id as "officeId",
  person_id as "personId", since, due_on as "dueOn", state, reminded_on as "remindedOn", settled_by as "settledBy", reason`

const add = statement(
  'measures.owe',
  `insert into measures.owed (region_code, case_id, material_id, title_zh, title_en, measure_id, activation_id, case_number,
     office_id, person_id, since, due_on, state)
   select $1, $2, o.material, o.zh, o.en, o.measure, o.activation, $3, $4, $5, $6, o.due, 'open'
     from unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::date[])
       as o (material, zh, en, measure, activation, due)`,
)
const ofCase = statement<OwedRow>(
  'measures.owed-of-case',
  `select ${COLUMNS} from measures.owed where region_code = $1 and case_id = $2 order by material_id limit 100`,
)
const one = statement<OwedRow>(
  'measures.owed-one',
  `select ${COLUMNS} from measures.owed where region_code = $1 and case_id = $2 and material_id = $3 for update`,
)
const change = statement(
  'measures.change-owed',
  `update measures.owed set state = $4, due_on = $5, reminded_on = $6, settled_on = $7, settled_by = $8, reason = $9
   where region_code = $1 and case_id = $2 and material_id = $3`,
)
const due = statement<OwedRow>(
  'measures.owed-due',
  `select ${COLUMNS} from measures.owed
   where region_code = $1 and state = 'open' and (due_on < $2 or (due_on <= $3 and reminded_on is null))
   order by due_on, case_id, material_id limit 200`,
)
const list = statement<OwedRow>(
  'measures.owed-list',
  `select ${COLUMNS} from measures.owed
   where region_code = $1 and office_id = any ($2::uuid[]) and state = any ($3::text[])
     and (due_on, case_id, material_id) > ($4::date, $5::uuid, $6::text)
   order by due_on, case_id, material_id limit $7`,
)
const counts = statement<{ readonly measureId: string; readonly state: OwedState; readonly count: number }>(
  'measures.owed-counts',
  `select measure_id as "measureId", state, count(*)::integer as count from measures.owed where region_code = $1
   group by measure_id, state order by measure_id, state limit 1000`,
)

export const addOwed = (
  db: Db,
  about: {
    readonly regionCode: string
    readonly caseId: string
    readonly caseNumber: string
    readonly officeId: string
    readonly personId: string
    readonly since: PlainDate
  },
  owed: readonly Pick<
    OwedRow,
    'materialId' | 'titleZh' | 'titleEn' | 'measureId' | 'activationId' | 'dueOn'
  >[],
) =>
  db.write(add, [
    about.regionCode,
    about.caseId,
    about.caseNumber,
    about.officeId,
    about.personId,
    about.since,
    owed.map(({ materialId }) => materialId),
    owed.map(({ titleZh }) => titleZh),
    owed.map(({ titleEn }) => titleEn),
    owed.map(({ measureId }) => measureId),
    owed.map(({ activationId }) => activationId),
    owed.map(({ dueOn }) => dueOn),
  ])
export const owedOf = (db: Db, regionCode: string, caseId: string) => db.many(ofCase, [regionCode, caseId])
export const lockOwed = (db: Db, regionCode: string, caseId: string, materialId: string) =>
  db.maybe(one, [regionCode, caseId, materialId])
export const changeOwed = (
  db: Db,
  regionCode: string,
  row: Pick<OwedRow, 'caseId' | 'materialId' | 'state' | 'dueOn' | 'remindedOn' | 'settledBy' | 'reason'> & {
    readonly settledOn: PlainDate | null
  },
) =>
  db.run(change, [
    regionCode,
    row.caseId,
    row.materialId,
    row.state,
    row.dueOn,
    row.remindedOn,
    row.settledOn,
    row.settledBy,
    row.reason,
  ])
/** Papers whose day has passed (`today`), or comes by `soon` and nobody was reminded. */
export const owedDue = (db: Db, regionCode: string, today: PlainDate, soon: PlainDate) =>
  db.many(due, [regionCode, today, soon])
export const listOwedOf = (
  db: Db,
  regionCode: string,
  offices: readonly string[],
  states: readonly OwedState[],
  after: readonly [string, string, string],
  limit: number,
) => db.many(list, [regionCode, offices, states, ...after, limit])
export const owedCounts = (db: Db, regionCode: string) => db.many(counts, [regionCode])
