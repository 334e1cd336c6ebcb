import {
  calculateChain,
  type ChainClaim,
  type ChainScheme,
  type ChainUsed,
  type ClaimLine,
  type TraceStep,
} from '@yichuang/benefits'
import type { Amounts } from '@yichuang/contracts'
import { formatYuan, fen, ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { ChainFacts } from '@yichuang/policy'
import type { PayerAmounts, WorkedClaim } from './claim-row.ts'
import { claimOn, faultsOfClaim, workOut } from './work-out.ts'

/** What a decision of a person's year was worked out from, without the year itself. */
export type Worked =
  | {
      readonly by: 'rules'
      readonly pack: { readonly id: string; readonly hash: string }
      readonly facts: ChainFacts
      readonly lines: readonly ClaimLine[]
      readonly otherPaid?: Fen
      /** of a stay that was settled before: it is one admission */
      readonly transferred?: { readonly admission: number; readonly deducted: Fen }
    }
  /** a person gave the figure, because the place has no rule */
  | { readonly by: 'hand'; readonly fund: Fen }

/** How a decision of the year stands: as it was made, or as the last correction left it. Plain JSON; money of amounts in yuan. */
export interface Standing {
  /** null: taken out of the year */
  readonly worked: Worked | null
  /** what it added to the year is the difference of the two */
  readonly before: ChainUsed
  readonly after: ChainUsed
  readonly amounts: Amounts | null
  /** each fund's part; they make up `fund` */
  readonly payers: PayerAmounts
  readonly fund: string
}

/** Works a decision out on a year. `trace` is undefined where no rule gave the figure. */
export function standingOn(
  worked: Worked | null,
  chain: ChainScheme | undefined,
  used: ChainUsed,
  admission: 0 | 1,
): { readonly standing: Standing; readonly trace: TraceStep | undefined } {
  if (worked === null) return { standing: nothingOn(used), trace: undefined }
  if (worked.by === 'hand') return { standing: byHandOn(worked, used, admission), trace: undefined }
  const { lines, otherPaid, transferred } = worked
  const claim = claimOn(
    chain!,
    { lines, ...(otherPaid !== undefined && { otherPaid }), ...(transferred && { transferred }) },
    usedUnder(chain!, used),
  )
  const { amounts, payers, trace, after } = workOut(chain!, claim)
  const standing: Standing = {
    worked,
    before: used,
    // Payers that this decision knows nothing of stay as they were.
    after: {
      basic: after.basic,
      stages: { ...used.stages, ...after.stages },
      diseases: { ...used.diseases, ...after.diseases },
    },
    amounts,
    payers: payers ?? { hifp_pay: amounts.fund },
    fund: amounts.fund,
  }
  return { standing, trace }
}

/** What personal accounts pay of a decision by rules, out of what is offered; the funds' parts do not turn on it. */
export function accountShareOn(
  { lines, otherPaid, transferred }: Extract<Worked, { by: 'rules' }>,
  chain: ChainScheme,
  used: ChainUsed,
  accounts: NonNullable<ChainClaim['accounts']>,
): Fen {
  const { pots } = calculateChain(chain, {
    lines,
    used: usedUnder(chain, used),
    accounts,
    ...(otherPaid !== undefined && { otherPaid }),
    ...(transferred && { transferred }),
  })
  return fen(pots.current + pots.past + pots.family)
}

/** What keeps a decision from being worked out anew, in both languages; empty when nothing does. */
export function faultsOfWorked(worked: Worked | null, chain: ChainScheme | undefined, used: ChainUsed) {
  if (worked?.by !== 'rules' || !chain) return []
  const { lines, otherPaid } = worked
  const claim: WorkedClaim = claimOn(chain, { lines, ...(otherPaid !== undefined && { otherPaid }) }, used)
  return faultsOfClaim(claim)
}

function nothingOn(used: ChainUsed): Standing {
  return { worked: null, before: used, after: used, amounts: null, payers: {}, fund: '0.00' }
}

/** As when it was decided: the figure counts towards the year's cap; what it used of the rest nobody knows. */
function byHandOn(
  worked: { readonly by: 'hand'; readonly fund: Fen },
  used: ChainUsed,
  admission: 0 | 1,
): Standing {
  const { basic } = used
  const fund = formatYuan(worked.fund)
  return {
    worked,
    before: used,
    after: {
      ...used,
      basic: {
        ...basic,
        fundPaid: fen(basic.fundPaid + worked.fund),
        admissions: basic.admissions + admission,
      },
    },
    amounts: null,
    payers: { hifp_pay: fund },
    fund,
  }
}

/** The year as this chain reads it: its payers and diseases in its order, and nothing of others. */
function usedUnder({ stages, disease }: ChainScheme, used: ChainUsed): ChainUsed {
  const ills = disease === undefined ? [] : [...new Set([disease.id, ...(disease.cap?.diseases ?? [])])]
  return {
    basic: used.basic,
    stages: Object.fromEntries(
      stages.map(({ id }) => [
        id,
        used.stages[id] ?? { inScopeUsed: ZERO_FEN, deductibleUsed: ZERO_FEN, fundPaid: ZERO_FEN },
      ]),
    ),
    diseases: Object.fromEntries(ills.map((id) => [id, used.diseases[id] ?? ZERO_FEN])),
  }
}
