import { parsePlainDate, type PlainDate } from '@yichuang/kernel'
import { CursorUnreadable } from '../cases/index.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Where a list goes on, as the page before said; undefined at its beginning. */
export function placeOf(cursor: string | undefined): readonly [by: string, id: string] | undefined {
  if (cursor === undefined) return undefined
  const [by = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  if (by === '' || id === '' || id.includes('\0')) throw CursorUnreadable()
  return [by, id]
}

/** A place in a list that begins with the newest. */
export function newest(cursor: string | undefined): { readonly at: Date; readonly id: string } {
  const [by, id] = placeOf(cursor) ?? ['9999-01-01T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  if (Number.isNaN(Date.parse(by)) || !UUID.test(id)) throw CursorUnreadable()
  return { at: new Date(by), id }
}

/** A place in a list of settlements by day. */
export function rowPlace(
  place: readonly [by: string, id: string] | undefined,
): { readonly day: PlainDate; readonly settlementId: string } | undefined {
  if (!place) return undefined
  const day = parsePlainDate(place[0])
  if (!day) throw CursorUnreadable()
  return { day, settlementId: place[1] }
}

/** How the list goes on after a page of rows, of which one more than the limit was asked for. */
export function nextPlace<Row>(
  rows: readonly Row[],
  limit: number,
  by: (row: Row) => readonly [string, string],
): string | null {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return last ? Buffer.from(by(last).join(' '), 'utf8').toString('base64url') : null
}
