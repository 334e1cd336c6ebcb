import { fen, yearOf, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { lockAccounts } from './account.queries.ts'
import { inYear, type Balance, type Change } from './balance.ts'
import { keep, type Kept } from './keep.ts'
import { holdShares } from './share.queries.ts'

/** What one settlement takes from an account: its person's, or with `shareId` a relative's. */
export interface Taken {
  /** whose account it is */
  readonly personId: string
  readonly settlementId: string
  readonly shareId?: string
  /** what the account held when the settlement was worked out */
  readonly held: Balance
  /** not negative, and not more than held */
  readonly currentYear: Fen
  readonly pastYears: Fen
}

/**
 * Takes what settlements of a day pay from accounts; false, and nothing is written, when an account no longer holds what
 * was read of it, two of them want the same account, or a relative's leave was revoked. In a transaction; three statements
 * for any number, and one for relatives.
 */
export async function takeForSettlements(
  db: Db,
  regionCode: string,
  day: PlainDate,
  taken: readonly Taken[],
): Promise<boolean> {
  if (taken.length === 0) return true
  const ids = new Set(taken.map(({ personId }) => personId))
  if (ids.size < taken.length) return false
  const shares = taken.flatMap(({ shareId }) => shareId ?? [])
  if (shares.length > 0 && (await holdShares(db, regionCode, shares)) < shares.length) return false
  const locked = new Map((await lockAccounts(db, regionCode, [...ids])).map((one) => [one.personId, one]))
  const changes = taken.flatMap((one): Kept[] => {
    const { personId, settlementId, shareId, held, currentYear, pastYears } = one
    const account = locked.get(personId)
    if (!account || account.closedOn !== null) return []
    const now = inYear(account, yearOf(day))
    const same =
      now.year === held.year && now.currentYear === held.currentYear && now.pastYears === held.pastYears
    if (!same) return []
    const change: Change = {
      kind: shareId === undefined ? 'settlement' : 'family',
      day,
      currentYear: fen(0 - currentYear),
      pastYears: fen(0 - pastYears),
    }
    return [{ account, change, settlementId, ...(shareId && { shareId }), closedOn: null }]
  })
  if (changes.length < taken.length) return false
  await keep(db, regionCode, changes)
  return true
}

/** Changes an account with the correction of a settlement it paid; amounts have signs. In a transaction; three statements. */
export async function correctAccount(
  db: Db,
  regionCode: string,
  day: PlainDate,
  {
    personId,
    settlementId,
    shareId,
    currentYear,
    pastYears,
  }: Pick<Taken, 'personId' | 'settlementId' | 'shareId'> & Pick<Change, 'currentYear' | 'pastYears'>,
): Promise<void> {
  const [account] = await lockAccounts(db, regionCode, [personId])
  if (!account || account.closedOn !== null)
    throw new Error(`The account of ${personId} cannot change any more`)
  const change: Change = { kind: 'correction', day, currentYear, pastYears }
  await keep(db, regionCode, [{ account, change, settlementId, ...(shareId && { shareId }), closedOn: null }])
}

/**
 * Gives back what a settlement took from accounts: to the parts it came from, and once the year has turned to the years
 * before. Gives what each account holds then, by its person; undefined when one was closed meanwhile, and then nothing is
 * written. In a transaction; three statements.
 */
export async function giveBackForSettlement(
  db: Db,
  regionCode: string,
  day: PlainDate,
  taken: readonly Taken[],
): Promise<ReadonlyMap<string, Balance> | undefined> {
  const ids = taken.map(({ personId }) => personId)
  const locked = new Map((await lockAccounts(db, regionCode, ids)).map((one) => [one.personId, one]))
  const changes = taken.flatMap((one): Kept[] => {
    const { personId, settlementId, shareId, held, currentYear, pastYears } = one
    const account = locked.get(personId)
    if (!account || account.closedOn !== null) return []
    const sameYear = yearOf(day) <= held.year
    const change: Change = {
      kind: shareId === undefined ? 'settlement-back' : 'family-back',
      day,
      currentYear: sameYear ? currentYear : ZERO_FEN,
      pastYears: sameYear ? pastYears : fen(currentYear + pastYears),
    }
    return [{ account, change, settlementId, ...(shareId && { shareId }), closedOn: null }]
  })
  if (changes.length < taken.length) return undefined
  return new Map((await keep(db, regionCode, changes)).map((after) => [after.personId, after]))
}
