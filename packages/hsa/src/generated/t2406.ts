// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

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
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30, required: true },
        { code: 'ipt_psn_sp_flag_type', name: '住院人员特殊标识类型', kind: 'text', size: 6, required: true },
        { code: 'ipt_psn_sp_flag', name: '住院人员特殊标识', kind: 'text', size: 6, required: true },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
        { code: 'admdvs', name: '医保区划', kind: 'text', size: 6 },
      ],
    },
  ],
  output: [
    {
      path: 'IptPsnSpFlagRegOut',
      rows: false,
      fields: [
        {
          code: 'ipt_psn_sp_flag_detl_id',
          name: '住院人员特殊标识明细id',
          kind: 'text',
          size: 40,
          required: true,
        },
      ],
    },
  ],
}
