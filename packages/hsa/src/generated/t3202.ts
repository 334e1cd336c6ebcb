// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input3202Data {
  /** 结算经办机构 */
  readonly setl_optins: string
  /** 文件查询号 */
  readonly file_qury_no: string
  /** 对账开始日期 */
  readonly stmt_begndate: PlainDate
  /** 对账结束日期 */
  readonly stmt_enddate: PlainDate
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen
  /** 基金支付总额 */
  readonly fund_pay_sumamt: Fen
  /** 现金支付金额 */
  readonly cash_payamt: Fen
  /** 定点医药机构结算笔数 */
  readonly fixmedins_setl_cnt: number
  /** 清算类别 */
  readonly clr_type?: string
  /** 退费结算标志 */
  readonly refd_setl_flag?: string
  /** 定点医药机构退费结算标志 */
  readonly fixmedins_refd_setl_flag?: string
}

/** What 3202 医药机构费用结算对明细账 asks. */
export interface Input3202 {
  readonly data: Input3202Data
}

export interface Output3202Fileinfo {
  /** 文件查询号 */
  readonly file_qury_no: string
  /** 文件名称 */
  readonly filename: string
  /** 下载截止时间 */
  readonly dld_endtime: Moment
}

/** What 3202 医药机构费用结算对明细账 answers. */
export interface Output3202 {
  readonly fileinfo: Output3202Fileinfo
}

export interface FileInput3202 {
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 医疗费总额 */
  readonly medfee_sumamt: Fen
  /** 基金支付总额 */
  readonly fund_pay_sumamt: Fen
  /** 个人账户支出 */
  readonly acct_pay: Fen
  /** 退费结算标志 */
  readonly refd_setl_flag: string
}

export interface FileOutput3202 {
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id?: string
  /** 结算ID */
  readonly setl_id?: string
  /** 发送方报文ID */
  readonly msgid: string
  /** 对账结果 */
  readonly stmt_rslt: string
  /** 退费结算标志 */
  readonly refd_setl_flag: string
  /** 备注 */
  readonly memo?: string
  /** 医疗费总额 */
  readonly medfee_sumamt?: Fen
  /** 基金支付总额 */
  readonly fund_pay_sumamt?: Fen
  /** 个人账户支出 */
  readonly acct_pay?: Fen
}

/** 3202 医药机构费用结算对明细账 */
export const t3202: TransactionSpec = {
  infno: '3202',
  name: '医药机构费用结算对明细账',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.setl_optins),
        need(f.file_qury_no),
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
        need(f.cash_payamt),
        need(f.fixmedins_setl_cnt),
        f.clr_type,
        f.refd_setl_flag,
        f.fixmedins_refd_setl_flag,
      ],
    },
  ],
  output: [
    {
      path: 'fileinfo',
      rows: false,
      fields: [
        need(f.file_qury_no),
        { code: 'filename', name: '文件名称', kind: 'text', size: 200, required: true },
        { code: 'dld_endtime', name: '下载截止时间', kind: 'moment', required: true },
      ],
    },
  ],
  fileInput: {
    path: '',
    rows: true,
    fields: [
      need(f.setl_id),
      need(f.mdtrt_id),
      need(f.psn_no),
      need(f.medfee_sumamt),
      need(f.fund_pay_sumamt),
      need(f.acct_pay),
      need(f.refd_setl_flag),
    ],
  },
  fileOutput: {
    path: '',
    rows: true,
    fields: [
      need(f.psn_no),
      f.mdtrt_id,
      f.setl_id,
      { code: 'msgid', name: '发送方报文ID', kind: 'text', size: 30, required: true },
      need(f.stmt_rslt),
      need(f.refd_setl_flag),
      f.memo,
      f.medfee_sumamt,
      f.fund_pay_sumamt,
      f.acct_pay,
    ],
  },
}
