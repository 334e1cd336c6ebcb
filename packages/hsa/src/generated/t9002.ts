// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input9002SignOut {
  /** 签到编号 */
  readonly sign_no: string
  /** 操作员编号 */
  readonly opter_no?: string
}

/** What 9002 签退 asks. */
export interface Input9002 {
  readonly signOut: Input9002SignOut
}

export interface Output9002Signoutoutb {
  /** 签退时间 */
  readonly sign_time?: PlainDate
}

/** What 9002 签退 answers. */
export interface Output9002 {
  readonly signoutoutb: Output9002Signoutoutb
}

/** 9002 签退 */
export const t9002: TransactionSpec = {
  infno: '9002',
  name: '签退',
  input: [{ path: 'signOut', rows: false, fields: [need(f.sign_no), f.opter_no] }],
  output: [
    { path: 'signoutoutb', rows: false, fields: [{ code: 'sign_time', name: '签退时间', kind: 'day' }] },
  ],
}
