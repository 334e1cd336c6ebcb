// Made by scripts/generate.ts from tables/; do not edit.
import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

import { setlinfo4103 } from './record-setlinfo4103.ts'
import type { Setlinfo4103 } from './record-setlinfo4103.ts'

import { payinfo4103 } from './record-payinfo4103.ts'
import type { Payinfo4103 } from './record-payinfo4103.ts'

import { opspdiseinfo4103 } from './record-opspdiseinfo4103.ts'
import type { Opspdiseinfo4103 } from './record-opspdiseinfo4103.ts'

import { diseinfo4103 } from './record-diseinfo4103.ts'
import type { Diseinfo4103 } from './record-diseinfo4103.ts'

import { iteminfo4103 } from './record-iteminfo4103.ts'
import type { Iteminfo4103 } from './record-iteminfo4103.ts'

import { oprninfo4103 } from './record-oprninfo4103.ts'
import type { Oprninfo4103 } from './record-oprninfo4103.ts'

import { icuinfo4103 } from './record-icuinfo4103.ts'
import type { Icuinfo4103 } from './record-icuinfo4103.ts'

import { drgAppyinfo4103 } from './record-drgAppyinfo4103.ts'
import type { DrgAppyinfo4103 } from './record-drgAppyinfo4103.ts'

import { bldinfo4103 } from './record-bldinfo4103.ts'
import type { Bldinfo4103 } from './record-bldinfo4103.ts'

export interface Input4103Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 结算ID */
  readonly setl_id: string
}

/** What 4103 医疗保障基金结算清单信息查询 asks. */
export interface Input4103 {
  readonly data: Input4103Data
}

export type Output4103Setlinfo = Setlinfo4103

export type Output4103Payinfo = Payinfo4103

export type Output4103Opspdiseinfo = Opspdiseinfo4103

export type Output4103Diseinfo = Diseinfo4103

export type Output4103Iteminfo = Iteminfo4103

export type Output4103Oprninfo = Oprninfo4103

export type Output4103Icuinfo = Icuinfo4103

export type Output4103DrgAppyinfo = DrgAppyinfo4103

export type Output4103Bldinfo = Bldinfo4103

/** What 4103 医疗保障基金结算清单信息查询 answers. */
export interface Output4103 {
  readonly setlinfo: Output4103Setlinfo
  readonly payinfo: readonly Output4103Payinfo[]
  readonly opspdiseinfo: readonly Output4103Opspdiseinfo[]
  readonly diseinfo: readonly Output4103Diseinfo[]
  readonly iteminfo: readonly Output4103Iteminfo[]
  readonly oprninfo: readonly Output4103Oprninfo[]
  readonly icuinfo: readonly Output4103Icuinfo[]
  readonly drgAppyinfo: readonly Output4103DrgAppyinfo[]
  readonly bldinfo: readonly Output4103Bldinfo[]
}

/** 4103 医疗保障基金结算清单信息查询 */
export const t4103: TransactionSpec = {
  infno: '4103',
  name: '医疗保障基金结算清单信息查询',
  input: [{ path: 'data', rows: false, fields: [need(f.psn_no), need(f.setl_id)] }],
  output: [
    { path: 'setlinfo', rows: false, fields: setlinfo4103 },
    { path: 'payinfo', rows: true, fields: payinfo4103 },
    { path: 'opspdiseinfo', rows: true, fields: opspdiseinfo4103 },
    { path: 'diseinfo', rows: true, fields: diseinfo4103 },
    { path: 'iteminfo', rows: true, fields: iteminfo4103 },
    { path: 'oprninfo', rows: true, fields: oprninfo4103 },
    { path: 'icuinfo', rows: true, fields: icuinfo4103 },
    { path: 'drgAppyinfo', rows: true, fields: drgAppyinfo4103 },
    { path: 'bldinfo', rows: true, fields: bldinfo4103 },
  ],
}
