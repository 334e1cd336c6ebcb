// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 iteminfo. */
export interface Iteminfo4103 {
  /** 结算清单收费项目ID */
  readonly etl_list_chrgitm_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 医疗收费项目类别 */
  readonly med_chrgitm_type?: string
  /** 金额 */
  readonly item_sumamt: Fen
  /** 甲类费用合计 */
  readonly item_claa_sumfee: Fen
  /** 乙类金额合计 */
  readonly item_clab_amt: Fen
  /** 全自费金额 */
  readonly item_fulamt_ownpay_amt: Fen
  /** 项目其他金额 */
  readonly item_ownpay_amt: Fen
  /** 单病种代码名称 */
  readonly sindise_code_name?: string
  /** 日间手术代码名称 */
  readonly daysrg_code_name?: string
}

export const iteminfo4103: readonly FieldSpec[] = [
  { code: 'etl_list_chrgitm_id', name: '结算清单收费项目ID', kind: 'text', size: 30, required: true },
  need(f.setl_id),
  need(f.mdtrt_id),
  need(f.psn_no),
  f.med_chrgitm_type,
  { code: 'item_sumamt', name: '金额', kind: 'money', size: 16, scale: 2, required: true },
  { code: 'item_claa_sumfee', name: '甲类费用合计', kind: 'money', size: 16, scale: 2, required: true },
  { code: 'item_clab_amt', name: '乙类金额合计', kind: 'money', size: 16, scale: 2, required: true },
  { code: 'item_fulamt_ownpay_amt', name: '全自费金额', kind: 'money', size: 16, scale: 2, required: true },
  { code: 'item_ownpay_amt', name: '项目其他金额', kind: 'money', size: 16, scale: 2, required: true },
  { code: 'sindise_code_name', name: '单病种代码名称', kind: 'text', size: 100 },
  { code: 'daysrg_code_name', name: '日间手术代码名称', kind: 'text', size: 100 },
]
