import { ZERO_FEN, type Fen } from '@yichuang/kernel'
import { Ledger } from '../ledger.ts'
import { leavesOf, run } from '../run-trace.ts'
import type { TraceStep } from '../scheme.ts'
import type { Step } from '../trace-step.ts'
import { calculateChain, diseasesAfter, NOTHING_USED, usedAfter } from './calculate-chain.ts'
import { ChainLedger } from './chain-ledger.ts'
import type { ChainClaim, ChainResult, ChainScheme, Payer } from './chain.ts'
import { writeChain } from './write-chain.ts'

export interface ChainExplanation {
  readonly result: ChainResult
  readonly trace: TraceStep
}

/** Works a claim through the chain step by step; an Error when it differs from `calculateChain` by a fen. */
export function explainChain(chain: ChainScheme, claim: ChainClaim): ChainExplanation {
  const explanation = workOut(writeChain(chain, claim))
  const where = difference(explanation.result, calculateChain(chain, claim))
  if (where !== undefined) throw new Error(`The explanation differs from the calculation at ${where}`)
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

/** Where two results differ: a path such as `.payers.maf_pay`; undefined when they say the same. */
function difference(one: unknown, other: unknown): string | undefined {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? undefined : ` (${String(one)}, ${String(other)})`
  const yours = new Map(Object.entries(other))
  for (const [name, mine] of Object.entries(one)) {
    const below = difference(mine, yours.get(name))
    if (below !== undefined) return `.${name}${below}`
  }
  return Object.keys(one).length === yours.size ? undefined : ' (other parts)'
}
