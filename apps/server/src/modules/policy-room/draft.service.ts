import type { DraftEdit, DraftView } from '@yichuang/contracts'
import { readWorkbookOf, workbookEdits, type SheetIn } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { StaffCaller } from '../../platform/http/caller.ts'
import { NATIONWIDE } from '../../platform/http/once.ts'
import type { Sentences } from '../../platform/problem.ts'
import { newId } from '../../platform/uuid.ts'
import { actorOf, record } from '../audit/index.ts'
import { PackUnknown, type FileChanges, type Packs } from '../catalogue/index.ts'
import { candidateOf, netChanges, type Candidate } from './candidate.ts'
import {
  editsOf,
  findDraft,
  insertDraft,
  insertEdit,
  lockDraft,
  updateDraft,
  type DraftRow,
  type EditRow,
  type EditWords,
} from './draft.queries.ts'
import { changesOf, editOf, possible } from './edits.ts'
import {
  DraftChanged,
  DraftClosed,
  DraftEmpty,
  DraftOutdated,
  DraftUnknown,
  UndoStopped,
  WorkbookFaulty,
} from './policy-room.problems.ts'

/** A draft with everything that was done to it. */
export interface OpenDraft {
  readonly row: DraftRow
  readonly edits: readonly EditRow[]
  readonly candidate: Candidate
}

/** Who changes a draft, when. */
export interface Hand {
  readonly who: StaffCaller
  readonly at: Date
}

export async function readDraft(db: Db, packs: Packs, draftId: string): Promise<OpenDraft> {
  const row = await findDraft(db, draftId)
  if (!row) throw DraftUnknown()
  return openDraft(packs, row, await editsOf(db, draftId))
}

function openDraft(packs: Packs, row: DraftRow, edits: readonly EditRow[]): OpenDraft {
  // What was published is in force already: over it the draft changes nothing any more.
  const changes = row.state === 'published' ? {} : netChanges(edits)
  return { row, edits, candidate: candidateOf(packs.library(), changes) }
}

export async function startDraft(
  db: Db,
  { title, reason }: { readonly title: string; readonly reason: string },
  { who, at }: Hand,
): Promise<string> {
  const draftId = newId()
  await insertDraft(db, { draftId, title, reason, authorId: who.userId, authorName: who.name, createdAt: at })
  await told(db, 'draft-started', draftId, { who, at }, { title })
  return draftId
}

/** Begins a draft that already holds a change worked out elsewhere, such as a measure that is to become permanent. */
export async function startDraftWith(
  db: Db,
  packs: Packs,
  about: {
    readonly title: string
    readonly reason: string
    readonly what: Sentences
    readonly changes: FileChanges
  },
  hand: Hand,
): Promise<string> {
  const draftId = await startDraft(db, about, hand)
  await keepEdit(db, packs, await lockedDraft(db, packs, draftId, 0), about.changes, about.what, hand)
  return draftId
}

/**
 * Locks a draft for a change on the version its reader has seen. Throws `draft-changed` with what others did since, and
 * `draft-closed`.
 */
export async function lockedDraft(
  db: Db,
  packs: Packs,
  draftId: string,
  version: number,
): Promise<OpenDraft> {
  const row = await lockDraft(db, draftId)
  if (!row) throw DraftUnknown()
  const edits = await editsOf(db, draftId)
  if (row.state !== 'open') throw DraftClosed()
  if (row.version !== version) {
    const since = edits.filter((edit) => edit.version > version)
    throw DraftChanged({
      version: row.version,
      edits: since.map(({ byName, what }) => ({ by: byName, what })),
    })
  }
  return openDraft(packs, row, edits)
}

/** Whether a draft can be tried and published: it changes something, and nobody published the same files meanwhile. */
export function checkFit({ candidate }: OpenDraft): void {
  if (candidate.outdated.length > 0) throw DraftOutdated({ files: candidate.outdated })
  if (Object.keys(candidate.changes).length === 0) throw DraftEmpty()
}

