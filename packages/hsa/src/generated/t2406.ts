// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2406Data {
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
  /** 住院/门诊号 */
  readonly ipt_otp_no: string
  /** 住院人员特殊标识类型 */
  readonly ipt_psn_sp_flag_type: string
  /** 住院人员特殊标识 */
  readonly ipt_psn_sp_flag: string
  /** 备注 */
  readonly memo?: string
  /** 医保区划 */
  readonly admdvs?: string
}

/** What 2406 就医特殊属性上传 asks. */
export interface Input2406 {
  readonly data: Input2406Data
}

export interface Output2406IptPsnSpFlagRegOut {
  /** 住院人员特殊标识明细id */
  readonly ipt_psn_sp_flag_detl_id: string
}

/** What 2406 就医特殊属性上传 answers. */
export interface Output2406 {
  readonly IptPsnSpFlagRegOut: Output2406IptPsnSpFlagRegOut
}

/** 2406 就医特殊属性上传 */
export const t2406: TransactionSpec = {
  infno: '2406',
  name: '就医特殊属性上传',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.psn_cert_type),
        need(f.certno),
        need(f.psn_name),
        need(f.ipt_otp_no),
        need(f.ipt_psn_sp_flag_type),
        need(f.ipt_psn_sp_flag),
        f.memo,
        f.admdvs,
      ],
    },
  ],
  output: [{ path: 'IptPsnSpFlagRegOut', rows: false, fields: [need(f.ipt_psn_sp_flag_detl_id)] }],
}
