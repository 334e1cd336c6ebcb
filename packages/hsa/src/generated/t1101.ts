// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { baseinfo1101 } from './record-baseinfo1101.ts'
import type { Baseinfo1101 } from './record-baseinfo1101.ts'

import { insuinfo1101 } from './record-insuinfo1101.ts'
import type { Insuinfo1101 } from './record-insuinfo1101.ts'

import { idetinfo1101 } from './record-idetinfo1101.ts'
import type { Idetinfo1101 } from './record-idetinfo1101.ts'

export interface Input1101Data {
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type: string
  /** 就诊凭证编号 */
  readonly mdtrt_cert_no: string
  /** 卡识别码 */
  readonly card_sn?: string
  /** 开始时间 */
  readonly begntime?: Moment
  /** 人员证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno?: string
  /** 人员姓名 */
  readonly psn_name?: string
}

/** What 1101 人员信息获取 asks. */
export interface Input1101 {
  readonly data: Input1101Data
}

export type Output1101Baseinfo = Baseinfo1101

export type Output1101Insuinfo = Insuinfo1101

export type Output1101Idetinfo = Idetinfo1101

/** What 1101 人员信息获取 answers. */
export interface Output1101 {
  readonly baseinfo: Output1101Baseinfo
  readonly insuinfo: readonly Output1101Insuinfo[]
  readonly idetinfo: readonly Output1101Idetinfo[]
}

/** 1101 人员信息获取 */
export const t1101: TransactionSpec = {
  infno: '1101',
  name: '人员信息获取',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.mdtrt_cert_type),
        need(f.mdtrt_cert_no),
        f.card_sn,
        f.begntime,
        need(f.psn_cert_type),
        f.certno,
        f.psn_name,
      ],
    },
  ],
  output: [
    { path: 'baseinfo', rows: false, fields: baseinfo1101 },
    { path: 'insuinfo', rows: true, fields: insuinfo1101 },
    { path: 'idetinfo', rows: true, fields: idetinfo1101 },
  ],
}
