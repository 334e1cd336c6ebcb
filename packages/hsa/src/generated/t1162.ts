// Made by scripts/generate.ts from tables/; do not edit.
import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input1162Data {
  /** 机构编号 */
  readonly orgId?: string
  /** 用码业务类型 */
  readonly businessType?: string
  /** 经办人 */
  readonly operatorId?: string
  /** 经办人姓名 */
  readonly operatorName?: string
  /** 科室编号 */
  readonly officeId?: string
  /** 科室名称 */
  readonly officeName?: string
  /** 设备类型 */
  readonly deviceType?: string
  /** 就诊凭证类型 */
  readonly mdtrt_cert_type?: string
  /** 电子凭证二维码 */
  readonly ecQrCode?: string
  /** 业务信息 */
  readonly businessInfo?: unknown
  /** 终端编号 */
  readonly termId?: string
  /** 终端地址 */
  readonly termIp?: string
}

/** What 1162 医保电子凭证解码 asks. */
export interface Input1162 {
  readonly data: Input1162Data
}

export interface Output1162Data {
  /** 姓名 */
  readonly userName?: string
  /** 证件号码 */
  readonly idNo?: string
  /** 证件类型 */
  readonly idType?: string
  /** 参保地 */
  readonly insuOrg?: string
  /** 电子凭证令牌 */
  readonly ecToken?: string
  /** 电子凭证索引号 */
  readonly ecIndexNo?: string
  /** 性别 */
  readonly gender?: string
  /** 出生日期 */
  readonly birthday?: unknown
  /** 民族 */
  readonly nationality?: string
  /** 邮箱 */
  readonly email?: string
  /** 渠道 */
  readonly chnlId?: string
  /** 电子凭证二维码 */
  readonly ecQrCode?: string
  /** 授权号 */
  readonly authNo?: string
}

/** What 1162 医保电子凭证解码 answers. */
export interface Output1162 {
  readonly data: Output1162Data
}

/** 1162 医保电子凭证解码 */
export const t1162: TransactionSpec = {
  infno: '1162',
  name: '医保电子凭证解码',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'orgId', name: '机构编号', kind: 'text', size: 40 },
        { code: 'businessType', name: '用码业务类型', kind: 'text', size: 5 },
        { code: 'operatorId', name: '经办人', kind: 'text', size: 20 },
        { code: 'operatorName', name: '经办人姓名', kind: 'text', size: 30 },
        { code: 'officeId', name: '科室编号', kind: 'text', size: 20 },
        f.officeName,
        f.deviceType,
        { code: 'mdtrt_cert_type', name: '就诊凭证类型', kind: 'text', size: 3 },
        f.ecQrCode,
        { code: 'businessInfo', name: '业务信息', kind: 'raw' },
        { code: 'termId', name: '终端编号', kind: 'text', size: 50 },
        { code: 'termIp', name: '终端地址', kind: 'text', size: 50 },
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'userName', name: '姓名', kind: 'text', size: 50 },
        { code: 'idNo', name: '证件号码', kind: 'paper', size: 50 },
        { code: 'idType', name: '证件类型', kind: 'text', size: 6 },
        { code: 'insuOrg', name: '参保地', kind: 'text', size: 50 },
        f.ecToken,
        { code: 'ecIndexNo', name: '电子凭证索引号', kind: 'text', size: 64 },
        { code: 'gender', name: '性别', kind: 'text', size: 6 },
        { code: 'birthday', name: '出生日期', kind: 'raw' },
        { code: 'nationality', name: '民族', kind: 'text', size: 6 },
        { code: 'email', name: '邮箱', kind: 'text', size: 100 },
        { code: 'chnlId', name: '渠道', kind: 'text', size: 64 },
        f.ecQrCode,
        { code: 'authNo', name: '授权号', kind: 'text', size: 64 },
      ],
    },
  ],
}
