import type { Answer } from './client/station.ts'
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

/** 3201 for each insurance and kind of clearing of a day: sums and counts, with what was taken back counted both ways. */
export async function reconcile({ station, store }: His, day: string): Promise<Compared[]> {
  const groups = new Map<string, Booked[]>()
  for (const booked of store.booked(day)) {
    const key = `${booked.insutype} ${booked.clrType}`
    groups.set(key, [...(groups.get(key) ?? []), booked])
  }
  const compared: Compared[] = []
  for (const [key, rows] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [insutype, clrType] = key.split(' ') as [string, string]
    const own = {
      count: rows.length,
      total: sum(rows, 'total'),
      fund: sum(rows, 'fund'),
      account: sum(rows, 'account'),
    }
    // Of a message that was taken back nobody here knows whether it had arrived. If it had, the centre has a settlement and
    // its reversal: nothing in the sums, and two in the count.
    const most = reversedOn(store, day, insutype)
    for (let arrived = 0; ; arrived += 1) {
      const count = own.count + 2 * arrived
      const answer = await station.ask(
        '3201',
        totals(station.options.institution.region, day, { insutype, clrType, ...own, count }),
      )
      const { result, said } = resultOf(answer)
      if (result === 'uneven' && arrived < most) continue
      compared.push({ insutype, clrType, ...own, count: result === 'even' ? count : own.count, result, said })
      break
    }
  }
  return compared
}

function reversedOn(store: His['store'], day: string, insutype: string): number {
  return store
    .journal()
    .filter(
      ({ act, ok, at, visit, undone }) =>
        act === 'reverse' &&
        ok &&
        at.startsWith(day) &&
        visit?.insutype === insutype &&
        (undone === '2207' || undone === '2208'),
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
