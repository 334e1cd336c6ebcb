// Made by scripts/generate.ts from tables/; do not edit.
import type { Moment, TransactionSpec } from '../spec.ts'

export interface Input5202Data {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
}

/** What 5202 诊断信息查询 asks. */
export interface Input5202 {
  readonly data: Input5202Data
}

export interface Output5202Diseinfo {
  /** 诊断信息ID */
  readonly diag_info_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 出入院诊断类别 */
  readonly inout_diag_type: string
  /** 诊断类别 */
  readonly diag_type: string
  /** 主诊断标志 */
  readonly maindiag_flag: string
  /** 诊断排序号 */
  readonly diag_srt_no: number
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 入院病情 */
  readonly adm_cond?: string
  /** 诊断科室 */
  readonly diag_dept: string
  /** 诊断医生编码 */
  readonly dise_dor_no: string
  /** 诊断医生姓名 */
  readonly dise_dor_name: string
  /** 诊断时间 */
  readonly diag_time: Moment
  /** 经办人ID */
  readonly opter_id?: string
  /** 经办人姓名 */
  readonly opter_name?: string
  /** 经办时间 */
  readonly opt_time?: Moment
}

/** What 5202 诊断信息查询 answers. */
export interface Output5202 {
  readonly diseinfo: readonly Output5202Diseinfo[]
}

/** 5202 诊断信息查询 */
export const t5202: TransactionSpec = {
  infno: '5202',
  name: '诊断信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
      ],
    },
  ],
  output: [
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        { code: 'diag_info_id', name: '诊断信息ID', kind: 'text', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        {
          code: 'inout_diag_type',
          name: '出入院诊断类别',
          kind: 'code',
          size: 3,
          required: true,
          list: 'inout_diag_type',
        },
        { code: 'diag_type', name: '诊断类别', kind: 'code', size: 3, required: true, list: 'diag_type' },
        {
          code: 'maindiag_flag',
          name: '主诊断标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'maindiag_flag',
        },
        { code: 'diag_srt_no', name: '诊断排序号', kind: 'whole', size: 2, required: true },
        { code: 'diag_code', name: '诊断代码', kind: 'text', size: 20, required: true },
        { code: 'diag_name', name: '诊断名称', kind: 'text', size: 100, required: true },
        { code: 'adm_cond', name: '入院病情', kind: 'text', size: 500 },
        { code: 'diag_dept', name: '诊断科室', kind: 'text', size: 50, required: true },
        { code: 'dise_dor_no', name: '诊断医生编码', kind: 'text', size: 30, required: true },
        { code: 'dise_dor_name', name: '诊断医生姓名', kind: 'text', size: 50, required: true },
        { code: 'diag_time', name: '诊断时间', kind: 'moment', required: true },
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        { code: 'opter_name', name: '经办人姓名', kind: 'text', size: 50 },
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
      ],
    },
  ],
}
