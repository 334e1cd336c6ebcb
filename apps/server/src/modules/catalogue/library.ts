import { loadPacks, type Pack } from '@yichuang/policy'
import { describeFaults, sha256 } from '../../packs/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { overlay, type FileChanges, type OverlayConflict } from './overlay.ts'

/** The packs of an installation at one time, with the files they were made from. */
export interface Library {
  /** SHA-256 over every file: two libraries of one hash are the same */
  readonly hash: string
  readonly files: ReadonlyMap<string, string>
  readonly packs: ReadonlyMap<string, Pack>
  readonly conflicts: readonly OverlayConflict[]
  /** number of the last publication in it; 0: as delivered */
  readonly publication: number
}

/** Joins what was delivered with what was published. Throws a `Refusal` that names every fault. */
export function makeLibrary(
  delivered: ReadonlyMap<string, string>,
  publications: readonly { readonly seq: number; readonly changes: FileChanges }[],
): Library {
  const { files, conflicts } = overlay(delivered, publications)
  const load = loadPacks(files, sha256)
  if (!load.ok) throw new Refusal(describeFaults(load.faults, 'zh'), describeFaults(load.faults, 'en'))
  const packs = new Map(
    [...load.packs.values()].map((pack) => [pack.id, numbered(pack, load.packs, publications)] as const),
  )
  return { hash: libraryHash(files), files, packs, conflicts, publication: publications.at(-1)?.seq ?? 0 }
}

export function libraryHash(files: ReadonlyMap<string, string>): string {
  return sha256(JSON.stringify([...files]))
}

/** The folders a pack is made of: its own, those it extends, and those it borrows from. */
export function foldersOf(pack: Pack, packs: ReadonlyMap<string, Pack>): ReadonlySet<string> {
  const lender = pack.borrowed && packs.get(pack.borrowed.lender)
  return new Set([...pack.chain, ...(lender?.chain ?? [])])
}

/** `1.0.0+3`: version 1.0.0 as delivered, with publications up to the third. */
function numbered(
  pack: Pack,
  packs: ReadonlyMap<string, Pack>,
  publications: readonly { readonly seq: number; readonly changes: FileChanges }[],
): Pack {
  const folders = foldersOf(pack, packs)
  const last = publications.findLast(({ changes }) =>
    Object.keys(changes).some((file) => folders.has(file.split('/')[0] ?? '')),
  )
  return last ? { ...pack, version: `${pack.version}+${last.seq}` } : pack
}
