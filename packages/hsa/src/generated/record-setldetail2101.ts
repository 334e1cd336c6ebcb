// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 2101 setldetail, 2102 setldetail, 2103 setldetail, 2206 setldetail, 2207 setldetail, 2208 setldetail, 2303 setldetail, 2304 setldetail, 2305 setldetail, 5203 setldetail. */
export interface Setldetail2101 {
  /** 基金支付类型 */
  readonly fund_pay_type: string
  /** 符合政策范围金额 */
  readonly inscp_scp_amt: Fen
  /** 本次可支付限额金额 */
  readonly crt_payb_lmt_amt: Fen
  /** 基金支付金额 */
  readonly fund_payamt: Fen
  /** 基金支付类型名称 */
  readonly fund_pay_type_name?: string
  /** 结算过程信息 */
  readonly setl_proc_info?: string
}

export const setldetail2101: readonly FieldSpec[] = [
  need(f.fund_pay_type),
  need(f.inscp_scp_amt),
  { code: 'crt_payb_lmt_amt', name: '本次可支付限额金额', kind: 'money', size: 16, scale: 2, required: true },
  need(f.fund_payamt),
  { code: 'fund_pay_type_name', name: '基金支付类型名称', kind: 'text', size: 200 },
  { code: 'setl_proc_info', name: '结算过程信息', kind: 'text', size: 4000 },
]
