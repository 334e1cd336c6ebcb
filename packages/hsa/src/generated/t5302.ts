// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input5302Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 业务申请类型 */
  readonly biz_appy_type: string
}

/** What 5302 人员定点信息查询 asks. */
export interface Input5302 {
  readonly data: Input5302Data
}

export interface Output5302Psnfixmedin {
  /** 人员编号 */
  readonly psn_no: string
  /** 险种类型 */
  readonly insutype?: string
  /** 定点排序号 */
  readonly fix_srt_no: string
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 定点医药机构名称 */
  readonly fixmedins_name: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 备注 */
  readonly memo?: string
}

/** What 5302 人员定点信息查询 answers. */
export interface Output5302 {
  readonly psnfixmedin: readonly Output5302Psnfixmedin[]
}

/** 5302 人员定点信息查询 */
export const t5302: TransactionSpec = {
  infno: '5302',
  name: '人员定点信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.psn_no),
        { code: 'biz_appy_type', name: '业务申请类型', kind: 'text', size: 3, required: true },
      ],
    },
  ],
  output: [
    {
      path: 'psnfixmedin',
      rows: true,
      fields: [
        need(f.psn_no),
        f.insutype,
        need(f.fix_srt_no),
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        need(f.fixmedins_name),
        need(f.begndate),
        f.enddate,
        f.memo,
      ],
    },
  ],
}
