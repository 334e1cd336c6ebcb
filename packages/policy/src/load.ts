import { assemble } from './assemble.ts'
import { attachBorrowed } from './borrow.ts'
import { checkSupplementGroups } from './check-chains.ts'
import { fault } from './fault.ts'
import type { PackFault } from './fault.ts'
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
export function loadPacks(files: ReadonlyMap<string, string>, sha256: (text: string) => string): PackLoad {
  const faults: PackFault[] = []
  const sets = readPackFiles(files, faults)
  const library = readLibrary(sets, sha256, faults)
  const packs = new Map<string, Pack>()
  const order = parentsFirst(sets, faults)
  // In a circle nothing can be put together, and each pack in it would miss all that it builds on.
  if (faults.some(({ kind }) => kind === 'cycle')) return { ok: false, faults: inReadingOrder(faults) }
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
  if (faults.length > 0) return { ok: false, faults: inReadingOrder(faults) }
  return { ok: true, packs }
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
