// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input9001SignIn {
  /** 操作员编号 */
  readonly opter_no: string
  /** 签到MAC地址 */
  readonly mac?: string
  /** 签到IP地址 */
  readonly ip: string
}

/** What 9001 签到 asks. */
export interface Input9001 {
  readonly signIn: Input9001SignIn
}

export interface Output9001Signinoutb {
  /** 签到时间 */
  readonly sign_time: PlainDate
  /** 签到编号 */
  readonly sign_no: string
}

/** What 9001 签到 answers. */
export interface Output9001 {
  readonly signinoutb: Output9001Signinoutb
}

/** 9001 签到 */
export const t9001: TransactionSpec = {
  infno: '9001',
  name: '签到',
  input: [
    {
      path: 'signIn',
      rows: false,
      fields: [
        need(f.opter_no),
        { code: 'mac', name: '签到MAC地址', kind: 'text', size: 20 },
        { code: 'ip', name: '签到IP地址', kind: 'text', size: 20, required: true },
      ],
    },
  ],
  output: [
    {
      path: 'signinoutb',
      rows: false,
      fields: [{ code: 'sign_time', name: '签到时间', kind: 'day', required: true }, need(f.sign_no)],
    },
  ],
}
