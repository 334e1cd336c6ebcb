import { mergeLines } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { FileChange, Packs } from '../catalogue/index.ts'
import { keepEdit, lockedDraft, type Hand } from './draft.service.ts'
import { RebaseConflicts, type Conflict } from './policy-room.problems.ts'

/** Whose lines stand in a file where both changed the same ones. */
export type Keep = Readonly<Record<string, 'draft' | 'in-force'>>

/**
 * Puts a draft onto the rules now in force: in every file that was published by others meanwhile, its changes are made
 * again on the text in force. Throws `rebase-conflicts` with the places of files that nobody has decided on in `keep`, and
 * `draft-faulty` where the packs do not load with the result; then nothing is stored.
 */
export async function rebaseDraft(
  db: Db,
  packs: Packs,
  asked: { readonly draftId: string; readonly version: number; readonly keep: Keep },
  hand: Hand,
): Promise<void> {
  const draft = await lockedDraft(db, packs, asked.draftId, asked.version)
  const { outdated, changes } = draft.candidate
  const inForce = packs.library().files
  const conflicts: Conflict[] = []
  const moved: Record<string, FileChange> = {}
  for (const file of outdated) {
    const now = inForce.get(file) ?? null
    const merged = merge(file, changes[file]!, now, asked.keep[file])
    if ('conflicts' in merged) conflicts.push(...merged.conflicts)
    else moved[file] = { before: now, after: merged.after }
  }
  if (conflicts.length > 0) throw RebaseConflicts({ conflicts })
  const count = outdated.length
  await keepEdit(
    db,
    packs,
    draft,
    moved,
    {
      zh: `移到现行政策上（${count} 个文件）`,
      en: `Put onto the rules now in force (${count === 1 ? '1 file' : `${count} files`})`,
      rebased: true,
    },
    hand,
  )
}

function merge(
  file: string,
  { before, after }: FileChange,
  now: string | null,
  keep: Keep[string] | undefined,
): { readonly after: string | null } | { readonly conflicts: readonly Conflict[] } {
  if (keep === 'draft') return { after }
  if (keep === 'in-force') return { after: now }
  if (after === now) return { after }
  // A file that one removed and the other changed, or that both added: no lines to compare.
  if (before === null || after === null || now === null)
    return { conflicts: [{ file, line: 1, inForce: firstLine(now), draft: firstLine(after) }] }
  const merged = mergeLines(before, after, now)
  if (merged.ok) return { after: merged.text }
  return {
    conflicts: merged.conflicts.map(({ line, ours, theirs }) => ({
      file,
      line,
      inForce: theirs.join('\n'),
      draft: ours.join('\n'),
    })),
  }
}

function firstLine(text: string | null): string {
  return text === null ? '' : (text.split('\n', 1)[0] ?? '')
}
