// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input9101FsUploadIn {
  /** 文件数据 */
  readonly in?: unknown
  /** 文件名 */
  readonly filename: string
  /** 医药机构编号 */
  readonly fixmedins_code: string
}

/** What 9101 文件上传 asks. */
export interface Input9101 {
  readonly fsUploadIn: Input9101FsUploadIn
}

export interface Output9101Fields {
  /** 文件查询号 */
  readonly file_qury_no: string
  /** 文件名 */
  readonly filename: string
  /** 医药机构编号 */
  readonly fixmedins_code?: string
  /** 截止时间 */
  readonly dld_endtime?: string
}

/** What 9101 文件上传 answers. */
export type Output9101 = Output9101Fields

/** 9101 文件上传 */
export const t9101: TransactionSpec = {
  infno: '9101',
  name: '文件上传',
  input: [
    {
      path: 'fsUploadIn',
      rows: false,
      fields: [
        { code: 'in', name: '文件数据', kind: 'raw' },
        { code: 'filename', name: '文件名', kind: 'text', size: 200, required: true },
        { code: 'fixmedins_code', name: '医药机构编号', kind: 'id', size: 30, required: true },
      ],
    },
  ],
  output: [
    {
      path: '',
      rows: false,
      fields: [
        need(f.file_qury_no),
        { code: 'filename', name: '文件名', kind: 'text', size: 200, required: true },
        { code: 'fixmedins_code', name: '医药机构编号', kind: 'id', size: 30 },
        { code: 'dld_endtime', name: '截止时间', kind: 'text', size: 30 },
      ],
    },
  ],
}
