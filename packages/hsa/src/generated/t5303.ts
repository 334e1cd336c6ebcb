// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

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
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30 },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'endtime', name: '结束时间', kind: 'moment', required: true },
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: true,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        {
          code: 'psn_cert_type',
          name: '人员证件类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'psn_cert_type',
        },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50, required: true },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50, required: true },
        { code: 'gend', name: '性别', kind: 'code', size: 6, required: true, list: 'gend' },
        { code: 'brdy', name: '出生日期', kind: 'day' },
        { code: 'age', name: '年龄', kind: 'decimal', size: 4, scale: 1, required: true },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'begndate', name: '开始日期', kind: 'day', required: true },
        { code: 'med_type', name: '医疗类别', kind: 'code', size: 6, required: true, list: 'med_type' },
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30 },
        { code: 'out_flag', name: '异地标志', kind: 'text', size: 3 },
      ],
    },
  ],
}
