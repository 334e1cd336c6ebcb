import { yearOf, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { anyAccount, selectAccounts } from './account.queries.ts'
import { inYear, type Balance } from './balance.ts'

/** What an account holds on a day, and whether its money was paid out for good. */
export interface Held extends Balance {
  readonly closedOn: PlainDate | null
}

// Most places' books have accounts for everybody or for nobody, and every settlement asks.
const FRESH_MS = 5000
const places = new Map<string, { readonly any: boolean; readonly readAt: number }>()

/** What the accounts of people hold on a day. One statement, and none where the place keeps no accounts. */
export async function heldBy(
  db: Db,
  regionCode: string,
  personIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, Held>> {
  if (personIds.length === 0 || !(await placeHasAccounts(db, regionCode))) return new Map()
  const accounts = await selectAccounts(db, regionCode, [...new Set(personIds)])
  return new Map(
    accounts.map((account) => {
      const { closedOn } = account
      return [account.personId, { ...inYear(account, yearOf(day)), closedOn }]
    }),
  )
}

/** Makes this process ask again which places keep accounts; others do within seconds. */
export function forgetHeld(): void {
  places.clear()
}

async function placeHasAccounts(db: Db, regionCode: string): Promise<boolean> {
  const known = places.get(regionCode)
  if (known && performance.now() - known.readAt < FRESH_MS) return known.any
  const any = await anyAccount(db, regionCode)
  places.set(regionCode, { any, readAt: performance.now() })
  return any
}
