import { formatYuan, type PlainDate } from '@yichuang/kernel'
import type { DetailRow } from '../settlement/index.ts'
import type { FileRow } from './rows.ts'

export type DifferenceKind = 'centre-only' | 'hospital-only' | 'unequal'

/** One side of a row, with the names of the file; amounts in yuan. */
export interface Side {
  readonly setl_id: string
  readonly mdtrt_id: string
  readonly psn_no: string
  readonly medfee_sumamt: string
  readonly fund_pay_sumamt: string
  readonly acct_pay: string
  /** 1 for what takes another back */
  readonly refd_setl_flag: string
  /** of the centre: the message that settled */
  readonly msgid?: string
  /** of the hospital: the line in its file */
  readonly line?: number
}

export interface Difference {
  readonly kind: DifferenceKind
  readonly day: PlainDate
  readonly clrType: string
  /** the same in a later comparison as long as both sides say the same */
  readonly identity: string
  readonly hospital: Side | null
  readonly centre: Side | null
  /** a settlement and its reversal, both unknown to the hospital: nobody need do anything */
  readonly offset: boolean
}

/** Names of what is compared. */
export const COMPARED = [
  ['mdtrt_id', '就诊ID'],
  ['psn_no', '人员编号'],
  ['medfee_sumamt', '医疗费总额'],
  ['fund_pay_sumamt', '基金支付'],
  ['acct_pay', '个人账户'],
] as const satisfies readonly (readonly [keyof Side, string])[]

export const hospitalSide = (row: FileRow): Side => ({
  setl_id: row.setl_id,
  mdtrt_id: row.mdtrt_id,
  psn_no: row.psn_no,
  medfee_sumamt: formatYuan(row.medfee_sumamt),
  fund_pay_sumamt: formatYuan(row.fund_pay_sumamt),
  acct_pay: formatYuan(row.acct_pay),
  refd_setl_flag: row.refd_setl_flag,
  line: row.line,
})

export const centreSide = (row: DetailRow): Side => ({
  setl_id: row.settlementId,
  mdtrt_id: row.visitId,
  psn_no: row.psnNo,
  medfee_sumamt: formatYuan(row.medfee_sumamt),
  fund_pay_sumamt: formatYuan(row.fund_pay_sumamt),
  acct_pay: formatYuan(row.acct_pay),
  refd_setl_flag: row.cancels === null ? '0' : '1',
  msgid: row.msgid,
})

/** What the two sides of one row say differently; the flag is not compared, since clients set it differently. */
export function unequal(hospital: Side, centre: Side): readonly (typeof COMPARED)[number][] {
  return COMPARED.filter(([name]) => hospital[name].toUpperCase() !== centre[name].toUpperCase())
}

/** Names a difference so that a later comparison finds it again. */
export function identityOf(kind: DifferenceKind, hospital: Side | null, centre: Side | null): string {
  const said = hospital ? COMPARED.map(([name]) => hospital[name]) : []
  return [kind, centre?.setl_id ?? '', hospital?.setl_id ?? '', ...said].join(' ')
}
