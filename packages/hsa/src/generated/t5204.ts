// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { data5203 } from './record-data5203.ts'
import type { Data5203 } from './record-data5203.ts'

export type Input5204Data = Data5203

/** What 5204 费用明细查询 asks. */
export interface Input5204 {
  readonly data: Input5204Data
}

export interface Output5204Fields {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 处方/医嘱号 */
  readonly rx_drord_no?: string
  /** 医疗类别 */
  readonly med_type: string
  /** 费用发生时间 */
  readonly fee_ocur_time: Moment
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
  /** 明细项目费用总额 */
  readonly det_item_fee_sumamt: Fen
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
  /** 医保目录编码 */
  readonly hilist_code: string
  /** 医保目录名称 */
  readonly hilist_name: string
  /** 目录类别 */
  readonly list_type: string
  /** 医疗目录编码 */
  readonly med_list_codg: string
  /** 医药机构目录编码 */
  readonly medins_list_codg: string
  /** 医药机构目录名称 */
  readonly medins_list_name: string
  /** 医疗收费项目类别 */
  readonly med_chrgitm_type: string
  /** 商品名 */
  readonly prodname?: string
  /** 规格 */
  readonly spec?: string
  /** 剂型名称 */
  readonly dosform_name: string
  /** 开单科室编码 */
  readonly bilg_dept_codg?: string
  /** 开单科室名称 */
  readonly bilg_dept_name?: string
  /** 开单医生编码 */
  readonly bilg_dr_codg?: string
  /** 开单医师姓名 */
  readonly bilg_dr_name?: string
  /** 受单科室编码 */
  readonly acord_dept_codg?: string
  /** 受单科室名称 */
  readonly acord_dept_name?: string
  /** 受单医生编码 */
  readonly orders_dr_code?: string
  /** 受单医生姓名 */
  readonly orders_dr_name?: string
  /** 限制使用标志 */
  readonly lmt_used_flag?: string
  /** 医院制剂标志 */
  readonly hosp_prep_flag?: string
  /** 医院审批标志 */
  readonly hosp_appr_flag?: string
  /** 中药使用方式 */
  readonly tcmdrug_used_way?: string
  /** 生产地类别 */
  readonly prodplac_type?: string
  /** 基本药物标志 */
  readonly bas_medn_flag?: string
  /** 医保谈判药品标志 */
  readonly hi_nego_drug_flag?: string
  /** 儿童用药标志 */
  readonly chld_medc_flag?: string
  /** 外检标志 */
  readonly etip_flag?: string
  /** 外检医院编码 */
  readonly etip_hosp_code?: string
  /** 出院带药标志 */
  readonly dscg_tkdrug_flag?: string
  /** 目录特项标志 */
  readonly list_sp_item_flag?: string
  /** 生育费用标志 */
  readonly matn_fee_flag?: string
  /** 直报标志 */
  readonly drt_reim_flag?: string
  /** 备注 */
  readonly memo?: string
  /** 经办人ID */
  readonly opter_id?: string
  /** 经办人姓名 */
  readonly opter_name?: string
  /** 经办时间 */
  readonly opt_time?: Moment
}

/** What 5204 费用明细查询 answers. */
export type Output5204 = readonly Output5204Fields[]

/** 5204 费用明细查询 */
export const t5204: TransactionSpec = {
  infno: '5204',
  name: '费用明细查询',
  input: [{ path: 'data', rows: false, fields: data5203 }],
  output: [
    {
      path: '',
      rows: true,
      fields: [
        need(f.mdtrt_id),
        need(f.setl_id),
        need(f.feedetl_sn),
        f.rx_drord_no,
        need(f.med_type),
        need(f.fee_ocur_time),
        need(f.cnt),
        need(f.pric),
        f.sin_dos_dscr,
        f.used_frqu_dscr,
        f.prd_days,
        f.medc_way_dscr,
        need(f.det_item_fee_sumamt),
        need(f.pric_uplmt_amt),
        f.selfpay_prop,
        f.fulamt_ownpay_amt,
        f.overlmt_amt,
        f.preselfpay_amt,
        f.inscp_scp_amt,
        need(f.chrgitm_lv),
        { code: 'hilist_code', name: '医保目录编码', kind: 'text', size: 50, required: true },
        need(f.hilist_name),
        { code: 'list_type', name: '目录类别', kind: 'code', size: 6, required: true, list: 'list_type' },
        need(f.med_list_codg),
        need(f.medins_list_codg),
        { code: 'medins_list_name', name: '医药机构目录名称', kind: 'text', size: 100, required: true },
        need(f.med_chrgitm_type),
        f.prodname,
        f.spec,
        need(f.dosform_name),
        f.bilg_dept_codg,
        f.bilg_dept_name,
        f.bilg_dr_codg,
        f.bilg_dr_name,
        f.acord_dept_codg,
        f.acord_dept_name,
        f.orders_dr_code,
        f.orders_dr_name,
        f.lmt_used_flag,
        f.hosp_prep_flag,
        f.hosp_appr_flag,
        f.tcmdrug_used_way,
        f.prodplac_type,
        f.bas_medn_flag,
        f.hi_nego_drug_flag,
        f.chld_medc_flag,
        f.etip_flag,
        f.etip_hosp_code,
        f.dscg_tkdrug_flag,
        f.list_sp_item_flag,
        f.matn_fee_flag,
        f.drt_reim_flag,
        f.memo,
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        f.opter_name,
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
      ],
    },
  ],
}
