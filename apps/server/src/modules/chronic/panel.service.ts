import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Actor } from '../audit/index.ts'
import { filesOf } from '../materials/index.ts'
import { lockApplication, selectToDecide, updateApplication } from './application.queries.ts'
import {
  ChronicClosed,
  ChronicUnknown,
  ConflictOfInterest,
  NoPapers,
  NoRefusal,
  OpinionGiven,
} from './chronic.problems.ts'
import { note } from './collect.service.ts'
import { finish } from './decide.service.ts'
import { insertAppeal, insertOpinion, selectOpinions } from './panel.queries.ts'
import { conflictOf, resultOf, wanted, type Conflict, type Verdict } from './panel.ts'
import type { ApplicationRow, OpinionRow } from './row.ts'

/** An expert who acts. */
export interface Expert {
  readonly userId: string
  readonly name: string
  readonly hospitalCode: string
}

/** What waits for an expert's opinion; `leftOut` counts what they have a conflict of interest in. */
export async function queueOf(
  db: Db,
  regionCode: string,
  expert: Expert,
): Promise<{
  readonly waiting: { row: ApplicationRow; opinions: OpinionRow[] }[]
  readonly leftOut: number
}> {
  const rows = await selectToDecide(db, regionCode)
  const all = await selectOpinions(
    db,
    regionCode,
    rows.map(({ applicationId }) => applicationId),
  )
  const given = rows.map((row) => ({
    row,
    opinions: all.filter(({ applicationId }) => applicationId === row.applicationId),
  }))
  const open = given.filter(
    ({ row, opinions }) =>
      wanted(opinions, row.round) !== undefined && !spoken(opinions, expert.userId, row.round),
  )
  const waiting = open.filter(({ row, opinions }) => conflictOf(expert, row, opinions) === undefined)
  return { waiting, leftOut: open.length - waiting.length }
}

/** Whether an expert may see the papers of an application: only what waits for their opinion. */
export async function mayJudge(
  db: Db,
  regionCode: string,
  applicationId: string,
  expert: Expert,
): Promise<boolean> {
  const { waiting } = await queueOf(db, regionCode, expert)
  return waiting.some(({ row }) => row.applicationId === applicationId)
}

/**
 * Notes an expert's opinion. Two that agree decide, else a third does; whoever has a conflict of interest is refused, and may
 * step back (`recuse`) for one we do not know of. Inside a transaction. Gives the result when this opinion brought it.
 */
export async function giveOpinion(
  db: Db,
  about: {
    readonly regionCode: string
    readonly applicationId: string
    readonly verdict: Verdict
    readonly reason: string
  },
  expert: Expert,
  by: { readonly actor: Actor; readonly at: Date; readonly today: PlainDate },
): Promise<'granted' | 'refused' | undefined> {
  const { regionCode, applicationId, verdict, reason } = about
  const row = await lockApplication(db, regionCode, applicationId)
  if (!row) throw ChronicUnknown()
  if (row.state !== 'handed-over') throw ChronicClosed()
  const before = await selectOpinions(db, regionCode, [applicationId])
  const conflict = conflictOf(expert, row, before)
  if (conflict) throw ConflictOfInterest(CONFLICTS[conflict])
  if (spoken(before, expert.userId, row.round)) throw OpinionGiven()
  const opinion: OpinionRow = {
    applicationId,
    round: row.round,
    seq: before.filter(({ round }) => round === row.round).length + 1,
    expertId: expert.userId,
    expertName: expert.name,
    verdict,
    reason,
  }
  await insertOpinion(db, regionCode, {
    ...opinion,
    expertHospital: expert.hospitalCode,
    day: by.today,
    at: by.at,
  })
  await note(db, row, 'chronic-opinion', by, { round: row.round })
  const opinions = [...before, opinion]
  const outcome = resultOf(opinions, row.round)
  if (outcome === undefined) return undefined
  await finish(db, row, { outcome, reason: reasonsOf(opinions, row.round, outcome), decidedBy: 'panel' }, by)
  return outcome
}

/** Opens another round, for experts who have not seen the application. Inside a transaction. */
export async function appeal(
  db: Db,
  about: { readonly regionCode: string; readonly applicationId: string; readonly reason: string },
  by: {
    readonly actor: Actor
    readonly at: Date
    readonly today: PlainDate
    readonly side: 'person' | 'hospital'
  },
): Promise<ApplicationRow> {
  const { regionCode, applicationId, reason } = about
  const row = await lockApplication(db, regionCode, applicationId)
  if (!row) throw ChronicUnknown()
  if (row.state !== 'refused') throw NoRefusal()
  if ((await filesOf(db, { regionCode, caseId: applicationId })).length === 0) throw NoPapers()
  const round = row.round + 1
  const opened = {
    ...row,
    state: 'handed-over' as const,
    round,
    decidedOn: null,
    decidedBy: null,
    reason: null,
  }
  await updateApplication(db, opened)
  const { actor, at, today, side } = by
  await insertAppeal(db, regionCode, {
    applicationId,
    round,
    reason,
    side,
    byName: actor.name,
    on: today,
    at,
  })
  await note(db, row, 'chronic-appealed', by, { round })
  return opened
}

/** The reasons of those who agree with the result, each once. */
function reasonsOf(opinions: readonly OpinionRow[], round: number, outcome: 'granted' | 'refused'): string {
  const verdict = outcome === 'granted' ? 'grant' : 'refuse'
  const own = opinions.filter((opinion) => opinion.round === round && opinion.verdict === verdict)
  return [...new Set(own.map(({ reason }) => reason))].join('；')
}

function spoken(opinions: readonly OpinionRow[], expertId: string, round: number): boolean {
  return opinions.some((opinion) => opinion.expertId === expertId && opinion.round === round)
}

const CONFLICTS: Readonly<Record<Conflict, { zh: string; en: string }>> = {
  'own-hospital': { zh: '这是您所在医院送交的申请。', en: 'It comes from your own hospital.' },
  'own-patient': { zh: '申请上的诊断医师是您本人。', en: 'You are the doctor who made the diagnosis.' },
  'looked-before': { zh: '您参加过上一次鉴定。', en: 'You took part in the round before.' },
}
