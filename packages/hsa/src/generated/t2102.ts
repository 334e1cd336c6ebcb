// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

export interface Input2102Druginfo {
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type: string
  /** 就诊凭证编号 */
  readonly mdtrt_cert_no: string
  /** 卡识别码 */
  readonly card_sn?: string
  /** 证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno: string
  /** 人员类别 */
  readonly psn_type: string
  /** 人员姓名 */
  readonly psn_name: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen
  /** 发票号 */
  readonly invono?: string
  /** 险种类型 */
  readonly insutype: string
  /** 病种编码 */
  readonly dise_codg?: string
  /** 病种名称 */
  readonly dise_name?: string
  /** 个人账户使用标志 */
  readonly acct_used_flag: string
  /** 医疗类别 */
  readonly med_type: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export interface Input2102Drugdetail {
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 处方号 */
  readonly rxno?: string
  /** 外购处方标志 */
  readonly rx_circ_flag: string
  /** 费用发生时间 */
  readonly fee_ocur_time: Moment
  /** 医疗目录编码 */
  readonly med_list_codg: string
  /** 医药机构目录编码 */
  readonly medins_list_codg: string
  /** 明细项目费用总额 */
  readonly det_item_fee_sumamt: Fen
  /** 数量 */
  readonly cnt: Decimal
  /** 单价 */
  readonly pric: Decimal
  /** 单次剂量描述 */
  readonly sin_dos_dscr?: string
  /** 使用频次描述 */
  readonly used_frqu_dscr?: string
  /** 周期天数 */
  readonly prd_days?: Decimal
  /** 用药途径描述 */
  readonly medc_way_dscr?: string
  /** 开单医生编码 */
  readonly bilg_dr_codg?: string
  /** 开单医师姓名 */
  readonly bilg_dr_name?: string
  /** 中药使用方式 */
  readonly tcmdrug_used_way?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** 追溯码节点信息 */
  readonly durg_trac_info?: unknown
}

export interface Input2102Durg_trac_info {
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 药品追溯码 */
  readonly drug_trac_codg: string
  /** 拆零标志 */
  readonly trdn_flag: string
}

/** What 2102 药店结算 asks. */
export interface Input2102 {
  readonly druginfo: Input2102Druginfo
  readonly drugdetail: readonly Input2102Drugdetail[]
  readonly durg_trac_info: readonly Input2102Durg_trac_info[]
}

export interface Output2102Setlinfo {
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
  readonly gend?: string
  /** 民族 */
  readonly naty?: string
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 年龄 */
  readonly age: Decimal
  /** 险种类型 */
  readonly insutype: string
  /** 人员类别 */
  readonly psn_type: string
  /** 公务员标志 */
  readonly cvlserv_flag: string
  /** 结算时间 */
  readonly setl_time: Moment
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
  readonly psn_part_amt: Fen
  /** 个人账户支出 */
  readonly acct_pay: Fen
  /** 个人现金支出 */
  readonly psn_cash_pay: Fen
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
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** 医院负担金额 */
  readonly hosp_part_amt?: Fen
  /** 伤残人员医疗保障基金支出 */
  readonly hifdm_pay: Fen
}

export interface Output2102Setldetail {
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

export interface Output2102Detlcutinfo {
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 明细项目费用总额 */
  readonly det_item_fee_sumamt: Fen
  /** 数量 */
  readonly cnt: Decimal
  /** 单价 */
  readonly pric: Decimal
  /** 定价上限金额 */
  readonly pric_uplmt_amt: Decimal
  /** 自付比例 */
  readonly selfpay_prop?: Decimal
  /** 全自费金额 */
  readonly fulamt_ownpay_amt?: Fen
  /** 超限价金额 */
  readonly overlmt_amt?: Fen
  /** 先行自付金额 */
  readonly preselfpay_amt?: Fen
  /** 符合政策范围金额 */
  readonly inscp_scp_amt?: Fen
  /** 收费项目等级 */
  readonly chrgitm_lv: string
  /** 医疗收费项目类别 */
  readonly med_chrgitm_type: string
  /** 基本药物标志 */
  readonly bas_medn_flag?: string
  /** 医保谈判药品标志 */
  readonly hi_nego_drug_flag?: string
  /** 儿童用药标志 */
  readonly chld_medc_flag?: string
  /** 目录特项标志 */
  readonly list_sp_item_flag?: string
  /** 直报标志 */
  readonly drt_reim_flag?: string
  /** 备注 */
  readonly memo?: string
}

/** What 2102 药店结算 answers. */
export interface Output2102 {
  readonly setlinfo: Output2102Setlinfo
  readonly setldetail: readonly Output2102Setldetail[]
  readonly detlcutinfo: readonly Output2102Detlcutinfo[]
}

/** 2102 药店结算 */
export const t2102: TransactionSpec = {
  infno: '2102',
  name: '药店结算',
  input: [
    {
      path: 'druginfo',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        {
          code: 'mdtrt_cert_type',
          name: '就诊凭证类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'mdtrt_cert_type',
        },
        { code: 'mdtrt_cert_no', name: '就诊凭证编号', kind: 'paper', size: 50, required: true },
        { code: 'card_sn', name: '卡识别码', kind: 'text', size: 32 },
        {
          code: 'psn_cert_type',
          name: '证件类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'psn_cert_type',
        },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 20, required: true },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 3, required: true, list: 'psn_type' },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 20, required: true },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'medfee_sumamt', name: '医疗费总额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'invono', name: '发票号', kind: 'text', size: 20 },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'dise_codg', name: '病种编码', kind: 'text', size: 30 },
        { code: 'dise_name', name: '病种名称', kind: 'text', size: 500 },
        {
          code: 'acct_used_flag',
          name: '个人账户使用标志',
          kind: 'flag',
          size: 1,
          required: true,
          list: 'acct_used_flag',
        },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
    {
      path: 'drugdetail',
      rows: true,
      fields: [
        { code: 'feedetl_sn', name: '费用明细流水号', kind: 'text', size: 30, required: true },
        { code: 'rxno', name: '处方号', kind: 'text', size: 30 },
        { code: 'rx_circ_flag', name: '外购处方标志', kind: 'text', size: 3, required: true },
        { code: 'fee_ocur_time', name: '费用发生时间', kind: 'moment', required: true },
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 50, required: true },
        { code: 'medins_list_codg', name: '医药机构目录编码', kind: 'text', size: 150, required: true },
        {
          code: 'det_item_fee_sumamt',
          name: '明细项目费用总额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'cnt', name: '数量', kind: 'decimal', size: 16, scale: 4, required: true },
        { code: 'pric', name: '单价', kind: 'decimal', size: 16, scale: 6, required: true },
        { code: 'sin_dos_dscr', name: '单次剂量描述', kind: 'text', size: 200 },
        { code: 'used_frqu_dscr', name: '使用频次描述', kind: 'text', size: 200 },
        { code: 'prd_days', name: '周期天数', kind: 'decimal', size: 4, scale: 2 },
        { code: 'medc_way_dscr', name: '用药途径描述', kind: 'text', size: 200 },
        { code: 'bilg_dr_codg', name: '开单医生编码', kind: 'text', size: 30 },
        { code: 'bilg_dr_name', name: '开单医师姓名', kind: 'text', size: 50 },
        { code: 'tcmdrug_used_way', name: '中药使用方式', kind: 'code', size: 6, list: 'tcmdrug_used_way' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
        { code: 'durg_trac_info', name: '追溯码节点信息', kind: 'raw' },
      ],
    },
    {
      path: 'durg_trac_info',
      rows: true,
      fields: [
        { code: 'feedetl_sn', name: '费用明细流水号', kind: 'text', size: 30, required: true },
        { code: 'drug_trac_codg', name: '药品追溯码', kind: 'text', size: 100, required: true },
        { code: 'trdn_flag', name: '拆零标志', kind: 'code', size: 3, required: true, list: 'trdn_flag' },
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
        { code: 'gend', name: '性别', kind: 'code', size: 6, list: 'gend' },
        { code: 'naty', name: '民族', kind: 'code', size: 3, list: 'naty' },
        { code: 'brdy', name: '出生日期', kind: 'day' },
        { code: 'age', name: '年龄', kind: 'decimal', size: 4, scale: 1, required: true },
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
        { code: 'setl_time', name: '结算时间', kind: 'moment', required: true },
        { code: 'mdtrt_cert_type', name: '就诊凭证类型', kind: 'code', size: 3, list: 'mdtrt_cert_type' },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
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
        { code: 'psn_cash_pay', name: '个人现金支出', kind: 'money', size: 16, scale: 2, required: true },
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
        { code: 'clr_optins', name: '清算经办机构', kind: 'text', size: 6 },
        { code: 'clr_way', name: '清算方式', kind: 'code', size: 6, list: 'clr_way' },
        { code: 'clr_type', name: '清算类别', kind: 'code', size: 6, required: true, list: 'clr_type' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
        { code: 'hosp_part_amt', name: '医院负担金额', kind: 'money', size: 16, scale: 2 },
        {
          code: 'hifdm_pay',
          name: '伤残人员医疗保障基金支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
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
    {
      path: 'detlcutinfo',
      rows: true,
      fields: [
        { code: 'feedetl_sn', name: '费用明细流水号', kind: 'text', size: 30, required: true },
        {
          code: 'det_item_fee_sumamt',
          name: '明细项目费用总额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'cnt', name: '数量', kind: 'decimal', size: 16, scale: 4, required: true },
        { code: 'pric', name: '单价', kind: 'decimal', size: 16, scale: 6, required: true },
        { code: 'pric_uplmt_amt', name: '定价上限金额', kind: 'decimal', size: 16, scale: 6, required: true },
        { code: 'selfpay_prop', name: '自付比例', kind: 'decimal', size: 5, scale: 4 },
        { code: 'fulamt_ownpay_amt', name: '全自费金额', kind: 'money', size: 16, scale: 2 },
        { code: 'overlmt_amt', name: '超限价金额', kind: 'money', size: 16, scale: 2 },
        { code: 'preselfpay_amt', name: '先行自付金额', kind: 'money', size: 16, scale: 2 },
        { code: 'inscp_scp_amt', name: '符合政策范围金额', kind: 'money', size: 16, scale: 2 },
        {
          code: 'chrgitm_lv',
          name: '收费项目等级',
          kind: 'code',
          size: 3,
          required: true,
          list: 'chrgitm_lv',
        },
        {
          code: 'med_chrgitm_type',
          name: '医疗收费项目类别',
          kind: 'code',
          size: 6,
          required: true,
          list: 'med_chrgitm_type',
        },
        { code: 'bas_medn_flag', name: '基本药物标志', kind: 'code', size: 3, list: 'bas_medn_flag' },
        {
          code: 'hi_nego_drug_flag',
          name: '医保谈判药品标志',
          kind: 'code',
          size: 3,
          list: 'hi_nego_drug_flag',
        },
        { code: 'chld_medc_flag', name: '儿童用药标志', kind: 'code', size: 3, list: 'chld_medc_flag' },
        { code: 'list_sp_item_flag', name: '目录特项标志', kind: 'code', size: 3, list: 'list_sp_item_flag' },
        { code: 'drt_reim_flag', name: '直报标志', kind: 'code', size: 3, list: 'drt_reim_flag' },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
      ],
    },
  ],
}
