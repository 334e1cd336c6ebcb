import type { DraftView, TrialView } from '@yichuang/contracts'
import type { Database, Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { publications } from '../catalogue/index.ts'
import { listDraftRows } from './draft.queries.ts'
import { readDraft } from './draft.service.ts'
import type { PolicyRoom } from './policy-room.deps.ts'
import { TrialUnknown } from './policy-room.problems.ts'
import { findTrial, trialsOf, type TrialRow } from './trial.queries.ts'
import { decisionsOf } from './trial.service.ts'
import { draftSummary, draftView, trialSummary, trialView } from './views.ts'

type Room = Pick<PolicyRoom, 'packs' | 'trials'>

export async function draftList(db: Db) {
  return (await listDraftRows(db)).map(draftSummary)
}

/** A draft with its trials, as one reader sees it. Throws `draft-unknown`. */
export async function draftPage(
  db: Db,
  { packs, trials }: Room,
  draftId: string,
  reader: { readonly userId: string; readonly language: Language },
): Promise<DraftView> {
  const draft = await readDraft(db, packs, draftId)
  const hashes = { inForce: packs.library().hash, candidate: draft.candidate.hash }
  const rows = await trialsOf(db, draftId)
  const tried = rows.map((row) => trialSummary(row, trials.progress(row.trialId), hashes))
  const published =
    draft.row.state === 'published'
      ? (await publications(db)).find((row) => row.draftId === draftId)
      : undefined
  return draftView(packs, draft, tried, published, reader)
}

/** Throws `trial-unknown`. */
export async function getTrialRow(db: Db, trialId: string): Promise<TrialRow> {
  const row = await findTrial(db, trialId)
  if (!row) throw TrialUnknown()
  return row
}

/** A trial with its result, and whether it still speaks of its draft as it is. Throws `trial-unknown`. */
export async function trialPage(
  database: Database,
  { packs, trials }: Room,
  trialId: string,
): Promise<TrialView> {
  const row = await getTrialRow(database.db, trialId)
  const { candidate } = await readDraft(database.db, packs, row.draftId)
  const hashes = { inForce: packs.library().hash, candidate: candidate.hash }
  const now = row.state === 'done' ? await decisionsOf(database, packs, candidate.changes) : row.total
  return trialView(row, trialSummary(row, trials.progress(trialId), hashes), Math.max(0, now - row.total))
}
