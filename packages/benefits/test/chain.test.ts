import {
  auditJson,
  calculateChain,
  clerkRows,
  explainChain,
  reimburse,
  replayChain,
  sayStep,
  settlementOf,
  type ChainClaim,
  type ChainResult,
  type ChainScheme,
  type TraceStep,
} from '@yichuang/benefits'
import type { Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyChain, anyChainClaim, NOTHING_AT_ALL } from './made-up-chain.ts'
import { referenceChain } from './reference-chain.ts'

const runs = { numRuns: 500 }

it('pays what the chain written a second time pays, for any claim under any chain', () => {
  fc.assert(
    fc.property(anyChain, anyChainClaim, (chain, claim) => {
      expect(calculateChain(chain, claim)).toMatchObject(referenceChain(chain, claim))
    }),
    runs,
  )
})

it('explains the very figures it pays, and replays them from the stored JSON to the letter', () => {
  fc.assert(
    fc.property(anyChain, anyChainClaim, (chain, claim) => {
      const { result, trace } = explainChain(chain, claim)
      expect(result).toEqual(calculateChain(chain, claim))
      const stored = auditJson(trace)
      const again = replayChain(JSON.parse(stored) as TraceStep)
      expect(auditJson(again.trace)).toBe(stored)
      expect(again.result).toEqual(result)
    }),
    runs,
  )
})

it('is the same trace however the record of the year was stored: the order of its keys means nothing', () => {
  const reversed = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).toReversed())
  fc.assert(
    fc.property(anyChain, anyChainClaim, (chain, claim) => {
      const { basic, stages, diseases } = claim.used
      const used = { basic, stages: reversed(stages), diseases: reversed(diseases) }
      expect(auditJson(explainChain(chain, { ...claim, used }).trace)).toBe(
        auditJson(explainChain(chain, claim).trace),
      )
    }),
    runs,
  )
})

it('says every step in both languages and gives the reviewer a row for each', () => {
  fc.assert(
    fc.property(anyChain, anyChainClaim, (chain, claim) => {
      const { trace } = explainChain(chain, claim)
      const steps = stepsOf(trace)
      expect(clerkRows(trace)).toHaveLength(steps.length)
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
      for (const step of steps) {
        expect(sayStep(step, 'zh-CN')).toMatch(/。(（借用.*）)?$/)
        expect(sayStep(step, 'en')).toMatch(/\.$/)
      }
    }),
    { numRuns: 100 },
  )
})

it('divides every fen among payers, other payers and the person, and no amount is negative', () => {
  fc.assert(
    fc.property(anyChain, anyChainClaim, (chain, claim) => {
      const it = calculateChain(chain, claim)
      const paid = Object.values(it.payers).reduce((sum, amount) => sum + amount, 0)
      expect(it.funds).toBe(paid)
      expect(it.funds + it.otherPaid + it.person).toBe(it.total)
      expect(it.pots.current + it.pots.past + it.pots.family + it.cash).toBe(it.person)
      const all = settlementOf(it)
      expect(all.medfee_sumamt).toBe(all.fund_pay_sumamt + all.otherPaid + all.psn_part_amt)
      expect(all.inscp_scp_amt).toBe(
        all.medfee_sumamt - all.fulamt_ownpay_amt - all.overlmt_selfpay - all.preselfpay_amt,
      )
      for (const amount of amountsOf(it)) {
        expect(Number.isSafeInteger(amount)).toBe(true)
        expect(amount).toBeGreaterThanOrEqual(0)
      }
    }),
    runs,
  )
})

it('without stages, diseases and pots pays exactly what the basic calculation pays', () => {
  fc.assert(
    fc.property(anyChain, anyChainClaim, ({ basic }, claim) => {
      const plain = reimburse(basic, { ...claim, accumulators: claim.used.basic })
      const it = calculateChain({ basic, stages: [], pots: [] }, claim)
      expect(it).toMatchObject({ basic: plain, funds: plain.fund, person: plain.person, cash: plain.person })
      expect(it.after.basic).toEqual(plain.after)
    }),
    runs,
  )
})

it('never leaves the person with more when a payer is added at the end', () => {
  fc.assert(
    fc.property(anyChain, anyChainClaim, (chain, claim) => {
      const burdens = chain.stages.map(
        (_, count) => calculateChain({ ...chain, stages: chain.stages.slice(0, count) }, claim).person,
      )
      burdens.push(calculateChain(chain, claim).person)
      expect(burdens).toEqual(burdens.toSorted((a, b) => b - a))
    }),
    runs,
  )
})

const IN_SCOPE = ['deductible', 'own-share', 'over-basic-cap', 'over-disease-cap'] as const

// Published chains are of this kind; payers on different parts may take turns about the same fen.
it('pays no less, and leaves the person no less, when a line costs more and all payers work on the in-scope sum', () => {
  const nested = anyChain.map((chain) => ({
    ...chain,
    stages: chain.stages.map(({ only: _only, ...stage }) => ({ ...stage, worksOn: IN_SCOPE })),
  }))
  fc.assert(
    fc.property(nested, anyChainClaim, fc.nat(100_000), fc.nat(), (chain, claim, extra, pick) => {
      const at = pick % claim.lines.length
      const line = claim.lines[at]!
      const lines = claim.lines.with(at, { ...line, amount: (line.amount + extra) as Fen })
      const [less, more] = [claim, { ...claim, lines }].map((it) => calculateChain(chain, it))
      // Where a fen more is rounded up by one payer, the next has a fen less to work on.
      const roundings = 1 + chain.stages.reduce((sum, { bands }) => sum + bands.length, 0)
      expect(more!.funds).toBeGreaterThanOrEqual(less!.funds - roundings)
      expect(more!.person).toBeGreaterThanOrEqual(less!.person - roundings)
    }),
    runs,
  )
})

it('never passes a cap, whatever the order of the claims of a year', () => {
  fc.assert(
    fc.property(anyChain, fc.array(anyChainClaim, { minLength: 2, maxLength: 5 }), (chain, claims) => {
      for (const order of [claims, claims.toReversed()]) {
        const after = live(chain, order).at(-1)!.after
        const limits = [
          [after.basic.fundPaid, chain.basic.yearlyCap?.value],
          ...chain.stages.map(({ id, yearlyCap, capBonus }) => [
            after.stages[id]!.fundPaid,
            yearlyCap && yearlyCap.value + 12 * (capBonus?.perYear.value ?? 0),
          ]),
          [
            sumOf(chain.disease?.cap?.diseases.map((id) => after.diseases[id] ?? 0) ?? []),
            chain.disease?.cap?.amount.value,
          ],
        ]
        expect(limits.filter(([paid, cap]) => cap !== undefined && paid! > cap)).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})

/** Lives through claims one after another, each on what those before have used. */
function live(chain: ChainScheme, claims: readonly ChainClaim[]): ChainResult[] {
  let used = NOTHING_AT_ALL
  return claims.map((claim) => {
    const result = calculateChain(chain, { ...claim, used })
    used = result.after
    return result
  })
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

function stepsOf(step: TraceStep): TraceStep[] {
  return [step, ...(step.children ?? []).flatMap(stepsOf)]
}

function amountsOf(value: object): number[] {
  return Object.values(value).flatMap((it: unknown) =>
    typeof it === 'number' ? [it as Fen] : typeof it === 'object' && it !== null ? amountsOf(it) : [],
  )
}
