import { fen, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** What a person owes after a correction; money is yuan as text. */
export interface RecoveryRow {
  readonly recoveryId: string
  readonly correctionId: string
  readonly number: string
  readonly officeId: string
  readonly personId: string
  readonly amount: string
  readonly payers: Readonly<Record<string, string>>
  readonly received: string
  readonly writtenOff: string
  readonly state: 'open' | 'closed' | 'written-off'
  readonly ownerId: string
  readonly ownerName: string
  readonly openedOn: PlainDate
  readonly closedOn: PlainDate | null
  /** entries so far; its version */
  readonly entries: number
}

export interface Instalment {
  readonly day: PlainDate
  readonly amount: string
}

export interface RecoveryEntry {
  readonly seq: number
  readonly kind:
    | 'opened'
    | 'instalments'
    | 'received'
    | 'offset'
    | 'handed-over'
    | 'write-off-asked'
    | 'write-off-refused'
    | 'written-off'
  readonly day: PlainDate
  readonly amount: string | null
  readonly payers: Readonly<Record<string, string>> | null
  readonly plan: readonly Instalment[] | null
  readonly note: string | null
  readonly byId: string
  readonly byName: string
  readonly at: Date
}

const COLUMNS = `recovery_id as "recoveryId", correction_id as "correctionId", number, office_id as "officeId",
  person_id as "personId", amount, payers, received, written_off as "writtenOff", state, owner_id as "ownerId",
  owner_name as "ownerName", opened_on as "openedOn", closed_on as "closedOn", entries`
const add = statement(
  'corrections.add-recovery',
  `insert into corrections.recovery (region_code, recovery_id, correction_id, number, office_id, person_id, amount, payers,
     received, written_off, state, owner_id, owner_name, opened_on, entries)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, 'open', $9, $10, $11, 0)`,
)
const byId = statement<RecoveryRow>(
  'corrections.recovery-by-id',
  `select ${COLUMNS} from corrections.recovery where region_code = $1 and recovery_id = $2`,
)
const lock = statement<RecoveryRow>(
  'corrections.lock-recovery',
  `select ${COLUMNS} from corrections.recovery where region_code = $1 and recovery_id = $2 for update`,
)
const ofCorrection = statement<RecoveryRow>(
  'corrections.recovery-of-correction',
  `select ${COLUMNS} from corrections.recovery where region_code = $1 and correction_id = $2`,
)
const write = statement(
  'corrections.write-recovery',
  `update corrections.recovery set received = $3, written_off = $4, state = $5, owner_id = $6, owner_name = $7,
     closed_on = $8, entries = $9
   where region_code = $1 and recovery_id = $2`,
)
const addEntry = statement(
  'corrections.add-recovery-entry',
  `insert into corrections.recovery_entry
     (region_code, recovery_id, seq, kind, day, amount, payers, plan, note, by_id, by_name, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
const entries = statement<RecoveryEntry>(
  'corrections.entries-of-recovery',
  `select seq, kind, day, amount, payers, plan, note, by_id as "byId", by_name as "byName", at
   from corrections.recovery_entry where region_code = $1 and recovery_id = $2 order by seq limit 5000`,
)
const ofOffices = statement<RecoveryRow>(
  'corrections.recoveries-of-offices',
  `select l.* from unnest($2::uuid[]) as office (id) cross join unnest($3::text[]) as wanted (state) cross join lateral (
     select ${COLUMNS} from corrections.recovery
     where region_code = $1 and office_id = office.id and state = wanted.state and recovery_id < $4
     order by recovery_id desc limit $5) l
   order by l."recoveryId" desc limit $5`,
)
const sum = statement<{ count: number; open: string }>(
  'corrections.sum-recoveries',
  `select count(*)::int as count, coalesce(sum(amount - received - written_off), 0)::numeric(16, 2) as open
   from corrections.recovery where region_code = $1 and office_id = any($2::uuid[]) and state = 'open'`,
)

export type NewRecovery = Pick<
  RecoveryRow,
  | ('recoveryId' | 'correctionId' | 'number' | 'officeId' | 'personId' | 'amount' | 'payers')
  | ('ownerId' | 'ownerName' | 'openedOn')
>

export async function insertRecovery(db: Db, regionCode: string, row: NewRecovery): Promise<void> {
  await db.run(add, [
    regionCode,
    row.recoveryId,
    row.correctionId,
    row.number,
    row.officeId,
    row.personId,
    row.amount,
    JSON.stringify(row.payers),
    row.ownerId,
    row.ownerName,
    row.openedOn,
  ])
}

export const findRecovery = (db: Db, regionCode: string, recoveryId: string) =>
  db.maybe(byId, [regionCode, recoveryId])
export const lockRecovery = (db: Db, regionCode: string, recoveryId: string) =>
  db.maybe(lock, [regionCode, recoveryId])
export const recoveryOfCorrection = (db: Db, regionCode: string, correctionId: string) =>
  db.maybe(ofCorrection, [regionCode, correctionId])
export const entriesOfRecovery = (db: Db, regionCode: string, recoveryId: string) =>
  db.many(entries, [regionCode, recoveryId])
export const recoveriesOfOffices = (
  db: Db,
  regionCode: string,
  asked: {
    readonly offices: readonly string[]
    readonly states: readonly string[]
    readonly before: string
    readonly limit: number
  },
) => db.many(ofOffices, [regionCode, asked.offices, asked.states, asked.before, asked.limit])
export const sumRecoveries = (db: Db, regionCode: string, offices: readonly string[]) =>
  db.one(sum, [regionCode, offices])

/** Adds an entry and what it makes of the recovery, which is locked. */
export async function appendEntry(
  db: Db,
  regionCode: string,
  row: RecoveryRow,
  { kind, day, amount, payers, plan, note, byId, byName, at }: Omit<RecoveryEntry, 'seq'>,
): Promise<RecoveryRow> {
  const now = { ...row, entries: row.entries + 1 }
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await db.run(addEntry, [
    regionCode,
    row.recoveryId,
    now.entries,
    kind,
    day,
    amount,
    json(payers),
    json(plan),
    note,
    byId,
    byName,
    at,
  ])
  const { received, writtenOff, state, ownerId, ownerName, closedOn } = now
  const rest = [received, writtenOff, state, ownerId, ownerName, closedOn, now.entries]
  await db.run(write, [regionCode, row.recoveryId, ...rest])
  return now
}

/** What is still to be paid back. */
export function openOf({ amount, received, writtenOff }: RecoveryRow): Fen {
  return fen(yuan(amount) - yuan(received) - yuan(writtenOff))
}
