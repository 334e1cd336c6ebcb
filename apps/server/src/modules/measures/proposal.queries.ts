import type { MeasureUse } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A measure that is to become a permanent rule: the whole change of the packs, and what it rests on. */
export interface ProposalRow {
  readonly proposalId: string
  readonly measureId: string
  readonly packId: string
  readonly changes: readonly {
    readonly file: string
    readonly before: string | null
    readonly content: string
  }[]
  readonly fromDay: PlainDate
  readonly document: string
  readonly clause: string
  readonly reason: string
  readonly report: MeasureUse
  readonly byId: string
  readonly byName: string
  readonly day: PlainDate
  readonly at: Date
}

const add = statement(
  'measures.propose',
  `insert into measures.proposal (region_code, proposal_id, measure_id, pack_id, changes, from_day, document, clause, reason,
     report, by_id, by_name, day, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)
const COLUMNS = `proposal_id as "proposalId", measure_id as "measureId", pack_id as "packId", changes,
  from_day as "fromDay", document, clause, reason, report, by_id as "byId", by_name as "byName", day, at`
const all = statement<ProposalRow>(
  'measures.proposals',
  `select ${COLUMNS} from measures.proposal where region_code = $1 order by at desc, proposal_id limit 200`,
)
const one = statement<ProposalRow>(
  'measures.proposal',
  `select ${COLUMNS} from measures.proposal where region_code = $1 and proposal_id = $2`,
)

export const addProposal = (db: Db, regionCode: string, row: ProposalRow) =>
  db.run(add, [
    regionCode,
    row.proposalId,
    row.measureId,
    row.packId,
    JSON.stringify(row.changes),
    row.fromDay,
    row.document,
    row.clause,
    row.reason,
    JSON.stringify(row.report),
    row.byId,
    row.byName,
    row.day,
    row.at,
  ])
export const proposalsOf = (db: Db, regionCode: string) => db.many(all, [regionCode])
/** The stored proposal, for whoever takes it up as a draft. */
export const findProposal = (db: Db, regionCode: string, proposalId: string) =>
  db.maybe(one, [regionCode, proposalId])
