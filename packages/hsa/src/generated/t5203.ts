// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { data5203 } from './record-data5203.ts'
import type { Data5203 } from './record-data5203.ts'

import { setldetail2101 } from './record-setldetail2101.ts'
import type { Setldetail2101 } from './record-setldetail2101.ts'

export type Input5203Data = Data5203

/** What 5203 结算信息查询 asks. */
export interface Input5203 {
  readonly data: Input5203Data
}

export interface Output5203Setlinfo {
  /** 结算ID */
  readonly setl_id: string
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
  readonly gend: string
  /** 民族 */
  readonly naty?: string
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 年龄 */
  readonly age?: Decimal
  /** 险种类型 */
  readonly insutype: string
  /** 人员类别 */
  readonly psn_type: string
  /** 公务员标志 */
  readonly cvlserv_flag: string
  /** 灵活就业标志 */
  readonly flxempe_flag?: string
  /** 新生儿标志 */
  readonly nwb_flag?: string
  /** 参保机构医保区划 */
  readonly insu_optins?: string
  /** 单位名称 */
  readonly emp_name?: string
  /** 支付地点类别 */
  readonly pay_loc: string
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 定点医药机构名称 */
  readonly fixmedins_name: string
  /** 医院等级 */
  readonly hosp_lv?: string
  /** 定点归属机构 */
  readonly fixmedins_poolarea?: string
  /** 限价医院等级 */
  readonly lmtpric_hosp_lv?: string
  /** 起付线医院等级 */
  readonly dedc_hosp_lv?: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate: PlainDate
  /** 结算时间 */
  readonly setl_time: Moment
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type?: string
  /** 医疗类别 */
  readonly med_type: string
  /** 清算类别 */
  readonly clr_type: string
  /** 清算方式 */
  readonly clr_way?: string
  /** 清算经办机构 */
  readonly clr_optins?: string
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
  readonly act_pay_dedc: Fen
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
  /** 个人支付金额 */
  readonly psn_pay: Fen
  /** 个人账户支出 */
  readonly acct_pay: Fen
  /** 现金支付金额 */
  readonly cash_payamt: Fen
  /** 余额 */
  readonly balc: Fen
  /** 个人账户共济支付金额 */
  readonly acct_mulaid_pay: Fen
  /** 医药机构结算ID */
  readonly medins_setl_id: string
  /** 退费结算标志 */
  readonly refd_setl_flag: string
  /** 年度 */
  readonly year: string
  /** 病种编码 */
  readonly dise_codg?: string
  /** 病种名称 */
  readonly dise_name?: string
  /** 发票号 */
  readonly invono?: string
  /** 经办人ID */
  readonly opter_id?: string
  /** 经办人姓名 */
  readonly opter_name?: string
  /** 经办时间 */
  readonly opt_time?: Moment
  /** 优抚对象基金支出 */
  readonly pref_fund_pay?: Fen
}

export type Output5203Setldetail = Setldetail2101

/** What 5203 结算信息查询 answers. */
export interface Output5203 {
  readonly setlinfo: Output5203Setlinfo
  readonly setldetail: readonly Output5203Setldetail[]
}

/** 5203 结算信息查询 */
export const t5203: TransactionSpec = {
  infno: '5203',
  name: '结算信息查询',
  input: [{ path: 'data', rows: false, fields: data5203 }],
  output: [
    {
      path: 'setlinfo',
      rows: false,
      fields: [
        need(f.setl_id),
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.psn_name),
        need(f.psn_cert_type),
        need(f.certno),
        need(f.gend),
        f.naty,
        f.brdy,
        f.age,
        need(f.insutype),
        need(f.psn_type),
        need(f.cvlserv_flag),
        f.flxempe_flag,
        f.nwb_flag,
        f.insu_optins,
        f.emp_name,
        { code: 'pay_loc', name: '支付地点类别', kind: 'code', size: 6, required: true, list: 'pay_loc' },
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        need(f.fixmedins_name),
        f.hosp_lv,
        { code: 'fixmedins_poolarea', name: '定点归属机构', kind: 'text', size: 6 },
        { code: 'lmtpric_hosp_lv', name: '限价医院等级', kind: 'code', size: 6, list: 'lmtpric_hosp_lv' },
        { code: 'dedc_hosp_lv', name: '起付线医院等级', kind: 'code', size: 6, list: 'dedc_hosp_lv' },
        need(f.begndate),
        need(f.enddate),
        need(f.setl_time),
        f.mdtrt_cert_type,
        need(f.med_type),
        need(f.clr_type),
        f.clr_way,
        f.clr_optins,
        need(f.medfee_sumamt),
        need(f.fulamt_ownpay_amt),
        need(f.overlmt_selfpay),
        need(f.preselfpay_amt),
        need(f.inscp_scp_amt),
        need(f.act_pay_dedc),
        need(f.hifp_pay),
        need(f.pool_prop_selfpay),
        need(f.cvlserv_pay),
        need(f.hifes_pay),
        need(f.hifmi_pay),
        need(f.hifob_pay),
        need(f.maf_pay),
        need(f.oth_pay),
        need(f.fund_pay_sumamt),
        { code: 'psn_pay', name: '个人支付金额', kind: 'money', size: 16, scale: 2, required: true },
        need(f.acct_pay),
        { code: 'cash_payamt', name: '现金支付金额', kind: 'money', size: 16, scale: 2, required: true },
        need(f.balc),
        need(f.acct_mulaid_pay),
        need(f.medins_setl_id),
        need(f.refd_setl_flag),
        need(f.year),
        f.dise_codg,
        f.dise_name,
        f.invono,
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        f.opter_name,
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
        { code: 'pref_fund_pay', name: '优抚对象基金支出', kind: 'money', size: 16, scale: 2 },
      ],
    },
    { path: 'setldetail', rows: true, fields: setldetail2101 },
  ],
}
