import { fen, formatYuan, type PlainDate } from '@yichuang/kernel'
import type {
  ReconciliationDay,
  ReconciliationDayDetail,
  ReconciliationDifference,
} from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import type { Hospital } from '../organisations/index.ts'
import { sumsByDay, type DaySums } from '../settlement/index.ts'
import { WAYS } from './clear.service.ts'
import { areEven, isCovered, isOver } from './close.service.ts'
import { sinceClosed } from './closed-days.ts'
import { closingsOf, closingSums, type Closing, type ClosingSum, type DayRange } from './closing.queries.ts'
import type { Covered } from './compare.ts'
import { coveredOf, daysOf, type DayRow } from './day.queries.ts'
import { differencesOf, type DifferenceRow } from './difference.queries.ts'
import type { Side } from './match.ts'
import { totalsOf, type TotalRow, type Totals } from './total.queries.ts'

type State = ReconciliationDay['state']

/** All that is known of one day. */
interface DayFacts {
  readonly day: PlainDate
  readonly settled: readonly DaySums[]
  readonly row: DayRow | undefined
  readonly covered: readonly Covered[]
  readonly totals: readonly TotalRow[]
  readonly closings: readonly Closing[]
  readonly closed: readonly (ClosingSum & { readonly seq: number })[]
}

/** Days of an institution on which anything was settled or compared, in order. */
export async function daysView(
  db: Db,
  regionCode: string,
  range: DayRange,
  now: Date,
): Promise<ReconciliationDay[]> {
  return (await factsOf(db, regionCode, range)).map((facts) => dayView(facts, now))
}

/** One day with all its parts, differences and closings. */
export async function dayDetail(
  db: Db,
  regionCode: string,
  { hospitalCode, name }: Pick<Hospital, 'hospitalCode' | 'name'>,
  day: PlainDate,
  now: Date,
): Promise<ReconciliationDayDetail> {
  const range = { institutionCode: hospitalCode, from: day, to: day }
  const [facts = { day, settled: [], row: undefined, covered: [], totals: [], closings: [], closed: [] }] =
    await factsOf(db, regionCode, range)
  const view = dayView(facts, now)
  return {
    institution: { code: hospitalCode, name },
    day: view,
    parts: partsOf(facts),
    differences: (await differencesOf(db, regionCode, hospitalCode, day)).map(differenceView),
    closings: facts.closings.map(({ seq, closedAt, closedBy, basis }) => ({
      seq,
      at: closedAt.toISOString(),
      by: closedBy,
      basis,
      sums: sumsView(facts.closed.filter((sum) => sum.seq === seq).map(totalsOfSums)),
    })),
    mayClose: view.state === 'even',
  }
}

async function factsOf(db: Db, regionCode: string, range: DayRange): Promise<DayFacts[]> {
  const settled = await sumsByDay(db, regionCode, range)
  const rows = await daysOf(db, regionCode, range)
  const covered = await coveredOf(db, regionCode, range)
  const totals = await totalsOf(db, regionCode, range)
  const closings = await closingsOf(db, regionCode, range)
  const closed = await closingSums(db, regionCode, range)
  const days = [
    ...new Set([...settled, ...rows.filter(hasAnything), ...totals].map(({ day }) => day)),
  ].toSorted()
  return days.map((day) => {
    const of = <T extends { readonly day: PlainDate }>(all: readonly T[]) =>
      all.filter((one) => one.day === day)
    return {
      day,
      settled: of(settled),
      row: of(rows)[0],
      covered: of(covered),
      totals: of(totals),
      closings: of(closings),
      closed: of(closed),
    }
  })
}

const hasAnything = ({ differences, closings }: DayRow) => differences > 0 || closings > 0

function dayView(facts: DayFacts, now: Date): ReconciliationDay {
  const { day, settled, row, totals, closings } = facts
  const last = closings.at(-1)
  return {
    day,
    state: stateOf(facts, now),
    centre: sumsView(settled.map(totalsOfSums)),
    sent: totals.length === 0 ? null : sumsView(totals.map(({ sent }) => sent)),
    openDifferences: row?.openDifferences ?? 0,
    differences: row?.differences ?? 0,
    closed: last
      ? {
          at: last.closedAt.toISOString(),
          by: last.closedBy,
          basis: last.basis,
          times: closings.length,
        }
      : null,
  }
}

function stateOf({ day, settled, row, covered, totals, closings, closed }: DayFacts, now: Date): State {
  if (closings.length > 0) return sinceClosed(settled, closed).length === 0 ? 'closed' : 'late'
  if (!isOver(day, now)) return 'not-over'
  if (row && row.openDifferences > 0) return 'differences'
  if (covered.length > 0 && !isCovered(settled, covered)) return 'changed'
  if (totals.length === 0) return 'waiting'
  return areEven(settled, totals) ? 'even' : 'uneven'
}

function partsOf({ settled, totals, covered }: DayFacts): ReconciliationDayDetail['parts'] {
  const keyOf = ({ insurance, clrType }: Pick<TotalRow, 'insurance' | 'clrType'>) => `${insurance} ${clrType}`
  const keys = new Map([...settled, ...totals].map((part) => [keyOf(part), part]))
  return [...keys]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { insurance, clrType }]) => {
      const own = settled.filter((sums) => keyOf(sums) === key)
      const sent = totals.find((total) => keyOf(total) === key)?.sent
      return {
        insurance,
        clrType,
        centre: sumsView(own.map(totalsOfSums)),
        sent: sent ? sumsView([sent]) : null,
        inDetail:
          isCovered(
            settled.filter((sums) => sums.clrType === clrType),
            covered,
          ) && covered.some((part) => part.clrType === clrType),
      }
    })
}

const totalsOfSums = ({ count, amounts }: Pick<DaySums, 'count' | 'amounts'>): Totals => ({
  count,
  ...amounts,
})

/** Sums of sums, in yuan. */
export function sumsView(all: readonly Totals[]) {
  const sum = (name: 'medfee_sumamt' | 'fund_pay_sumamt' | 'acct_pay') =>
    formatYuan(fen(all.reduce((so, one) => so + one[name], 0)))
  return {
    count: all.reduce((so, { count }) => so + count, 0),
    medical: sum('medfee_sumamt'),
    fund: sum('fund_pay_sumamt'),
    account: sum('acct_pay'),
  }
}

function differenceView(row: DifferenceRow): ReconciliationDifference {
  const { differenceId, day, clrType, kind, state, clearedHow, reason, clearedBy, clearedSide, clearedAt } =
    row
  return {
    differenceId,
    day,
    clrType,
    kind,
    hospital: row.hospital && sideView(row.hospital),
    centre: row.centre && sideView(row.centre),
    state,
    ways: state === 'open' ? [...WAYS[kind]] : [],
    cleared:
      clearedHow && clearedBy && clearedSide && clearedAt
        ? {
            how: clearedHow,
            reason: reason ?? '',
            by: clearedBy,
            side: clearedSide,
            at: clearedAt.toISOString(),
          }
        : null,
  }
}

const sideView = (side: Side) => ({
  setlId: side.setl_id,
  visitId: side.mdtrt_id,
  psnNo: side.psn_no,
  medical: side.medfee_sumamt,
  fund: side.fund_pay_sumamt,
  account: side.acct_pay,
  refund: side.medfee_sumamt.startsWith('-'),
  msgid: side.msgid ?? null,
  line: side.line ?? null,
})
