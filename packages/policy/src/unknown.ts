import type { Text } from './types.ts'

/** A case a table leaves open, by the facts that pick its row; a fact left out = any. */
export interface UnknownCase {
  readonly part: string
  readonly level?: string | undefined
  readonly personClass?: string | undefined
  readonly carePlace?: string | undefined
  readonly group?: string | undefined
  readonly why: Text
}
type Case = Omit<Partial<UnknownCase>, 'why'>

const FACTS = ['level', 'personClass', 'carePlace', 'group'] as const

/** Why a table says nothing of a case, where it names the case as unknown. */
export function unknownIn(unknown: readonly UnknownCase[] | undefined, of: Case): Text | undefined {
  return unknown?.find(
    (entry) =>
      entry.part === of.part && FACTS.every((fact) => entry[fact] === undefined || entry[fact] === of[fact]),
  )?.why
}
