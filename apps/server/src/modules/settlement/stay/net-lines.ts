import { fen, formatYuan, type Fen } from '@yichuang/kernel'
import { HospitalFault } from '../../hospital/index.ts'
import { partsOf, type ClassedLine } from '../fee-lines.ts'

/** The lines of a stay with what was refunded taken off: what is left to be paid of each, in the order they came. */
export function netLines(classed: readonly ClassedLine[]): Map<string, ClassedLine> {
  const net = new Map<string, ClassedLine>()
  for (const line of classed) {
    const target = line.refunds === undefined ? undefined : net.get(line.refunds)
    if (target) net.set(target.sn, less(target, line))
    else net.set(line.sn, line)
  }
  return net
}

/**
 * A refund as a line of its own: classed as the line it takes from. `net` is what is left of the stay's lines; `row`
 * counts from 1. Throws `HospitalFault` when there is nothing, or not enough, to take from.
 */
export function refundOf(
  { sn, amount, quantity, refunds }: { sn: string; amount: Fen; quantity: number; refunds: string },
  net: ReadonlyMap<string, ClassedLine>,
  row: number,
): ClassedLine {
  const target = net.get(refunds)
  if (!target)
    throw new HospitalFault(
      `feedetail 第 ${row} 行：被退的费用明细流水号（init_feedetl_sn）${refunds} 不在该次住院的未结算明细中。已结算的请先用 2305 撤销结算。`,
    )
  if (amount >= 0 || quantity >= 0)
    throw new HospitalFault(
      `feedetail 第 ${row} 行：退费的数量（cnt）和金额（det_item_fee_sumamt）应为负数。请改正后重传。`,
    )
  if (target.amount + amount < 0)
    throw new HospitalFault(
      `feedetail 第 ${row} 行：退费 ${formatYuan(fen(0 - amount))} 元超过原明细 ${refunds} 剩余的 ${formatYuan(target.amount)} 元。请核对后重传。`,
    )
  const { class: cls, ratio, ceiling } = target
  return { sn, amount, class: cls, ratio, refunds, ...(ceiling !== undefined && { quantity, ceiling }) }
}

/** The four parts of a refund: what it changes in those of the line it takes from. */
export function refundParts(refund: ClassedLine, target: ClassedLine): ReturnType<typeof partsOf> {
  const [before, after] = [partsOf(target), partsOf(less(target, refund))]
  return {
    own: fen(after.own - before.own),
    over: fen(after.over - before.over),
    first: fen(after.first - before.first),
    inScope: fen(after.inScope - before.inScope),
  }
}

/** The four parts of each line, refunds among them, in the order they came; together they are those of what is left. */
export function partsInOrder(classed: readonly ClassedLine[]): ReturnType<typeof partsOf>[] {
  const net = new Map<string, ClassedLine>()
  return classed.map((line) => {
    const target = line.refunds === undefined ? undefined : net.get(line.refunds)
    if (!target) {
      net.set(line.sn, line)
      return partsOf(line)
    }
    net.set(target.sn, less(target, line))
    return refundParts(line, target)
  })
}

function less(target: ClassedLine, refund: ClassedLine): ClassedLine {
  const amount = fen(target.amount + refund.amount)
  if (target.quantity === undefined || target.ceiling === undefined) return { ...target, amount }
  const quantity = Math.round((target.quantity + (refund.quantity ?? 0)) * QUANTITY_UNIT) / QUANTITY_UNIT
  if (quantity > 0) return { ...target, amount, quantity }
  const { quantity: _gone, ceiling: _also, ...rest } = target
  return { ...rest, amount }
}
const QUANTITY_UNIT = 10_000
