import { fault } from './fault.ts'
import type { PackFault } from './fault.ts'
import type { PackFiles } from './pack-files.ts'
import { periodFaults } from './periods.ts'
import type { Pack } from './types.ts'
import type { YamlFile } from './yaml-file.ts'

interface ItemLike {
  readonly id: string
  readonly versions: readonly {
    readonly from: Pack['calendars'][number]['published']
    readonly status?: string
    readonly group?: string
    readonly process?: string | null
    readonly handler?: string | null
    readonly replaces?: readonly string[]
    readonly situations?: readonly { readonly id: string; readonly reason?: true }[]
    readonly materials?: readonly { readonly when?: { readonly reason?: readonly string[] } }[]
  }[]
}

/** Reports items whose versions overlap or whose main item or process does not exist. */
export function checkItems(set: PackFiles, pack: Pack, faults: PackFault[]): void {
  const groups = new Set(pack.itemGroups.map((group) => group.id))
  for (const file of [...set.items, ...set.itemChanges] as YamlFile<ItemLike>[]) {
    const { id, versions } = file.value
    for (const period of periodFaults(versions)) {
      const at = file.at(['versions', period.index, 'from'])
      if (period.kind === 'overlap') faults.push(fault('overlap', at, { what: id, day: period.day }))
      else if (period.kind === 'gap')
        faults.push(fault('gap', at, { what: id, from: period.from, to: period.to }))
    }
    const known = reasonsNamed(set, id)
    for (const [index, version] of versions.entries()) {
      for (const [nth, { when }] of (version.materials ?? []).entries())
        for (const [place, reason] of (when?.reason ?? []).entries())
          if (!known.has(reason)) {
            const where = ['versions', index, 'materials', nth, 'when', 'reason', place]
            faults.push(fault('unknown-reason', file.at(where), { reason }))
          }
      const at = (field: string) => file.at(['versions', index, field])
      if (version.group !== undefined && !groups.has(version.group))
        faults.push(fault('unknown-group', at('group'), { group: version.group }))
      if (version.process && !pack.processes.has(version.process))
        faults.push(fault('unknown-process', at('process'), { process: version.process }))
      for (const [place, item] of (version.replaces ?? []).entries())
        if (item === id || !pack.items.has(item))
          faults.push(fault('unknown-item', file.at(['versions', index, 'replaces', place]), { item }))
      if (version.status === 'live' && (!version.process || !version.handler))
        faults.push(fault('live-without-process', at('status'), { id }))
    }
  }
}

/** The reasons for which an item is asked for, whichever layer or version names them. */
function reasonsNamed(set: PackFiles, itemId: string): ReadonlySet<string> {
  const files = [...set.items, ...set.itemChanges] as YamlFile<ItemLike>[]
  const versions = files.filter(({ value }) => value.id === itemId).flatMap(({ value }) => value.versions)
  const situations = versions.flatMap((version) => version.situations ?? [])
  return new Set(situations.flatMap(({ id, reason }) => (reason ? [id] : [])))
}
