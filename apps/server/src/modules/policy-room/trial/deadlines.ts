import type { TrialResult } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { itemOn } from '@yichuang/policy'
import type { Db } from '../../../platform/db.ts'
import { dueUnder, runningClocks } from '../../cases/index.ts'
import type { Sides } from './tally.ts'

const MOST = 300
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * What a draft does to the due days of running cases: new calendars hold for all of them, new limits for those of items that
 * move. Read in pieces.
 */
export async function tryDeadlines(
  db: Db,
  places: ReadonlyMap<string, Sides>,
  today: PlainDate,
): Promise<TrialResult['deadlines']> {
  const cases: TrialResult['deadlines']['cases'] = []
  let [running, earlier, later] = [0, 0, 0]
  for (const [regionCode, { draft }] of places) {
    let after = NOBODY
    for (;;) {
      const rows = await runningClocks(db, regionCode, after)
      for (const row of rows) {
        running++
        const item = itemOn(draft, row.itemId, row.handedInOn)
        const limits = item?.runningCases === 'move' ? item.limits : undefined
        const to = dueUnder(draft, row, today, limits)
        if (to === row.dueOn) continue
        if (to !== null && (row.dueOn === null || to > row.dueOn)) later++
        else earlier++
        if (cases.length < MOST) cases.push({ regionCode, caseId: row.caseId, from: row.dueOn, to })
      }
      const last = rows.at(-1)
      if (!last) break
      after = last.caseId
    }
  }
  return { running, earlier, later, cases }
}
