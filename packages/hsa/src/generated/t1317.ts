// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1317Data {
  /** 查询时间点 */
  readonly query_date?: PlainDate
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
  /** 定点医药机构目录编号 */
  readonly medins_list_codg?: string
  /** 定点医药机构目录名称 */
  readonly medins_list_name?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 目录类别 */
  readonly list_type?: string
  /** 医疗目录编码 */
  readonly med_list_codg?: string
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

/** What 1317 医药机构目录匹配信息查询 asks. */
export interface Input1317 {
  readonly data: Input1317Data
}

export interface Output1317Fields {
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
  /** 定点医药机构目录编号 */
  readonly medins_list_codg?: string
  /** 定点医药机构目录名称 */
  readonly medins_list_name?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 目录类别 */
  readonly list_type?: string
  /** 医疗目录编码 */
  readonly med_list_codg?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 批准文号 */
  readonly aprvno?: string
  /** 剂型 */
  readonly dosform?: string
  /** 除外内容 */
  readonly exct_cont?: string
  /** 项目内涵 */
  readonly item_cont?: string
  /** 计价单位 */
  readonly prcunt?: string
  /** 规格 */
  readonly spec?: string
  /** 包装规格 */
  readonly pacspec?: string
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

/** What 1317 医药机构目录匹配信息查询 answers. */
export type Output1317 = readonly Output1317Fields[]

/** 1317 医药机构目录匹配信息查询 */
export const t1317: TransactionSpec = {
  infno: '1317',
  name: '医药机构目录匹配信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        f.query_date,
        f.fixmedins_code,
        { code: 'medins_list_codg', name: '定点医药机构目录编号', kind: 'text', size: 30 },
        f.medins_list_name,
        f.insu_admdvs,
        f.list_type,
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 30 },
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
        f.fixmedins_code,
        { code: 'medins_list_codg', name: '定点医药机构目录编号', kind: 'text', size: 30 },
        f.medins_list_name,
        f.insu_admdvs,
        { code: 'list_type', name: '目录类别', kind: 'code', size: 3, list: 'list_type' },
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 30 },
        f.begndate,
        f.enddate,
        f.aprvno,
        f.dosform,
        f.exct_cont,
        f.item_cont,
        f.prcunt,
        f.spec,
        f.pacspec,
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
