import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { PaymentRow } from './run-row.ts'

const PAYMENT = `p.payment_id as "paymentId", p.run_id as "runId", p.line, p.case_id as "caseId", p.due_id as "dueId",
  p.case_number as "caseNumber", p.amount, p.payers, p.holder, p.bank_name as "bankName", p.account_enc as "accountEnc",
  p.account_masked as "accountMasked", p.state, p.bank_reason as "bankReason", p.booked_on as "bookedOn"`

const add = statement(
  'payments.add-payments',
  `insert into payments.payment (region_code, run_id, payment_id, line, case_id, case_number, amount, payers, holder,
     bank_name, account_enc, account_masked, due_id, state)
   select $1, $2, payment_id, line, case_id, case_number, amount, payers, holder, bank_name, account_enc,
     account_masked, due_id, 'in-run'
   from unnest($3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::numeric[], $8::text[], $9::text[], $10::bytea[],
     $11::text[], $12::jsonb[], $13::uuid[])
     as sent (payment_id, line, case_id, case_number, amount, holder, bank_name, account_enc, account_masked, payers,
       due_id)`,
)
const ofRun = statement<PaymentRow>(
  'payments.of-run',
  `select ${PAYMENT} from payments.payment p where p.region_code = $1 and p.run_id = $2 order by p.line`,
)
const elsewhere = statement<{ paymentId: string; number: string }>(
  'payments.runs-of-payments',
  `select p.payment_id as "paymentId", r.number from payments.payment p
   join payments.run r on r.region_code = p.region_code and r.run_id = p.run_id
   where p.region_code = $1 and p.payment_id = any ($2::uuid[]) and p.run_id <> $3`,
)
const bookRows = statement(
  'payments.book',
  `update payments.payment p set state = sent.state, bank_reason = sent.reason, booked_on = $3
   from unnest($4::uuid[], $5::text[], $6::text[]) as sent (payment_id, state, reason)
   where p.region_code = $1 and p.run_id = $2 and p.payment_id = sent.payment_id and p.state = 'in-run'`,
)
const cancel = statement(
  'payments.cancel-payments',
  `update payments.payment set state = 'cancelled', booked_on = $3
   where region_code = $1 and run_id = $2 and state = 'in-run'`,
)
const lastOfCase = statement<PaymentRow & { runNumber: string }>(
  'payments.last-of-case',
  `select ${PAYMENT}, r.number as "runNumber" from payments.payment p
   join payments.run r on r.region_code = p.region_code and r.run_id = p.run_id
   where p.region_code = $1 and p.case_id = $2 and p.state <> 'cancelled' and p.due_id is null
   order by p.payment_id desc limit 1`,
)

export type NewPayment = Omit<PaymentRow, 'runId' | 'state' | 'bankReason' | 'bookedOn'>

export async function insertPayments(
  db: Db,
  regionCode: string,
  runId: string,
  payments: readonly NewPayment[],
): Promise<void> {
  const column = <K extends keyof NewPayment>(name: K) => payments.map((payment) => payment[name])
  await db.run(add, [
    regionCode,
    runId,
    column('paymentId'),
    column('line'),
    column('caseId'),
    column('caseNumber'),
    column('amount'),
    column('holder'),
    column('bankName'),
    column('accountEnc'),
    column('accountMasked'),
    payments.map(({ payers }) => payers && JSON.stringify(payers)),
    column('dueId'),
  ])
}

/** The payments of a run, line by line. */
export function paymentsOf(db: Db, regionCode: string, runId: string): Promise<PaymentRow[]> {
  return db.many(ofRun, [regionCode, runId])
}

/** Of these payments, those of other runs with the number of their run. */
export function runsOfPayments(db: Db, regionCode: string, paymentIds: readonly string[], runId: string) {
  return db.many(elsewhere, [regionCode, paymentIds, runId])
}

export interface Booking {
  readonly paymentId: string
  readonly state: 'paid' | 'rejected'
  readonly reason: string | null
}

/** Books what the bank did; how many payments were still open. */
export function bookPayments(
  db: Db,
  regionCode: string,
  runId: string,
  day: PlainDate,
  bookings: readonly Booking[],
): Promise<number> {
  const ids = bookings.map(({ paymentId }) => paymentId)
  const states = bookings.map(({ state }) => state)
  const reasons = bookings.map(({ reason }) => reason)
  return db.run(bookRows, [regionCode, runId, day, ids, states, reasons])
}

export async function cancelPayments(
  db: Db,
  regionCode: string,
  runId: string,
  day: PlainDate,
): Promise<void> {
  await db.run(cancel, [regionCode, runId, day])
}

/** The newest payment of a case that was not cancelled. */
export function lastPayment(db: Db, regionCode: string, caseId: string) {
  return db.maybe(lastOfCase, [regionCode, caseId])
}
