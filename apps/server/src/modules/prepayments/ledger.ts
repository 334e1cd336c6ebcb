import type { PrepaymentSums, prepaymentKinds } from '@yichuang/contracts'
import { fen, formatYuan, ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { z } from 'zod'
import type { Sentences } from '../../platform/problem.ts'

export type EntryKind = (typeof prepaymentKinds)[number]
/** The sums of an advance's entries, by kind. */
export type Sums = Readonly<Record<EntryKind, Fen>>

export const EMPTY: Sums = {
  granted: ZERO_FEN,
  cancelled: ZERO_FEN,
  arrived: ZERO_FEN,
  used: ZERO_FEN,
  offset: ZERO_FEN,
  returned: ZERO_FEN,
}

/** Granted, neither paid out nor cancelled. */
export const waiting = ({ granted, cancelled, arrived }: Sums): Fen => fen(granted - cancelled - arrived)
/** With the hospital, neither offset nor returned. */
export const held = ({ arrived, offset, returned }: Sums): Fen => fen(arrived - offset - returned)

/**
 * The sums after an entry (negative when one is taken back), or why it cannot be: nothing arrives that was not granted,
 * nothing is used, offset or returned that did not arrive.
 */
export function booked(sums: Sums, kind: EntryKind, amount: Fen): Sums | { readonly why: Sentences } {
  const after: Sums = { ...sums, [kind]: fen(sums[kind] + amount) }
  if (after[kind] < 0) return tooMuch('已登记的金额', 'what is booked', sums[kind])
  if (waiting(after) < 0) return tooMuch('尚未拨付的金额', 'what waits to be paid out', waiting(sums))
  if (held(after) < 0) return tooMuch('尚未抵扣、退回的金额', 'what the hospital still holds', held(sums))
  if (after.used > after.arrived)
    return tooMuch(
      '已到账、尚未使用的金额',
      'what has arrived and is not used',
      fen(sums.arrived - sums.used),
    )
  return after
}

/** `settled`: nothing waits and nothing is held; every fen is accounted for. */
export function stateOf(sums: Sums): 'granted' | 'arrived' | 'settled' {
  if (waiting(sums) === 0 && held(sums) === 0) return 'settled'
  return sums.arrived > 0 ? 'arrived' : 'granted'
}

export function addSums(all: readonly Sums[]): Sums {
  return all.reduce(
    (so, sums) => ({
      granted: fen(so.granted + sums.granted),
      cancelled: fen(so.cancelled + sums.cancelled),
      arrived: fen(so.arrived + sums.arrived),
      used: fen(so.used + sums.used),
      offset: fen(so.offset + sums.offset),
      returned: fen(so.returned + sums.returned),
    }),
    EMPTY,
  )
}

export function sumsView(sums: Sums): z.output<typeof PrepaymentSums> {
  const { granted, cancelled, arrived, used, offset, returned } = sums
  return {
    granted: formatYuan(granted),
    cancelled: formatYuan(cancelled),
    arrived: formatYuan(arrived),
    used: formatYuan(used),
    offset: formatYuan(offset),
    returned: formatYuan(returned),
    waiting: formatYuan(waiting(sums)),
    held: formatYuan(held(sums)),
  }
}

function tooMuch(zh: string, en: string, most: Fen): { readonly why: Sentences } {
  return {
    why: {
      zh: `金额超过${zh} ${formatYuan(most)} 元。`,
      en: `The amount is more than ${en}, ${formatYuan(most)} yuan.`,
    },
  }
}
