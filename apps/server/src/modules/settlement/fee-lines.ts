import { ceilingOf, LARGEST_CLAIM, type ClaimLine, type LineClass } from '@yichuang/benefits'
import type { FeeLine, FeeResult } from './messages.ts'
import {
  fen,
  formatYuan,
  ratio,
  shareOf,
  yuan,
  ZERO_FEN,
  formatRatio,
  type Fen,
  type Ratio,
} from '@yichuang/kernel'
import type { FeeItemRow } from '../catalogue/index.ts'
import { HospitalFault } from '../hospital/index.ts'
import { CHRGITM_LV, CHRGITM_TYPE } from './codes.ts'

/** A line of a prescription that is for more days than ordinarily. */
export interface Longer {
  readonly days: number
  /** days it is ordinarily for at most */
  readonly normal: number
  /** the relief measure that allows it */
  readonly measure?: { readonly id: string; readonly activation: string }
}

/** A fee line as the catalogue of the place classes it; stored, and all that the calculation needs. */
export interface ClassedLine {
  readonly sn: string
  readonly amount: Fen
  readonly class: LineClass
  readonly ratio: Ratio
  /** only beside a ceiling price */
  readonly quantity?: number
  readonly ceiling?: Fen
  /** of a refund in a stay: the line it takes from; amount and quantity are negative */
  readonly refunds?: string
  /** a prescription for more days than ordinarily */
  readonly longer?: Longer
}

/** A line as it was sent, at a visit or in a stay, without what every line of it shares. */
export type SentLine = Omit<
  FeeLine,
  'mdtrt_id' | 'psn_no' | 'chrg_bchno' | 'rx_circ_flag' | 'hosp_appr_flag'
> & {
  readonly hosp_appr_flag?: string
  readonly rx_circ_flag?: string
  /** the line a refund in a stay takes from */
  readonly init_feedetl_sn?: string
}

/** Classes one line of an upload; `row` counts from 1. Throws `HospitalFault` when its figures contradict each other. */
export function classify(
  line: SentLine,
  item: FeeItemRow | undefined,
  row: number,
  node = 'feedetail',
): ClassedLine {
  const amount = line.det_item_fee_sumamt
  checkProduct(line, `${node} 第 ${row} 行`)
  if (amount > LARGEST_CLAIM)
    throw new HospitalFault(
      `${node} 第 ${row} 行：明细总额超过 ${formatYuan(LARGEST_CLAIM)} 元，不能计算。请核对小数点。`,
    )
  const base = { sn: line.feedetl_sn, amount }
  // What the catalogue does not have, and what the hospital itself has marked as outside (审批标志 2), is 丙类.
  if (!item || item.class === 'C' || line.hosp_appr_flag === '2')
    return { ...base, class: 'C', ratio: ratio('1') }
  const quantity = Number(line.cnt)
  return {
    ...base,
    class: item.class,
    ratio: ratio(item.class === 'B' ? item.selfPayRatio : '0'),
    ...(item.ceilingPrice !== null && quantity > 0 && { quantity, ceiling: yuan(item.ceilingPrice) }),
  }
}

/** The four parts a line falls into; they add up to its amount. */
export function partsOf({ amount, class: cls, ratio: share, quantity, ceiling }: ClassedLine) {
  if (cls === 'C') return { own: amount, over: ZERO_FEN, first: ZERO_FEN, inScope: ZERO_FEN }
  const most = quantity !== undefined && ceiling !== undefined ? ceilingOf(quantity, ceiling) : amount
  const within = amount > most ? most : amount
  const first = shareOf(within, share)
  return { own: ZERO_FEN, over: fen(amount - within), first, inScope: fen(within - first) }
}

/** What 2204 answers about a line. */
export function lineResult(
  { cnt, pric }: SentLine,
  line: ClassedLine,
  item: FeeItemRow | undefined,
): FeeResult {
  const { own, over, first, inScope } = partsOf(line)
  return {
    feedetl_sn: line.sn,
    det_item_fee_sumamt: line.amount,
    cnt,
    pric,
    pric_uplmt_amt: decimal(line.ceiling === undefined ? '0' : formatYuan(line.ceiling)),
    selfpay_prop: decimal(formatRatio(line.ratio)),
    fulamt_ownpay_amt: own,
    overlmt_amt: over,
    preselfpay_amt: first,
    inscp_scp_amt: inScope,
    chrgitm_lv: CHRGITM_LV[line.class],
    med_chrgitm_type: item ? CHRGITM_TYPE[item.kind] : '14',
    lmt_used_flag: '0',
    ...(!item && { memo: '目录中没有该项目，按丙类全额自费' }),
  }
}

/** The line as the calculation takes it. */
export function claimLine({
  sn,
  amount,
  class: cls,
  ratio: share,
  quantity,
  ceiling,
}: ClassedLine): ClaimLine {
  return {
    id: sn,
    name: sn,
    amount,
    class: cls,
    selfPayRatio: share,
    ...(quantity !== undefined && ceiling !== undefined && { quantity, ceilingPrice: ceiling }),
  }
}

// Quantities have four decimals and prices six, amounts two.
const CNT_UNIT = 10_000
const PRIC_UNIT = 1_000_000
const FEN_OF_PRODUCT = 100_000_000n

/** 数量 × 单价 = 金额, however the client rounds to the fen. */
function checkProduct({ cnt, pric, det_item_fee_sumamt: amount }: SentLine, where: string): void {
  const product = BigInt(Math.round(Number(cnt) * CNT_UNIT)) * BigInt(Math.round(Number(pric) * PRIC_UNIT))
  const difference = product - BigInt(amount) * FEN_OF_PRODUCT
  if (difference < FEN_OF_PRODUCT && difference > -FEN_OF_PRODUCT) return
  const exact = Number(product / FEN_OF_PRODUCT) / 100
  throw new HospitalFault(
    `${where}：数量 ${cnt} × 单价 ${pric} = ${exact.toFixed(2)} 元，与明细总额 ${formatYuan(amount)} 元不符。请核对后重传。`,
  )
}

const decimal = (text: string) => Number(text).toString() as FeeResult['cnt']
