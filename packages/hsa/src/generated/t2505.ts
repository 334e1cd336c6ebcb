// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Extension, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

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
        need(f.psn_no),
        f.tel,
        f.addr,
        {
          code: 'biz_appy_type',
          name: '业务申请类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'biz_appy_type',
        },
        need(f.begndate),
        f.enddate,
        f.agnter_name,
        { code: 'agnter_cert_type', name: '代办人证件类型', kind: 'code', size: 6, list: 'psn_cert_type' },
        f.agnter_certno,
        f.agnter_tel,
        f.agnter_addr,
        { code: 'agnter_rlts', name: '代办人关系', kind: 'code', size: 3, list: 'agnter_rlts' },
        need(f.fix_srt_no),
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        need(f.fixmedins_name),
        f.memo,
        { code: 'exp_content', name: '手术时间', kind: 'extension' },
      ],
    },
  ],
  output: [
    {
      path: 'result',
      rows: false,
      fields: [need(f.trt_dcla_detl_sn), { code: 'exp_content', name: '手术时间', kind: 'extension' }],
    },
  ],
}
