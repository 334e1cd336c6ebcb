// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input5206Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 累计年月 */
  readonly cum_ym?: string
}

/** What 5206 人员累计信息查询 asks. */
export interface Input5206 {
  readonly data: Input5206Data
}

export interface Output5206Cuminfo {
  /** 险种类型 */
  readonly insutype: string
  /** 年度 */
  readonly year: string
  /** 累计年月 */
  readonly cum_ym: string
  /** 累计类别代码 */
  readonly cum_type_code: string
  /** 累计值 */
  readonly cum: Fen
}

/** What 5206 人员累计信息查询 answers. */
export interface Output5206 {
  readonly cuminfo: readonly Output5206Cuminfo[]
}

/** 5206 人员累计信息查询 */
export const t5206: TransactionSpec = {
  infno: '5206',
  name: '人员累计信息查询',
  input: [{ path: 'data', rows: false, fields: [need(f.psn_no), f.cum_ym] }],
  output: [
    {
      path: 'cuminfo',
      rows: true,
      fields: [
        need(f.insutype),
        need(f.year),
        need(f.cum_ym),
        { code: 'cum_type_code', name: '累计类别代码', kind: 'text', size: 10, required: true },
        { code: 'cum', name: '累计值', kind: 'money', size: 16, scale: 2, required: true },
      ],
    },
  ],
}