export async function editDraft(
  db: Db,
  packs: Packs,
  { draftId, version }: { readonly draftId: string; readonly version: number },
  edit: DraftEdit,
  hand: Hand,
): Promise<void> {
  const draft = await lockedDraft(db, packs, draftId, version)
  const { changes, what } = editOf(draft.candidate, edit)
  await keepEdit(db, packs, draft, changes, what, hand)
}

/** Takes a filled-in workbook of a place over, whole or not at all. Throws `workbook-faulty` with every fault. */
export async function importSheets(
  db: Db,
  packs: Packs,
  {
    draftId,
    version,
    packId,
  }: { readonly draftId: string; readonly version: number; readonly packId: string },
  sheets: readonly SheetIn[],
  hand: Hand,
): Promise<void> {
  const draft = await lockedDraft(db, packs, draftId, version)
  const { files, packs: loaded } = draft.candidate
  const pack = loaded.get(packId)
  if (!pack) throw PackUnknown({ pack: packId, packs: [...loaded.keys()] })
  const read = readWorkbookOf(pack, sheets)
  if (!read.ok) throw WorkbookFaulty({ faults: read.faults })
  const changes = changesOf(
    files,
    possible(() => workbookEdits(files, loaded, packId, read)),
  )
  const count = read.parameters.length + read.benefits.length
  const what = {
    zh: `导入${pack.title.zh}的工作簿，${count} 行`,
    en: `Imported the workbook of ${pack.title.en}, ${count} rows`,
  }
  await keepEdit(db, packs, draft, changes, what, hand)
}

/** Takes the last edit back, as an edit of its own: nothing that was done to a draft is lost. */
export async function undoEdit(
  db: Db,
  packs: Packs,
  { draftId, version }: { readonly draftId: string; readonly version: number },
  hand: Hand,
): Promise<void> {
  const draft = await lockedDraft(db, packs, draftId, version)
  const undone = new Set<number>()
  const last = draft.edits.toReversed().find((edit) => {
    const { undoes } = edit.what
    if (undoes !== undefined) undone.add(undoes)
    return undoes === undefined && !undone.has(edit.version)
  })
  if (!last) throw DraftEmpty()
  // Taken back further, a file would be as it was before somebody else published it.
  if (last.what.rebased) throw UndoStopped()
  const changes = Object.fromEntries(
    Object.entries(last.changes).map(([file, { before, after }]) => [file, { before: after, after: before }]),
  )
  const what = { zh: `撤销：${last.what.zh}`, en: `Undone: ${last.what.en}`, undoes: last.version }
  await keepEdit(db, packs, draft, changes, what, hand)
}

export async function discardDraft(
  db: Db,
  packs: Packs,
  { draftId, version }: { readonly draftId: string; readonly version: number },
  hand: Hand,
): Promise<void> {
  const { row } = await lockedDraft(db, packs, draftId, version)
  await updateDraft(db, draftId, 'discarded', row.version + 1, hand.at)
  await told(db, 'draft-discarded', draftId, hand, { title: row.title })
}

/** Stores an edit once the packs load with it; with a fault nothing is stored. An edit that changes nothing is none. */
export async function keepEdit(
  db: Db,
  packs: Packs,
  { row, edits }: OpenDraft,
  changes: FileChanges,
  what: EditWords,
  { who, at }: Hand,
): Promise<void> {
  if (Object.keys(changes).length === 0) return
  const version = row.version + 1
  const edit = { version, at, byId: who.userId, byName: who.name, what, changes }
  candidateOf(packs.library(), netChanges([...edits, edit]))
  await insertEdit(db, row.draftId, edit)
  await updateDraft(db, row.draftId, 'open', version, at)
}

/** Records an act of the policy room; a pack concerns every place, so the stream is the country's. */
export async function told(
  db: Db,
  act: string,
  draftId: string,
  { who, at }: Hand,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await record(db, {
    regionCode: NATIONWIDE,
    stream: `pack:${draftId}`,
    actor: actorOf(who),
    act,
    at,
    detail: { draftId, ...detail },
  })
}

export type DraftState = DraftView['state']
