import type { Language } from '../../platform/problem.ts'
import type { PlainDate } from '@yichuang/kernel'
import { dayInChina } from '@yichuang/kernel'
import { comparePacks, itemOn, itemsOn, type Pack, type PolicyChange } from '@yichuang/policy'
import type { Database, Db } from '../../platform/db.ts'
import { violatedConstraint } from '../../platform/db.ts'
import type { Logger } from '../../platform/log.ts'
import { guideOf, makeLibrary, type Packs, type PublicationRow } from '../catalogue/index.ts'
import { moveRunningCases } from '../cases/index.ts'
import { updateDraft } from './draft.queries.ts'
import { engineHash } from './engine.ts'
import { checkFit, lockedDraft, told, type Hand, type OpenDraft } from './draft.service.ts'
import { DraftOwn, TrialStale, TrialUnknown } from './policy-room.problems.ts'
import { concerned } from './trial.service.ts'
import { findTrial, type TrialRow } from './trial.queries.ts'

/** What a publication keeps for people: the difference, and the guides that were issued anew. */
export interface PublicationDiff {
  readonly changes: readonly PolicyChange[]
  readonly guides: readonly {
    readonly regionCode: string
    readonly itemId: string
    readonly title: { zh: string; en: string }
  }[]
}

/**
 * Publishes a draft in the caller's transaction: by somebody who had no hand in it, on the finished trial of exactly this
 * draft over exactly the packs in force, by the program that runs now. How many decisions were made since is told beside
 * the trial, and is for the publisher to judge. It is in force once `putInForce` was called after the commit.
 */
export async function publish(
  db: Db,
  packs: Packs,
  {
    draftId,
    version,
    trialId,
  }: { readonly draftId: string; readonly version: number; readonly trialId: string },
  { who, at }: Hand,
): Promise<PublicationRow> {
  const draft = await lockedDraft(db, packs, draftId, version)
  checkFit(draft)
  checkOther(draft, who.userId)
  const trial = await checkTrial(db, packs, draft, trialId)
  const { candidate, row } = draft
  const before = packs.library()
  const seq = before.publication + 1
  const library = makeLibrary(before.files, [{ seq, changes: candidate.changes }])
  const publishedOn = dayInChina(at)
  const diff: PublicationDiff = {
    changes: comparePacks(before.packs, library.packs),
    guides: guidesReissued(packs, library.packs, candidate.changes, publishedOn),
  }
  const publication: PublicationRow = {
    seq,
    publishedOn,
    publishedAt: at,
    title: row.title,
    reason: row.reason,
    authorId: row.authorId,
    authorName: row.authorName,
    publishedById: who.userId,
    publishedByName: who.name,
    draftId,
    trialId,
    changes: candidate.changes,
    diff,
    libraryHash: library.hash,
  }
  await packs.publish(db, library, publication).catch((error: unknown) => {
    if (violatedConstraint(error) === 'publication_key')
      throw TrialStale({ why: OTHERS_FIRST }, { cause: error })
    throw error
  })
  await updateDraft(db, draftId, 'published', row.version + 1, at)
  await told(
    db,
    'policy-published',
    draftId,
    { who, at },
    { seq, title: row.title, trialId, resultHash: trial.resultHash, hash: library.hash },
  )
  return publication
}

/**
 * Puts what was published in force in this process, and moves running cases where their item says so. Cases move one by one
 * after the publication; what a fault leaves is moved by the next call.
 */
export async function putInForce(
  database: Database,
  packs: Packs,
  { title, changes }: Pick<PublicationRow, 'title' | 'changes'>,
  at: Date,
  log: Logger,
): Promise<number> {
  await packs.refresh()
  let moved = 0
  for (const regionCode of concerned(packs, changes).keys())
    try {
      const pack = packs.current(regionCode)
      moved += await moveRunningCases(database.forRegion(regionCode), regionCode, { pack, title, at })
    } catch (error) {
      log.error({ err: error, regionCode }, 'running cases could not all be moved to the new rules')
    }
  return moved
}

function checkOther({ row, edits }: OpenDraft, userId: string): void {
  const own = row.authorId === userId ? row.authorName : edits.find(({ byId }) => byId === userId)?.byName
  if (own !== undefined) throw DraftOwn({ by: own })
}

async function checkTrial(
  db: Db,
  packs: Packs,
  { row, candidate }: OpenDraft,
  trialId: string,
): Promise<TrialRow> {
  const trial = await findTrial(db, trialId)
  if (trial?.draftId !== row.draftId) throw TrialUnknown()
  if (trial.state !== 'done') throw TrialStale({ why: NOT_DONE })
  if (trial.inForceHash !== packs.library().hash) throw TrialStale({ why: OTHERS_FIRST })
  if (trial.candidateHash !== candidate.hash) throw TrialStale({ why: EDITED })
  if (trial.engineHash !== engineHash()) throw TrialStale({ why: PROGRAM })
  return trial
}

const NOT_DONE = { zh: '这次试算没有完成', en: 'This trial did not come to its end' }
const EDITED = { zh: '试算之后草案又有修改', en: 'The draft was edited after the trial' }
const PROGRAM = {
  zh: '试算之后系统的计算程序已更新',
  en: 'The program that works decisions out was renewed after the trial',
}
const OTHERS_FIRST = { zh: '试算之后又公布了别的政策', en: 'Other rules were published after the trial' }

/** Items whose guide reads otherwise from that day, at each place. */
function guidesReissued(
  packs: Packs,
  after: ReadonlyMap<string, Pack>,
  changes: PublicationRow['changes'],
  on: PlainDate,
): PublicationDiff['guides'] {
  return [...concerned(packs, changes)].flatMap(([regionCode, packId]) => {
    const [was, is] = [packs.all().get(packId), after.get(packId)]
    if (!was || !is) return []
    return itemsOn(is, on)
      .filter(({ id }) => textOf(was, id, on, 'zh') !== textOf(is, id, on, 'zh'))
      .map(({ id, title }) => ({ regionCode, itemId: id, title }))
  })
}

/** A guide as text, without the version it names: that changes with every publication. */
function textOf(pack: Pack, itemId: string, on: PlainDate, language: Language): string {
  if (!itemOn(pack, itemId, on)) return ''
  return JSON.stringify({ ...guideOf({ ...pack, version: '' }, itemId, on, language) })
}
