// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { baseinfo1101 } from './record-baseinfo1101.ts'
import type { Baseinfo1101 } from './record-baseinfo1101.ts'

import { insuinfo1101 } from './record-insuinfo1101.ts'
import type { Insuinfo1101 } from './record-insuinfo1101.ts'

import { idetinfo1101 } from './record-idetinfo1101.ts'
import type { Idetinfo1101 } from './record-idetinfo1101.ts'

/** What 1161 读卡 asks. */
export type Input1161 = null

export type Output1161Baseinfo = Baseinfo1101

export type Output1161Insuinfo = Insuinfo1101

export type Output1161Idetinfo = Idetinfo1101

export interface Output1161Cardecinfo {
  /** 人员证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly certno?: string
  /** 人员姓名 */
  readonly psn_name?: string
  /** 卡号 */
  readonly cardno?: string
  /** 卡识别码 */
  readonly card_sn?: string
  /** 电子凭证令牌 */
  readonly ecToken?: string
}

/** What 1161 读卡 answers. */
export interface Output1161 {
  readonly baseinfo: Output1161Baseinfo
  readonly insuinfo: readonly Output1161Insuinfo[]
  readonly idetinfo: readonly Output1161Idetinfo[]
  readonly cardecinfo: Output1161Cardecinfo
}

/** 1161 读卡 */
export const t1161: TransactionSpec = {
  infno: '1161',
  name: '读卡',
  input: [],
  output: [
    { path: 'baseinfo', rows: false, fields: baseinfo1101 },
    { path: 'insuinfo', rows: true, fields: insuinfo1101 },
    { path: 'idetinfo', rows: true, fields: idetinfo1101 },
    {
      path: 'cardecinfo',
      rows: false,
      fields: [
        f.psn_cert_type,
        f.certno,
        f.psn_name,
        { code: 'cardno', name: '卡号', kind: 'text', size: 20 },
        f.card_sn,
        f.ecToken,
      ],
    },
  ],
}
