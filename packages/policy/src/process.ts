import type { Process, ProcessVersion } from './types.ts'
import { inForceOn } from './periods.ts'
import type { PlainDate } from '@yichuang/kernel'

export const CAME_FROM = 'came-from'
export type Role = ProcessVersion['acts'][number]['roles'][number]
export type Act = ProcessVersion['acts'][number]

/** The version of a process in force on a day, or undefined before its first. */
export function processOn(process: Process, on: PlainDate): ProcessVersion | undefined {
  return inForceOn(process.versions, on)
}

/**
 * The state an act leads to, or undefined when the act may not be done in this state. Acts that lead back (`answer`,
 * `return`) need the state the case came from.
 */
export function next(
  process: ProcessVersion,
  state: string,
  act: string,
  cameFrom?: string,
): string | undefined {
  const found = process.acts.find((entry) => entry.id === act && entry.from.includes(state))
  if (!found) return undefined
  return found.to === CAME_FROM ? cameFrom : found.to
}

/** The acts open to a role in a state, in the order of the file. */
export function actsOf(process: ProcessVersion, state: string, role: Role): readonly Act[] {
  return process.acts.filter((act) => act.from.includes(state) && act.roles.includes(role))
}

/** The states an act can lead to; for one that leads back, those from which its states can be entered. */
export function targetsOf(process: Pick<ProcessVersion, 'acts'>, act: Act): readonly string[] {
  if (act.to !== CAME_FROM) return [act.to]
  const origins = process.acts
    .filter((other) => other.to !== CAME_FROM && act.from.includes(other.to))
    .flatMap((other) => other.from)
  return [...new Set(origins)].filter((state) => !act.from.includes(state))
}
