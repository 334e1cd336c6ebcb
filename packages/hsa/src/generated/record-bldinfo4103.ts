// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 bldinfo. */
export interface Bldinfo4103 {
  /** 结算清单输血ID */
  readonly setl_List_bld_Id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 输血品种 */
  readonly bld_cat?: string
  /** 输血量 */
  readonly bld_amt?: number
  /** 输血计量单位 */
  readonly bld_unt?: string
}

export const bldinfo4103: readonly FieldSpec[] = [
  need(f.setl_List_bld_Id),
  need(f.psn_no),
  need(f.mdtrt_id),
  need(f.setl_id),
  f.bld_cat,
  f.bld_amt,
  { code: 'bld_unt', name: '输血计量单位', kind: 'text', size: 3 },
]
