// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Extension, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2503Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 险种类型 */
  readonly insutype: string
  /** 门慢门特病种目录代码 */
  readonly opsp_dise_code: string
  /** 门慢门特病种名称 */
  readonly opsp_dise_name: string
  /** 联系电话 */
  readonly tel?: string
  /** 联系地址 */
  readonly addr?: string
  /** 参保机构医保区划 */
  readonly insu_optins: string
  /** 鉴定定点医药机构编号 */
  readonly ide_fixmedins_no: string
  /** 鉴定定点医药机构名称 */
  readonly ide_fixmedins_name: string
  /** 医院鉴定日期 */
  readonly hosp_ide_date: PlainDate
  /** 诊断医师编码 */
  readonly diag_dr_codg: string
  /** 诊断医师姓名 */
  readonly diag_dr_name: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 手术时间 */
  readonly exp_content?: Extension
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn?: string
  /** 自定义补充标志 */
  readonly selfdef_splm_flag?: string
  /** 备注 */
  readonly memo?: string
}

/** What 2503 人员慢特病备案 asks. */
export interface Input2503 {
  readonly data: Input2503Data
}

export interface Output2503Result {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string
  /** 扩展字段 */
  readonly exp_content?: Extension
}

/** What 2503 人员慢特病备案 answers. */
export interface Output2503 {
  readonly result: Output2503Result
}

/** 2503 人员慢特病备案 */
export const t2503: TransactionSpec = {
  infno: '2503',
  name: '人员慢特病备案',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.psn_no),
        need(f.insutype),
        need(f.opsp_dise_code),
        need(f.opsp_dise_name),
        f.tel,
        f.addr,
        need(f.insu_optins),
        { code: 'ide_fixmedins_no', name: '鉴定定点医药机构编号', kind: 'text', size: 30, required: true },
        { code: 'ide_fixmedins_name', name: '鉴定定点医药机构名称', kind: 'text', size: 200, required: true },
        { code: 'hosp_ide_date', name: '医院鉴定日期', kind: 'day', required: true },
        { code: 'diag_dr_codg', name: '诊断医师编码', kind: 'text', size: 30, required: true },
        { code: 'diag_dr_name', name: '诊断医师姓名', kind: 'text', size: 50, required: true },
        need(f.begndate),
        f.enddate,
        { code: 'exp_content', name: '手术时间', kind: 'extension' },
        f.trt_dcla_detl_sn,
        { code: 'selfdef_splm_flag', name: '自定义补充标志', kind: 'text', size: 3 },
        f.memo,
      ],
    },
  ],
  output: [
    {
      path: 'result',
      rows: false,
      fields: [need(f.trt_dcla_detl_sn), { code: 'exp_content', name: '扩展字段', kind: 'extension' }],
    },
  ],
}
