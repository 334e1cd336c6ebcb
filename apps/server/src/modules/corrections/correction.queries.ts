import type { Insurance } from '@yichuang/benefits'
import type { CorrectionChange, CorrectionReason } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { Figure } from './figures.ts'
import type { Subject } from './subject.ts'

/** A correction as stored; money is yuan as text. */
export interface CorrectionRow {
  readonly correctionId: string
  readonly number: string
  readonly officeId: string
  readonly personId: string
  readonly insurance: Insurance
  readonly year: number
  readonly subjectKind: Subject['kind']
  readonly subjectId: string
  readonly subjectNumber: string
  readonly reasonKind: CorrectionReason
  readonly reason: string
  readonly document: string | null
  readonly change: CorrectionChange
  readonly figures: readonly Figure[]
  readonly toPay: string
  readonly toRecover: string
  readonly state: 'proposed' | 'approved' | 'rejected'
  readonly proposedOn: PlainDate
  readonly proposedAt: Date
  readonly proposedBy: string
  readonly proposedByName: string
  readonly decidedOn: PlainDate | null
  readonly decidedByName: string | null
  readonly decisionReason: string | null
  readonly version: number
}

const SHORT = `correction_id as "correctionId", number, office_id as "officeId", person_id as "personId", insurance, year,
  subject_kind as "subjectKind", subject_id as "subjectId", subject_number as "subjectNumber",
  reason_kind as "reasonKind", reason, document, to_pay as "toPay", to_recover as "toRecover", state,
  proposed_on as "proposedOn", proposed_at as "proposedAt", proposed_by as "proposedBy",
  proposed_by_name as "proposedByName", decided_on as "decidedOn", decided_by_name as "decidedByName",
  decision_reason as "decisionReason", version`
const WHOLE = `${SHORT}, change, figures`

const add = statement(
  'corrections.add',
  `insert into corrections.correction (region_code, correction_id, number, office_id, person_id, insurance, year,
     subject_kind, subject_id, subject_number, reason_kind, reason, document, change, figures, to_pay, to_recover, state,
     proposed_on, proposed_at, proposed_by, proposed_by_name, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'proposed', $18, $19, $20, $21, 0)`,
)
const byId = statement<CorrectionRow>(
  'corrections.by-id',
  `select ${WHOLE} from corrections.correction where region_code = $1 and correction_id = $2`,
)
const lock = statement<CorrectionRow>(
  'corrections.lock',
  `select ${WHOLE} from corrections.correction where region_code = $1 and correction_id = $2 for update`,
)
const byIds = statement<CorrectionRow>(
  'corrections.by-ids',
  `select ${WHOLE} from corrections.correction
   where region_code = $1 and correction_id = any($2::uuid[]) order by decided_on, correction_id limit 100`,
)
const openOfYear = statement<{ correctionId: string; number: string }>(
  'corrections.open-of-year',
  `select correction_id as "correctionId", number from corrections.correction
   where region_code = $1 and person_id = $2 and insurance = $3 and year = $4 and state = 'proposed'`,
)
const decideRow = statement(
  'corrections.decide',
  `update corrections.correction set state = $3, decided_on = $4, decided_by = $5, decided_by_name = $6,
     decision_reason = $7, version = version + 1
   where region_code = $1 and correction_id = $2 and state = 'proposed'`,
)
const ofOffices = statement<Omit<CorrectionRow, 'change' | 'figures'>>(
  'corrections.of-offices',
  `select l.* from unnest($2::uuid[]) as office (id) cross join unnest($3::text[]) as wanted (state) cross join lateral (
     select ${SHORT} from corrections.correction
     where region_code = $1 and office_id = office.id and state = wanted.state and correction_id < $4
     order by correction_id desc limit $5) l
   order by l."correctionId" desc limit $5`,
)
const next = statement<{ last: number }>(
  'corrections.next-number',
  `insert into corrections.number_counter (region_code, kind, year, last) values ($1, $2, $3, 1)
   on conflict (region_code, kind, year) do update set last = number_counter.last + 1 returning last`,
)
const figures = statement<{ count: number; toPay: string; toRecover: string }>(
  'corrections.figures',
  `select count(*)::int as count, coalesce(sum(to_pay), 0)::numeric(16, 2) as "toPay",
     coalesce(sum(to_recover), 0)::numeric(16, 2) as "toRecover"
   from corrections.correction
   where region_code = $1 and decided_on between $2 and $3 and state = 'approved' and office_id = any($4::uuid[])`,
)

export type NewCorrection = Omit<
  CorrectionRow,
  'state' | 'decidedOn' | 'decidedByName' | 'decisionReason' | 'version'
>

export async function insertCorrection(db: Db, regionCode: string, row: NewCorrection): Promise<void> {
  await db.run(add, [
    regionCode,
    row.correctionId,
    row.number,
    row.officeId,
    row.personId,
    row.insurance,
    row.year,
    row.subjectKind,
    row.subjectId,
    row.subjectNumber,
    row.reasonKind,
    row.reason,
    row.document,
    JSON.stringify(row.change),
    JSON.stringify(row.figures),
    row.toPay,
    row.toRecover,
    row.proposedOn,
    row.proposedAt,
    row.proposedBy,
    row.proposedByName,
  ])
}

export const findCorrection = (db: Db, regionCode: string, correctionId: string) =>
  db.maybe(byId, [regionCode, correctionId])
export const lockCorrection = (db: Db, regionCode: string, correctionId: string) =>
  db.maybe(lock, [regionCode, correctionId])
export const correctionsById = (db: Db, regionCode: string, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : db.many(byIds, [regionCode, ids])

/** The correction of a person's year that waits for its second person. */
export const openCorrection = (
  db: Db,
  of: {
    readonly regionCode: string
    readonly personId: string
    readonly insurance: Insurance
    readonly year: number
  },
) => db.maybe(openOfYear, [of.regionCode, of.personId, of.insurance, of.year])

/** Ends a proposed correction. */
export async function writeDecision(
  db: Db,
  regionCode: string,
  correctionId: string,
  decision: {
    readonly state: 'approved' | 'rejected'
    readonly on: PlainDate
    readonly by: string
    readonly byName: string
    readonly reason: string
  },
): Promise<void> {
  const { state, on, by, byName, reason } = decision
  await db.run(decideRow, [regionCode, correctionId, state, on, by, byName, reason])
}

/** Corrections of offices in some states before a place in the list, newest first. */
export const correctionsOfOffices = (
  db: Db,
  regionCode: string,
  asked: {
    readonly offices: readonly string[]
    readonly states: readonly string[]
    readonly before: string
    readonly limit: number
  },
) => db.many(ofOffices, [regionCode, asked.offices, asked.states, asked.before, asked.limit])

/** The next number of a kind in a year: `GZ2020000001`. */
export async function nextNumber(
  db: Db,
  regionCode: string,
  kind: 'GZ' | 'ZH',
  year: number,
): Promise<string> {
  const { last } = await db.one(next, [regionCode, kind, year])
  return `${kind}${regionCode}${year}${String(last).padStart(6, '0')}`
}

/** What corrections approved in some days came to: lines of their own beside what was decided. */
export const correctionFigures = (
  db: Db,
  scope: {
    readonly regionCode: string
    readonly from: string
    readonly to: string
    readonly officeIds: readonly string[]
  },
) => db.one(figures, [scope.regionCode, scope.from, scope.to, scope.officeIds])
