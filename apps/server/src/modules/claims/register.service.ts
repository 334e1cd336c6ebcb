import { formatYuan } from '@yichuang/kernel'
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
  if (answer.settled.length > 0) throw BillSettledByCard({ bills: answer.settled })
  if (answer.added === added.length) return
  const { claimed } = await knownBills(db, added)
  throw BillAlreadyClaimed({ bills: claimed.filter(({ caseId }) => caseId !== ref.caseId) })
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
  const pathOf = (key: { code: string; number: string }) =>
    `${bills.find((bill) => keyOf(bill) === keyOf(key))!.path}.number`
  for (const bill of settled) {
    found.fault(pathOf(bill), BillSettledByCard.code, settledWords(bill))
  }
  for (const bill of claimed.filter(({ caseId }) => caseId !== ref.caseId)) {
    found.fault(pathOf(bill), BillAlreadyClaimed.code, claimedWords(bill))
  }
}

/** The day a bill was registered for a case already, if it was. */
export function claimedOnOf(held: readonly RegisteredBill[]): (bill: BillKey) => PlainDate | undefined {
  const days = new Map(held.map((bill) => [keyOf(bill), bill.claimedOn]))
  return (bill) => days.get(keyOf(bill))
}

function keyOf({ code, number }: { readonly code: string; readonly number: string }): string {
  return `${code} ${number}`
}
