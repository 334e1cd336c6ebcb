// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { setldetail2101 } from './record-setldetail2101.ts'
import type { Setldetail2101 } from './record-setldetail2101.ts'

export interface Input2305Data {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2305 住院结算撤销 asks. */
export interface Input2305 {
  readonly data: Input2305Data
}

export interface Output2305Setlinfo {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 清算经办机构 */
  readonly clr_optins?: string
  /** 结算时间 */
  readonly setl_time: Moment
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen
  /** 全自费金额 */
  readonly fulamt_ownpay_amt: Fen
  /** 超限价自费费用 */
  readonly overlmt_selfpay: Fen
  /** 先行自付金额 */
  readonly preselfpay_amt: Fen
  /** 符合政策范围金额 */
  readonly inscp_scp_amt: Fen
  /** 实际支付起付线 */
  readonly act_pay_dedc?: Fen
  /** 基本医疗保险统筹基金支出 */
  readonly hifp_pay: Fen
  /** 基本医疗保险统筹基金支付比例 */
  readonly pool_prop_selfpay: Decimal
  /** 公务员医疗补助资金支出 */
  readonly cvlserv_pay: Fen
  /** 企业补充医疗保险基金支出 */
  readonly hifes_pay: Fen
  /** 居民大病保险资金支出 */
  readonly hifmi_pay: Fen
  /** 职工大额医疗费用补助基金支出 */
  readonly hifob_pay: Fen
  /** 医疗救助基金支出 */
  readonly maf_pay: Fen
  /** 其他支出 */
  readonly oth_pay: Fen
  /** 基金支付总额 */
  readonly fund_pay_sumamt: Fen
  /** 个人负担总金额 */
  readonly psn_part_amt?: Fen
  /** 个人账户支出 */
  readonly acct_pay: Fen
  /** 个人现金支出 */
  readonly psn_cash_pay: Fen
  /** 医院负担金额 */
  readonly hosp_part_amt?: Fen
  /** 余额 */
  readonly balc: Fen
  /** 个人账户共济支付金额 */
  readonly acct_mulaid_pay: Fen
  /** 医药机构结算ID */
  readonly medins_setl_id: string
  /** 伤残人员医疗保障基金支出 */
  readonly hifdm_pay?: Fen
  /** 人员参保关系ID */
  readonly psn_insu_rlts_id?: string
  /** 参保机构行政区划 */
  readonly insu_admdvs?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结算日期 */
  readonly enddate?: PlainDate
  /** 就诊凭证编号 */
  readonly mdtrt_cert_no?: string
  /** 结算类别 */
  readonly setl_type?: string
  /** 本次起付线 */
  readonly crt_dedc?: Fen
  /** 发票号 */
  readonly invono?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export type Output2305Setldetail = Setldetail2101

/** What 2305 住院结算撤销 answers. */
export interface Output2305 {
  readonly setlinfo: Output2305Setlinfo
  readonly setldetail: readonly Output2305Setldetail[]
}

/** 2305 住院结算撤销 */
export const t2305: TransactionSpec = {
  infno: '2305',
  name: '住院结算撤销',
  input: [
    { path: 'data', rows: false, fields: [need(f.mdtrt_id), need(f.setl_id), need(f.psn_no), f.exp_content] },
  ],
  output: [
    {
      path: 'setlinfo',
      rows: false,
      fields: [
        need(f.mdtrt_id),
        need(f.setl_id),
        f.clr_optins,
        need(f.setl_time),
        need(f.medfee_sumamt),
        need(f.fulamt_ownpay_amt),
        need(f.overlmt_selfpay),
        need(f.preselfpay_amt),
        need(f.inscp_scp_amt),
        f.act_pay_dedc,
        need(f.hifp_pay),
        need(f.pool_prop_selfpay),
        need(f.cvlserv_pay),
        need(f.hifes_pay),
        need(f.hifmi_pay),
        need(f.hifob_pay),
        need(f.maf_pay),
        need(f.oth_pay),
        need(f.fund_pay_sumamt),
        f.psn_part_amt,
        need(f.acct_pay),
        need(f.psn_cash_pay),
        f.hosp_part_amt,
        need(f.balc),
        need(f.acct_mulaid_pay),
        need(f.medins_setl_id),
        f.hifdm_pay,
        f.psn_insu_rlts_id,
        { code: 'insu_admdvs', name: '参保机构行政区划', kind: 'text', size: 6 },
        f.begndate,
        { code: 'enddate', name: '结算日期', kind: 'day' },
        f.mdtrt_cert_no,
        { code: 'setl_type', name: '结算类别', kind: 'text', size: 6 },
        { code: 'crt_dedc', name: '本次起付线', kind: 'money', size: 16, scale: 2 },
        f.invono,
        f.exp_content,
      ],
    },
    { path: 'setldetail', rows: true, fields: setldetail2101 },
  ],
}
