import { loadPacks, type Pack, type PackLoad } from '@yichuang/policy'
import { sha256 } from '../../packs/index.ts'
import { libraryHash, overlay, type FileChanges, type Library } from '../catalogue/index.ts'
import type { EditRow } from './draft.queries.ts'
import { DraftFaulty } from './policy-room.problems.ts'

/** A draft over the packs in force. */
export interface Candidate {
  readonly hash: string
  readonly files: ReadonlyMap<string, string>
  readonly packs: ReadonlyMap<string, Pack>
  /** all that its edits did, file by file */
  readonly changes: FileChanges
  /** files that are no longer what the draft changed: somebody else published them */
  readonly outdated: readonly string[]
}

/** The edits of a draft as one change of each file; a file that is as it was before is no change. */
export function netChanges(edits: readonly Pick<EditRow, 'changes' | 'what'>[]): FileChanges {
  const net: Record<string, { before: string | null; after: string | null }> = {}
  for (const { changes, what } of edits)
    for (const [file, { before, after }] of Object.entries(changes))
      net[file] = { before: file in net && !what.rebased ? net[file]!.before : before, after }
  return Object.fromEntries(Object.entries(net).filter(([, { before, after }]) => before !== after))
}

/** Reads a draft's packs. Throws `draft-faulty` with every fault when they do not load. */
export function candidateOf(inForce: Library, changes: FileChanges): Candidate {
  const { files, conflicts } = overlay(inForce.files, [{ seq: 0, changes }])
  const hash = libraryHash(files)
  const known = recent.get(hash)
  const packs = known ?? load(files)
  recent.delete(hash)
  recent.set(hash, packs)
  if (recent.size > MOST) recent.delete(recent.keys().next().value!)
  return { hash, files, packs, changes, outdated: conflicts.map(({ file }) => file) }
}

// A page, its trial and its publication read the same draft one after the other.
const recent = new Map<string, ReadonlyMap<string, Pack>>()
const MOST = 4

function load(files: ReadonlyMap<string, string>): ReadonlyMap<string, Pack> {
  const answer = loadPacks(files, sha256)
  if (!answer.ok) throw DraftFaulty({ faults: answer.faults })
  return answer.packs
}

/** The same without throwing: what is wrong with the packs as a draft would have them, or the packs. */
export function tried(inForce: Library, changes: FileChanges): PackLoad {
  return loadPacks(overlay(inForce.files, [{ seq: 0, changes }]).files, sha256)
}
