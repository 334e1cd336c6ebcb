import type { Fen } from '@yichuang/kernel'
import { calculateChain } from './calculate-chain.ts'
import {
  PAYERS,
  type ChainClaim,
  type ChainResult,
  type ChainScheme,
  type ChainUsed,
  type Payer,
} from './chain.ts'

/** One decided claim of a person's year: by which rules, and what was handed in. What was used before it is worked out. */
export interface YearEntry {
  readonly id: string
  readonly chain: ChainScheme
  readonly claim: Omit<ChainClaim, 'used'>
}

/** What a correction changes for one claim; amounts are those now due less those paid, negative to be recovered. */
export interface Difference {
  readonly id: string
  readonly before?: ChainResult
  readonly after?: ChainResult
  readonly payers: Readonly<Record<Payer, number>>
  /** to be paid to the person, or to be recovered from them; one of the two is nothing */
  readonly toPay: Fen
  readonly toRecover: Fen
}

export interface Correction {
  /** the claims whose amounts change, in the order of the year */
  readonly differences: readonly Difference[]
  /** what is used once the corrected year is through, as if only it had been there */
  readonly after: ChainUsed
}

/** Works out a person's year, claim after claim in the order they were decided. */
export function liveYear(
  entries: readonly YearEntry[],
  start: ChainUsed,
): { readonly results: readonly ChainResult[]; readonly after: ChainUsed } {
  let used = start
  const results = entries.map(({ chain, claim }) => {
    const result = calculateChain(chain, { ...claim, used })
    used = result.after
    return result
  })
  return { results, after: used }
}

/**
 * Replaces a decided claim by a corrected one, or takes it out, and works the year out again: claims after it that shared
 * its deductible, bands or caps change with it. Differences are told claim by claim, as each is paid or recovered by
 * itself (经办条例 art. 46: 退回、抵扣). A RangeError when no claim has the id.
 */
export function correctYear(
  entries: readonly YearEntry[],
  start: ChainUsed,
  correction: { readonly id: string; readonly with?: Pick<YearEntry, 'chain' | 'claim'> },
): Correction {
  const at = entries.findIndex(({ id }) => id === correction.id)
  if (at < 0) throw new RangeError(`The year has no claim “${correction.id}”`)
  const { id, with: corrected } = correction
  const now = corrected
    ? entries.with(at, { id, chain: corrected.chain, claim: corrected.claim })
    : entries.toSpliced(at, 1)
  const before = liveYear(entries, start)
  const after = liveYear(now, start)
  const results = new Map(now.map((entry, index) => [entry.id, after.results[index]!]))
  const differences = entries.flatMap((entry, index) => {
    const difference = between(entry.id, before.results[index]!, results.get(entry.id))
    return PAYERS.some((payer) => difference.payers[payer] !== 0) || entry.id === id ? [difference] : []
  })
  return { differences, after: after.after }
}

function between(id: string, before: ChainResult, after: ChainResult | undefined): Difference {
  const payers = Object.fromEntries(
    PAYERS.map((payer) => [payer, (after?.payers[payer] ?? 0) - before.payers[payer]]),
  ) as Record<Payer, number>
  const sum = (after?.funds ?? 0) - before.funds
  return {
    id,
    before,
    ...(after && { after }),
    payers,
    toPay: Math.max(0, sum) as Fen,
    toRecover: Math.max(0, -sum) as Fen,
  }
}
