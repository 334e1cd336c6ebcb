// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import type { Decimal, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 drgAppyinfo. */
export interface DrgAppyinfo4103 {
  /** 申请特病单议项目ID */
  readonly appySpcasItemId: string
  /** 申请审核结算目录ID */
  readonly appyChkSetlListId: string
  /** 结算ID */
  readonly setlId: string
  /** 数量 */
  readonly cnt?: number
  /** 单价 */
  readonly pric?: Decimal
  /** 明细项目费用总额 */
  readonly detItemFeeSumamt?: Fen
  /** 退出明细项目费用总额 */
  readonly exitDetlItemFeeSumamt?: Fen
  /** 医保目录编码 */
  readonly hilistCode?: string
  /** 医保目录名称 */
  readonly hilistName?: string
  /** 目录类别 */
  readonly listType?: string
  /** 医疗目录编码 */
  readonly medListCodg?: string
  /** 医药机构目录编码 */
  readonly medinsListCodg?: string
  /** 医药机构目录名称 */
  readonly medinsListName?: string
  /** 医疗收费项目类别 */
  readonly medChrgitmType?: string
  /** 特病单议退出分值 */
  readonly spcasExitSco?: Decimal
  /** 特病单议退出权重 */
  readonly spcasExitWt?: Decimal
}

export const drgAppyinfo4103: readonly FieldSpec[] = [
  { code: 'appySpcasItemId', name: '申请特病单议项目ID', kind: 'text', size: 30, required: true },
  { code: 'appyChkSetlListId', name: '申请审核结算目录ID', kind: 'text', size: 30, required: true },
  { code: 'setlId', name: '结算ID', kind: 'text', size: 30, required: true },
  { code: 'cnt', name: '数量', kind: 'whole', size: 10 },
  { code: 'pric', name: '单价', kind: 'decimal', size: 12, scale: 2 },
  f.detItemFeeSumamt,
  { code: 'exitDetlItemFeeSumamt', name: '退出明细项目费用总额', kind: 'money', size: 16, scale: 2 },
  { code: 'hilistCode', name: '医保目录编码', kind: 'text', size: 50 },
  { code: 'hilistName', name: '医保目录名称', kind: 'text', size: 200 },
  { code: 'listType', name: '目录类别', kind: 'code', size: 3, list: 'list_type' },
  f.medListCodg,
  { code: 'medinsListCodg', name: '医药机构目录编码', kind: 'text', size: 100 },
  { code: 'medinsListName', name: '医药机构目录名称', kind: 'text', size: 200 },
  { code: 'medChrgitmType', name: '医疗收费项目类别', kind: 'code', size: 3, list: 'med_chrgitm_type' },
  f.spcasExitSco,
  { code: 'spcasExitWt', name: '特病单议退出权重', kind: 'decimal', size: 16, scale: 6 },
]
