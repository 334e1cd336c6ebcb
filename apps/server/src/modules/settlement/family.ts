import type { ChainResult } from '@yichuang/benefits'
import { fen, lesser, sumFen, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { sharedWith, totalOf, type SharedAccount, type Taken } from '../personal-accounts/index.ts'
import { peopleOf } from './people.ts'
import type { FamilyUse, SettlementRow } from './settlement.queries.ts'

/** The accounts of relatives that a person may use (家庭共济), in the order in which leave was given. */
export type Family = readonly SharedAccount[]

/** Those of a person on a day; nobody's who has died. Two statements, and one to know the holders. */
export async function familyOf(
  db: Db,
  regionCode: string,
  personId: string,
  today: PlainDate,
): Promise<Family> {
  const shared = await sharedWith(db, regionCode, personId, today)
  const people = await peopleOf(
    db,
    regionCode,
    shared.map(({ holderId }) => holderId),
  )
  return shared.filter(({ holderId }) => people.get(holderId)?.diedOn === null)
}

/** What they hold together. */
export const familyTotal = (family: Family): Fen => sumFen(family.map(({ held }) => totalOf(held)))

/** Whose account pays what: one after another, of each the current year before the years before it, as of one's own. */
export function familyUse(
  { pots }: ChainResult,
  family: Family | undefined,
): readonly FamilyUse[] | undefined {
  if (!family || pots.family === 0) return undefined
  let due = pots.family
  const uses: FamilyUse[] = []
  for (const { shareId, holderId, held } of family) {
    const currentYear = lesser(due, held.currentYear)
    const pastYears = lesser(fen(due - currentYear), held.pastYears)
    due = fen(due - currentYear - pastYears)
    if (currentYear + pastYears > 0) uses.push({ shareId, holderId, held, currentYear, pastYears })
  }
  return uses
}

/** What a settlement took from relatives' accounts, as the ledger wants it. */
export function familyTakings({
  settlementId,
  workings: { family = [] },
}: Pick<SettlementRow, 'settlementId' | 'workings'>): Taken[] {
  return family.map(({ holderId, ...use }) => ({ ...use, personId: holderId, settlementId }))
}
