// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { setldetail2101 } from './record-setldetail2101.ts'
import type { Setldetail2101 } from './record-setldetail2101.ts'

export interface Input2303Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type: string
  /** 就诊凭证编号 */
  readonly mdtrt_cert_no?: string
  /** 卡识别码 */
  readonly card_sn?: string
  /** 证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly certno?: string
  /** 人员类别 */
  readonly psn_type?: string
  /** 人员姓名 */
  readonly psn_name?: string
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen
  /** 个人结算方式 */
  readonly psn_setlway: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 个人账户使用标志 */
  readonly acct_used_flag?: string
  /** 险种类型 */
  readonly insutype: string
  /** 中途结算标志 */
  readonly mid_setl_flag: string
  /** 全自费金额 */
  readonly fulamt_ownpay_amt?: Fen
  /** 超限价金额 */
  readonly overlmt_selfpay?: Fen
  /** 先行自付金额 */
  readonly preselfpay_amt?: Fen
  /** 符合政策范围金额 */
  readonly inscp_scp_amt?: Fen
  /** 出院时间 */
  readonly dscg_time?: PlainDate
  /** 参保地医保区划 */
  readonly insuplc_admdvs?: string
  /** 就医地医保区划 */
  readonly mdtrtarea_admvs?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2303 住院预结算 asks. */
export interface Input2303 {
  readonly data: Input2303Data
}

export interface Output2303Setlinfo {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 人员姓名 */
  readonly psn_name: string
  /** 人员证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno: string
  /** 性别 */
  readonly gend?: string
  /** 民族 */
  readonly naty?: string
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 年龄 */
  readonly age?: Decimal
  /** 险种类型 */
  readonly insutype?: string
  /** 人员类别 */
  readonly psn_type: string
  /** 公务员标志 */
  readonly cvlserv_flag: string
  /** 结算时间 */
  readonly setl_time?: Moment
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type?: string
  /** 医疗类别 */
  readonly med_type: string
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
  /** 清算经办机构 */
  readonly clr_optins?: string
  /** 清算方式 */
  readonly clr_way?: string
  /** 清算类别 */
  readonly clr_type: string
  /** 伤残人员医疗保障基金支出 */
  readonly hifdm_pay?: Fen
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export type Output2303Setldetail = Setldetail2101

/** What 2303 住院预结算 answers. */
export interface Output2303 {
  readonly setlinfo: Output2303Setlinfo
  readonly setldetail: readonly Output2303Setldetail[]
}

/** 2303 住院预结算 */
export const t2303: TransactionSpec = {
  infno: '2303',
  name: '住院预结算',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.psn_no),
        need(f.mdtrt_cert_type),
        f.mdtrt_cert_no,
        f.card_sn,
        { code: 'psn_cert_type', name: '证件类型', kind: 'code', size: 3, list: 'psn_cert_type' },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 20 },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 3, list: 'psn_type' },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 20 },
        need(f.medfee_sumamt),
        need(f.psn_setlway),
        need(f.mdtrt_id),
        f.acct_used_flag,
        need(f.insutype),
        need(f.mid_setl_flag),
        f.fulamt_ownpay_amt,
        { code: 'overlmt_selfpay', name: '超限价金额', kind: 'money', size: 16, scale: 2 },
        f.preselfpay_amt,
        f.inscp_scp_amt,
        f.dscg_time,
        f.insuplc_admdvs,
        f.mdtrtarea_admvs,
        f.exp_content,
      ],
    },
  ],
  output: [
    {
      path: 'setlinfo',
      rows: false,
      fields: [
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.psn_name),
        need(f.psn_cert_type),
        need(f.certno),
        f.gend,
        f.naty,
        f.brdy,
        f.age,
        f.insutype,
        need(f.psn_type),
        need(f.cvlserv_flag),
        f.setl_time,
        f.mdtrt_cert_type,
        need(f.med_type),
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
        f.clr_optins,
        f.clr_way,
        need(f.clr_type),
        f.hifdm_pay,
        f.exp_content,
      ],
    },
    { path: 'setldetail', rows: true, fields: setldetail2101 },
  ],
}
