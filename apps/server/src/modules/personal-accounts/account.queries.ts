import type { PlainDate } from '@yichuang/kernel'
import { formatYuan, yuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { Balance, Change, EntryKind } from './balance.ts'

/** A personal account as stored. */
export interface Account extends Balance {
  readonly personId: string
  readonly entries: number
  readonly closedOn: PlainDate | null
}

interface Row {
  readonly personId: string
  readonly year: number
  readonly currentYear: string
  readonly pastYears: string
  readonly entries: number
  readonly closedOn: PlainDate | null
}

/** An entry as stored, amounts in yuan. */
export interface EntryRow {
  readonly seq: number
  readonly day: PlainDate
  readonly kind: EntryKind
  readonly currentYear: string
  readonly pastYears: string
  readonly caseId: string | null
  readonly shareId: string | null
}

const ACCOUNT = `person_id as "personId", year, current_year as "currentYear", past_years as "pastYears", entries,
  closed_on as "closedOn"`

const read = statement<Row>(
  'accounts.read',
  `select ${ACCOUNT} from accounts.account where region_code = $1 and person_id = $2`,
)
const lock = statement<Row>(
  'accounts.lock',
  `select ${ACCOUNT} from accounts.account where region_code = $1 and person_id = any ($2::uuid[])
   order by person_id for update`,
)
const held = statement<Row>(
  'accounts.held-by',
  `select ${ACCOUNT} from accounts.account where region_code = $1 and person_id = any ($2::uuid[])`,
)
const some = statement<{ some: boolean }>(
  'accounts.any-in-region',
  `select exists (select from accounts.account where region_code = $1) as some`,
)
const entriesOf = statement<EntryRow>(
  'accounts.entries',
  `select seq, day, kind, current_year as "currentYear", past_years as "pastYears", case_id as "caseId",
     share_id as "shareId"
   from accounts.entry where region_code = $1 and person_id = $2 order by seq desc limit 100`,
)
const put = statement(
  'accounts.put',
  `insert into accounts.account (region_code, person_id, year, current_year, past_years, entries, closed_on)
   select $1, person_id, year, current_year, past_years, entries, closed_on
   from unnest($2::uuid[], $3::int[], $4::numeric[], $5::numeric[], $6::int[], $7::date[])
     as sent (person_id, year, current_year, past_years, entries, closed_on)
   on conflict (region_code, person_id) do update set year = excluded.year, current_year = excluded.current_year,
     past_years = excluded.past_years, entries = excluded.entries, closed_on = excluded.closed_on`,
)
const write = statement(
  'accounts.write-entries',
  `insert into accounts.entry (region_code, person_id, seq, day, kind, current_year, past_years, case_id, settlement_id,
     share_id)
   select $1, person_id, seq, day, kind, current_year, past_years, case_id, settlement_id, share_id
   from unnest($2::uuid[], $3::int[], $4::date[], $5::text[], $6::numeric[], $7::numeric[], $8::uuid[], $9::text[],
     $10::uuid[])
     as sent (person_id, seq, day, kind, current_year, past_years, case_id, settlement_id, share_id)`,
)

/** The account of a person at a place; undefined where the agency has none. */
export async function selectAccount(
  db: Db,
  regionCode: string,
  personId: string,
): Promise<Account | undefined> {
  const row = await db.maybe(read, [regionCode, personId])
  return row && accountOf(row)
}

/** The accounts of people, locked until the transaction ends, always in the same order. */
export async function lockAccounts(
  db: Db,
  regionCode: string,
  personIds: readonly string[],
): Promise<Account[]> {
  return (await db.many(lock, [regionCode, personIds])).map(accountOf)
}

/** The accounts of people as they stand, locking nothing. */
export async function selectAccounts(
  db: Db,
  regionCode: string,
  personIds: readonly string[],
): Promise<Account[]> {
  return (await db.many(held, [regionCode, personIds])).map(accountOf)
}

/** Whether anybody of a place has an account. */
export async function anyAccount(db: Db, regionCode: string): Promise<boolean> {
  return (await db.one(some, [regionCode])).some
}

/** The last hundred entries, newest first. */
export function selectEntries(db: Db, regionCode: string, personId: string): Promise<EntryRow[]> {
  return db.many(entriesOf, [regionCode, personId])
}

/** Stores accounts as they are now, new or locked. */
export async function putAccounts(db: Db, regionCode: string, accounts: readonly Account[]): Promise<void> {
  await db.run(put, [
    regionCode,
    accounts.map(({ personId }) => personId),
    accounts.map(({ year }) => year),
    accounts.map(({ currentYear }) => formatYuan(currentYear)),
    accounts.map(({ pastYears }) => formatYuan(pastYears)),
    accounts.map(({ entries }) => entries),
    accounts.map(({ closedOn }) => closedOn),
  ])
}

/** An entry to be written under its number. */
export interface NewEntry extends Change {
  readonly personId: string
  readonly seq: number
  readonly caseId: string | null
  readonly settlementId: string | null
  readonly shareId: string | null
}

export async function insertEntries(db: Db, regionCode: string, entries: readonly NewEntry[]): Promise<void> {
  await db.run(write, [
    regionCode,
    entries.map(({ personId }) => personId),
    entries.map(({ seq }) => seq),
    entries.map(({ day }) => day),
    entries.map(({ kind }) => kind),
    entries.map(({ currentYear }) => formatYuan(currentYear)),
    entries.map(({ pastYears }) => formatYuan(pastYears)),
    entries.map(({ caseId }) => caseId),
    entries.map(({ settlementId }) => settlementId),
    entries.map(({ shareId }) => shareId),
  ])
}

function accountOf({ currentYear, pastYears, ...row }: Row): Account {
  return { ...row, currentYear: yuan(currentYear), pastYears: yuan(pastYears) }
}
