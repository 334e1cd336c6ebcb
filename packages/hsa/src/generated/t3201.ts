// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input3201Data {
  /** 险种 */
  readonly insutype: string
  /** 清算类别 */
  readonly clr_type: string
  /** 结算经办机构 */
  readonly setl_optins: string
  /** 对账开始日期 */
  readonly stmt_begndate: PlainDate
  /** 对账结束日期 */
  readonly stmt_enddate: PlainDate
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen
  /** 基金支付总额 */
  readonly fund_pay_sumamt: Fen
  /** 个人账户支付金额 */
  readonly acct_pay: Fen
  /** 定点医药机构结算笔数 */
  readonly fixmedins_setl_cnt: number
  /** 退费结算标志 */
  readonly refd_setl_flag?: string
  /** 定点医药机构退费结算标志 */
  readonly fixmedins_refd_setl_flag?: string
}

/** What 3201 医药机构费用结算对总账 asks. */
export interface Input3201 {
  readonly data: Input3201Data
}

export interface Output3201Stmtinfo {
  /** 结算经办机构 */
  readonly setl_optins?: string
  /** 对账结果 */
  readonly stmt_rslt: string
  /** 对账结果说明 */
  readonly stmt_rslt_dscr?: string
}

/** What 3201 医药机构费用结算对总账 answers. */
export interface Output3201 {
  readonly stmtinfo: Output3201Stmtinfo
}

/** 3201 医药机构费用结算对总账 */
export const t3201: TransactionSpec = {
  infno: '3201',
  name: '医药机构费用结算对总账',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'insutype', name: '险种', kind: 'code', size: 6, required: true, list: 'insutype' },
        need(f.clr_type),
        need(f.setl_optins),
        need(f.stmt_begndate),
        need(f.stmt_enddate),
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
          code: 'fund_pay_sumamt',
          name: '基金支付总额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        {
          code: 'acct_pay',
          name: '个人账户支付金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        need(f.fixmedins_setl_cnt),
        { code: 'refd_setl_flag', name: '退费结算标志', kind: 'text', size: 6 },
        f.fixmedins_refd_setl_flag,
      ],
    },
  ],
  output: [
    {
      path: 'stmtinfo',
      rows: false,
      fields: [
        f.setl_optins,
        need(f.stmt_rslt),
        { code: 'stmt_rslt_dscr', name: '对账结果说明', kind: 'text', size: 200 },
      ],
    },
  ],
}
