import type { Db } from '../../platform/db.ts'
import type { CaseRow } from './case-row.ts'
import type { CaseHandler, PayeeRow } from './handler.ts'
import { rulesOf } from './rules.ts'

/** To whom granted cases of one place are paid, by case, each told by its item's own code. One statement an item's code. */
export async function payeesOf(db: Db, rows: readonly CaseRow[]): Promise<Map<string, PayeeRow>> {
  const byHandler = new Map<CaseHandler, CaseRow[]>()
  for (const row of rows) {
    const { handler } = await rulesOf(row, row.handedInOn ?? row.createdOn)
    byHandler.set(handler, [...(byHandler.get(handler) ?? []), row])
  }
  const payees = await Promise.all(
    [...byHandler].map(([handler, [first, ...more]]) =>
      handler.payees(
        db,
        first!.regionCode,
        [first!, ...more].map(({ caseId }) => caseId),
      ),
    ),
  )
  return new Map(payees.flat().map((payee) => [payee.caseId, payee]))
}
