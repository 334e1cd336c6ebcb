// Made by scripts/generate.ts from tables/; do not edit.
import type { Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input5102Data {
  /** 执业人员分类 */
  readonly prac_psn_type?: string
  /** 人员证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly certno?: string
  /** 执业人员姓名 */
  readonly prac_psn_name?: string
  /** 执业人员代码 */
  readonly prac_psn_code?: string
}

/** What 5102 医执人员信息查询 asks. */
export interface Input5102 {
  readonly data: Input5102Data
}

export interface Output5102Feedetail {
  /** 人员证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly certno?: string
  /** 执业人员自编号 */
  readonly prac_psn_no?: string
  /** 执业人员代码 */
  readonly prac_psn_code?: string
  /** 执业人员姓名 */
  readonly prac_psn_name?: string
  /** 执业人员分类 */
  readonly prac_psn_type?: string
  /** 执业人员资格证书编码 */
  readonly prac_psn_cert?: string
  /** 执业证书编号 */
  readonly prac_cert_no?: string
  /** 医保医师标志 */
  readonly hi_dr_flag?: string
  /** 开始时间 */
  readonly begntime?: Moment
  /** 结束时间 */
  readonly endtime?: Moment
  /** 变更原因 */
  readonly chg_rea?: string
}

/** What 5102 医执人员信息查询 answers. */
export interface Output5102 {
  readonly feedetail: readonly Output5102Feedetail[]
}

/** 5102 医执人员信息查询 */
export const t5102: TransactionSpec = {
  infno: '5102',
  name: '医执人员信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [f.prac_psn_type, f.psn_cert_type, f.certno, f.prac_psn_name, f.prac_psn_code],
    },
  ],
  output: [
    {
      path: 'feedetail',
      rows: true,
      fields: [
        f.psn_cert_type,
        f.certno,
        { code: 'prac_psn_no', name: '执业人员自编号', kind: 'text', size: 20 },
        f.prac_psn_code,
        f.prac_psn_name,
        f.prac_psn_type,
        { code: 'prac_psn_cert', name: '执业人员资格证书编码', kind: 'text', size: 30 },
        { code: 'prac_cert_no', name: '执业证书编号', kind: 'text', size: 30 },
        { code: 'hi_dr_flag', name: '医保医师标志', kind: 'text', size: 3 },
        f.begntime,
        f.endtime,
        { code: 'chg_rea', name: '变更原因', kind: 'text', size: 200 },
      ],
    },
  ],
}
