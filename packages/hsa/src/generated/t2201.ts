// Made by scripts/generate.ts from tables/; do not edit.
import type { Extension, Moment, TransactionSpec } from '../spec.ts'

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
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        {
          code: 'mdtrt_cert_type',
          name: '就诊凭证类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'mdtrt_cert_type',
        },
        { code: 'mdtrt_cert_no', name: '就诊凭证编号', kind: 'paper', size: 50, required: true },
        { code: 'card_sn', name: '卡识别码', kind: 'text', size: 32 },
        { code: 'psn_cert_type', name: '证件类型', kind: 'code', size: 3, list: 'psn_cert_type' },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 20 },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 3, list: 'psn_type' },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 20 },
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30, required: true },
        { code: 'atddr_no', name: '医师编码', kind: 'text', size: 30 },
        { code: 'dr_name', name: '医师姓名', kind: 'text', size: 50 },
        { code: 'dept_code', name: '科室编码', kind: 'text', size: 30, required: true },
        { code: 'dept_name', name: '科室名称', kind: 'text', size: 100, required: true },
        { code: 'caty', name: '科别', kind: 'text', size: 10, required: true },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'ipt_otp_no', name: '住院/门诊号', kind: 'text', size: 30, required: true },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
  ],
}
