import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { statement } from '../../../platform/statement.ts'
import type { Booking } from '../../payments/index.ts'
import type { PaymentRow } from './run-row.ts'

const PAYMENT = `payment_id as "paymentId", run_id as "runId", line, institution_code as "institutionCode",
  institution_name as "institutionName", applications, amount, funds, holder, bank_name as "bankName",
  account_enc as "accountEnc", account_masked as "accountMasked", state, bank_reason as "bankReason",
  booked_on as "bookedOn"`

const add = statement(
  'clearing.add-payments',
  `insert into clearing.payment (region_code, run_id, payment_id, line, institution_code, institution_name, applications,
     amount, funds, holder, bank_name, account_enc, account_masked, state)
   select $1, $2::uuid, said."paymentId", said.line, said."institutionCode", said."institutionName", said.applications,
     said.amount, said.funds, said.holder, said."bankName", sealed.account, said."accountMasked", 'in-run'
   from json_to_recordset($3::json) as said ("paymentId" uuid, line int, "institutionCode" text, "institutionName" text,
     applications text[], amount numeric, funds jsonb, holder text, "bankName" text, "accountMasked" text)
   join unnest($4::uuid[], $5::bytea[]) as sealed (id, account) on sealed.id = said."paymentId"`,
)
const ofRun = statement<PaymentRow>(
  'clearing.payments-of-run',
  `select ${PAYMENT} from clearing.payment where region_code = $1 and run_id = $2 order by line`,
)
const byId = statement<PaymentRow & { run: string }>(
  'clearing.payment-by-id',
  `select ${PAYMENT}, (select number from clearing.run r where r.region_code = $1 and r.run_id = p.run_id) as run
   from clearing.payment p where region_code = $1 and payment_id = $2`,
)
const elsewhere = statement<{ paymentId: string; number: string }>(
  'clearing.runs-of-payments',
  `select p.payment_id as "paymentId", r.number from clearing.payment p
   join clearing.run r on r.region_code = p.region_code and r.run_id = p.run_id
   where p.region_code = $1 and p.payment_id = any ($2::uuid[]) and p.run_id <> $3`,
)
const bookRows = statement(
  'clearing.book-payments',
  `update clearing.payment p set state = sent.state, bank_reason = sent.reason, booked_on = $3
   from unnest($4::uuid[], $5::text[], $6::text[]) as sent (payment_id, state, reason)
   where p.region_code = $1 and p.run_id = $2 and p.payment_id = sent.payment_id and p.state = 'in-run'`,
)
const cancel = statement(
  'clearing.cancel-payments',
  `update clearing.payment set state = 'cancelled', booked_on = $3
   where region_code = $1 and run_id = $2 and state = 'in-run'`,
)
export type NewPayment = Omit<PaymentRow, 'runId' | 'state' | 'bankReason' | 'bookedOn'>

export async function insertPayments(
  db: Db,
  regionCode: string,
  runId: string,
  payments: readonly NewPayment[],
): Promise<void> {
  const said = payments.map(({ accountEnc: _sealed, ...payment }) => payment)
  const ids = payments.map(({ paymentId }) => paymentId)
  const sealed = payments.map(({ accountEnc }) => accountEnc)
  await db.run(add, [regionCode, runId, JSON.stringify(said), ids, sealed])
}

/** The payments of a run, line by line. */
export const paymentsOf = (db: Db, regionCode: string, runId: string) => db.many(ofRun, [regionCode, runId])
/** A payment with the number of its run. */
export const readPayment = (db: Db, regionCode: string, id: string) => db.maybe(byId, [regionCode, id])
/** Of these payments, those of other runs with the number of their run. */
export const runsOfPayments = (db: Db, regionCode: string, ids: readonly string[], runId: string) =>
  db.many(elsewhere, [regionCode, ids, runId])

/** Books what the bank did; how many payments were still open. */
export function bookPayments(
  db: Db,
  regionCode: string,
  runId: string,
  day: PlainDate,
  bookings: readonly Booking[],
): Promise<number> {
  const ids = bookings.map(({ paymentId }) => paymentId)
  const [states, reasons] = [bookings.map(({ state }) => state), bookings.map(({ reason }) => reason)]
  return db.run(bookRows, [regionCode, runId, day, ids, states, reasons])
}
export const cancelPayments = (db: Db, regionCode: string, runId: string, day: PlainDate) =>
  db.run(cancel, [regionCode, runId, day])
