// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input3302Data {
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 定点医药机构目录编号 */
  readonly fixmedins_hilist_id: string
  /** 目录类别 */
  readonly list_type: string
  /** 医疗目录编码 */
  readonly med_list_codg: string
}

/** What 3302 目录对照撤销 asks. */
export interface Input3302 {
  readonly data: readonly Input3302Data[]
}

/** What 3302 目录对照撤销 answers. */
export type Output3302 = null

/** 3302 目录对照撤销 */
export const t3302: TransactionSpec = {
  infno: '3302',
  name: '目录对照撤销',
  input: [
    {
      path: 'data',
      rows: true,
      fields: [
        need(f.fixmedins_code),
        need(f.fixmedins_hilist_id),
        need(f.list_type),
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 30, required: true },
      ],
    },
  ],
  output: [],
}
