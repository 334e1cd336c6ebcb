// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

export interface Input2208Data {
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

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

export interface Output2208Setldetail {
  /** 基金支付类型 */
  readonly fund_pay_type: string
  /** 符合政策范围金额 */
  readonly inscp_scp_amt: Fen
  /** 本次可支付限额金额 */
  readonly crt_payb_lmt_amt: Fen
  /** 基金支付金额 */
  readonly fund_payamt: Fen
  /** 基金支付类型名称 */
  readonly fund_pay_type_name?: string
  /** 结算过程信息 */
  readonly setl_proc_info?: string
}

/** What 2208 门诊结算撤销 answers. */
export interface Output2208 {
  readonly setlinfo: Output2208Setlinfo
  readonly setldetail: readonly Output2208Setldetail[]
}

/** 2208 门诊结算撤销 */
export const t2208: TransactionSpec = {
  infno: '2208',
  name: '门诊结算撤销',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
  output: [
    {
      path: 'setlinfo',
      rows: false,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'clr_optins', name: '清算经办机构', kind: 'text', size: 6 },
        { code: 'setl_time', name: '结算时间', kind: 'moment', required: true },
        { code: 'medfee_sumamt', name: '医疗费总额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'fulamt_ownpay_amt', name: '全自费金额', kind: 'money', size: 16, scale: 2, required: true },
        {
          code: 'overlmt_selfpay',
          name: '超限价自费费用',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'preselfpay_amt', name: '先行自付金额', kind: 'money', size: 16, scale: 2, required: true },
        {
          code: 'inscp_scp_amt',
          name: '符合政策范围金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'act_pay_dedc', name: '实际支付起付线', kind: 'money', size: 16, scale: 2 },
        {
          code: 'hifp_pay',
          name: '基本医疗保险统筹基金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        {
          code: 'pool_prop_selfpay',
          name: '基本医疗保险统筹基金支付比例',
          kind: 'decimal',
          size: 5,
          scale: 4,
          required: true,
        },
        {
          code: 'cvlserv_pay',
          name: '公务员医疗补助资金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        {
          code: 'hifes_pay',
          name: '企业补充医疗保险基金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        {
          code: 'hifmi_pay',
          name: '居民大病保险资金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        {
          code: 'hifob_pay',
          name: '职工大额医疗费用补助基金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'maf_pay', name: '医疗救助基金支出', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'oth_pay', name: '其他支出', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'fund_pay_sumamt', name: '基金支付总额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'psn_part_amt', name: '个人负担总金额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'acct_pay', name: '个人账户支出', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'balc', name: '余额', kind: 'money', size: 16, scale: 2, required: true },
        {
          code: 'acct_mulaid_pay',
          name: '个人账户共济支付金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'hosp_part_amt', name: '医院负担金额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'medins_setl_id', name: '医药机构结算ID', kind: 'text', size: 30, required: true },
        {
          code: 'psn_cash_pay',
          name: '个人现金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          aliases: ['pdn_cash_pay'],
        },
        {
          code: 'hifdm_pay',
          name: '伤残人员医疗保障基金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30 },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50 },
        { code: 'psn_cert_type', name: '人员证件类型', kind: 'code', size: 6, list: 'psn_cert_type' },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50 },
        { code: 'gend', name: '性别', kind: 'code', size: 6, list: 'gend' },
        { code: 'naty', name: '民族', kind: 'code', size: 3, list: 'naty' },
        { code: 'brdy', name: '出生日期', kind: 'day' },
        { code: 'age', name: '年龄', kind: 'decimal' },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, list: 'insutype' },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 6, list: 'psn_type' },
        { code: 'cvlserv_flag', name: '公务员标志', kind: 'code', size: 3, list: 'cvlserv_flag' },
        { code: 'mdtrt_cert_type', name: '就诊凭证类型', kind: 'code', size: 3, list: 'mdtrt_cert_type' },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, list: 'med_type' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
        { code: 'clr_type', name: '清算类别', kind: 'code', size: 6, list: 'clr_type' },
        { code: 'clr_way', name: '清算方式', kind: 'code', size: 6, list: 'clr_way' },
      ],
    },
    {
      path: 'setldetail',
      rows: true,
      fields: [
        {
          code: 'fund_pay_type',
          name: '基金支付类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'fund_pay_type',
        },
        {
          code: 'inscp_scp_amt',
          name: '符合政策范围金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        {
          code: 'crt_payb_lmt_amt',
          name: '本次可支付限额金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'fund_payamt', name: '基金支付金额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'fund_pay_type_name', name: '基金支付类型名称', kind: 'text', size: 200 },
        { code: 'setl_proc_info', name: '结算过程信息', kind: 'text', size: 4000 },
      ],
    },
  ],
}
