// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6101InData {
  /** 机构ID */
  readonly orgId: string
  /** 用码业务类型 */
  readonly businessType: string
  /** 用码业务信息 */
  readonly businessInfo?: string
  /** 电子凭证二维码 */
  readonly ecQrCode?: string
  /** 操作员工号 */
  readonly operatorId: string
  /** 操作员姓名 */
  readonly operatorName: string
  /** 医保科室编号 */
  readonly officeId: string
  /** 科室名称 */
  readonly officeName: string
  /** 设备类型 */
  readonly deviceType?: string
}

/** What 6101 解析医保电子凭证二维码 asks. */
export interface Input6101 {
  readonly InData: Input6101InData
}

export interface Output6101OutData {
  /** 用户姓名 */
  readonly userName: string
  /** 证件号码 */
  readonly idNo: string
  /** 证件类型 */
  readonly idType: string
  /** 身份核验令牌 */
  readonly ecToken: string
  /** 参保地行政区划 */
  readonly insuOrg: string
  /** 授权流水号 */
  readonly authNo?: string
  /** 外部索引号 */
  readonly ecIndexNo?: string
  /** 性别 */
  readonly gender?: string
  /** 出生日期 */
  readonly birthday?: string
  /** 国籍 */
  readonly nationality?: string
  /** 电子邮箱 */
  readonly email?: string
}

/** What 6101 解析医保电子凭证二维码 answers. */
export interface Output6101 {
  readonly OutData: Output6101OutData
}

/** 6101 解析医保电子凭证二维码 */
export const t6101: TransactionSpec = {
  infno: '6101',
  name: '解析医保电子凭证二维码',
  input: [
    {
      path: 'InData',
      rows: false,
      fields: [
        { code: 'orgId', name: '机构ID', kind: 'text', size: 40, required: true },
        {
          code: 'businessType',
          name: '用码业务类型',
          kind: 'code',
          size: 5,
          required: true,
          list: 'code_biz_type',
        },
        { code: 'businessInfo', name: '用码业务信息', kind: 'text', size: 200 },
        f.ecQrCode,
        { code: 'operatorId', name: '操作员工号', kind: 'text', size: 20, required: true },
        { code: 'operatorName', name: '操作员姓名', kind: 'text', size: 30, required: true },
        { code: 'officeId', name: '医保科室编号', kind: 'text', size: 20, required: true },
        need(f.officeName),
        f.deviceType,
      ],
    },
  ],
  output: [
    {
      path: 'OutData',
      rows: false,
      fields: [
        { code: 'userName', name: '用户姓名', kind: 'text', size: 50, required: true },
        { code: 'idNo', name: '证件号码', kind: 'paper', size: 30, required: true },
        { code: 'idType', name: '证件类型', kind: 'code', size: 3, required: true, list: 'psn_cert_type' },
        { code: 'ecToken', name: '身份核验令牌', kind: 'text', size: 40, required: true },
        { code: 'insuOrg', name: '参保地行政区划', kind: 'text', size: 6, required: true },
        { code: 'authNo', name: '授权流水号', kind: 'text', size: 40 },
        { code: 'ecIndexNo', name: '外部索引号', kind: 'text', size: 32 },
        { code: 'gender', name: '性别', kind: 'text', size: 3 },
        { code: 'birthday', name: '出生日期', kind: 'text', size: 10 },
        { code: 'nationality', name: '国籍', kind: 'text', size: 40 },
        { code: 'email', name: '电子邮箱', kind: 'text', size: 40 },
      ],
    },
  ],
}
