import { ONE, type Ratio } from '@yichuang/kernel'

/** What a national rule asks for and what a place asks for instead: working days, materials or steps. */
export interface Pair {
  readonly baseline: number
  readonly here: number
}

/** A share of what was cut, exact: `over` is above 0; below 0 when more is asked for than the baseline. */
export interface Cut {
  readonly part: bigint
  readonly over: bigint
}

const TENTHS_OF_PERCENT = 1000n

/** 1 − here ÷ baseline of one item; undefined where the baseline is 0 and nothing can be cut. */
export function cutOf({ baseline, here }: Pair): Cut | undefined {
  if (baseline === 0) return undefined
  return { part: BigInt(baseline - here), over: BigInt(baseline) }
}

/** 整体, first reading: 1 − Σ here ÷ Σ baseline, so that an item weighs as much as its baseline. */
export function pooledCut(pairs: readonly Pair[]): Cut | undefined {
  const sum = (of: (pair: Pair) => number) => pairs.reduce((total, pair) => total + of(pair), 0)
  return cutOf({ baseline: sum(({ baseline }) => baseline), here: sum(({ here }) => here) })
}

/** 整体, second reading: the mean of the items' own cuts, so that every item weighs the same. */
export function meanCut(pairs: readonly Pair[]): Cut | undefined {
  const cuts = pairs.flatMap((pair) => cutOf(pair) ?? [])
  if (cuts.length === 0) return undefined
  const total = cuts.reduce((sum, cut) => ({
    part: sum.part * cut.over + cut.part * sum.over,
    over: sum.over * cut.over,
  }))
  return { part: total.part, over: total.over * BigInt(cuts.length) }
}

/** Whether a cut is at least the target; compared exactly, whatever the rounded figure looks like. */
export function reaches({ part, over }: Cut, target: Ratio): boolean {
  return part * BigInt(ONE) >= BigInt(target) * over
}

/** The most that a place may ask for and still reach the target: 30 days and 60 % leave 12. */
export function mostAllowed(baseline: number, target: Ratio): number {
  return Number((BigInt(baseline) * BigInt(ONE - target)) / BigInt(ONE))
}

/** A cut for the eye, `66.7%`, rounded half away from zero. */
export function formatCut({ part, over }: Cut): string {
  const size = part < 0n ? -part : part
  const tenths = (size * TENTHS_OF_PERCENT * 2n + over) / (over * 2n)
  return `${part < 0n && tenths > 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}%`
}
