import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { insertEntries, putAccounts, type Account, type NewEntry } from './account.queries.ts'
import { booked, type Change } from './balance.ts'

/** One change of a locked or new account, and what it is for. */
export interface Kept {
  readonly account: Account
  readonly change: Change
  readonly caseId?: string
  readonly settlementId?: string
  readonly shareId?: string
  readonly closedOn: PlainDate | null
}

/** Writes changes with their entries; gives the accounts as they are then. Two statements. */
export async function keep(db: Db, regionCode: string, changes: readonly Kept[]): Promise<Account[]> {
  if (changes.length === 0) return []
  const entries: NewEntry[] = []
  const accounts = changes.map(({ account, change, caseId, settlementId, shareId, closedOn }): Account => {
    const { after, entries: written } = booked(account, change)
    entries.push(
      ...written.map((entry, index) => ({
        ...entry,
        personId: account.personId,
        seq: account.entries + index + 1,
        caseId: entry.kind === 'year-turn' ? null : (caseId ?? null),
        settlementId: entry.kind === 'year-turn' ? null : (settlementId ?? null),
        shareId: entry.kind === 'year-turn' ? null : (shareId ?? null),
      })),
    )
    return { ...account, ...after, entries: account.entries + written.length, closedOn }
  })
  await putAccounts(db, regionCode, accounts)
  await insertEntries(db, regionCode, entries)
  return accounts
}
