import type { TrialResult } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export interface TrialRow {
  readonly trialId: string
  readonly draftId: string
  readonly draftVersion: number
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  readonly asIf: PlainDate | null
  readonly inForceHash: string
  readonly candidateHash: string
  /** of the program text that worked it out */
  readonly engineHash: string
  readonly startedAt: Date
  readonly startedById: string
  readonly startedByName: string
  readonly finishedAt: Date | null
  readonly total: number
  readonly result: TrialResult | null
  readonly resultHash: string | null
  readonly fault: string | null
}

const SHORT = `trial_id as "trialId", draft_id as "draftId", draft_version as "draftVersion", state, as_if as "asIf",
  in_force_hash as "inForceHash", candidate_hash as "candidateHash", engine_hash as "engineHash", started_at as "startedAt",
  started_by_id as "startedById", started_by_name as "startedByName", finished_at as "finishedAt", total,
  result_hash as "resultHash", fault`
const byId = statement<TrialRow>(
  'policy.trial-by-id',
  `select ${SHORT}, result from policy.trial where trial_id = $1`,
)
const ofDraft = statement<TrialRow>(
  'policy.trials-of-draft',
  `select ${SHORT}, null as result from policy.trial where draft_id = $1 order by started_at desc limit 50`,
)
const add = statement(
  'policy.add-trial',
  `insert into policy.trial (trial_id, draft_id, draft_version, state, as_if, in_force_hash, candidate_hash, started_at,
     started_by_id, started_by_name, total, engine_hash)
   values ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9, $10, $11)`,
)
// Only a running trial ends: whoever comes second, the end or the stop, changes nothing.
const finish = statement(
  'policy.finish-trial',
  `update policy.trial set state = $2, finished_at = $3, result = $4, result_hash = $5, fault = $6
   where trial_id = $1 and state = 'running'`,
)
const abandoned = statement(
  'policy.end-abandoned-trials',
  `update policy.trial set state = 'failed', finished_at = $1, fault = $2 where state = 'running'`,
)

export const findTrial = (db: Db, trialId: string) => db.maybe(byId, [trialId])
export const trialsOf = (db: Db, draftId: string) => db.many(ofDraft, [draftId])
export const insertTrial = (
  db: Db,
  row: Omit<TrialRow, 'state' | 'finishedAt' | 'result' | 'resultHash' | 'fault'>,
) =>
  db.run(add, [
    row.trialId,
    row.draftId,
    row.draftVersion,
    row.asIf,
    row.inForceHash,
    row.candidateHash,
    row.startedAt,
    row.startedById,
    row.startedByName,
    row.total,
    row.engineHash,
  ])
export const finishTrial = (
  db: Db,
  trialId: string,
  end: Pick<TrialRow, 'state' | 'result' | 'resultHash' | 'fault'> & { readonly at: Date },
) =>
  db.run(finish, [
    trialId,
    end.state,
    end.at,
    end.result === null ? null : JSON.stringify(end.result),
    end.resultHash,
    end.fault,
  ])
export const endAbandonedTrials = (db: Db, at: Date, why: string) => db.run(abandoned, [at, why])
