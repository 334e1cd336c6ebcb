// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input4105Data {
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 医疗类别的集合 */
  readonly medtype_list: unknown
  /** 统计开始时间 */
  readonly stt_begntime?: Moment
  /** 统计结束时间 */
  readonly stt_endtime?: Moment
  /** 统计标志 */
  readonly stt_flag?: unknown
  /** 退费统计标志 */
  readonly refdset_flag?: string
  /** 定点医药机构名称 */
  readonly fixmedins_name?: string
  /** pay_loc_list */
  readonly pay_loc_list?: unknown
  /** clr_way_list */
  readonly clr_way_list?: unknown
  /** refd_setl_flag */
  readonly refd_setl_flag?: unknown
}

/** What 4105 医疗保障基金结算清单数量统计查询 asks. */
export interface Input4105 {
  readonly data: Input4105Data
}

export interface Output4105Fields {
  /** 应上传数量 */
  readonly needUploadCnt: Decimal
  /** 已上传数量 */
  readonly uploadedCnt: Decimal
}

/** What 4105 医疗保障基金结算清单数量统计查询 answers. */
export type Output4105 = Output4105Fields

/** 4105 医疗保障基金结算清单数量统计查询 */
export const t4105: TransactionSpec = {
  infno: '4105',
  name: '医疗保障基金结算清单数量统计查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.fixmedins_code),
        { code: 'medtype_list', name: '医疗类别的集合', kind: 'raw', required: true },
        { code: 'stt_begntime', name: '统计开始时间', kind: 'moment' },
        { code: 'stt_endtime', name: '统计结束时间', kind: 'moment' },
        { code: 'stt_flag', name: '统计标志', kind: 'raw' },
        { code: 'refdset_flag', name: '退费统计标志', kind: 'text', size: 3 },
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 255 },
        { code: 'pay_loc_list', name: 'pay_loc_list', kind: 'raw' },
        { code: 'clr_way_list', name: 'clr_way_list', kind: 'raw' },
        { code: 'refd_setl_flag', name: 'refd_setl_flag', kind: 'raw' },
      ],
    },
  ],
  output: [
    {
      path: '',
      rows: false,
      fields: [
        { code: 'needUploadCnt', name: '应上传数量', kind: 'decimal', required: true },
        { code: 'uploadedCnt', name: '已上传数量', kind: 'decimal', required: true },
      ],
    },
  ],
}
