// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Extension, TransactionSpec } from '../spec.ts'

export interface Input2505Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 联系电话 */
  readonly tel?: string
  /** 联系地址 */
  readonly addr?: string
  /** 业务申请类型 */
  readonly biz_appy_type: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 代办人姓名 */
  readonly agnter_name?: string
  /** 代办人证件类型 */
  readonly agnter_cert_type?: string
  /** 代办人证件号码 */
  readonly agnter_certno?: string
  /** 代办人联系方式 */
  readonly agnter_tel?: string
  /** 代办人联系地址 */
  readonly agnter_addr?: string
  /** 代办人关系 */
  readonly agnter_rlts?: string
  /** 定点排序号 */
  readonly fix_srt_no: string
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 定点医药机构名称 */
  readonly fixmedins_name: string
  /** 备注 */
  readonly memo?: string
  /** 手术时间 */
  readonly exp_content?: Extension
}

/** What 2505 人员定点备案 asks. */
export interface Input2505 {
  readonly data: Input2505Data
}

export interface Output2505Result {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string
  /** 手术时间 */
  readonly exp_content?: Extension
}

/** What 2505 人员定点备案 answers. */
export interface Output2505 {
  readonly result: Output2505Result
}

/** 2505 人员定点备案 */
export const t2505: TransactionSpec = {
  infno: '2505',
  name: '人员定点备案',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'tel', name: '联系电话', kind: 'text', size: 50 },
        { code: 'addr', name: '联系地址', kind: 'text', size: 200 },
        {
          code: 'biz_appy_type',
          name: '业务申请类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'biz_appy_type',
        },
        { code: 'begndate', name: '开始日期', kind: 'day', required: true },
        { code: 'enddate', name: '结束日期', kind: 'day' },
        { code: 'agnter_name', name: '代办人姓名', kind: 'text', size: 50 },
        { code: 'agnter_cert_type', name: '代办人证件类型', kind: 'code', size: 6, list: 'psn_cert_type' },
        { code: 'agnter_certno', name: '代办人证件号码', kind: 'text', size: 50 },
        { code: 'agnter_tel', name: '代办人联系方式', kind: 'text', size: 30 },
        { code: 'agnter_addr', name: '代办人联系地址', kind: 'text', size: 200 },
        { code: 'agnter_rlts', name: '代办人关系', kind: 'code', size: 3, list: 'agnter_rlts' },
        { code: 'fix_srt_no', name: '定点排序号', kind: 'text', size: 3, required: true },
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 200, required: true },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
        { code: 'exp_content', name: '手术时间', kind: 'extension' },
      ],
    },
  ],
  output: [
    {
      path: 'result',
      rows: false,
      fields: [
        { code: 'trt_dcla_detl_sn', name: '待遇申报明细流水号', kind: 'id', size: 30, required: true },
        { code: 'exp_content', name: '手术时间', kind: 'extension' },
      ],
    },
  ],
}
