import type { Accumulators, CareKind, ChainScheme, ChainUsed, StageUsed, TraceStep } from '@yichuang/benefits'
import { NOTHING_USED } from '@yichuang/benefits'
import { fen, yuan, ZERO_FEN, type Fen } from '@yichuang/kernel'
import { canonicalJson } from '../../platform/crypto.ts'
import { standingOn, type Standing, type WholeYear, type Worked } from '../claims/index.ts'
import { balancesAfter, NO_BALANCES, withAccounts, type StandingWithAccounts } from './accounts.ts'
import type { Entry, PersonYear } from './year.ts'

/** A decision with what it is to be worked out from; `chain` are the compiled rules, absent where no rule gives the figure. */
export interface Changed {
  readonly entry: Entry
  readonly worked: Worked | null
  readonly chain?: ChainScheme
}

/** What a recalculation makes of one decision. */
export interface Outcome {
  readonly entry: Entry
  readonly after: StandingWithAccounts
  readonly trace: TraceStep | undefined
}

/**
 * Works a person's year out again from one decision on, in the order of the year. What stands before it is not touched; the
 * year begins as those left it: what is used now, less what the decisions to be worked out added to it. So a settlement that
 * was taken back, a figure by hand or a year brought over from another system all count as they stand.
 */
export function recalculate(
  { entries, whole }: PersonYear,
  from: number,
  changed: readonly Changed[],
  balances = NO_BALANCES,
): { readonly outcomes: readonly Outcome[]; readonly after: WholeYear } {
  let year = entries.slice(from).reduce(without, whole)
  let left = balances
  const stays = new Map<string, Stay>()
  const outcomes = changed.map(({ entry, worked, chain }): Outcome => {
    const used = { basic: year.basic[entry.kind], stages: year.stages, diseases: year.diseases }
    const going = goingOn(worked, entry.visitId === undefined ? undefined : stays.get(entry.visitId))
    const { standing, trace } = standingOn(going, chain, used, admissionOf(entry.standing))
    if (entry.visitId !== undefined)
      stays.set(entry.visitId, stayAfter(stays.get(entry.visitId), entry, standing))
    year = {
      basic: { ...year.basic, [entry.kind]: standing.after.basic },
      stages: standing.after.stages,
      diseases: standing.after.diseases,
    }
    const after = withAccounts(entry.standing, standing, chain, used, left)
    left = balancesAfter(left, entry.standing, after)
    return { entry, after, trace }
  })
  return { outcomes, after: year }
}

/** Whether a decision gives and uses exactly what it did. */
export function unchanged(before: Standing, after: Standing): boolean {
  const told = ({ worked, amounts, payers, fund }: Standing) => [worked === null, amounts, payers, fund]
  return canonicalJson(told(before)) === canonicalJson(told(after)) && sameUse(before, after)
}

function sameUse(one: Standing, other: Standing): boolean {
  const [a, b] = [one, other].map(({ before, after }) => ({
    basic: FIELDS.map((field) => after.basic[field] - before.basic[field]),
    stages: stagesAdded(before, after),
    diseases: diseasesAdded(before, after),
  }))
  return JSON.stringify(a) === JSON.stringify(b)
}

const FIELDS = ['deductibleUsed', 'inScopeUsed', 'fundPaid', 'admissions'] as const

/** A year without what one decision added to it. */
function without(year: WholeYear, { kind, standing: { before, after } }: Entry): WholeYear {
  const stages = { ...year.stages }
  for (const [id, added] of stagesAdded(before, after))
    stages[id] = lessStage(stages[id] ?? NOTHING_USED, added)
  const diseases = { ...year.diseases }
  for (const [id, added] of diseasesAdded(before, after)) diseases[id] = fen((diseases[id] ?? 0) - added)
  return {
    basic: { ...year.basic, [kind]: lessBasic(year.basic[kind], before.basic, after.basic) },
    stages,
    diseases,
  }
}

function lessBasic(used: Accumulators, before: Accumulators, after: Accumulators): Accumulators {
  const less = (field: 'deductibleUsed' | 'inScopeUsed' | 'fundPaid') =>
    fen(used[field] - (after[field] - before[field]))
  return {
    year: used.year,
    deductibleUsed: less('deductibleUsed'),
    inScopeUsed: less('inScopeUsed'),
    fundPaid: less('fundPaid'),
    admissions: used.admissions - (after.admissions - before.admissions),
  }
}

type Added = readonly [base: number, deductible: number, paid: number]

/** What a decision added to each later payer; payers it added nothing to are left out. */
function stagesAdded(before: ChainUsed, after: ChainUsed): [id: string, added: Added][] {
  return Object.entries(after.stages)
    .map(([id, now]): [string, Added] => {
      const was = before.stages[id] ?? NOTHING_USED
      return [
        id,
        [
          now.inScopeUsed - was.inScopeUsed,
          now.deductibleUsed - was.deductibleUsed,
          now.fundPaid - was.fundPaid,
        ],
      ]
    })
    .filter(([, added]) => added.some((amount) => amount !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function diseasesAdded(before: ChainUsed, after: ChainUsed): [id: string, added: number][] {
  return Object.entries(after.diseases)
    .map(([id, now]): [string, number] => [id, now - (before.diseases[id] ?? 0)])
    .filter(([, added]) => added !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function lessStage(used: StageUsed, [base, deductible, paid]: Added): StageUsed {
  return {
    inScopeUsed: fen(used.inScopeUsed - base),
    deductibleUsed: fen(used.deductibleUsed - deductible),
    fundPaid: fen(used.fundPaid - paid),
  }
}

/** A figure by hand counts an admission or none, as it did when it was decided. */
function admissionOf({ before, after }: Standing): 0 | 1 {
  return after.basic.admissions > before.basic.admissions ? 1 : 0
}

/** What the settlements of one stay that were worked out anew say to the later ones: it is one admission. */
interface Stay {
  readonly admission: number | undefined
  /** how much more (or less) was deducted than these settlements had before */
  readonly moreDeducted: number
}

function goingOn(worked: Worked | null, stay: Stay | undefined): Worked | null {
  if (worked?.by !== 'rules' || !worked.transferred || !stay) return worked
  const { admission, deducted } = worked.transferred
  const transferred = {
    admission: stay.admission ?? admission,
    deducted: fen(deducted + stay.moreDeducted),
  }
  return { ...worked, transferred }
}

function stayAfter(stay: Stay | undefined, { kind, standing }: Entry, after: Standing): Stay {
  const first =
    after.worked?.by === 'rules' && !after.worked.transferred && kind === ('inpatient' satisfies CareKind)
  const deducted = (one: Standing): Fen => (one.amounts === null ? ZERO_FEN : yuan(one.amounts.deductible))
  return {
    admission: first ? after.before.basic.admissions + 1 : stay?.admission,
    moreDeducted: (stay?.moreDeducted ?? 0) + deducted(after) - deducted(standing),
  }
}
