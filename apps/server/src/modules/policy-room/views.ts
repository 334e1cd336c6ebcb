import type {
  DraftView,
  PolicyChangeView,
  PublicationView,
  TrialSummary,
  TrialView,
} from '@yichuang/contracts'
import type { z } from 'zod'
import type { DraftSummary } from '@yichuang/contracts'
import { comparePacks, type PolicyChange } from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import { citationOf, type Packs, type PublicationRow } from '../catalogue/index.ts'
import type { DraftRow } from './draft.queries.ts'
import type { OpenDraft } from './draft.service.ts'
import { titlesOf } from './place.ts'
import type { PublicationDiff } from './publish.service.ts'
import { engineHash } from './engine.ts'
import type { TrialRow } from './trial.queries.ts'

export function draftSummary(row: DraftRow): z.output<typeof DraftSummary> {
  const { draftId, title, reason, state, authorName, version, changedAt } = row
  return { draftId, title, reason, state, author: authorName, version, changedAt: changedAt.toISOString() }
}

/** A draft as a page shows it to one reader. */
export function draftView(
  packs: Packs,
  { row, edits, candidate }: OpenDraft,
  trials: readonly TrialSummary[],
  published: PublicationRow | undefined,
  reader: { readonly userId: string; readonly language: Language },
): DraftView {
  const { language, userId } = reader
  const inForce = packs.library()
  return {
    ...draftSummary(row),
    mine: row.authorId === userId || edits.some(({ byId }) => byId === userId),
    hash: candidate.hash,
    edits: edits.toReversed().map(({ version, at, byName, what, changes }) => ({
      version,
      at: at.toISOString(),
      by: byName,
      what: what[language],
      files: Object.keys(changes),
    })),
    changes: changeViews(
      packs,
      published ? (published.diff as PublicationDiff).changes : comparePacks(inForce.packs, candidate.packs),
      language,
    ),
    outdated: [...candidate.outdated],
    documents: [...candidate.packs.values()].flatMap((pack) =>
      [...pack.documents.values()]
        .filter((document) => document.pack === pack.id && document.kind !== 'reference')
        .map(({ id, citation }) => ({ packId: pack.id, id, citation })),
    ),
    trials: [...trials],
  }
}

export function changeViews(
  packs: Packs,
  changes: readonly PolicyChange[],
  language: Language,
): PolicyChangeView[] {
  const titles = titlesOf(packs, language)
  return changes.map(({ kind, change, pack, id, title, what, before, after, from, source }) => ({
    kind,
    change,
    pack,
    packTitle: titles(pack),
    id,
    title: title[language],
    what: what[language],
    before,
    after,
    from,
    citation: source && citationOf(source, language),
  }))
}

/** A trial in short; `running` is how far it is in this process, undefined when it does not run here. */
export function trialSummary(
  row: TrialRow,
  running: number | undefined,
  hashes: { readonly inForce: string; readonly candidate: string },
): TrialSummary {
  const { trialId, state, asIf, startedAt, startedByName, finishedAt, total, fault } = row
  return {
    trialId,
    state,
    asIf,
    startedAt: startedAt.toISOString(),
    startedBy: startedByName,
    finishedAt: finishedAt?.toISOString() ?? null,
    done: running ?? (state === 'done' ? total : 0),
    total,
    current:
      row.inForceHash === hashes.inForce &&
      row.candidateHash === hashes.candidate &&
      row.engineHash === engineHash(),
    fault,
  }
}

export function trialView(row: TrialRow, summary: TrialSummary, decidedSince: number): TrialView {
  const { draftId, inForceHash, candidateHash, resultHash, result } = row
  return { ...summary, draftId, inForceHash, candidateHash, resultHash, decidedSince, result }
}

export function publicationView(packs: Packs, row: PublicationRow, language: Language): PublicationView {
  const { changes, guides } = row.diff as PublicationDiff
  return {
    seq: row.seq,
    title: row.title,
    reason: row.reason,
    author: row.authorName,
    publishedBy: row.publishedByName,
    publishedOn: row.publishedOn,
    publishedAt: row.publishedAt.toISOString(),
    draftId: row.draftId,
    trialId: row.trialId,
    changes: changeViews(packs, changes, language),
    guides: guides.map(({ title, ...guide }) => ({ ...guide, title: title[language] })),
  }
}
