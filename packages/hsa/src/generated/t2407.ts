// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

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
        f.ipt_psn_sp_flag_detl_id,
        f.mdtrt_id,
        f.psn_no,
        f.psn_cert_type,
        f.certno,
        f.psn_name,
        f.fixmedins_code,
        f.fixmedins_name,
        f.ipt_otp_no,
        f.ipt_psn_sp_flag_type,
        f.ipt_psn_sp_flag,
        f.admdvs,
      ],
    },
  ],
  output: [
    {
      path: 'IptPsnSpFlagReg',
      rows: true,
      fields: [
        need(f.ipt_psn_sp_flag_detl_id),
        need(f.mdtrt_id),
        need(f.psn_no),
        need(f.psn_cert_type),
        need(f.certno),
        need(f.psn_name),
        need(f.fixmedins_code),
        need(f.fixmedins_name),
        need(f.ipt_otp_no),
        need(f.ipt_psn_sp_flag_type),
        need(f.ipt_psn_sp_flag),
        f.admdvs,
      ],
    },
  ],
}
