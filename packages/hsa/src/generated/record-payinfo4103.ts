// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 payinfo. */
export interface Payinfo4103 {
  /** 结算ID */
  readonly setl_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 基金支付类型 */
  readonly fund_pay_type: string
  /** 统筹区基金支付类型 */
  readonly poolarea_fund_pay_type: string
  /** 统筹区基金支付类型名称 */
  readonly poolarea_fund_pay_name?: string
  /** 基金支付金额 */
  readonly fund_payamt: Fen
}

export const payinfo4103: readonly FieldSpec[] = [
  need(f.setl_id),
  need(f.psn_no),
  need(f.mdtrt_id),
  need(f.fund_pay_type),
  {
    code: 'poolarea_fund_pay_type',
    name: '统筹区基金支付类型',
    kind: 'code',
    size: 10,
    required: true,
    list: 'poolarea_fund_pay_type',
  },
  { code: 'poolarea_fund_pay_name', name: '统筹区基金支付类型名称', kind: 'text', size: 200 },
  need(f.fund_payamt),
]
