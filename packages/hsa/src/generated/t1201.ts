// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Extension, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1201Medinsinfo {
  /** 定点医疗服务机构类型 */
  readonly fixmedins_type?: string
  /** 定点医药机构名称 */
  readonly fixmedins_name?: string
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
}

/** What 1201 医药机构信息获取 asks. */
export interface Input1201 {
  readonly medinsinfo: Input1201Medinsinfo
}

export interface Output1201Medinsinfo {
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 定点医药机构名称 */
  readonly fixmedins_name: string
  /** 统一社会信用代码 */
  readonly uscc: string
  /** 定点医疗服务机构类型 */
  readonly fixmedins_type: string
  /** 医院等级 */
  readonly hosp_lv?: string
  /** 扩展字段 */
  readonly exp_content?: Extension
}

/** What 1201 医药机构信息获取 answers. */
export interface Output1201 {
  readonly medinsinfo: readonly Output1201Medinsinfo[]
}

/** 1201 医药机构信息获取 */
export const t1201: TransactionSpec = {
  infno: '1201',
  name: '医药机构信息获取',
  input: [
    {
      path: 'medinsinfo',
      rows: false,
      fields: [
        f.fixmedins_type,
        f.fixmedins_name,
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12 },
      ],
    },
  ],
  output: [
    {
      path: 'medinsinfo',
      rows: true,
      fields: [
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        need(f.fixmedins_name),
        { code: 'uscc', name: '统一社会信用代码', kind: 'text', size: 50, required: true },
        need(f.fixmedins_type),
        f.hosp_lv,
        { code: 'exp_content', name: '扩展字段', kind: 'extension' },
      ],
    },
  ],
}
