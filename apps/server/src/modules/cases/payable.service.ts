import type { CaseSummary } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { getOffice, officesBelow } from '../organisations/index.ts'
import type { Requester } from './access.ts'
import { continued, FIRST_DAY, pageOf } from './list-place.ts'
import { casesByState } from './list.queries.ts'
import { sumPayable } from './payable.queries.ts'
import { summaryOf } from './summary.ts'

/** Approved cases of an office and those below it that wait for payment, longest waiting first. Two statements. */
export async function payable(
  db: Db,
  who: Requester,
  query: { readonly officeId: string; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: CaseSummary[]; next: string | null; count: number; total: string }> {
  const { regionCode } = await getOffice(db, query.officeId)
  const offices = await officesBelow(db, query.officeId)
  const [found, { count, total }] = await Promise.all([
    casesByState(db, {
      regionCode,
      offices,
      after: continued(query.cursor, FIRST_DAY),
      limit: query.limit + 1,
      states: ['approved'],
      itemId: undefined,
      notProposedBy: undefined,
    }),
    sumPayable(db, regionCode, offices),
  ])
  const { rows, next } = pageOf(found, query.limit, (row) => row.urgentOn)
  const items: CaseSummary[] = []
  for (const row of rows) items.push(await summaryOf(db, row, who))
  return { items, next, count, total }
}
