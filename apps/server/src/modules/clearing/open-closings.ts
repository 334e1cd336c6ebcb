import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { closingsCovered, type Covered } from './part.queries.ts'
import type { Books, ClosedSums, DayRange } from './world.ts'

/** A part of a closing: of one day, insurance and kind of clearing. */
export interface OpenPart extends ClosedSums {
  readonly day: PlainDate
  readonly seq: number
}

/** What an institution can apply for. */
export interface OpenClosings {
  /** closed, and in no application */
  readonly parts: readonly OpenPart[]
  /** in an application already */
  readonly covered: readonly Covered[]
}

/** What is closed of an institution's days and in no application yet; of one kind of clearing or of all. */
export async function openClosings(
  db: Db,
  books: Books,
  regionCode: string,
  range: DayRange,
  clrType?: string,
): Promise<OpenClosings> {
  const { institutionCode, from, to } = range
  const closed = await books.closedDays(db, regionCode, range)
  const all = await closingsCovered(db, regionCode, institutionCode, from, to)
  const covered = all.filter((one) => clrType === undefined || one.clrType === clrType)
  const taken = new Set(covered.map((one) => `${one.clrType} ${one.day} ${one.seq}`))
  const parts = closed.flatMap(({ day, closings }) =>
    closings.flatMap(({ seq, sums }) => sums.map((sum) => ({ ...sum, day, seq }))),
  )
  return {
    parts: parts.filter(
      (part) =>
        (clrType === undefined || part.clrType === clrType) &&
        !taken.has(`${part.clrType} ${part.day} ${part.seq}`),
    ),
    covered,
  }
}
