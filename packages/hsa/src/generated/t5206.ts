// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import type { TransactionSpec } from '../spec.ts'

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
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'cum_ym', name: '累计年月', kind: 'text', size: 6 },
      ],
    },
  ],
  output: [
    {
      path: 'cuminfo',
      rows: true,
      fields: [
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'year', name: '年度', kind: 'text', size: 4, required: true },
        { code: 'cum_ym', name: '累计年月', kind: 'text', size: 6, required: true },
        { code: 'cum_type_code', name: '累计类别代码', kind: 'text', size: 10, required: true },
        { code: 'cum', name: '累计值', kind: 'money', size: 16, scale: 2, required: true },
      ],
    },
  ],
}
