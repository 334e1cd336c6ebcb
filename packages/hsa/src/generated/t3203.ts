// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input3203Data {
  /** 清算类别 */
  readonly clr_type: string
  /** 清算方式 */
  readonly clr_way?: string
  /** 清算年月 */
  readonly setlym: string
  /** 清算人次 */
  readonly psntime: number
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen
  /** 医保认可费用总额 */
  readonly med_sumfee: Fen
  /** 基金申报总额 */
  readonly fund_appy_sum: Fen
  /** 现金支付金额 */
  readonly cash_payamt: Fen
  /** 个人账户支出 */
  readonly acct_pay: Fen
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate: PlainDate
}

/** What 3203 清算申请 asks. */
export interface Input3203 {
  readonly data: Input3203Data
}

export interface Output3203Result {
  /** 机构清算申请事件ID */
  readonly clr_appy_evt_id: string
}

/** What 3203 清算申请 answers. */
export interface Output3203 {
  readonly result: Output3203Result
}

/** 3203 清算申请 */
export const t3203: TransactionSpec = {
  infno: '3203',
  name: '清算申请',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'clr_type', name: '清算类别', kind: 'code', size: 30, required: true, list: 'clr_type' },
        { code: 'clr_way', name: '清算方式', kind: 'code', size: 30, list: 'clr_way' },
        { code: 'setlym', name: '清算年月', kind: 'text', size: 6, required: true },
        { code: 'psntime', name: '清算人次', kind: 'whole', size: 6, required: true },
        {
          code: 'medfee_sumamt',
          name: '医疗费总额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        {
          code: 'med_sumfee',
          name: '医保认可费用总额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        {
          code: 'fund_appy_sum',
          name: '基金申报总额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        need(f.cash_payamt),
        {
          code: 'acct_pay',
          name: '个人账户支出',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        need(f.begndate),
        need(f.enddate),
      ],
    },
  ],
  output: [{ path: 'result', rows: false, fields: [need(f.clr_appy_evt_id)] }],
}
