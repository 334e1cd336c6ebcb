// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

export interface Input2407Data {
  /** 分页条数 */
  readonly page_num: number
  /** 分页大小 */
  readonly page_size: number
  /** 住院人员特殊标识明细id */
  readonly ipt_psn_sp_flag_detl_id?: string
  /** 就诊ID */
  readonly mdtrt_id?: string
  /** 人员编号 */
  readonly psn_no?: string
  /** 人员证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly certno?: string
  /** 人员姓名 */
  readonly psn_name?: string
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
  /** 定点医药机构名称 */
  readonly fixmedins_name?: string
  /** 住院/门诊号 */
  readonly ipt_otp_no?: string
  /** 住院人员特殊标识类型 */
  readonly ipt_psn_sp_flag_type?: string
  /** 住院人员特殊标识 */
  readonly ipt_psn_sp_flag?: string
  /** 医保区划 */
  readonly admdvs?: string
}

/** What 2407 就医特殊属性查询 asks. */
export interface Input2407 {
  readonly data: Input2407Data
}

export interface Output2407IptPsnSpFlagReg {
  /** 住院人员特殊标识明细id */
  readonly ipt_psn_sp_flag_detl_id: string
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
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 定点医药机构名称 */
  readonly fixmedins_name: string
  /** 住院/门诊号 */
  readonly ipt_otp_no: string
  /** 住院人员特殊标识类型 */
  readonly ipt_psn_sp_flag_type: string
  /** 住院人员特殊标识 */
  readonly ipt_psn_sp_flag: string
  /** 医保区划 */
  readonly admdvs?: string
}

/** What 2407 就医特殊属性查询 answers. */
export interface Output2407 {
  readonly IptPsnSpFlagReg: readonly Output2407IptPsnSpFlagReg[]
}

/** 2407 就医特殊属性查询 */
export const t2407: TransactionSpec = {
  infno: '2407',
  name: '就医特殊属性查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'page_num', name: '分页条数', kind: 'whole', size: 6, required: true },
        { code: 'page_size', name: '分页大小', kind: 'whole', size: 6, required: true },
        { code: 'ipt_psn_sp_flag_detl_id', name: '住院人员特殊标识明细id', kind: 'text', size: 40 },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30 },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30 },
        { code: 'psn_cert_type', name: '人员证件类型', kind: 'code', size: 6, list: 'psn_cert_type' },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50 },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50 },
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 30 },
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 200 },
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30 },
        { code: 'ipt_psn_sp_flag_type', name: '住院人员特殊标识类型', kind: 'text', size: 6 },
        { code: 'ipt_psn_sp_flag', name: '住院人员特殊标识', kind: 'text', size: 6 },
        { code: 'admdvs', name: '医保区划', kind: 'text', size: 6 },
      ],
    },
  ],
  output: [
    {
      path: 'IptPsnSpFlagReg',
      rows: true,
      fields: [
        {
          code: 'ipt_psn_sp_flag_detl_id',
          name: '住院人员特殊标识明细id',
          kind: 'text',
          size: 40,
          required: true,
        },
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
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 30, required: true },
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 200, required: true },
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30, required: true },
        { code: 'ipt_psn_sp_flag_type', name: '住院人员特殊标识类型', kind: 'text', size: 6, required: true },
        { code: 'ipt_psn_sp_flag', name: '住院人员特殊标识', kind: 'text', size: 6, required: true },
        { code: 'admdvs', name: '医保区划', kind: 'text', size: 6 },
      ],
    },
  ],
}
