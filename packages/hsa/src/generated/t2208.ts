// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { data2103 } from './record-data2103.ts'
import type { Data2103 } from './record-data2103.ts'

import { setldetail2101 } from './record-setldetail2101.ts'
import type { Setldetail2101 } from './record-setldetail2101.ts'

export type Input2208Data = Data2103

/** What 2208 门诊结算撤销 asks. */
export interface Input2208 {
  readonly data: Input2208Data
}

export interface Output2208Setlinfo {
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
  readonly psn_part_amt: Fen
  /** 个人账户支出 */
  readonly acct_pay: Fen
  /** 余额 */
  readonly balc: Fen
  /** 个人账户共济支付金额 */
  readonly acct_mulaid_pay: Fen
  /** 医院负担金额 */
  readonly hosp_part_amt: Fen
  /** 医药机构结算ID */
  readonly medins_setl_id: string
  /** 个人现金支出 */
  readonly psn_cash_pay: Fen
  /** 伤残人员医疗保障基金支出 */
  readonly hifdm_pay: Fen
  /** 人员编号 */
  readonly psn_no?: string
  /** 人员姓名 */
  readonly psn_name?: string
  /** 人员证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly certno?: string
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
  readonly psn_type?: string
  /** 公务员标志 */
  readonly cvlserv_flag?: string
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type?: string
  /** 医疗类别 */
  readonly med_type?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** 清算类别 */
  readonly clr_type?: string
  /** 清算方式 */
  readonly clr_way?: string
}

export type Output2208Setldetail = Setldetail2101

/** What 2208 门诊结算撤销 answers. */
export interface Output2208 {
  readonly setlinfo: Output2208Setlinfo
  readonly setldetail: readonly Output2208Setldetail[]
}

/** 2208 门诊结算撤销 */
export const t2208: TransactionSpec = {
  infno: '2208',
  name: '门诊结算撤销',
  input: [{ path: 'data', rows: false, fields: data2103 }],
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
        need(f.psn_part_amt),
        need(f.acct_pay),
        need(f.balc),
        need(f.acct_mulaid_pay),
        need(f.hosp_part_amt),
        need(f.medins_setl_id),
        {
          code: 'psn_cash_pay',
          name: '个人现金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          aliases: ['pdn_cash_pay'],
        },
        need(f.hifdm_pay),
        f.psn_no,
        f.psn_name,
        f.psn_cert_type,
        f.certno,
        f.gend,
        f.naty,
        f.brdy,
        { code: 'age', name: '年龄', kind: 'decimal' },
        f.insutype,
        f.psn_type,
        f.cvlserv_flag,
        f.mdtrt_cert_type,
        f.med_type,
        f.exp_content,
        f.clr_type,
        f.clr_way,
      ],
    },
    { path: 'setldetail', rows: true, fields: setldetail2101 },
  ],
}
