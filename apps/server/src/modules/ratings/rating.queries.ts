import { violatedConstraint, type Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { AlreadyRated } from './ratings.problems.ts'
import type { Grade } from './reasons.ts'

export interface RatingRow {
  readonly regionCode: string
  readonly caseId: string
  readonly caseNumber: string
  readonly itemId: string
  readonly officeId: string
  readonly grade: Grade
  readonly reasons: string[]
  readonly text: string
  readonly day: string
  readonly at: Date
  readonly givenBy: string
  readonly side: 'person' | 'window'
}

/** What is counted or listed: a city, days, offices, an item or all, and a grade or all (null). */
export interface RatingScope {
  readonly regionCode: string
  readonly from: string
  readonly to: string
  readonly officeIds: readonly string[]
  readonly itemId: string | null
  readonly grades: readonly Grade[] | null
}

const columns = `region_code as "regionCode", case_id as "caseId", case_number as "caseNumber", item_id as "itemId",
  office_id as "officeId", grade, reasons, remark as text, day, at, given_by as "givenBy", side`
const SCOPE = `region_code = $1 and day between $2 and $3 and office_id = any ($4)
  and ($5::text is null or item_id = $5) and ($6::text[] is null or grade = any ($6))`

const add = statement(
  'ratings.add',
  `insert into ratings.rating (region_code, case_id, case_number, item_id, office_id, grade, reasons, remark, day, at,
     given_by, side)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
const ofCase = statement<RatingRow>(
  'ratings.of-case',
  `select ${columns} from ratings.rating where region_code = $1 and case_id = $2`,
)
const list = statement<RatingRow>(
  'ratings.list',
  `select ${columns} from ratings.rating where ${SCOPE} and (day, case_id) < ($7, $8)
   order by day desc, case_id desc limit $9`,
)
const count = statement<{ grade: Grade; count: number }>(
  'ratings.count',
  `select grade, count(*) as count from ratings.rating where ${SCOPE} group by grade order by grade`,
)
const rated = statement<{ caseId: string }>(
  'ratings.rated-cases',
  `select case_id as "caseId" from ratings.rating
   where ${SCOPE} and ($7::uuid is null or case_id < $7) order by case_id desc limit $8`,
)

const values = ({ regionCode, from, to, officeIds, itemId, grades }: RatingScope) => [
  regionCode,
  from,
  to,
  officeIds,
  itemId,
  grades,
]

/** Stores a rating; throws `AlreadyRated` when the case has one. */
export async function insertRating(db: Db, row: RatingRow): Promise<void> {
  const { regionCode, caseId, caseNumber, itemId, officeId, grade, reasons, text, day, at, givenBy, side } =
    row
  await db
    .run(add, [
      regionCode,
      caseId,
      caseNumber,
      itemId,
      officeId,
      grade,
      reasons,
      text,
      day,
      at,
      givenBy,
      side,
    ])
    .catch((error: unknown) => {
      if (violatedConstraint(error) === 'rating_once_per_case')
        throw AlreadyRated(undefined, { cause: error })
      throw error
    })
}

export function selectRating(db: Db, regionCode: string, caseId: string) {
  return db.maybe(ofCase, [regionCode, caseId])
}

/** Ratings, newest first, strictly before a day and case. */
export function selectRatings(
  db: Db,
  scope: RatingScope,
  before: { day: string; caseId: string },
  limit: number,
) {
  return db.many(list, [...values(scope), before.day, before.caseId, limit])
}

/** How many ratings of each grade. */
export function countRatings(db: Db, scope: RatingScope) {
  return db.many(count, values(scope))
}

/** Ids of rated cases, newest first, strictly before one. */
export async function ratedCases(
  db: Db,
  scope: RatingScope,
  before: string | null,
  limit: number,
): Promise<string[]> {
  return (await db.many(rated, [...values(scope), before, limit])).map(({ caseId }) => caseId)
}
