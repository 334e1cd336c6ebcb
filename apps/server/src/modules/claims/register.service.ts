import { billIdentity, formatYuan } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { CaseRef } from '../cases/index.ts'
import { deleteBills, insertBills, knownBills, type BillToRegister } from './bill.queries.ts'
import type { BillKey, CheckedBill } from './checked.ts'
import { BillAlreadyClaimed, BillSettledByCard, claimedWords, settledWords } from './claims.problems.ts'
import type { RegisteredBill } from './claim-row.ts'
import type { Findings } from './findings.ts'

/**
 * Makes the registry hold exactly these bills for a case: once across all agencies, for as long as the case lives. Throws
 * `bill-already-claimed` or `bill-settled-by-card`. One statement for a new case, none when nothing has changed.
 */
export async function register(
  db: Db,
  ref: CaseRef,
  bills: readonly CheckedBill[],
  held: readonly RegisteredBill[],
  { today, caseNumber }: { readonly today: PlainDate; readonly caseNumber: string | null },
): Promise<void> {
  const before = new Map(held.map((bill) => [keyOf(bill), bill]))
  const now = new Map(bills.map((bill) => [keyOf(bill), formatYuan(bill.amount)]))
  const gone = held.filter((bill) => now.get(keyOf(bill)) !== bill.amount)
  if (gone.length > 0) await deleteBills(db, ref, gone)
  const added: BillToRegister[] = bills
    .filter((bill) => before.get(keyOf(bill))?.amount !== now.get(keyOf(bill)))
    .map(({ code, number, amount }) => {
      const claimedOn = before.get(keyOf({ code, number }))?.claimedOn ?? today
      return { code, number, amount: formatYuan(amount), claimedOn }
    })
  if (added.length === 0) return
  const answer = await insertBills(db, ref, added, caseNumber)
  const asTyped = typedOf(added)
  if (answer.settled.length > 0) throw BillSettledByCard({ bills: answer.settled.map(asTyped) })
  if (answer.added === added.length) return
  const { claimed } = await knownBills(db, added)
  throw BillAlreadyClaimed({ bills: claimed.filter(({ caseId }) => caseId !== ref.caseId).map(asTyped) })
}

/** The same as findings, before anything is handed in. One statement. */
export async function findTaken(
  db: Db,
  found: Findings,
  ref: CaseRef,
  bills: readonly CheckedBill[],
): Promise<void> {
  if (bills.length === 0) return
  const { claimed, settled } = await knownBills(db, bills)
  const asTyped = typedOf(bills)
  for (const bill of settled.map(asTyped)) {
    found.fault(`${bill.path}.number`, BillSettledByCard.code, settledWords(bill))
  }
  for (const bill of claimed.filter(({ caseId }) => caseId !== ref.caseId).map(asTyped)) {
    found.fault(`${bill.path}.number`, BillAlreadyClaimed.code, claimedWords(bill))
  }
}

/** What the registry says of a bill, with its code and number as they were typed. */
function typedOf<Typed extends { readonly code: string; readonly number: string }>(bills: readonly Typed[]) {
  return <Known extends { readonly code: string; readonly number: string }>(known: Known): Known & Typed => ({
    ...known,
    ...bills.find((bill) => keyOf(bill) === keyOf(known))!,
  })
}

/** The day a bill was registered for a case already, if it was. */
export function claimedOnOf(held: readonly RegisteredBill[]): (bill: BillKey) => PlainDate | undefined {
  const days = new Map(held.map((bill) => [keyOf(bill), bill.claimedOn]))
  return (bill) => days.get(keyOf(bill))
}

/** One text for a bill, equal for equal bills however many leading zeros were typed. */
function keyOf({ code, number }: { readonly code: string; readonly number: string }): string {
  return `${billIdentity(code)} ${billIdentity(number)}`
}
