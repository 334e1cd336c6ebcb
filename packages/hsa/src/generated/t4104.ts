// Made by scripts/generate.ts from tables/; do not edit.
import type { Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input4104Data {
  /** 结算年月 */
  readonly setl_ym?: string
  /** 结算ID */
  readonly setl_id?: string
  /** 人员编号 */
  readonly psn_no?: string
  /** 错误等级 */
  readonly err_lv?: string
  /** 回退标志 */
  readonly retn_flag?: string
  /** 当前页数 */
  readonly page_num?: number
  /** 本页数据量 */
  readonly page_size?: number
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
}

/** What 4104 医疗保障基金结算清单质控结果查询 asks. */
export interface Input4104 {
  readonly data: Input4104Data
}

export interface Output4104Fields {
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
  /** 定点医药机构名称 */
  readonly fixmedins_name?: string
  /** 结算年月 */
  readonly setl_ym?: string
  /** 结算ID */
  readonly setl_id?: string
  /** 人员编号 */
  readonly psn_no?: string
  /** 人员姓名 */
  readonly psn_name?: string
  /** 质控结果 */
  readonly qltctrl_rslt?: string
  /** 错误等级 */
  readonly err_lv?: string
  /** 回退标志 */
  readonly retn_flag?: string
  /** 质控版本号 */
  readonly qltctrl_ver?: string
  /** 人员证件类型 */
  readonly psn_cert_type?: string
  /** 证件号码 */
  readonly cert_no?: string
  /** 质控结算清单结果详情信息 */
  readonly detailinfo?: unknown
  /** 质控时间 */
  readonly qltctrl_time?: Moment
  /** 分组状态 */
  readonly grp_stas?: string
}

/** What 4104 医疗保障基金结算清单质控结果查询 answers. */
export type Output4104 = readonly Output4104Fields[]

/** 4104 医疗保障基金结算清单质控结果查询 */
export const t4104: TransactionSpec = {
  infno: '4104',
  name: '医疗保障基金结算清单质控结果查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        f.setl_ym,
        f.setl_id,
        f.psn_no,
        f.err_lv,
        f.retn_flag,
        f.page_num,
        f.page_size,
        f.fixmedins_code,
      ],
    },
  ],
  output: [
    {
      path: '',
      rows: true,
      fields: [
        f.fixmedins_code,
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 255 },
        f.setl_ym,
        f.setl_id,
        f.psn_no,
        f.psn_name,
        { code: 'qltctrl_rslt', name: '质控结果', kind: 'text', size: 3 },
        f.err_lv,
        f.retn_flag,
        { code: 'qltctrl_ver', name: '质控版本号', kind: 'text', size: 60 },
        f.psn_cert_type,
        { code: 'cert_no', name: '证件号码', kind: 'text', size: 50 },
        { code: 'detailinfo', name: '质控结算清单结果详情信息', kind: 'raw' },
        { code: 'qltctrl_time', name: '质控时间', kind: 'moment' },
        { code: 'grp_stas', name: '分组状态', kind: 'text', size: 6 },
      ],
    },
  ],
}
