// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1312Data {
  /** 查询时间点 */
  readonly query_date?: PlainDate
  /** 医保目录编码 */
  readonly hilist_code?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 医保目录名称 */
  readonly hilist_name?: string
  /** 五笔助记码 */
  readonly wubi?: string
  /** 拼音助记码 */
  readonly pinyin?: string
  /** 医疗收费项目类别 */
  readonly med_chrgitm_type?: string
  /** 收费项目等级 */
  readonly chrgitm_lv?: string
  /** 限制使用标志 */
  readonly lmt_used_flag?: string
  /** 目录类别 */
  readonly list_type?: string
  /** 医疗使用标志 */
  readonly med_use_flag?: string
  /** 生育使用标志 */
  readonly matn_used_flag?: string
  /** 医保目录使用类别 */
  readonly hilist_use_type?: string
  /** 限复方使用类型 */
  readonly lmt_cpnd_type?: string
  /** 有效标志 */
  readonly vali_flag?: string
  /** 更新时间 */
  readonly updt_time?: PlainDate
  /** 当前页数 */
  readonly page_num?: number
  /** 本页数据量 */
  readonly page_size?: number
}

/** What 1312 医保目录信息查询 asks. */
export interface Input1312 {
  readonly data: Input1312Data
}

export interface Output1312Fields {
  /** 医保目录编码 */
  readonly hilist_code?: string
  /** 医保目录名称 */
  readonly hilist_name?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 医疗收费项目类别 */
  readonly med_chrgitm_type?: string
  /** 收费项目等级 */
  readonly chrgitm_lv?: string
  /** 限制使用标志 */
  readonly lmt_used_flag?: string
  /** 目录类别 */
  readonly list_type?: string
  /** 医疗使用标志 */
  readonly med_use_flag?: string
  /** 生育使用标志 */
  readonly matn_used_flag?: string
  /** 医保目录使用类别 */
  readonly hilist_use_type?: string
  /** 限复方使用类型 */
  readonly lmt_cpnd_type?: string
  /** 五笔助记码 */
  readonly wubi?: string
  /** 拼音助记码 */
  readonly pinyin?: string
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

/** What 1312 医保目录信息查询 answers. */
export type Output1312 = readonly Output1312Fields[]

/** 1312 医保目录信息查询 */
export const t1312: TransactionSpec = {
  infno: '1312',
  name: '医保目录信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        f.query_date,
        f.hilist_code,
        f.insu_admdvs,
        f.begndate,
        f.hilist_name,
        f.wubi,
        f.pinyin,
        f.med_chrgitm_type,
        f.chrgitm_lv,
        f.lmt_used_flag,
        f.list_type,
        f.med_use_flag,
        f.matn_used_flag,
        f.hilist_use_type,
        f.lmt_cpnd_type,
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
        f.hilist_code,
        f.hilist_name,
        f.insu_admdvs,
        f.begndate,
        f.enddate,
        f.med_chrgitm_type,
        f.chrgitm_lv,
        f.lmt_used_flag,
        { code: 'list_type', name: '目录类别', kind: 'code', size: 3, list: 'list_type' },
        f.med_use_flag,
        f.matn_used_flag,
        f.hilist_use_type,
        f.lmt_cpnd_type,
        f.wubi,
        f.pinyin,
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
