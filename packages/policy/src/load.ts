import { assemble } from './assemble.ts'
import { attachBorrowed } from './borrow.ts'
import { checkSupplementGroups } from './check-chains.ts'
import { fault, isSyntaxFault } from './fault.ts'
import type { FaultKind, PackFault } from './fault.ts'
import { checkMeasures } from './measures/check.ts'
import { readPackFiles } from './pack-files.ts'
import type { PackFiles } from './pack-files.ts'
import { readLibrary } from './sources.ts'
import type { Pack } from './types.ts'

/** All packs by id, or every fault found; never a part of the packs. */
export type PackLoad =
  | { readonly ok: true; readonly packs: ReadonlyMap<string, Pack> }
  | { readonly ok: false; readonly faults: readonly PackFault[] }

/**
 * Reads every pack from the texts of its files (path below policy-packs, with `/` → text). Pure: the caller reads the
 * disk and passes the digest (lower-case hex of the UTF-8 text).
 */
export function loadPacks(files: ReadonlyMap<string, string>, sha256: Digest): PackLoad {
  const { packs, faults } = putTogether(files, sha256)
  return faults.length > 0 ? { ok: false, faults: inReadingOrder(faults) } : { ok: true, packs }
}

/**
 * Reads packs that were once in force, as `loadPacks` does. They were judged then: what a later release asks of a pack besides
 * is not asked of them, or the cases decided by them could no longer be read. What cannot be put together is still refused.
 */
export function loadStoredPacks(files: ReadonlyMap<string, string>, sha256: Digest): PackLoad {
  const { packs, faults } = putTogether(files, sha256)
  const broken = faults.filter(({ kind }) => isSyntaxFault(kind) || NOT_TOGETHER.has(kind))
  return broken.length > 0 ? { ok: false, faults: inReadingOrder(broken) } : { ok: true, packs }
}

type Digest = (text: string) => string
const NOT_TOGETHER: ReadonlySet<FaultKind> = new Set([
  'cycle',
  'unknown-parent',
  'no-pack-file',
  'duplicate-id',
])

function putTogether(
  files: ReadonlyMap<string, string>,
  sha256: Digest,
): { readonly packs: ReadonlyMap<string, Pack>; readonly faults: readonly PackFault[] } {
  const faults: PackFault[] = []
  const sets = readPackFiles(files, faults)
  const library = readLibrary(sets, sha256, faults)
  const packs = new Map<string, Pack>()
  const order = parentsFirst(sets, faults)
  // In a circle nothing can be put together, and each pack in it would miss all that it builds on.
  if (faults.some(({ kind }) => kind === 'cycle')) return { packs, faults }
  for (const set of order) {
    const parent = set.pack?.value.extends
    const pack = assemble(set, parent === undefined ? undefined : packs.get(parent), library, sha256, faults)
    if (pack) packs.set(pack.id, pack)
  }
  attachBorrowed(sets, packs, sha256, faults)
  for (const set of sets) {
    const pack = packs.get(set.folder)
    if (!pack) continue
    checkSupplementGroups(set, pack, faults)
    checkMeasures(set, pack, faults)
  }
  return { packs, faults }
}

function parentsFirst(sets: readonly PackFiles[], faults: PackFault[]): PackFiles[] {
  const byId = new Map(sets.map((set) => [set.folder, set]))
  const order: PackFiles[] = []
  const without = new Set<PackFiles>()
  const visit = (set: PackFiles, path: readonly string[]): boolean => {
    if (order.includes(set)) return true
    if (without.has(set)) return false
    const pack = set.pack
    if (!pack) return false
    if (path.includes(set.folder)) {
      faults.push(
        fault('cycle', pack.at(['extends']), {
          circle: [...path.slice(path.indexOf(set.folder)), set.folder].join(' → '),
        }),
      )
      return false
    }
    const parentId = pack.value.extends
    if (parentId !== undefined) {
      const parent = byId.get(parentId)
      if (!parent) faults.push(fault('unknown-parent', pack.at(['extends']), { pack: parentId }))
      if (!parent || !visit(parent, [...path, set.folder])) {
        without.add(set)
        return false
      }
    }
    order.push(set)
    return true
  }
  for (const set of sets) visit(set, [])
  return order
}

function inReadingOrder(faults: readonly PackFault[]): PackFault[] {
  const seen = new Set<string>()
  return faults
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
    .filter((entry) => {
      const key = `${entry.file}:${entry.line}:${entry.what}`
      return !seen.has(key) && seen.add(key)
    })
}
