import type { Messages } from '@yichuang/hsa'
import { daysBetween, formatYuan } from '@yichuang/kernel'
import { HospitalFault, query } from '../hospital/index.ts'
import { insuranceOf } from './codes.ts'
import { totalsOf, type Totals } from './reconcile.queries.ts'

type Sent = Messages['3201']['input']['data']

/** Accounts are compared by the day, and cleared by the month: nobody asks for more at once. */
const MOST_DAYS = 92
const [EVEN, UNEVEN] = ['0', '1']

/** 3201 医药机构费用结算对总账: whether the sums of an institution are those of the centre; says each that is not. */
export const compareTotals = query('3201', async (db, { regionCode, institution, input: { data } }) => {
  const { stmt_begndate: from, stmt_enddate: to } = data
  if (to < from || daysBetween(from, to) >= MOST_DAYS)
    throw new HospitalFault(
      `对账日期（stmt_begndate、stmt_enddate）${from} 至 ${to} 不对：结束日期不能早于开始日期，一次最多对 ${MOST_DAYS} 天。`,
    )
  const insurance = insuranceOf(data.insutype)
  if (!insurance)
    throw new HospitalFault(
      `险种（insutype）${data.insutype} 不在本地办理范围，请按 310 职工医保和 390 居民医保分别对账。`,
    )
  const asked = { institutionCode: institution.hospitalCode, from, to, insurance, clrType: data.clr_type }
  const differences = differencesOf(data, await totalsOf(db, regionCode, asked))
  const stmtinfo = {
    setl_optins: data.setl_optins,
    stmt_rslt: differences.length === 0 ? EVEN : UNEVEN,
    stmt_rslt_dscr: differences.length === 0 ? '平' : `不平：${differences.join('；')}`,
  }
  return { stmtinfo }
})

function differencesOf(sent: Sent, ours: Totals): string[] {
  const amounts = (['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay'] as const)
    .filter((name) => sent[name] !== ours[name])
    .map((name) => `${NAMES[name]} 中心 ${formatYuan(ours[name])} 元、机构 ${formatYuan(sent[name])} 元`)
  if (sent.fixmedins_setl_cnt === ours.count) return amounts
  return [`笔数 中心 ${ours.count}、机构 ${sent.fixmedins_setl_cnt}`, ...amounts]
}
const NAMES = { medfee_sumamt: '医疗费总额', fund_pay_sumamt: '基金支付', acct_pay: '个人账户' } as const
