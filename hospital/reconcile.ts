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
    const answer = await station.ask('3201', {
      data: {
        insutype,
        clr_type: clrType,
        setl_optins: station.options.institution.region,
        stmt_begndate: day,
        stmt_enddate: day,
        medfee_sumamt: own.total,
        fund_pay_sumamt: own.fund,
        acct_pay: own.account,
        fixmedins_setl_cnt: String(own.count),
      },
    })
    compared.push({ insutype, clrType, ...own, ...resultOf(answer) })
  }
  return compared
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
