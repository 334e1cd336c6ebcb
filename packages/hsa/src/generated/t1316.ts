// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1316Data {
  /** 查询时间点 */
  readonly query_date?: PlainDate
  /** 定点医药机构目录编号 */
  readonly med_list_codg?: string
  /** 医保目录编码 */
  readonly hilist_code?: string
  /** 目录类别 */
  readonly list_type?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 有效标志 */
  readonly vali_flag?: string
  /** 更新时间 */
  readonly updt_time?: PlainDate
  /** 当前页数 */
  readonly page_num?: number
  /** 本页数据量 */
  readonly page_size?: number
}

/** What 1316 医疗目录与医保目录匹配信息查询 asks. */
export interface Input1316 {
  readonly data: Input1316Data
}

export interface Output1316Fields {
  /** 医疗目录编码 */
  readonly med_list_codg?: string
  /** 医保目录编码 */
  readonly hilist_code?: string
  /** 目录类别 */
  readonly list_type?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 备注 */
  readonly memo?: string
  /** 有效标志 */
  readonly vali_flag?: string
  /** 唯一记录号 */
  readonly rid?: string
  /** 更新时间 */
  readonly updt_time?: PlainDate
  /** 创建人 */
  readonly crter_id?: string
  /** 创建人姓名 */
  readonly crter_name?: string
  /** 创建时间 */
  readonly crte_time?: PlainDate
  /** 创建机构 */
  readonly crte_optins_no?: string
  /** 经办人 */
  readonly opter_id?: string
  /** 经办人姓名 */
  readonly opter_name?: string
  /** 经办时间 */
  readonly opt_time?: PlainDate
  /** 经办机构 */
  readonly optins_no?: string
  /** 统筹区 */
  readonly poolarea_no?: string
}

/** What 1316 医疗目录与医保目录匹配信息查询 answers. */
export type Output1316 = readonly Output1316Fields[]

/** 1316 医疗目录与医保目录匹配信息查询 */
export const t1316: TransactionSpec = {
  infno: '1316',
  name: '医疗目录与医保目录匹配信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        f.query_date,
        { code: 'med_list_codg', name: '定点医药机构目录编号', kind: 'text', size: 30 },
        f.hilist_code,
        f.list_type,
        f.insu_admdvs,
        f.begndate,
        f.vali_flag,
        f.updt_time,
        f.page_num,
        f.page_size,
      ],
    },
  ],
  output: [
    {
      path: '',
      rows: true,
      fields: [
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 30 },
        f.hilist_code,
        { code: 'list_type', name: '目录类别', kind: 'code', size: 3, list: 'list_type' },
        f.insu_admdvs,
        f.begndate,
        f.enddate,
        f.memo,
        f.vali_flag,
        f.rid,
        f.updt_time,
        f.crter_id,
        f.crter_name,
        f.crte_time,
        f.crte_optins_no,
        f.opter_id,
        f.opter_name,
        f.opt_time,
        f.optins_no,
        f.poolarea_no,
      ],
    },
  ],
}
