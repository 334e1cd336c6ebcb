// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input5303Data {
  /** 人员编号 */
  readonly psn_no?: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime: Moment
}

/** What 5303 在院信息查询 asks. */
export interface Input5303 {
  readonly data: Input5303Data
}

export interface Output5303Data {
  /** 就诊ID */
  readonly mdtrt_id: string
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
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 年龄 */
  readonly age: Decimal
  /** 险种类型 */
  readonly insutype: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 医疗类别 */
  readonly med_type: string
  /** 住院/门诊号 */
  readonly ipt_otp_no?: string
  /** 异地标志 */
  readonly out_flag?: string
}

/** What 5303 在院信息查询 answers. */
export interface Output5303 {
  readonly data: readonly Output5303Data[]
}

/** 5303 在院信息查询 */
export const t5303: TransactionSpec = {
  infno: '5303',
  name: '在院信息查询',
  input: [{ path: 'data', rows: false, fields: [f.psn_no, need(f.begntime), need(f.endtime)] }],
  output: [
    {
      path: 'data',
      rows: true,
      fields: [
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.psn_cert_type),
        need(f.certno),
        need(f.psn_name),
        need(f.gend),
        f.brdy,
        need(f.age),
        need(f.insutype),
        need(f.begndate),
        need(f.med_type),
        f.ipt_otp_no,
        { code: 'out_flag', name: '异地标志', kind: 'text', size: 3 },
      ],
    },
  ],
}
