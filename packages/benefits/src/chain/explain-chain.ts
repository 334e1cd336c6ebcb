import { ZERO_FEN, type Fen } from '@yichuang/kernel'
import { saysTheSame } from '../explain.ts'
import { Ledger } from '../ledger.ts'
import { leavesOf, run } from '../run-trace.ts'
import type { TraceStep } from '../scheme.ts'
import type { Step } from '../trace-step.ts'
import { calculateChain, diseasesAfter, NOTHING_USED, usedAfter } from './calculate-chain.ts'
import { ChainLedger } from './chain-ledger.ts'
import { POTS, type ChainClaim, type ChainResult, type ChainScheme, type Payer } from './chain.ts'
import { writeChain } from './write-chain.ts'

export interface ChainExplanation {
  readonly result: ChainResult
  readonly trace: TraceStep
}

/** Works a claim through the chain step by step; an Error when it differs from `calculateChain` by a fen. */
export function explainChain(chain: ChainScheme, claim: ChainClaim): ChainExplanation {
  const explanation = workOut(writeChain(chain, claim))
  const calculated = calculateChain(chain, claim)
  if (!sayTheSame(explanation.result, calculated))
    throw new Error(
      `The explanation ${JSON.stringify(explanation.result)} differs from the calculation ${JSON.stringify(calculated)}`,
    )
  return explanation
}

/** Runs a stored trace of a chain again from its leaves; one that nobody changed comes out as it was. */
export function replayChain(trace: TraceStep): ChainExplanation {
  return workOut(leavesOf(trace))
}

/** Fills in a freshly written trace, which becomes the caller's. */
function workOut(trace: Step): ChainExplanation {
  const ledger = new Ledger()
  const chain = (ledger.chain = new ChainLedger())
  run(trace, ledger)
  return { trace, result: resultOf(trace, chain) }
}

function resultOf(trace: Step, chain: ChainLedger): ChainResult {
  const { basic, pots } = chain
  const basicPaid = chain.basicPaid as Fen
  if (basic === undefined) throw new Error(`The trace “${trace.id}” has no step of the basic fund`)
  const payers: Record<Payer, Fen> = {
    hifp_pay: basicPaid,
    cvlserv_pay: ZERO_FEN,
    hifes_pay: ZERO_FEN,
    hifmi_pay: ZERO_FEN,
    hifob_pay: ZERO_FEN,
    maf_pay: ZERO_FEN,
    oth_pay: ZERO_FEN,
  }
  const stages = { ...chain.used }
  for (const stage of chain.stages) {
    payers[stage.payer] = (payers[stage.payer] + stage.paid) as Fen
    stages[stage.id] = usedAfter(stages[stage.id] ?? NOTHING_USED, stage)
  }
  const person = basic.total - chain.funds - basic.otherPaid
  return {
    basic,
    total: basic.total,
    basicPaid,
    stages: chain.stages,
    payers,
    otherPaid: basic.otherPaid,
    funds: chain.funds as Fen,
    person: person as Fen,
    pots,
    cash: (person - pots.current - pots.past - pots.family) as Fen,
    after: {
      basic: { ...basic.after, fundPaid: (basic.after.fundPaid - basic.fund + basicPaid) as Fen },
      stages,
      diseases: diseasesAfter(chain.disease, chain.diseases, basicPaid),
    },
  }
}

/**
 * Whether two results of one chain and claim say the same. What was used afterwards follows from these amounts, so it is
 * not compared again.
 */
function sayTheSame(one: ChainResult, other: ChainResult): boolean {
  return (
    one.total === other.total &&
    one.basicPaid === other.basicPaid &&
    one.funds === other.funds &&
    one.otherPaid === other.otherPaid &&
    one.cash === other.cash &&
    POTS.every((pot) => one.pots[pot] === other.pots[pot]) &&
    one.stages.length === other.stages.length &&
    one.stages.every((stage, at) => {
      const { id, base, deductible, paid } = other.stages[at]!
      return stage.id === id && stage.base === base && stage.deductible === deductible && stage.paid === paid
    }) &&
    saysTheSame(one.basic, other.basic)
  )
}
