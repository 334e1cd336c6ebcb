import { fen, yearOf, ZERO_FEN } from '@yichuang/kernel'
import type { Fen, PlainDate } from '@yichuang/kernel'

/**
 * Why a personal account changes: brought in from the agency's books, the turn of a year, its money paid out, what it paid
 * for care of its holder or of a relative, that given back, and the same by a correction of a settlement.
 */
export type EntryKind =
  | 'brought-in'
  | 'year-turn'
  | 'withdrawal'
  | 'settlement'
  | 'settlement-back'
  | 'family'
  | 'family-back'
  | 'correction'

/** What a personal account holds: money of `year` (当年) and of the years before it (历年). */
export interface Balance {
  readonly year: number
  readonly currentYear: Fen
  readonly pastYears: Fen
}

/** What an entry changes; amounts have signs. */
export interface Change {
  readonly kind: EntryKind
  readonly day: PlainDate
  readonly currentYear: Fen
  readonly pastYears: Fen
}

/** The balance as it counts in a year: what a year has left over belongs to the years before the next one. */
export function inYear(balance: Balance, year: number): Balance {
  if (year <= balance.year) return balance
  return { year, currentYear: ZERO_FEN, pastYears: fen(balance.pastYears + balance.currentYear) }
}

/** All the money of an account. */
export function totalOf({ currentYear, pastYears }: Balance): Fen {
  return fen(currentYear + pastYears)
}

/**
 * The balance after a change, and the entries that lead there: the turn of the year first, where one lies between. Throws
 * a RangeError when a part would fall below zero or the change lies in a year before the balance.
 */
export function booked(
  before: Balance,
  change: Change,
): { readonly after: Balance; readonly entries: Change[] } {
  const year = yearOf(change.day)
  if (year < before.year) throw new RangeError(`${change.day} lies before the year ${before.year}`)
  const turned = inYear(before, year)
  const after: Balance = {
    year,
    currentYear: fen(turned.currentYear + change.currentYear),
    pastYears: fen(turned.pastYears + change.pastYears),
  }
  if (after.currentYear < 0 || after.pastYears < 0)
    throw new RangeError(`An account cannot hold ${after.currentYear} and ${after.pastYears} fen`)
  const turn: Change[] =
    turned.year > before.year && before.currentYear !== 0
      ? [
          {
            kind: 'year-turn',
            day: `${turned.year}-01-01` as PlainDate,
            currentYear: fen(0 - before.currentYear),
            pastYears: before.currentYear,
          },
        ]
      : []
  return { after, entries: [...turn, change] }
}
