import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { COLUMNS, type EntryRow } from './entry-row.ts'

/** One thing that happened to an entry. */
export interface EventRow {
  readonly seq: number
  readonly act: string
  readonly detail: Readonly<Record<string, string>>
  readonly byName: string
  readonly day: PlainDate
  readonly at: Date
}

const fields = Object.keys(COLUMNS) as (keyof EntryRow)[]
const names = Object.values(COLUMNS)
const selected = fields.map((field) => `${COLUMNS[field]} as "${field}"`).join(', ')

const byId = statement<EntryRow>(
  'debts.entry',
  `select ${selected} from debts.entry where region_code = $1 and entry_id = $2`,
)
const lock = statement<EntryRow>(
  'debts.lock-entry',
  `select ${selected} from debts.entry where region_code = $1 and entry_id = $2 for update`,
)
const add = statement(
  'debts.add-entry',
  `insert into debts.entry (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
)
const write = statement(
  'debts.write-entry',
  `update debts.entry set ${names
    .slice(2)
    .map((name, at) => `${name} = $${at + 3}`)
    .join(', ')} where region_code = $1 and entry_id = $2`,
)
const addEventRow = statement(
  'debts.add-event',
  `insert into debts.event (region_code, entry_id, seq, act, detail, by_name, day, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const eventsOf = statement<EventRow>(
  'debts.events',
  `select seq, act, detail, by_name as "byName", day, at from debts.event
   where region_code = $1 and entry_id = $2 order by seq`,
)
const next = statement<{ last: number }>(
  'debts.next-number',
  `insert into debts.number_counter (region_code, year, last) values ($1, $2, 1)
   on conflict (region_code, year) do update set last = debts.number_counter.last + 1 returning last`,
)
const openOf = statement<{ number: string }>(
  'debts.open-of-person',
  `select number from debts.entry
   where region_code = $1 and id_number_index = $2 and hospital_code = $3 and began_on = $4 and state <> 'closed' limit 1`,
)
// Two who enter the same person at once must see each other.
const lockPerson = statement(
  'debts.lock-person',
  `select pg_advisory_xact_lock(hashtextextended('treat-first ' || $1 || encode($2::bytea, 'hex'), 0))`,
)
const toRemind = statement<{ entryId: string }>(
  'debts.to-remind',
  `select entry_id as "entryId" from debts.entry
   where region_code = $1 and state <> 'closed' and remind_on <= $2 order by remind_on, entry_id limit 200`,
)
const settledSince = statement<{ entryId: string; closedRegion: string; closedReference: string }>(
  'debts.settled-since',
  `select entry_id as "entryId", closed_region as "closedRegion", closed_reference as "closedReference"
   from debts.entry
   where region_code = $1 and closed_how = 'settlement' and closed_on >= $2 order by closed_on, entry_id limit 20000`,
)

const values = (row: EntryRow) => fields.map((field) => row[field])

export const findEntry = (db: Db, regionCode: string, entryId: string) =>
  db.maybe(byId, [regionCode, entryId])
export const lockEntry = (db: Db, regionCode: string, entryId: string) =>
  db.maybe(lock, [regionCode, entryId])
export const insertEntry = (db: Db, row: EntryRow) => db.run(add, values(row))
/** Everything of the entry but its key, which never changes. */
export const writeEntry = (db: Db, row: EntryRow) => db.run(write, values(row))
export const eventsOfEntry = (db: Db, regionCode: string, entryId: string) =>
  db.many(eventsOf, [regionCode, entryId])
export const nextNumber = async (db: Db, regionCode: string, year: number) =>
  (await db.one(next, [regionCode, year])).last
export const openEntryOf = (
  db: Db,
  regionCode: string,
  index: Buffer,
  hospitalCode: string,
  beganOn: PlainDate,
) => db.maybe(openOf, [regionCode, index, hospitalCode, beganOn])
export const lockPersonOf = (db: Db, regionCode: string, index: Buffer) =>
  db.many(lockPerson, [regionCode, index])
/** Open entries whose day of a reminder has come; two hundred at a time. */
export const entriesToRemind = (db: Db, regionCode: string, day: PlainDate) =>
  db.many(toRemind, [regionCode, day])
/** Entries that a settlement of this installation closed since a day. */
export const entriesSettledSince = (db: Db, regionCode: string, day: PlainDate) =>
  db.many(settledSince, [regionCode, day])

export const addEvent = (
  db: Db,
  regionCode: string,
  entryId: string,
  { seq, act, detail, byName, day, at }: EventRow,
) => db.run(addEventRow, [regionCode, entryId, seq, act, detail, byName, day, at])
