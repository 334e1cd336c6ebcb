// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

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
        { code: 'feedetl_sn', name: '费用明细流水号', kind: 'text', size: 30, required: true },
        { code: 'init_feedetl_sn', name: '原费用流水号', kind: 'text', size: 30 },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'drord_no', name: '医嘱号', kind: 'text', size: 30 },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
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
          negative: true,
        },
        { code: 'cnt', name: '数量', kind: 'decimal', size: 16, scale: 4, required: true, negative: true },
        { code: 'pric', name: '单价', kind: 'decimal', size: 16, scale: 6, required: true },
        { code: 'bilg_dept_codg', name: '开单科室编码', kind: 'text', size: 30, required: true },
        { code: 'bilg_dept_name', name: '开单科室名称', kind: 'text', size: 100, required: true },
        { code: 'bilg_dr_codg', name: '开单医生编码', kind: 'text', size: 30, required: true },
        { code: 'bilg_dr_name', name: '开单医师姓名', kind: 'text', size: 50, required: true },
        { code: 'acord_dept_codg', name: '受单科室编码', kind: 'text', size: 30 },
        { code: 'acord_dept_name', name: '受单科室名称', kind: 'text', size: 100 },
        { code: 'orders_dr_code', name: '受单医生编码', kind: 'text', size: 30 },
        { code: 'orders_dr_name', name: '受单医生姓名', kind: 'text', size: 50 },
        { code: 'hosp_appr_flag', name: '医院审批标志', kind: 'flag', size: 3, list: 'hosp_appr_flag' },
        { code: 'tcmdrug_used_way', name: '中药使用方式', kind: 'code', size: 6, list: 'tcmdrug_used_way' },
        { code: 'etip_flag', name: '外检标志', kind: 'code', size: 3, list: 'etip_flag' },
        { code: 'etip_hosp_code', name: '外检医院编码', kind: 'text', size: 30 },
        { code: 'dscg_tkdrug_flag', name: '出院带药标志', kind: 'code', size: 3, list: 'dscg_tkdrug_flag' },
        { code: 'matn_fee_flag', name: '生育费用标志', kind: 'code', size: 6, list: 'matn_fee_flag' },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
        { code: 'comb_no', name: '组套编号', kind: 'text', size: 3 },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
        { code: 'er_flag', name: 'er_flag', kind: 'raw' },
      ],
    },
  ],
  output: [
    {
      path: 'result',
      rows: true,
      fields: [
        { code: 'feedetl_sn', name: '费用明细流水号', kind: 'text', size: 30 },
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
        {
          code: 'lmt_used_flag',
          name: '限制使用标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'lmt_used_flag',
        },
        { code: 'drt_reim_flag', name: '直报标志', kind: 'code', size: 3, list: 'drt_reim_flag' },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
}
