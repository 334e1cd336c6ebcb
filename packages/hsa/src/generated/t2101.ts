// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { setldetail2101 } from './record-setldetail2101.ts'
import type { Setldetail2101 } from './record-setldetail2101.ts'

export interface Input2101Druginfo {
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

export interface Input2101Drugdetail {
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
}

/** What 2101 药店预结算 asks. */
export interface Input2101 {
  readonly druginfo: Input2101Druginfo
  readonly drugdetail: readonly Input2101Drugdetail[]
}

export interface Output2101Setlinfo {
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

export type Output2101Setldetail = Setldetail2101

export interface Output2101Detlcutinfo {
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
  /** 医院负担金额 */
  readonly hosp_part_amt?: Fen
}

/** What 2101 药店预结算 answers. */
export interface Output2101 {
  readonly setlinfo: Output2101Setlinfo
  readonly setldetail: readonly Output2101Setldetail[]
  readonly detlcutinfo: readonly Output2101Detlcutinfo[]
}

/** 2101 药店预结算 */
export const t2101: TransactionSpec = {
  infno: '2101',
  name: '药店预结算',
  input: [
    {
      path: 'druginfo',
      rows: false,
      fields: [
        need(f.psn_no),
        need(f.mdtrt_cert_type),
        need(f.mdtrt_cert_no),
        f.card_sn,
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
        need(f.begntime),
        need(f.medfee_sumamt),
        need(f.insutype),
        f.dise_codg,
        f.dise_name,
        need(f.acct_used_flag),
        need(f.med_type),
        f.exp_content,
      ],
    },
    {
      path: 'drugdetail',
      rows: true,
      fields: [
        need(f.feedetl_sn),
        f.rxno,
        need(f.rx_circ_flag),
        need(f.fee_ocur_time),
        need(f.med_list_codg),
        need(f.medins_list_codg),
        need(f.det_item_fee_sumamt),
        need(f.cnt),
        need(f.pric),
        f.sin_dos_dscr,
        f.used_frqu_dscr,
        f.prd_days,
        f.medc_way_dscr,
        f.bilg_dr_codg,
        f.bilg_dr_name,
        f.tcmdrug_used_way,
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
        need(f.setl_time),
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
        need(f.psn_part_amt),
        need(f.acct_pay),
        need(f.psn_cash_pay),
        need(f.balc),
        need(f.acct_mulaid_pay),
        need(f.medins_setl_id),
        f.clr_optins,
        f.clr_way,
        need(f.clr_type),
        f.exp_content,
        f.hosp_part_amt,
        need(f.hifdm_pay),
      ],
    },
    { path: 'setldetail', rows: true, fields: setldetail2101 },
    {
      path: 'detlcutinfo',
      rows: true,
      fields: [
        need(f.feedetl_sn),
        need(f.det_item_fee_sumamt),
        need(f.cnt),
        need(f.pric),
        need(f.pric_uplmt_amt),
        f.selfpay_prop,
        f.fulamt_ownpay_amt,
        f.overlmt_amt,
        f.preselfpay_amt,
        f.inscp_scp_amt,
        need(f.chrgitm_lv),
        need(f.med_chrgitm_type),
        f.bas_medn_flag,
        f.hi_nego_drug_flag,
        f.chld_medc_flag,
        f.list_sp_item_flag,
        f.drt_reim_flag,
        f.memo,
        f.hosp_part_amt,
      ],
    },
  ],
}
