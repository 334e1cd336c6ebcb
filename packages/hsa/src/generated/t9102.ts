// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input9102FsDownloadIn {
  /** 文件查询号 */
  readonly file_qury_no: string
  /** 文件名 */
  readonly filename: string
  /** 医药机构编号 */
  readonly fixmedins_code: string
}

/** What 9102 文件下载 asks. */
export interface Input9102 {
  readonly fsDownloadIn: Input9102FsDownloadIn
}

/** What 9102 文件下载 answers. */
export type Output9102 = null

/** 9102 文件下载 */
export const t9102: TransactionSpec = {
  infno: '9102',
  name: '文件下载',
  input: [
    {
      path: 'fsDownloadIn',
      rows: false,
      fields: [
        need(f.file_qury_no),
        { code: 'filename', name: '文件名', kind: 'text', size: 200, required: true },
        { code: 'fixmedins_code', name: '医药机构编号', kind: 'id', size: 30, required: true },
      ],
    },
  ],
  output: [],
}
