import type { z } from 'zod'
import { fault } from './fault.ts'
import type { PackFault } from './fault.ts'
import { periodFaults } from './periods.ts'
import { CAME_FROM, targetsOf } from './process.ts'
import type { ProcessFile } from './schema/items.ts'
import type { Path, YamlFile } from './yaml-file.ts'

type Version = z.output<typeof ProcessFile>['versions'][number]

/**
 * Walks the graph of every version: states exist and can be reached, none is a dead end, and no act of a window clerk
 * leads to a refusal (窗口无否决权, 济医保发〔2020〕13号 一（三）).
 */
export function checkProcess(file: YamlFile<z.output<typeof ProcessFile>>, faults: PackFault[]): void {
  for (const period of periodFaults(file.value.versions))
    if (period.kind === 'overlap')
      faults.push(
        fault('overlap', file.at(['versions', period.index, 'from']), {
          what: file.value.id,
          day: period.day,
        }),
      )
  for (const [index, version] of file.value.versions.entries())
    checkGraph(version, ['versions', index], file, faults)
}

function checkGraph(version: Version, path: Path, file: YamlFile<unknown>, faults: PackFault[]): void {
  const states = new Map(version.states.map((state) => [state.id, state]))
  const here = (...more: PropertyKey[]) => file.at([...path, ...more])

  for (const [index, act] of version.acts.entries()) {
    for (const [place, state] of act.from.entries())
      if (!states.has(state))
        faults.push(fault('unknown-state', here('acts', index, 'from', place), { state }))
    if (act.to !== CAME_FROM && !states.has(act.to))
      faults.push(fault('unknown-state', here('acts', index, 'to'), { state: act.to }))
    for (const other of version.acts.slice(0, index))
      for (const state of other.from)
        if (other.id === act.id && act.from.includes(state))
          faults.push(fault('ambiguous-act', here('acts', index), { act: act.id, state }))
    if (act.roles.includes('clerk'))
      for (const state of targetsOf(version, act))
        if (states.get(state)?.refusal)
          faults.push(fault('clerk-refuses', here('acts', index), { act: act.id, state }))
  }

  if (!states.has(version.initial))
    faults.push(fault('unknown-state', here('initial'), { state: version.initial }))
  const reached = reachable(version)
  for (const [index, state] of version.states.entries()) {
    if (!reached.has(state.id))
      faults.push(fault('unreachable-state', here('states', index), { state: state.id }))
    if (!state.final && !version.acts.some((act) => act.from.includes(state.id)))
      faults.push(fault('dead-end', here('states', index), { state: state.id }))
  }
}

function reachable(version: Version): Set<string> {
  const reached = new Set([version.initial])
  // A set grows while it is walked, so this visits every state that is found on the way.
  for (const state of reached)
    for (const act of version.acts)
      if (act.from.includes(state)) for (const target of targetsOf(version, act)) reached.add(target)
  return reached
}
