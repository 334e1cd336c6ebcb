// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import type { Decimal, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1318Data {
  /** 查询时间点 */
  readonly query_date?: PlainDate
  /** 医保目录编码 */
  readonly hilist_code?: string
  /** 医保目录限价类型 */
  readonly hilist_lmtpric_type?: string
  /** 医保目录超限处理方式 */
  readonly overlmt_dspo_way?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 有效标志 */
  readonly vali_flag?: string
  /** 唯一记录号 */
  readonly rid?: string
  /** 表名 */
  readonly tabname?: string
  /** 统筹区 */
  readonly poolarea_no?: string
  /** 更新时间 */
  readonly updt_time?: PlainDate
  /** 当前页数 */
  readonly page_num?: number
  /** 本页数据量 */
  readonly page_size?: number
}

/** What 1318 医保目录限价信息查询 asks. */
export interface Input1318 {
  readonly data: Input1318Data
}

export interface Output1318Fields {
  /** 医保目录编码 */
  readonly hilist_code?: string
  /** 医保目录限价类型 */
  readonly hilist_lmtpric_type?: string
  /** 医保目录超限处理方式 */
  readonly overlmt_dspo_way?: string
  /** 参保机构医保区划 */
  readonly insu_admdvs?: string
  /** 开始日期 */
  readonly begndate?: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 医保目录定价上限金额 */
  readonly hilist_pric_uplmt_amt?: Decimal
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
  /** 表名 */
  readonly tabname?: string
  /** 统筹区 */
  readonly poolarea_no?: string
}

/** What 1318 医保目录限价信息查询 answers. */
export type Output1318 = readonly Output1318Fields[]

/** 1318 医保目录限价信息查询 */
export const t1318: TransactionSpec = {
  infno: '1318',
  name: '医保目录限价信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        f.query_date,
        f.hilist_code,
        f.hilist_lmtpric_type,
        f.overlmt_dspo_way,
        f.insu_admdvs,
        f.begndate,
        f.enddate,
        f.vali_flag,
        f.rid,
        f.tabname,
        f.poolarea_no,
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
        f.hilist_lmtpric_type,
        f.overlmt_dspo_way,
        f.insu_admdvs,
        f.begndate,
        f.enddate,
        { code: 'hilist_pric_uplmt_amt', name: '医保目录定价上限金额', kind: 'decimal', size: 16, scale: 6 },
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
        f.tabname,
        f.poolarea_no,
      ],
    },
  ],
}
