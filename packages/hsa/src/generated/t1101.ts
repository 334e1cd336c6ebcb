// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import type { Decimal, Extension, Moment, TransactionSpec } from '../spec.ts'

export interface Input1101Data {
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type: string
  /** 就诊凭证编号 */
  readonly mdtrt_cert_no: string
  /** 卡识别码 */
  readonly card_sn?: string
  /** 开始时间 */
  readonly begntime?: Moment
  /** 人员证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno?: string
  /** 人员姓名 */
  readonly psn_name?: string
}

/** What 1101 人员信息获取 asks. */
export interface Input1101 {
  readonly data: Input1101Data
}

export interface Output1101Baseinfo {
  /** 人员编号 */
  readonly psn_no: string
  /** 人员证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno: string
  /** 人员姓名 */
  readonly psn_name: string
  /** 性别 */
  readonly gend: string
  /** 民族 */
  readonly naty?: string
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 年龄 */
  readonly age: Decimal
  /** 字段扩展 */
  readonly exp_content?: Extension
}

export interface Output1101Insuinfo {
  /** 余额 */
  readonly balc: Fen
  /** 险种类型 */
  readonly insutype: string
  /** 人员类别 */
  readonly psn_type: string
  /** 人员参保状态 */
  readonly psn_insu_stas?: string
  /** 个人参保日期 */
  readonly psn_insu_date?: PlainDate
  /** 暂停参保日期 */
  readonly paus_insu_date?: PlainDate
  /** 公务员标志 */
  readonly cvlserv_flag: string
  /** 参保地医保区划 */
  readonly insuplc_admdvs: string
  /** 单位名称 */
  readonly emp_name?: string
}

export interface Output1101Idetinfo {
  /** 人员身份类别 */
  readonly psn_idet_type: string
  /** 人员类别等级 */
  readonly psn_type_lv?: string
  /** 备注 */
  readonly memo?: string
  /** 开始时间 */
  readonly begntime: Moment
  /** 结束时间 */
  readonly endtime?: Moment
}

/** What 1101 人员信息获取 answers. */
export interface Output1101 {
  readonly baseinfo: Output1101Baseinfo
  readonly insuinfo: readonly Output1101Insuinfo[]
  readonly idetinfo: readonly Output1101Idetinfo[]
}

/** 1101 人员信息获取 */
export const t1101: TransactionSpec = {
  infno: '1101',
  name: '人员信息获取',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        {
          code: 'mdtrt_cert_type',
          name: '就诊凭证类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'mdtrt_cert_type',
        },
        { code: 'mdtrt_cert_no', name: '就诊凭证编号', kind: 'paper', size: 50, required: true },
        { code: 'card_sn', name: '卡识别码', kind: 'text', size: 32 },
        { code: 'begntime', name: '开始时间', kind: 'moment' },
        {
          code: 'psn_cert_type',
          name: '人员证件类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'psn_cert_type',
        },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50 },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50 },
      ],
    },
  ],
  output: [
    {
      path: 'baseinfo',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        {
          code: 'psn_cert_type',
          name: '人员证件类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'psn_cert_type',
        },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50, required: true },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50, required: true },
        { code: 'gend', name: '性别', kind: 'code', size: 6, required: true, list: 'gend' },
        { code: 'naty', name: '民族', kind: 'code', size: 3, list: 'naty' },
        { code: 'brdy', name: '出生日期', kind: 'day' },
        { code: 'age', name: '年龄', kind: 'decimal', size: 4, scale: 1, required: true },
        { code: 'exp_content', name: '字段扩展', kind: 'extension' },
      ],
    },
    {
      path: 'insuinfo',
      rows: true,
      fields: [
        { code: 'balc', name: '余额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, required: true, list: 'insutype' },
        { code: 'psn_type', name: '人员类别', kind: 'code', size: 6, required: true, list: 'psn_type' },
        { code: 'psn_insu_stas', name: '人员参保状态', kind: 'code', size: 6, list: 'psn_insu_stas' },
        { code: 'psn_insu_date', name: '个人参保日期', kind: 'day' },
        { code: 'paus_insu_date', name: '暂停参保日期', kind: 'day' },
        {
          code: 'cvlserv_flag',
          name: '公务员标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'cvlserv_flag',
        },
        {
          code: 'insuplc_admdvs',
          name: '参保地医保区划',
          kind: 'text',
          size: 6,
          required: true,
          aliases: ['insu_admdvs'],
        },
        { code: 'emp_name', name: '单位名称', kind: 'text', size: 200 },
      ],
    },
    {
      path: 'idetinfo',
      rows: true,
      fields: [
        {
          code: 'psn_idet_type',
          name: '人员身份类别',
          kind: 'code',
          size: 3,
          required: true,
          list: 'psn_idet_type',
        },
        { code: 'psn_type_lv', name: '人员类别等级', kind: 'text', size: 3 },
        { code: 'memo', name: '备注', kind: 'text', size: 500 },
        { code: 'begntime', name: '开始时间', kind: 'moment', required: true },
        { code: 'endtime', name: '结束时间', kind: 'moment' },
      ],
    },
  ],
}
