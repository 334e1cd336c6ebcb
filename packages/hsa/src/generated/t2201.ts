// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Extension, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2201Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 险种类型 */
  readonly insutype: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type: string
  /** 就诊凭证编号 */
  readonly mdtrt_cert_no: string
  /** 卡识别码 */
  readonly card_sn?: string
  /** 证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly certno?: string
  /** 人员类别 */
  readonly psn_type?: string
  /** 人员姓名 */
  readonly psn_name?: string
  /** 住院/门诊号 */
  readonly ipt_otp_no: string
  /** 医师编码 */
  readonly atddr_no?: string
  /** 医师姓名 */
  readonly dr_name?: string
  /** 科室编码 */
  readonly dept_code: string
  /** 科室名称 */
  readonly dept_name: string
  /** 科别 */
  readonly caty: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2201 门诊挂号 asks. */
export interface Input2201 {
  readonly data: Input2201Data
}

export interface Output2201Data {
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 住院/门诊号 */
  readonly ipt_otp_no: string
  /** 字段扩展 */
  readonly exp_content?: Extension
}

/** What 2201 门诊挂号 answers. */
export interface Output2201 {
  readonly data: Output2201Data
}

/** 2201 门诊挂号 */
export const t2201: TransactionSpec = {
  infno: '2201',
  name: '门诊挂号',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.psn_no),
        need(f.insutype),
        need(f.begntime),
        need(f.mdtrt_cert_type),
        need(f.mdtrt_cert_no),
        f.card_sn,
        { code: 'psn_cert_type', name: '证件类型', kind: 'code', size: 3, list: 'psn_cert_type' },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 20 },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 3, list: 'psn_type' },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 20 },
        need(f.ipt_otp_no),
        { code: 'atddr_no', name: '医师编码', kind: 'text', size: 30 },
        { code: 'dr_name', name: '医师姓名', kind: 'text', size: 50 },
        { code: 'dept_code', name: '科室编码', kind: 'text', size: 30, required: true },
        { code: 'dept_name', name: '科室名称', kind: 'text', size: 100, required: true },
        { code: 'caty', name: '科别', kind: 'text', size: 10, required: true },
        f.exp_content,
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [need(f.mdtrt_id), need(f.psn_no), need(f.ipt_otp_no), f.exp_content],
    },
  ],
}
