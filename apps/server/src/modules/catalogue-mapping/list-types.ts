import type { FeeItemRow } from '../catalogue/index.ts'

type Kind = FeeItemRow['kind']

/** 目录类别 (list_type) that an entry of each kind may have. */
export const LIST_TYPES: Readonly<Record<Kind, ReadonlySet<string>>> = {
  drug: new Set(['101', '102', '103', '104', '105', '106']),
  service: new Set(['201']),
  supply: new Set(['301']),
}

/** What is told of an entry, whose finer kind the catalogue of the place does not have. */
export const LIST_TYPE: Readonly<Record<Kind, string>> = { drug: '101', service: '201', supply: '301' }

/** The kind a list type belongs to; undefined where no list of the place is one of it. */
export function kindOf(listType: string): Kind | undefined {
  return (Object.keys(LIST_TYPES) as Kind[]).find((kind) => LIST_TYPES[kind].has(listType))
}
