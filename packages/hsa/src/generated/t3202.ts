// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import type { Moment, TransactionSpec } from '../spec.ts'

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
  readonly clr_type: string
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
        { code: 'setl_optins', name: '结算经办机构', kind: 'text', size: 6, required: true },
        { code: 'file_qury_no', name: '文件查询号', kind: 'text', size: 30, required: true },
        { code: 'stmt_begndate', name: '对账开始日期', kind: 'day', required: true },
        { code: 'stmt_enddate', name: '对账结束日期', kind: 'day', required: true },
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
          code: 'cash_payamt',
          name: '现金支付金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
          negative: true,
        },
        { code: 'fixmedins_setl_cnt', name: '定点医药机构结算笔数', kind: 'whole', size: 10, required: true },
        { code: 'clr_type', name: '清算类别', kind: 'code', size: 6, required: true, list: 'clr_type' },
        { code: 'refd_setl_flag', name: '退费结算标志', kind: 'code', size: 3, list: 'refd_setl_flag' },
        { code: 'fixmedins_refd_setl_flag', name: '定点医药机构退费结算标志', kind: 'text', size: 6 },
      ],
    },
  ],
  output: [
    {
      path: 'fileinfo',
      rows: false,
      fields: [
        { code: 'file_qury_no', name: '文件查询号', kind: 'text', size: 30, required: true },
        { code: 'filename', name: '文件名称', kind: 'text', size: 200, required: true },
        { code: 'dld_endtime', name: '下载截止时间', kind: 'moment', required: true },
      ],
    },
  ],
  fileInput: {
    path: '',
    rows: true,
    fields: [
      { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
      { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
      { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
      { code: 'medfee_sumamt', name: '医疗费总额', kind: 'money', size: 16, scale: 2, required: true },
      { code: 'fund_pay_sumamt', name: '基金支付总额', kind: 'money', size: 16, scale: 2, required: true },
      { code: 'acct_pay', name: '个人账户支出', kind: 'money', size: 16, scale: 2, required: true },
      {
        code: 'refd_setl_flag',
        name: '退费结算标志',
        kind: 'code',
        size: 3,
        required: true,
        list: 'refd_setl_flag',
      },
    ],
  },
  fileOutput: {
    path: '',
    rows: true,
    fields: [
      { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
      { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30 },
      { code: 'setl_id', name: '结算ID', kind: 'id', size: 30 },
      { code: 'msgid', name: '发送方报文ID', kind: 'text', size: 30, required: true },
      { code: 'stmt_rslt', name: '对账结果', kind: 'code', size: 6, required: true, list: 'stmt_rslt' },
      {
        code: 'refd_setl_flag',
        name: '退费结算标志',
        kind: 'code',
        size: 3,
        required: true,
        list: 'refd_setl_flag',
      },
      { code: 'memo', name: '备注', kind: 'text', size: 500 },
      { code: 'medfee_sumamt', name: '医疗费总额', kind: 'money', size: 16, scale: 2 },
      { code: 'fund_pay_sumamt', name: '基金支付总额', kind: 'money', size: 16, scale: 2 },
      { code: 'acct_pay', name: '个人账户支出', kind: 'money', size: 16, scale: 2 },
    ],
  },
}
