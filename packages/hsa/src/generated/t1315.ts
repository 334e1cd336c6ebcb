// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1315Data {
  /** 版本号 */
  readonly ver?: string
}

/** What 1315 中医证候目录下载 asks. */
export interface Input1315 {
  readonly data: Input1315Data
}

export interface Output1315Fields {
  /** 文件查询号 */
  readonly file_qury_no?: string
  /** 文件名 */
  readonly filename?: string
  /** 下载截止日期 */
  readonly dld_end_time?: PlainDate
  /** 数据条数 */
  readonly data_cnt?: number
}

/** What 1315 中医证候目录下载 answers. */
export type Output1315 = Output1315Fields

/** 1315 中医证候目录下载 */
export const t1315: TransactionSpec = {
  infno: '1315',
  name: '中医证候目录下载',
  input: [{ path: 'data', rows: false, fields: [f.ver] }],
  output: [
    {
      path: '',
      rows: false,
      fields: [
        { code: 'file_qury_no', name: '文件查询号', kind: 'text', size: 40 },
        f.filename,
        f.dld_end_time,
        { code: 'data_cnt', name: '数据条数', kind: 'whole', size: 10 },
      ],
    },
  ],
}
