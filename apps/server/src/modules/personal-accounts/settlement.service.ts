import { fen, yearOf, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { lockAccounts } from './account.queries.ts'
import { inYear, type Balance, type Change } from './balance.ts'
import { keep } from './keep.ts'

/** What one settlement takes from its person's account. */
export interface Taken {
  readonly personId: string
  readonly settlementId: string
  /** what the account held when the settlement was worked out */
  readonly held: Balance
  /** not negative, and not more than held */
  readonly currentYear: Fen
  readonly pastYears: Fen
}

/**
 * Takes what settlements of a day pay from accounts; false, and nothing is written, when an account no longer holds what
 * was read of it. No person may occur twice. In a transaction; three statements for any number.
 */
export async function takeForSettlements(
  db: Db,
  regionCode: string,
  day: PlainDate,
  taken: readonly Taken[],
): Promise<boolean> {
  if (taken.length === 0) return true
  const ids = taken.map(({ personId }) => personId)
  const locked = new Map((await lockAccounts(db, regionCode, ids)).map((one) => [one.personId, one]))
  const changes = taken.flatMap(({ personId, settlementId, held, currentYear, pastYears }) => {
    const account = locked.get(personId)
    if (!account || account.closedOn !== null) return []
    const now = inYear(account, yearOf(day))
    const same =
      now.year === held.year && now.currentYear === held.currentYear && now.pastYears === held.pastYears
    if (!same) return []
    const change: Change = {
      kind: 'settlement',
      day,
      currentYear: fen(0 - currentYear),
      pastYears: fen(0 - pastYears),
    }
    return [{ account, change, settlementId, closedOn: null }]
  })
  if (changes.length < taken.length) return false
  await keep(db, regionCode, changes)
  return true
}

/**
 * Gives back what a settlement took: to the parts it came from, and once the year has turned to the years before. Gives
 * what the account holds then; undefined when it was closed meanwhile, and then nothing is written. In a transaction;
 * three statements.
 */
export async function giveBackForSettlement(
  db: Db,
  regionCode: string,
  day: PlainDate,
  { personId, settlementId, held, currentYear, pastYears }: Taken,
): Promise<Balance | undefined> {
  const [account] = await lockAccounts(db, regionCode, [personId])
  if (!account || account.closedOn !== null) return undefined
  const sameYear = yearOf(day) <= held.year
  const change: Change = {
    kind: 'settlement-back',
    day,
    currentYear: sameYear ? currentYear : ZERO_FEN,
    pastYears: sameYear ? pastYears : fen(currentYear + pastYears),
  }
  const [after] = await keep(db, regionCode, [{ account, change, settlementId, closedOn: null }])
  return after
}
