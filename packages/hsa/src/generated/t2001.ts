// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

export interface Input2001Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 险种类型 */
  readonly insutype: string
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 医疗类别 */
  readonly med_type: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime?: Moment
  /** 病种编码 */
  readonly dise_codg?: string
  /** 病种名称 */
  readonly dise_name?: string
  /** 手术操作代码 */
  readonly oprn_oprt_code?: string
  /** 手术操作名称 */
  readonly oprn_oprt_name?: string
  /** 生育类别 */
  readonly matn_type?: string
  /** 计划生育手术类别 */
  readonly birctrl_type?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2001 人员待遇享受检查 asks. */
export interface Input2001 {
  readonly data: Input2001Data
}

export interface Output2001Trtinfo {
  /** 人员编号 */
  readonly psn_no: string
  /** 待遇检查类型 */
  readonly trt_chk_type: string
  /** 基金支付类型 */
  readonly fund_pay_type: string
  /** 基金款项待遇享受标志 */
  readonly trt_enjymnt_flag: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 待遇检查结果 */
  readonly trt_chk_rslt?: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2001 人员待遇享受检查 answers. */
export interface Output2001 {
  readonly trtinfo: readonly Output2001Trtinfo[]
}

/** 2001 人员待遇享受检查 */
export const t2001: TransactionSpec = {
  infno: '2001',
  name: '人员待遇享受检查',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'endtime', name: '结束时间', kind: 'moment' },
        { code: 'dise_codg', name: '病种编码', kind: 'text', size: 30 },
        { code: 'dise_name', name: '病种名称', kind: 'text', size: 500 },
        { code: 'oprn_oprt_code', name: '手术操作代码', kind: 'text', size: 30 },
        { code: 'oprn_oprt_name', name: '手术操作名称', kind: 'text', size: 500 },
        { code: 'matn_type', name: '生育类别', kind: 'code', size: 6, list: 'matn_type' },
        { code: 'birctrl_type', name: '计划生育手术类别', kind: 'code', size: 6, list: 'birctrl_type' },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
  output: [
    {
      path: 'trtinfo',
      rows: true,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        {
          code: 'trt_chk_type',
          name: '待遇检查类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'trt_chk_type',
        },
        {
          code: 'fund_pay_type',
          name: '基金支付类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'fund_pay_type',
        },
        {
          code: 'trt_enjymnt_flag',
          name: '基金款项待遇享受标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'trt_enjymnt_flag',
        },
        { code: 'begndate', name: '开始日期', kind: 'day', required: true },
        { code: 'enddate', name: '结束日期', kind: 'day' },
        { code: 'trt_chk_rslt', name: '待遇检查结果', kind: 'text', size: 500 },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
}
