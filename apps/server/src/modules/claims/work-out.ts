import { checkChainClaim, checkClaim, explain, explainChain, PAYERS } from '@yichuang/benefits'
import type {
  BenefitClaim,
  ChainClaim,
  ChainResult,
  ChainScheme,
  ChainUsed,
  ClaimFault,
  TraceStep,
} from '@yichuang/benefits'
import type { Amounts } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import { isBasicOnly } from '@yichuang/policy'
import { amountsOf, chainAmountsOf } from '../catalogue/index.ts'
import type { PayerAmounts, WorkedClaim } from './claim-row.ts'
import { usedOf } from './replay-record.ts'

/** What a claim gives, with every step. */
export interface WorkedOut {
  /** `fund` is what all funds pay together */
  readonly amounts: Amounts
  /** each fund that may pay, by its name in the national interface; null where there is only the basic one */
  readonly payers: PayerAmounts | null
  readonly trace: TraceStep
  /** what the year has used of every payer afterwards */
  readonly after: ChainUsed
}

/** The claim as the rules take it: on the basic fund's year alone, or on that of every payer. */
export function claimOn(
  chain: ChainScheme,
  claim: Omit<BenefitClaim, 'accumulators'>,
  used: ChainUsed,
): WorkedClaim {
  return isBasicOnly(chain) ? { ...claim, accumulators: used.basic } : { ...claim, used }
}

/** Works a claim out with its explanation; of payers it was not decided under, nothing counts as used. */
export function workOut(chain: ChainScheme, claim: WorkedClaim): WorkedOut {
  const used = usedOf(claim)
  if (isBasicOnly(chain)) {
    const { lines, otherPaid, transferred } = claim
    const { result, trace } = explain(chain.basic, {
      lines,
      accumulators: used.basic,
      ...(otherPaid !== undefined && { otherPaid }),
      ...(transferred && { transferred }),
    })
    const after = { basic: result.after, stages: {}, diseases: {} }
    return { amounts: amountsOf(result), payers: null, trace, after }
  }
  const { result, trace } = explainChain(chain, { ...claim, used })
  return { amounts: chainAmountsOf(result), payers: payerAmounts(chain, result), trace, after: result.after }
}

/** Everything that keeps a claim from being worked out. */
export function faultsOfClaim(claim: BenefitClaim | ChainClaim): readonly ClaimFault[] {
  return 'used' in claim ? checkChainClaim(claim) : checkClaim(claim)
}

function payerAmounts({ stages }: ChainScheme, { payers }: ChainResult): PayerAmounts {
  const named = new Set(['hifp_pay', ...stages.map(({ payer }) => payer)])
  return Object.fromEntries(
    PAYERS.filter((payer) => named.has(payer)).map((payer) => [payer, formatYuan(payers[payer])]),
  )
}
