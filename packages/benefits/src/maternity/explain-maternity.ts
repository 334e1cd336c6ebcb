import { formatYuan, type Fen } from '@yichuang/kernel'
import { Ledger } from '../ledger.ts'
import { leavesOf, run } from '../run-trace.ts'
import type { Cited, TraceStep } from '../scheme.ts'
import { countOf, moneyOf, type Step } from '../trace-step.ts'
import { cite, inScope, money, otherPayers, share, step } from '../write-trace.ts'
import type {
  AllowanceExplanation,
  AllowanceScheme,
  MaternityEvent,
  MaternityMedicalClaim,
  MaternityMedicalExplanation,
  MaternityMedicalScheme,
} from './maternity.ts'

/**
 * Works out the maternity allowance with its trace. A RangeError when the wage, the number of babies or the length of the
 * pregnancy, in the unit the rule counts in, is not there or cannot be.
 */
export function explainAllowance(scheme: AllowanceScheme, event: MaternityEvent): AllowanceExplanation {
  const { pack, on } = scheme
  if (!Number.isSafeInteger(event.monthlyWage) || event.monthlyWage < 0 || event.monthlyWage > MOST_WAGE)
    throw new RangeError('The monthly wage must be a whole number of fen up to ten million yuan')
  const facts = {
    pack: pack.id,
    version: pack.version,
    hash: pack.hash,
    on,
    outcome: event.outcome,
    wage: formatYuan(event.monthlyWage),
  }
  const rules = [days('divisor', scheme.divisor), cite('rounding', scheme.rounding, String)]
  return allowanceOf(step('allowance', 'allowance', facts, rules, daysOf(scheme, event)))
}
const MOST_WAGE = 1_000_000_000

/** Runs the stored trace of an allowance again. */
export function replayAllowance(trace: TraceStep): AllowanceExplanation {
  return allowanceOf(leavesOf(trace))
}

/** Works out what the fund pays of the medical costs of a birth, of check-ups or of family planning, with its trace. */
export function explainMaternityMedical(
  scheme: MaternityMedicalScheme,
  claim: MaternityMedicalClaim,
): MaternityMedicalExplanation {
  const { pack, on, benefit, kind, pays } = scheme
  const facts = { pack: pack.id, version: pack.version, hash: pack.hash, on, benefit, kind }
  const steps = [inScope(claim.lines)]
  if (claim.otherPaid) steps.push(otherPayers(claim.otherPaid))
  const rule = pays.design === 'ratio' ? share('share', pays.share) : money('standard', pays.amount)
  steps.push(step('maternity.pays', `maternity.${pays.design}`, {}, [rule]))
  return medicalOf(step('maternity', 'maternity.medical', facts, undefined, steps))
}

/** Runs the stored trace of medical costs again. */
export function replayMaternityMedical(trace: TraceStep): MaternityMedicalExplanation {
  return medicalOf(leavesOf(trace))
}

function daysOf(scheme: AllowanceScheme, event: MaternityEvent): Step[] {
  if (event.outcome === 'miscarriage') {
    const { by, rows } = scheme.miscarriage
    const pregnancy = event.pregnancy[by]
    if (pregnancy === undefined || !Number.isInteger(pregnancy) || pregnancy < 0)
      throw new RangeError(`The rule counts full ${by} of pregnancy; give their number`)
    const row = rows.findLast(({ from }) => from <= pregnancy)
    if (row === undefined) throw new RangeError(`The rule says nothing of ${pregnancy} ${by} of pregnancy`)
    const facts = { pregnancy: String(pregnancy), by }
    return [step('days.miscarriage', 'days.miscarriage', facts, [days('days', row.days)])]
  }
  if (!Number.isInteger(event.babies) || event.babies < 1 || event.babies > 9)
    throw new RangeError('The number of babies must be between 1 and 9')
  const steps = [step('days.birth', 'days.birth', {}, [days('days', scheme.birthDays)])]
  if (event.difficult)
    steps.push(step('days.difficult', 'days.difficult', {}, [days('days', scheme.difficultDays)]))
  if (event.babies > 1) {
    const facts = { babies: String(event.babies) }
    steps.push(step('days.more-babies', 'days.more-babies', facts, [days('days', scheme.moreBabyDays)]))
  }
  const { bonusDays } = scheme
  if ('value' in bonusDays) steps.push(step('days.bonus', 'days.bonus', {}, [days('days', bonusDays)]))
  return steps
}

function allowanceOf(trace: Step): AllowanceExplanation {
  run(trace, new Ledger())
  return { trace, result: { days: countOf(trace, 'days'), allowance: trace.amount } }
}

function medicalOf(trace: Step): MaternityMedicalExplanation {
  const ledger = new Ledger()
  run(trace, ledger)
  const result = {
    total: ledger.total as Fen,
    inScope: ledger.inScope as Fen,
    fund: trace.amount,
    otherPaid: ledger.otherPaid as Fen,
    person: moneyOf(trace, 'person'),
    beyond: moneyOf(trace, 'beyond'),
  }
  return { trace, result }
}

const days = (role: 'days' | 'divisor', cited: Cited<number>) => cite(role, cited, String)
