// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1901Data {
  /** 字典类型 */
  readonly type: string
  /** 父字典键值 */
  readonly parent_value?: string
  /** 行政区划 */
  readonly admdvs: string
  /** 查询日期 */
  readonly date: PlainDate
  /** 有效标志 */
  readonly vali_flag?: string
  /** tradiNumber */
  readonly tradiNumber?: unknown
  /** operatorId */
  readonly operatorId?: unknown
  /** operatorName */
  readonly operatorName?: unknown
}

/** What 1901 字典表查询 asks. */
export interface Input1901 {
  readonly data: Input1901Data
}

export interface Output1901List {
  /** 字典类型 */
  readonly type: string
  /** 字典标签 */
  readonly label: string
  /** 字典键值 */
  readonly value: string
  /** 父字典键值 */
  readonly parentValue?: string
  /** 序号 */
  readonly sort: number
  /** 权限标识 */
  readonly valiFlag: string
  /** 创建账户 */
  readonly createUser?: string
  /** 创建时间 */
  readonly createDate?: PlainDate
  /** 版本号 */
  readonly version: number
}

/** What 1901 字典表查询 answers. */
export interface Output1901 {
  readonly list: readonly Output1901List[]
}

/** 1901 字典表查询 */
export const t1901: TransactionSpec = {
  infno: '1901',
  name: '字典表查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.type),
        { code: 'parent_value', name: '父字典键值', kind: 'text', size: 10 },
        { code: 'admdvs', name: '行政区划', kind: 'text', size: 6, required: true },
        { code: 'date', name: '查询日期', kind: 'day', required: true },
        f.vali_flag,
        { code: 'tradiNumber', name: 'tradiNumber', kind: 'raw' },
        { code: 'operatorId', name: 'operatorId', kind: 'raw' },
        { code: 'operatorName', name: 'operatorName', kind: 'raw' },
      ],
    },
  ],
  output: [
    {
      path: 'list',
      rows: true,
      fields: [
        need(f.type),
        { code: 'label', name: '字典标签', kind: 'text', size: 50, required: true },
        { code: 'value', name: '字典键值', kind: 'text', size: 20, required: true },
        { code: 'parentValue', name: '父字典键值', kind: 'text', size: 10 },
        { code: 'sort', name: '序号', kind: 'whole', size: 30, required: true },
        { code: 'valiFlag', name: '权限标识', kind: 'code', size: 3, required: true, list: 'vali_flag' },
        { code: 'createUser', name: '创建账户', kind: 'text', size: 30 },
        { code: 'createDate', name: '创建时间', kind: 'day' },
        { code: 'version', name: '版本号', kind: 'whole', size: 20, required: true },
      ],
    },
  ],
}
