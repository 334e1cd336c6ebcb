import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

export type DueState = 'no-account' | 'waiting' | 'in-run' | 'paid' | 'offset'

/** Money due to a person beside a case's own payment. The account is encrypted as in a claim. */
export interface DueRow {
  readonly dueId: string
  readonly officeId: string
  readonly personId: string
  readonly caseId: string | null
  readonly number: string
  readonly amount: string
  readonly payers: Readonly<Record<string, string>>
  readonly holder: string | null
  readonly bankName: string | null
  readonly accountEnc: Buffer | null
  readonly accountMasked: string | null
  readonly state: DueState
  readonly bankReason: string | null
  readonly createdOn: PlainDate
}

/** Where money goes. */
export interface DueAccount {
  readonly holder: string
  readonly bankName: string
  readonly accountEnc: Buffer
  readonly accountMasked: string
}

const COLUMNS = `due_id as "dueId", office_id as "officeId", person_id as "personId", case_id as "caseId", number, amount,
  payers, holder, bank_name as "bankName", account_enc as "accountEnc", account_masked as "accountMasked", state,
  bank_reason as "bankReason", created_on as "createdOn"`

const add = statement(
  'payments.add-due',
  `insert into payments.due (region_code, due_id, office_id, person_id, case_id, number, amount, payers, holder, bank_name,
     account_enc, account_masked, state, created_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)
const byId = statement<DueRow>(
  'payments.due-by-id',
  `select ${COLUMNS} from payments.due where region_code = $1 and due_id = $2`,
)
const lockOne = statement<DueRow>(
  'payments.lock-due',
  `select ${COLUMNS} from payments.due where region_code = $1 and due_id = $2 for update`,
)
const openOfPerson = statement<DueRow>(
  'payments.open-dues-of',
  `select ${COLUMNS} from payments.due
   where region_code = $1 and person_id = $2 and state in ('no-account', 'waiting') order by due_id limit 100`,
)
const reduce = statement(
  'payments.reduce-due',
  `update payments.due set amount = $3::numeric, payers = $4,
     state = case when $3::numeric = 0 then 'offset' else state end
   where region_code = $1 and due_id = $2 and state in ('no-account', 'waiting')`,
)
const waiting = statement<DueRow>(
  'payments.lock-dues',
  `select ${COLUMNS} from payments.due
   where region_code = $1 and office_id = any($2::uuid[]) and state = 'waiting' order by due_id limit $3 for update`,
)
const sum = statement<{ count: number; total: string }>(
  'payments.sum-dues',
  `select count(*)::int as count, coalesce(sum(amount), 0)::numeric(16, 2) as total from payments.due
   where region_code = $1 and office_id = any($2::uuid[]) and state = 'waiting'`,
)
const move = statement(
  'payments.move-dues',
  `update payments.due d set state = sent.state, bank_reason = sent.reason
   from unnest($2::uuid[], $3::text[], $4::text[]) as sent (due_id, state, reason)
   where d.region_code = $1 and d.due_id = any($2::uuid[]) and d.due_id = sent.due_id`,
)
// The account of a claim is the person's own word: nobody changes it unless the bank has rejected it.
const setAccount = statement(
  'payments.set-due-account',
  `update payments.due set holder = $3, bank_name = $4, account_enc = $5, account_masked = $6, state = 'waiting'
   where region_code = $1 and due_id = $2
     and (state = 'no-account' or state = 'waiting' and (case_id is null or bank_reason is not null))`,
)

/** Owes somebody money from the next run of the office on; without an account it waits for one. */
export async function addDue(
  db: Db,
  regionCode: string,
  due: Pick<
    DueRow,
    'dueId' | 'officeId' | 'personId' | 'caseId' | 'number' | 'amount' | 'payers' | 'createdOn'
  >,
  account: DueAccount | undefined,
): Promise<void> {
  const { dueId, officeId, personId, caseId, number, amount, payers, createdOn } = due
  await db.run(add, [
    regionCode,
    dueId,
    officeId,
    personId,
    caseId,
    number,
    amount,
    JSON.stringify(payers),
    account?.holder ?? null,
    account?.bankName ?? null,
    account?.accountEnc ?? null,
    account?.accountMasked ?? null,
    account ? 'waiting' : 'no-account',
    createdOn,
  ])
}

export const findDue = (db: Db, regionCode: string, dueId: string) => db.maybe(byId, [regionCode, dueId])

/** The same, and nothing becomes of it before the transaction ends. */
export const lockDue = (db: Db, regionCode: string, dueId: string) => db.maybe(lockOne, [regionCode, dueId])

/** What is due to a person and in no run. */
export const openDuesOf = (db: Db, regionCode: string, personId: string) =>
  db.many(openOfPerson, [regionCode, personId])

/** Makes a due less; one of nothing is over. */
export const reduceDue = (
  db: Db,
  regionCode: string,
  dueId: string,
  amount: string,
  payers: Readonly<Record<string, string>>,
) => db.run(reduce, [regionCode, dueId, amount, JSON.stringify(payers)])

/** What waits for the next run of offices, locked until the transaction ends. */
export const lockDues = (db: Db, regionCode: string, offices: readonly string[], limit: number) =>
  db.many(waiting, [regionCode, offices, limit])

export const sumDues = (db: Db, regionCode: string, offices: readonly string[]) =>
  db.one(sum, [regionCode, offices])

/** Sets the states of dues, with the bank's reason where it gave one. */
export async function moveDues(
  db: Db,
  regionCode: string,
  moves: readonly { readonly dueId: string; readonly state: DueState; readonly reason: string | null }[],
): Promise<void> {
  if (moves.length === 0) return
  await db.run(move, [
    regionCode,
    moves.map(({ dueId }) => dueId),
    moves.map(({ state }) => state),
    moves.map(({ reason }) => reason),
  ])
}

/** Gives a due its account; false when it has that of its claim, is in a run or paid. */
export async function setDueAccount(
  db: Db,
  regionCode: string,
  dueId: string,
  { holder, bankName, accountEnc, accountMasked }: DueAccount,
): Promise<boolean> {
  return (await db.run(setAccount, [regionCode, dueId, holder, bankName, accountEnc, accountMasked])) > 0
}
