import type { Mapping } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { feeItemsExactly } from '../catalogue/index.ts'
import { pageOfMappings } from './mapping.queries.ts'

/** A page of an institution's mappings, each with the name of the entry it stands for on the last day asked about. */
export async function listMappings(
  db: Db,
  regionCode: string,
  hospitalCode: string,
  asked: {
    readonly text?: string | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<{ items: Mapping[]; next: string | null }> {
  const { text = '', cursor, limit } = asked
  const found = await pageOfMappings(db, regionCode, hospitalCode, {
    text,
    after: placeOf(cursor),
    limit: limit + 1,
  })
  const rows = found.slice(0, limit)
  const latest = rows
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1)
  const codes = rows.map(({ itemCode }) => itemCode)
  const entries = latest === undefined ? [] : await feeItemsExactly(db, regionCode, codes, latest)
  const names = new Map(entries.map(({ code, name }) => [code, name]))
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    items: rows.map(({ listType, ownCode, ownName, itemCode, startsOn, endsOn }) => ({
      listType,
      ownCode,
      ownName,
      itemCode,
      itemName: names.get(itemCode) ?? null,
      from: startsOn,
      until: endsOn,
    })),
    next: last ? JSON.stringify([last.listType, last.ownCode, last.itemCode, last.startsOn]) : null,
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The row a cursor stands for; one that is not of ours begins at the beginning. */
function placeOf(cursor: string | undefined): readonly string[] {
  try {
    const read: unknown = JSON.parse(cursor ?? '')
    if (!Array.isArray(read) || !read.every((part) => typeof part === 'string')) return []
    return read.length === 4 && DAY.test(read[3] ?? '') ? read : []
  } catch {
    return []
  }
}
