import type { BlindIndex, FieldCipher, KeyRing } from '../crypto.ts'
import { inTransaction, type Database, type Db } from '../db.ts'
import {
  nextRegion,
  pageOf,
  writeAnew,
  type Rewritten,
  type SealedField,
  type SealedRow,
} from './sealed.queries.ts'

export interface RotateOptions {
  readonly database: Database
  /** encrypts with the first key of its ring, reads with all */
  readonly cipher: FieldCipher
  readonly fieldKeys: KeyRing
  /** makes the indexes anew; without it they stay as they are */
  readonly newIndex?: BlindIndex | undefined
}

export interface Rotated {
  readonly field: string
  readonly rows: number
  readonly written: number
}

/**
 * Encrypts every row of a field with the first key, and makes its blind index anew, page by page through the regions, each
 * page in a transaction of its own. What is done already is left alone, so whoever was interrupted just begins again.
 */
export async function rotateField(field: SealedField, options: RotateOptions): Promise<Rotated> {
  let [rows, written] = [0, 0]
  for (let region = ''; ;) {
    const next = await nextRegion(options.database.db, field, region)
    if (next.region === null) return { field: field.name, rows, written }
    region = next.region
    const db = options.database.forRegion(region)
    for (let after = field.first; ;) {
      const page = await pageOf(db, field, after)
      if (page.length === 0) break
      after = page.at(-1)!.key
      rows += page.length
      written += await rotatePage(db, field, page, options)
    }
  }
}

async function rotatePage(
  db: Db,
  field: SealedField,
  page: readonly SealedRow[],
  options: RotateOptions,
): Promise<number> {
  const changed = page.flatMap((row) => anew(field, row, options) ?? [])
  if (changed.length === 0) return 0
  return inTransaction(db, (db) => writeAnew(db, field, changed))
}

function anew(field: SealedField, row: SealedRow, options: RotateOptions): Rewritten | undefined {
  const { cipher, fieldKeys, newIndex } = options
  // The first byte is the number of the key.
  const current = row.sealed[0] === fieldKeys[0]![0]
  const indexed = newIndex && field.indexed
  if (current && !indexed) return undefined
  const plain = cipher.decrypt(row.sealed, field.purpose)
  const text = indexed?.(plain)
  const wanted = indexed ? (text === undefined ? null : newIndex(text, field.purpose)) : row.index
  const same = wanted === null ? row.index === null : row.index !== null && wanted.equals(row.index)
  if (current && same) return undefined
  return { ...row, newSealed: current ? row.sealed : cipher.encrypt(plain, field.purpose), newIndex: wanted }
}
