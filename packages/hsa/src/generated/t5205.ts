// Made by scripts/generate.ts from tables/; do not edit.
import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

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
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'endtime', name: '结束时间', kind: 'moment' },
      ],
    },
  ],
  output: [
    {
      path: 'feedetail',
      rows: true,
      fields: [
        { code: 'feedetl_sn', name: '费用明细流水号', kind: 'text', size: 30, required: true },
        { code: 'rx_drord_no', name: '处方/医嘱号', kind: 'text', size: 30 },
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12 },
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 200, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'fee_ocur_time', name: '费用发生时间', kind: 'moment', required: true },
        { code: 'cnt', name: '数量', kind: 'decimal', size: 16, scale: 4, required: true },
        { code: 'pric', name: '单价', kind: 'decimal', size: 16, scale: 6, required: true },
        { code: 'chrgitm_lv', name: '收费项目等级', kind: 'code', size: 3, list: 'chrgitm_lv' },
        { code: 'hilist_code', name: '医保目录编码', kind: 'text', size: 50, required: true },
        { code: 'hilist_name', name: '医保目录名称', kind: 'text', size: 200, required: true },
        { code: 'list_type', name: '目录类别', kind: 'code', size: 6, required: true, list: 'list_type' },
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 50, required: true },
        { code: 'medins_list_codg', name: '医药机构目录编码', kind: 'text', size: 150, required: true },
        { code: 'medins_list_name', name: '医药机构目录名称', kind: 'text', size: 100, required: true },
        {
          code: 'med_chrgitm_type',
          name: '医疗收费项目类别',
          kind: 'code',
          size: 6,
          required: true,
          list: 'med_chrgitm_type',
        },
        { code: 'prodname', name: '商品名', kind: 'text', size: 200 },
        { code: 'spec', name: '规格', kind: 'text', size: 200, required: true },
        { code: 'dosform_name', name: '剂型名称', kind: 'text', size: 200 },
        { code: 'lmt_used_flag', name: '限制使用标志', kind: 'code', size: 3, list: 'lmt_used_flag' },
        { code: 'hosp_prep_flag', name: '医院制剂标志', kind: 'code', size: 3, list: 'hosp_prep_flag' },
        { code: 'hosp_appr_flag', name: '医院审批标志', kind: 'flag', size: 3, list: 'hosp_appr_flag' },
        { code: 'tcmdrug_used_way', name: '中药使用方式', kind: 'code', size: 6, list: 'tcmdrug_used_way' },
        { code: 'prodplac_type', name: '生产地类别', kind: 'code', size: 6, list: 'prodplac_type' },
        { code: 'bas_medn_flag', name: '基本药物标志', kind: 'code', size: 3, list: 'bas_medn_flag' },
        {
          code: 'hi_nego_drug_flag',
          name: '医保谈判药品标志',
          kind: 'code',
          size: 3,
          list: 'hi_nego_drug_flag',
        },
        { code: 'chld_medc_flag', name: '儿童用药标志', kind: 'code', size: 3, list: 'chld_medc_flag' },
        { code: 'etip_flag', name: '外检标志', kind: 'code', size: 3, list: 'etip_flag' },
        { code: 'etip_hosp_code', name: '外检医院编码', kind: 'text', size: 30 },
        { code: 'dscg_tkdrug_flag', name: '出院带药标志', kind: 'code', size: 3, list: 'dscg_tkdrug_flag' },
        { code: 'list_sp_item_flag', name: '目录特项标志', kind: 'code', size: 3, list: 'list_sp_item_flag' },
        { code: 'matn_fee_flag', name: '生育费用标志', kind: 'code', size: 6, list: 'matn_fee_flag' },
      ],
    },
  ],
}
