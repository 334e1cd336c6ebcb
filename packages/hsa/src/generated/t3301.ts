// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input3301Data {
  /** 定点医药机构目录编号 */
  readonly fixmedins_hilist_id: string
  /** 定点医药机构目录名称 */
  readonly fixmedins_hilist_name: string
  /** 目录类别 */
  readonly list_type: string
  /** 医疗目录编码 */
  readonly med_list_codg: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate: PlainDate
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
}

/** What 3301 目录对照上传 asks. */
export interface Input3301 {
  readonly data: readonly Input3301Data[]
}

/** What 3301 目录对照上传 answers. */
export type Output3301 = null

/** 3301 目录对照上传 */
export const t3301: TransactionSpec = {
  infno: '3301',
  name: '目录对照上传',
  input: [
    {
      path: 'data',
      rows: true,
      fields: [
        need(f.fixmedins_hilist_id),
        {
          code: 'fixmedins_hilist_name',
          name: '定点医药机构目录名称',
          kind: 'text',
          size: 200,
          required: true,
        },
        { code: 'list_type', name: '目录类别', kind: 'code', size: 30, required: true, list: 'list_type' },
        { code: 'med_list_codg', name: '医疗目录编码', kind: 'text', size: 30, required: true },
        need(f.begndate),
        need(f.enddate),
        f.aprvno,
        f.dosform,
        f.exct_cont,
        f.item_cont,
        f.prcunt,
        f.spec,
        f.pacspec,
        f.memo,
      ],
    },
  ],
  output: [],
}
