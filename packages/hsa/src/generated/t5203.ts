// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

export interface Input5203Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
}

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

export interface Output5203Setldetail {
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

/** What 5203 结算信息查询 answers. */
export interface Output5203 {
  readonly setlinfo: Output5203Setlinfo
  readonly setldetail: readonly Output5203Setldetail[]
}

/** 5203 结算信息查询 */
export const t5203: TransactionSpec = {
  infno: '5203',
  name: '结算信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
      ],
    },
  ],
  output: [
    {
      path: 'setlinfo',
      rows: false,
      fields: [
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50, required: true },
        {
          code: 'psn_cert_type',
          name: '人员证件类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'psn_cert_type',
        },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50, required: true },
        { code: 'gend', name: '性别', kind: 'code', size: 6, required: true, list: 'gend' },
        { code: 'naty', name: '民族', kind: 'code', size: 3, list: 'naty' },
        { code: 'brdy', name: '出生日期', kind: 'day' },
        { code: 'age', name: '年龄', kind: 'decimal', size: 4, scale: 1 },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 6, required: true, list: 'psn_type' },
        {
          code: 'cvlserv_flag',
          name: '公务员标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'cvlserv_flag',
        },
        { code: 'flxempe_flag', name: '灵活就业标志', kind: 'code', size: 3, list: 'flxempe_flag' },
        { code: 'nwb_flag', name: '新生儿标志', kind: 'code', size: 3, list: 'nwb_flag' },
        { code: 'insu_optins', name: '参保机构医保区划', kind: 'text', size: 6 },
        { code: 'emp_name', name: '单位名称', kind: 'text', size: 200 },
        { code: 'pay_loc', name: '支付地点类别', kind: 'code', size: 6, required: true, list: 'pay_loc' },
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 200, required: true },
        { code: 'hosp_lv', name: '医院等级', kind: 'code', size: 6, list: 'hosp_lv' },
        { code: 'fixmedins_poolarea', name: '定点归属机构', kind: 'text', size: 6 },
        { code: 'lmtpric_hosp_lv', name: '限价医院等级', kind: 'code', size: 6, list: 'lmtpric_hosp_lv' },
        { code: 'dedc_hosp_lv', name: '起付线医院等级', kind: 'code', size: 6, list: 'dedc_hosp_lv' },
        { code: 'begndate', name: '开始日期', kind: 'day', required: true },
        { code: 'enddate', name: '结束日期', kind: 'day', required: true },
        { code: 'setl_time', name: '结算时间', kind: 'moment', required: true },
        { code: 'mdtrt_cert_type', name: '就诊凭证类型', kind: 'code', size: 3, list: 'mdtrt_cert_type' },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'clr_type', name: '清算类别', kind: 'code', size: 6, required: true, list: 'clr_type' },
        { code: 'clr_way', name: '清算方式', kind: 'code', size: 6, list: 'clr_way' },
        { code: 'clr_optins', name: '清算经办机构', kind: 'text', size: 6 },
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
        { code: 'act_pay_dedc', name: '实际支付起付线', kind: 'money', size: 16, scale: 2, required: true },
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
        { code: 'psn_pay', name: '个人支付金额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'acct_pay', name: '个人账户支出', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'cash_payamt', name: '现金支付金额', kind: 'money', size: 16, scale: 2, required: true },
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
        {
          code: 'refd_setl_flag',
          name: '退费结算标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'refd_setl_flag',
        },
        { code: 'year', name: '年度', kind: 'text', size: 4, required: true },
        { code: 'dise_codg', name: '病种编码', kind: 'text', size: 30 },
        { code: 'dise_name', name: '病种名称', kind: 'text', size: 500 },
        { code: 'invono', name: '发票号', kind: 'text', size: 20 },
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        { code: 'opter_name', name: '经办人姓名', kind: 'text', size: 50 },
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
        { code: 'pref_fund_pay', name: '优抚对象基金支出', kind: 'money', size: 16, scale: 2 },
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
