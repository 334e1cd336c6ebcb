// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

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

export interface Output2305Setldetail {
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
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
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
        { code: 'psn_part_amt', name: '个人负担总金额', kind: 'money', size: 16, scale: 2 },
        { code: 'acct_pay', name: '个人账户支出', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'psn_cash_pay', name: '个人现金支出', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'hosp_part_amt', name: '医院负担金额', kind: 'money', size: 16, scale: 2 },
        { code: 'balc', name: '余额', kind: 'money', size: 16, scale: 2, required: true },
        {
          code: 'acct_mulaid_pay',
          name: '个人账户共济支付金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'medins_setl_id', name: '医药机构结算ID', kind: 'text', size: 30, required: true },
        { code: 'hifdm_pay', name: '伤残人员医疗保障基金支出', kind: 'money', size: 16, scale: 2 },
        { code: 'psn_insu_rlts_id', name: '人员参保关系ID', kind: 'text', size: 20 },
        { code: 'insu_admdvs', name: '参保机构行政区划', kind: 'text', size: 6 },
        { code: 'begndate', name: '开始日期', kind: 'day' },
        { code: 'enddate', name: '结算日期', kind: 'day' },
        { code: 'mdtrt_cert_no', name: '就诊凭证编号', kind: 'paper', size: 50 },
        { code: 'setl_type', name: '结算类别', kind: 'text', size: 6 },
        { code: 'crt_dedc', name: '本次起付线', kind: 'money', size: 16, scale: 2 },
        { code: 'invono', name: '发票号', kind: 'text', size: 20 },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
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
