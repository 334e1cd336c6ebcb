// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2301Feedetail {
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 原费用流水号 */
  readonly init_feedetl_sn?: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 医嘱号 */
  readonly drord_no?: string
  /** 人员编号 */
  readonly psn_no: string
  /** 医疗类别 */
  readonly med_type: string
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
  readonly hosp_appr_flag?: string
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
  /** 组套编号 */
  readonly comb_no?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
  /** er_flag */
  readonly er_flag?: unknown
}

/** What 2301 住院费用明细上传 asks. */
export interface Input2301 {
  readonly feedetail: readonly Input2301Feedetail[]
}

export interface Output2301Result {
  /** 费用明细流水号 */
  readonly feedetl_sn?: string
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

/** What 2301 住院费用明细上传 answers. */
export interface Output2301 {
  readonly result: readonly Output2301Result[]
}

/** 2301 住院费用明细上传 */
export const t2301: TransactionSpec = {
  infno: '2301',
  name: '住院费用明细上传',
  input: [
    {
      path: 'feedetail',
      rows: true,
      fields: [
        need(f.feedetl_sn),
        { code: 'init_feedetl_sn', name: '原费用流水号', kind: 'text', size: 30 },
        need(f.mdtrt_id),
        { code: 'drord_no', name: '医嘱号', kind: 'text', size: 30 },
        need(f.psn_no),
        need(f.med_type),
        need(f.fee_ocur_time),
        need(f.med_list_codg),
        need(f.medins_list_codg),
        {
          code: 'det_item_fee_sumamt',
          name: '明细项目费用总额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        { code: 'cnt', name: '数量', kind: 'decimal', size: 16, scale: 4, required: true, negative: true },
        need(f.pric),
        need(f.bilg_dept_codg),
        need(f.bilg_dept_name),
        need(f.bilg_dr_codg),
        need(f.bilg_dr_name),
        f.acord_dept_codg,
        f.acord_dept_name,
        f.orders_dr_code,
        f.orders_dr_name,
        f.hosp_appr_flag,
        f.tcmdrug_used_way,
        f.etip_flag,
        f.etip_hosp_code,
        f.dscg_tkdrug_flag,
        f.matn_fee_flag,
        f.memo,
        { code: 'comb_no', name: '组套编号', kind: 'text', size: 3 },
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
        f.feedetl_sn,
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
