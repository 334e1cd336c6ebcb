import type { Answer } from './client/station.ts'
import { clearingOf } from './his/effects.ts'
import type { His } from './his.ts'
import type { Booked } from './store.ts'

/** What the hospital's books and the centre say about one kind of settlement of a day. */
export interface Compared {
  readonly insutype: string
  readonly clrType: string
  readonly count: number
  readonly total: string
  readonly fund: string
  readonly account: string
  /** 平, 不平, or why the centre did not answer */
  readonly result: 'even' | 'uneven' | 'unanswered'
  readonly said: string | null
}

/** One kind of settlement: 险种 and 清算类别. */
export interface Kind {
  readonly insutype: string
  readonly clrType: string
}

/** 3201 for each kind of settlement in the books of a day. */
export async function reconcile(his: His, day: string): Promise<Compared[]> {
  const kinds = new Map<string, Kind>()
  for (const { insutype, clrType } of his.store.booked(day))
    kinds.set(`${insutype} ${clrType}`, { insutype, clrType })
  const compared: Compared[] = []
  for (const [, kind] of [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    compared.push(await compareKind(his, day, kind))
  return compared
}

/** 3201 for one kind: sums and counts, with what was taken back counted both ways. */
export async function compareKind({ station, store }: His, day: string, kind: Kind): Promise<Compared> {
  const rows = store
    .booked(day)
    .filter(({ insutype, clrType }) => insutype === kind.insutype && clrType === kind.clrType)
  const own = {
    ...kind,
    count: rows.length,
    total: sum(rows, 'total'),
    fund: sum(rows, 'fund'),
    account: sum(rows, 'account'),
  }
  // Of a message that was taken back nobody here knows whether it had arrived. If it had, the centre has a settlement and
  // its reversal: nothing in the sums, and two in the count.
  const most = reversedOn(store, day, kind)
  for (let arrived = 0; ; arrived += 1) {
    const count = own.count + 2 * arrived
    const answer = await station.ask(
      '3201',
      totals(station.options.institution.region, day, { ...own, count }),
    )
    const { result, said } = resultOf(answer)
    if (result === 'uneven' && arrived < most) continue
    return { ...own, count: result === 'even' ? count : own.count, result, said }
  }
}

function reversedOn(store: His['store'], day: string, { insutype, clrType }: Kind): number {
  return store
    .journal()
    .filter(
      ({ act, ok, at, visit, undone }) =>
        act === 'reverse' &&
        ok &&
        at.startsWith(day) &&
        visit?.insutype === insutype &&
        clearingOf(visit) === clrType &&
        undone !== '2401',
    ).length
}

function totals(region: string, day: string, sums: Omit<Compared, 'result' | 'said'>) {
  return {
    data: {
      insutype: sums.insutype,
      clr_type: sums.clrType,
      setl_optins: region,
      stmt_begndate: day,
      stmt_enddate: day,
      medfee_sumamt: sums.total,
      fund_pay_sumamt: sums.fund,
      acct_pay: sums.account,
      fixmedins_setl_cnt: String(sums.count),
    },
  }
}

/** `0`, and the six zeros of the newer national text, both mean that the books agree. */
function resultOf(answer: Answer): Pick<Compared, 'result' | 'said'> {
  if (!answer.ok) return { result: 'unanswered', said: answer.reason }
  const { stmt_rslt, stmt_rslt_dscr } = answer.output.stmtinfo
  const even = ['0', '000000'].includes(String(stmt_rslt))
  return { result: even ? 'even' : 'uneven', said: stmt_rslt_dscr ?? null }
}

function sum(rows: readonly Booked[], key: 'total' | 'fund' | 'account'): string {
  return (rows.reduce((so, row) => so + Math.round(Number(row[key]) * 100), 0) / 100).toFixed(2)
}
