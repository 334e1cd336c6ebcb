// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

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
        need(f.psn_no),
        need(f.insutype),
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        need(f.med_type),
        need(f.begntime),
        f.endtime,
        f.dise_codg,
        f.dise_name,
        f.oprn_oprt_code,
        f.oprn_oprt_name,
        f.matn_type,
        f.birctrl_type,
        f.exp_content,
      ],
    },
  ],
  output: [
    {
      path: 'trtinfo',
      rows: true,
      fields: [
        need(f.psn_no),
        {
          code: 'trt_chk_type',
          name: '待遇检查类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'trt_chk_type',
        },
        need(f.fund_pay_type),
        {
          code: 'trt_enjymnt_flag',
          name: '基金款项待遇享受标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'trt_enjymnt_flag',
        },
        need(f.begndate),
        f.enddate,
        { code: 'trt_chk_rslt', name: '待遇检查结果', kind: 'text', size: 500 },
        f.exp_content,
      ],
    },
  ],
}
