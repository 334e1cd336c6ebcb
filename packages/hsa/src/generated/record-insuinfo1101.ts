// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 1101 insuinfo, 1161 insuinfo. */
export interface Insuinfo1101 {
  /** 余额 */
  readonly balc: Fen
  /** 险种类型 */
  readonly insutype: string
  /** 人员类别 */
  readonly psn_type: string
  /** 人员参保状态 */
  readonly psn_insu_stas?: string
  /** 个人参保日期 */
  readonly psn_insu_date?: PlainDate
  /** 暂停参保日期 */
  readonly paus_insu_date?: PlainDate
  /** 公务员标志 */
  readonly cvlserv_flag: string
  /** 参保地医保区划 */
  readonly insuplc_admdvs: string
  /** 单位名称 */
  readonly emp_name?: string
}

export const insuinfo1101: readonly FieldSpec[] = [
  need(f.balc),
  need(f.insutype),
  need(f.psn_type),
  { code: 'psn_insu_stas', name: '人员参保状态', kind: 'code', size: 6, list: 'psn_insu_stas' },
  { code: 'psn_insu_date', name: '个人参保日期', kind: 'day' },
  { code: 'paus_insu_date', name: '暂停参保日期', kind: 'day' },
  need(f.cvlserv_flag),
  {
    code: 'insuplc_admdvs',
    name: '参保地医保区划',
    kind: 'text',
    size: 6,
    required: true,
    aliases: ['insu_admdvs'],
  },
  f.emp_name,
]
