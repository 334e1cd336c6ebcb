import { fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { record, type Actor } from '../audit/index.ts'
import { sumsByDay, type DaySums } from '../settlement/index.ts'
import { sinceClosed } from './closed-days.ts'
import { closingSums, insertClosing, type Basis } from './closing.queries.ts'
import { countClosing, coveredOf, type DayRow } from './day.queries.ts'
import { totalsOf, type TotalRow, type Totals } from './total.queries.ts'
import type { Covered } from './compare.ts'

const DAY_MS = 86_400_000
// A settlement received just before midnight is written a moment later; no transaction lasts as long as this.
const SETTLING_MS = 600_000

/** When a day can be compared and closed: ten minutes after its end in China. */
export function isOver(day: PlainDate, now: Date): boolean {
  return Date.parse(`${day}T00:00:00+08:00`) + DAY_MS + SETTLING_MS <= now.getTime()
}

export interface Closer {
  readonly actor: Actor
  readonly today: PlainDate
  readonly at: Date
}

/**
 * Closes a day whose differences are all cleared and whose rows were all compared; with `total` also one of which only the
 * sums were, if they are even. What came after an earlier closing becomes a closing of its own. Gives whether it was
 * closed. In a transaction that holds the day.
 */
export async function closeIfEven(
  db: Db,
  regionCode: string,
  institutionCode: string,
  row: DayRow,
  by: Closer,
  total?: { readonly reason: string },
): Promise<boolean> {
  const { day } = row
  if (row.openDifferences > 0 || !isOver(day, by.at)) return false
  const range = { institutionCode, from: day, to: day }
  const settled = await sumsByDay(db, regionCode, range)
  const left = sinceClosed(settled, await closingSums(db, regionCode, range))
  const nothingNew = row.closings > 0 ? left.length === 0 : settled.length === 0 && row.differences === 0
  if (nothingNew) return false
  const inDetail = isCovered(settled, await coveredOf(db, regionCode, range))
  const inTotal = total && !inDetail && areEven(settled, await totalsOf(db, regionCode, range))
  if (!inDetail && !inTotal) return false
  const basis: Basis = inDetail ? (row.differences > 0 ? 'cleared' : 'detail') : 'total'
  const { actor, today, at } = by
  const closing = { day, seq: row.closings + 1, closedOn: today, closedAt: at, closedBy: actor.name, basis }
  await insertClosing(
    db,
    regionCode,
    institutionCode,
    { ...closing, differences: row.differences },
    left.toSorted((a, b) => (`${a.insurance} ${a.clrType}` < `${b.insurance} ${b.clrType}` ? -1 : 1)),
  )
  await countClosing(db, regionCode, institutionCode, day)
  await record(db, {
    regionCode,
    stream: `institution:${institutionCode}`,
    actor,
    at,
    act: 'reconciliation-day-closed',
    detail: { day, seq: closing.seq, basis, differences: row.differences, ...(inTotal && total) },
  })
  return true
}

/** Whether each kind of clearing of a day was compared row by row, and has not changed since. */
export function isCovered(settled: readonly DaySums[], covered: readonly Covered[]): boolean {
  const kinds = new Map<string, Totals>()
  for (const { clrType, count, amounts } of settled) {
    const so = kinds.get(clrType)
    kinds.set(clrType, {
      count: (so?.count ?? 0) + count,
      medfee_sumamt: fen((so?.medfee_sumamt ?? 0) + amounts.medfee_sumamt),
      fund_pay_sumamt: fen((so?.fund_pay_sumamt ?? 0) + amounts.fund_pay_sumamt),
      acct_pay: fen((so?.acct_pay ?? 0) + amounts.acct_pay),
    })
  }
  return [...kinds].every(([clrType, sums]) =>
    covered.some((part) => part.clrType === clrType && same(part, sums)),
  )
}

/** Whether all sums of a day were compared, were even, and have not changed since; none that the centre has not. */
export function areEven(settled: readonly DaySums[], totals: readonly TotalRow[]): boolean {
  const now = ({ insurance, clrType }: Pick<TotalRow, 'insurance' | 'clrType'>) =>
    settled.find((sums) => sums.insurance === insurance && sums.clrType === clrType)
  return (
    settled.length > 0 &&
    settled.every((sums) => totals.some((total) => now(total) === sums)) &&
    totals.every((total) => {
      const sums = now(total)
      return same(total.sent, sums ? { count: sums.count, ...sums.amounts } : NOTHING)
    })
  )
}

const NOTHING: Totals = { count: 0, medfee_sumamt: fen(0), fund_pay_sumamt: fen(0), acct_pay: fen(0) }

/** Whether both sides have the same figures. */
export function same(a: Totals, b: Totals): boolean {
  return (['count', 'medfee_sumamt', 'fund_pay_sumamt', 'acct_pay'] as const).every(
    (name) => a[name] === b[name],
  )
}
