import { parsePlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import type { Language, Sentences } from '../../platform/problem.ts'
import { CursorUnreadable } from '../cases/index.ts'
import { getOffice, officesBelow, officesOf } from '../organisations/index.ts'
import { selectRatings } from './rating.queries.ts'
import type { Grade } from './reasons.ts'

export interface RatingListQuery {
  readonly regionCode: string
  readonly officeId?: string | undefined
  readonly itemId?: string | undefined
  readonly grade?: Grade | undefined
  /** days of the rating, both included */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

const FIRST_PLACE = { day: '9999-12-31', caseId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Ratings of the caller's offices, newest first; a page of them. */
export async function listRatings(
  db: Db,
  caller: Caller,
  { regionCode, officeId, itemId, grade, from, to, cursor, limit }: RatingListQuery,
  words: {
    readonly language: Language
    readonly itemTitle: (regionCode: string, itemId: string) => Sentences
  },
) {
  const own = await officesOf(db, caller, ['supervisor', 'auditor'])
  const asked = officeId === undefined ? own : await officesBelow(db, officeId)
  const officeIds = asked.filter((id) => own.includes(id))
  if (officeIds.length === 0) throw NotAllowed()
  const scope = {
    regionCode,
    from: from ?? '0001-01-01',
    to: to ?? '9999-12-31',
    officeIds,
    itemId: itemId ?? null,
    grades: grade === undefined ? null : [grade],
  }
  const rows = await selectRatings(db, scope, placeOf(cursor), limit + 1)
  const shown = rows.slice(0, limit)
  const items = await Promise.all(
    shown.map(async (row) => ({
      ...row,
      itemName: words.itemTitle(regionCode, row.itemId)[words.language],
      officeName: (await getOffice(db, row.officeId)).name,
    })),
  )
  const last = shown.at(-1)
  return { items, next: rows.length > limit && last ? `${last.day}_${last.caseId}` : null }
}

function placeOf(cursor: string | undefined): { day: string; caseId: string } {
  if (cursor === undefined) return FIRST_PLACE
  const [, day = '', caseId] =
    /^(\d{4}-\d\d-\d\d)_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(cursor) ?? []
  if (caseId === undefined || parsePlainDate(day) === undefined) throw CursorUnreadable()
  return { day, caseId }
}
