// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

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
  input: [{ path: 'data', rows: false, fields: [need(f.mdtrt_id), need(f.psn_no)] }],
  output: [
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        { code: 'diag_info_id', name: '诊断信息ID', kind: 'text', size: 30, required: true },
        need(f.mdtrt_id),
        need(f.psn_no),
        {
          code: 'inout_diag_type',
          name: '出入院诊断类别',
          kind: 'code',
          size: 3,
          required: true,
          list: 'inout_diag_type',
        },
        need(f.diag_type),
        need(f.maindiag_flag),
        need(f.diag_srt_no),
        need(f.diag_code),
        need(f.diag_name),
        f.adm_cond,
        need(f.diag_dept),
        need(f.dise_dor_no),
        need(f.dise_dor_name),
        need(f.diag_time),
        { code: 'opter_id', name: '经办人ID', kind: 'text', size: 20 },
        f.opter_name,
        { code: 'opt_time', name: '经办时间', kind: 'moment' },
      ],
    },
  ],
}
