import type { Messages } from '@yichuang/hsa'
import { daysBetween, fen, formatYuan, type PlainDate } from '@yichuang/kernel'
import { booking, HospitalFault } from '../hospital/index.ts'
import { insuranceOf, sumsByDay } from '../settlement/index.ts'
import { isOver, same } from './close.service.ts'
import { putTotal, type Totals } from './total.queries.ts'

type Sent = Messages['3201']['input']['data']

/** Accounts are compared by the day, and cleared by the month: nobody asks for more at once. */
export const MOST_DAYS = 92
const [EVEN, UNEVEN] = ['0', '1']

/**
 * 3201 医药机构费用结算对总账: whether the sums of an institution are those of the centre; says each that is not. Over one day
 * that is over, both sides are remembered.
 */
export const compareTotals = booking({
  infno: '3201',
  async handle(db, { regionCode, institution, input: { data }, now }) {
    const { stmt_begndate: from, stmt_enddate: to, clr_type: clrType } = data
    checkDays(from, to)
    const insurance = insuranceOf(data.insutype)
    if (!insurance)
      throw new HospitalFault(
        `险种（insutype）${data.insutype} 不在本地办理范围，请按 310 职工医保和 390 居民医保分别对账。`,
      )
    const institutionCode = institution.hospitalCode
    const settled = await sumsByDay(db, regionCode, { institutionCode, from, to, clrType })
    const centre = settled
      .filter((sums) => sums.insurance === insurance)
      .reduce<Totals>((so, { count, amounts }) => plus(so, { count, ...amounts }), NOTHING)
    const { medfee_sumamt, fund_pay_sumamt, acct_pay } = data
    const sent = { count: data.fixmedins_setl_cnt, medfee_sumamt, fund_pay_sumamt, acct_pay }
    if (from === to && isOver(from, now))
      await putTotal(db, regionCode, institutionCode, {
        day: from,
        insurance,
        clrType,
        centre,
        sent,
        comparedAt: now,
      })
    const even = same(sent, centre)
    const stmtinfo = {
      setl_optins: data.setl_optins,
      stmt_rslt: even ? EVEN : UNEVEN,
      stmt_rslt_dscr: even ? '平' : `不平：${differencesOf(data, centre).join('；')}`,
    }
    return { stmtinfo }
  },
})

/** Refuses days that end before they begin, and more than anybody reconciles at once. */
export function checkDays(from: PlainDate, to: PlainDate): void {
  if (to < from || daysBetween(from, to) >= MOST_DAYS)
    throw new HospitalFault(
      `对账日期（stmt_begndate、stmt_enddate）${from} 至 ${to} 不对：结束日期不能早于开始日期，一次最多对 ${MOST_DAYS} 天。请改正后重发。`,
    )
}

const NOTHING: Totals = { count: 0, medfee_sumamt: fen(0), fund_pay_sumamt: fen(0), acct_pay: fen(0) }

const plus = (a: Totals, b: Totals): Totals => ({
  count: a.count + b.count,
  medfee_sumamt: fen(a.medfee_sumamt + b.medfee_sumamt),
  fund_pay_sumamt: fen(a.fund_pay_sumamt + b.fund_pay_sumamt),
  acct_pay: fen(a.acct_pay + b.acct_pay),
})

function differencesOf(sent: Sent, ours: Totals): string[] {
  const amounts = (['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay'] as const)
    .filter((name) => sent[name] !== ours[name])
    .map((name) => `${NAMES[name]} 中心 ${formatYuan(ours[name])} 元、机构 ${formatYuan(sent[name])} 元`)
  if (sent.fixmedins_setl_cnt === ours.count) return amounts
  return [`笔数 中心 ${ours.count}、机构 ${sent.fixmedins_setl_cnt}`, ...amounts]
}
const NAMES = { medfee_sumamt: '医疗费总额', fund_pay_sumamt: '基金支付', acct_pay: '个人账户' } as const
