import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { notInsuredHere, putGroups } from './group.queries.ts'
import { indexOfIdNumber } from './person.service.ts'

/** A person's group, as an agency's register holds it; the group must be one the place's packs name. */
export interface GroupEntry {
  readonly idNumber: string
  readonly group: string
  readonly from: PlainDate
  readonly to?: PlainDate | undefined
  readonly source: string
}

/** What storing groups came to: rows written, or the ID numbers of people the place does not know. */
export type GroupsWritten = { readonly written: number } | { readonly unknown: readonly string[] }

/** Stores groups of people, all or none. ID numbers must be checked. Inside a transaction, two statements. */
export async function loadGroups(
  db: Db,
  regionCode: string,
  entries: readonly GroupEntry[],
  today: PlainDate,
): Promise<GroupsWritten> {
  const rows = entries.map((entry) => ({
    ...entry,
    to: entry.to,
    index: indexOfIdNumber(entry.idNumber, today),
  }))
  const missing = await notInsuredHere(
    db,
    regionCode,
    rows.map(({ index }) => index),
  )
  if (missing.length === 0) return { written: await putGroups(db, regionCode, rows) }
  const unknown = new Set(missing.map((index) => index.toString('hex')))
  return {
    unknown: rows.filter(({ index }) => unknown.has(index.toString('hex'))).map(({ idNumber }) => idNumber),
  }
}
