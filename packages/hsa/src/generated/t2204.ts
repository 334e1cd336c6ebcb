// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2204Feedetail {
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 收费批次号 */
  readonly chrg_bchno: string
  /** 病种编码 */
  readonly dise_codg?: string
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
  /** 开单科室编码 */
  readonly bilg_dept_codg: string
  /** 开单科室名称 */
  readonly bilg_dept_name: string
  /** 开单医生编码 */
  readonly bilg_dr_codg: string
  /** 开单医师姓名 */
  readonly bilg_dr_name: string
  /** 受单科室编码 */
  readonly acord_dept_codg?: string
  /** 受单科室名称 */
  readonly acord_dept_name?: string
  /** 受单医生编码 */
  readonly orders_dr_code?: string
  /** 受单医生姓名 */
  readonly orders_dr_name?: string
  /** 医院审批标志 */
  readonly hosp_appr_flag: string
  /** 中药使用方式 */
  readonly tcmdrug_used_way?: string
  /** 外检标志 */
  readonly etip_flag?: string
  /** 外检医院编码 */
  readonly etip_hosp_code?: string
  /** 出院带药标志 */
  readonly dscg_tkdrug_flag?: string
  /** 生育费用标志 */
  readonly matn_fee_flag?: string
  /** 备注 */
  readonly memo?: string
  /** 组套编码 */
  readonly comb_no?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** er_flag */
  readonly er_flag?: unknown
}

/** What 2204 门诊费用明细信息上传 asks. */
export interface Input2204 {
  readonly feedetail: readonly Input2204Feedetail[]
}

export interface Output2204Result {
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
  /** 限制使用标志 */
  readonly lmt_used_flag: string
  /** 直报标志 */
  readonly drt_reim_flag?: string
  /** 备注 */
  readonly memo?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2204 门诊费用明细信息上传 answers. */
export interface Output2204 {
  readonly result: readonly Output2204Result[]
}

/** 2204 门诊费用明细信息上传 */
export const t2204: TransactionSpec = {
  infno: '2204',
  name: '门诊费用明细信息上传',
  input: [
    {
      path: 'feedetail',
      rows: true,
      fields: [
        need(f.feedetl_sn),
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.chrg_bchno),
        f.dise_codg,
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
        need(f.bilg_dept_codg),
        need(f.bilg_dept_name),
        need(f.bilg_dr_codg),
        need(f.bilg_dr_name),
        f.acord_dept_codg,
        f.acord_dept_name,
        f.orders_dr_code,
        f.orders_dr_name,
        need(f.hosp_appr_flag),
        f.tcmdrug_used_way,
        f.etip_flag,
        f.etip_hosp_code,
        f.dscg_tkdrug_flag,
        f.matn_fee_flag,
        { code: 'memo', name: '备注', kind: 'text', size: 1000 },
        { code: 'comb_no', name: '组套编码', kind: 'text', size: 3 },
        f.exp_content,
        f.er_flag,
      ],
    },
  ],
  output: [
    {
      path: 'result',
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
        need(f.lmt_used_flag),
        f.drt_reim_flag,
        f.memo,
        f.exp_content,
      ],
    },
  ],
}
