// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Extension, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 1101 baseinfo, 1161 baseinfo. */
export interface Baseinfo1101 {
  /** 人员编号 */
  readonly psn_no: string
  /** 人员证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno: string
  /** 人员姓名 */
  readonly psn_name: string
  /** 性别 */
  readonly gend: string
  /** 民族 */
  readonly naty?: string
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 年龄 */
  readonly age: Decimal
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export const baseinfo1101: readonly FieldSpec[] = [
  need(f.psn_no),
  need(f.psn_cert_type),
  need(f.certno),
  need(f.psn_name),
  need(f.gend),
  f.naty,
  f.brdy,
  need(f.age),
  f.exp_content,
]
