// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input5205Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime?: Moment
}

/** What 5205 人员慢特病用药记录查询 asks. */
export interface Input5205 {
  readonly data: Input5205Data
}

export interface Output5205Feedetail {
  /** 费用明细流水号 */
  readonly feedetl_sn: string
  /** 处方/医嘱号 */
  readonly rx_drord_no?: string
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
  /** 定点医药机构名称 */
  readonly fixmedins_name: string
  /** 人员编号 */
  readonly psn_no: string
  /** 医疗类别 */
  readonly med_type: string
  /** 费用发生时间 */
  readonly fee_ocur_time: Moment
  /** 数量 */
  readonly cnt: Decimal
  /** 单价 */
  readonly pric: Decimal
  /** 收费项目等级 */
  readonly chrgitm_lv?: string
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
  readonly spec: string
  /** 剂型名称 */
  readonly dosform_name?: string
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
}

/** What 5205 人员慢特病用药记录查询 answers. */
export interface Output5205 {
  readonly feedetail: readonly Output5205Feedetail[]
}

/** 5205 人员慢特病用药记录查询 */
export const t5205: TransactionSpec = {
  infno: '5205',
  name: '人员慢特病用药记录查询',
  input: [{ path: 'data', rows: false, fields: [need(f.psn_no), need(f.begntime), f.endtime] }],
  output: [
    {
      path: 'feedetail',
      rows: true,
      fields: [
        need(f.feedetl_sn),
        f.rx_drord_no,
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12 },
        need(f.fixmedins_name),
        need(f.psn_no),
        need(f.med_type),
        need(f.fee_ocur_time),
        need(f.cnt),
        need(f.pric),
        f.chrgitm_lv,
        { code: 'hilist_code', name: '医保目录编码', kind: 'text', size: 50, required: true },
        need(f.hilist_name),
        { code: 'list_type', name: '目录类别', kind: 'code', size: 6, required: true, list: 'list_type' },
        need(f.med_list_codg),
        need(f.medins_list_codg),
        { code: 'medins_list_name', name: '医药机构目录名称', kind: 'text', size: 100, required: true },
        need(f.med_chrgitm_type),
        f.prodname,
        need(f.spec),
        f.dosform_name,
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
      ],
    },
  ],
}
