import { formatRatio, formatYuan, type Fen, type Ratio } from '@yichuang/kernel'
import { goesOn } from './reimburse.ts'
import type {
  Band,
  Banded,
  BenefitClaim,
  BenefitScheme,
  Cited,
  ClaimLine,
  ParameterRole,
  TraceParameter,
} from './scheme.ts'
import type { Says } from './trace-rules.ts'
import type { Step } from './trace-step.ts'

/** Writes down the steps of a claim with their facts and cited values only; `workOut` fills in the rest. */
export function writeTrace(scheme: BenefitScheme, claim: BenefitClaim): Step {
  const basic = writeBasic('result', scheme, claim)
  return { ...basic, children: [...basic.children!, step('person', 'person', {})] }
}

/** The same for a claim of which others may pay a part afterwards. */
export function writeBasic(says: 'result' | 'basic', scheme: BenefitScheme, claim: BenefitClaim): Step {
  const { pack, on, insurance, kind, level, personClass, carePlace } = scheme
  const steps = [soFar(claim), inScope(claim.lines)]
  if (claim.otherPaid) steps.push(otherPayers(claim.otherPaid))
  addOutOfArea(steps, scheme)
  addTransfer(steps, scheme, claim)
  steps.push(deductible(scheme, claim), bands(scheme))
  if (scheme.yearlyCap) steps.push(step('cap', 'cap', {}, [money('cap', scheme.yearlyCap)]))

  const facts = {
    pack: pack.id,
    version: pack.version,
    hash: pack.hash,
    on,
    insurance,
    kind,
    level,
    personClass,
    carePlace,
  }
  return step(says, says, facts, undefined, steps)
}

export function inScope(lines: readonly ClaimLine[]): Step {
  return step('in-scope', 'in-scope', {}, undefined, lines.map(line))
}

export function otherPayers(otherPaid: Fen): Step {
  return step('other-payers', 'other-payers', { otherPaid: formatYuan(otherPaid) })
}

function soFar({ accumulators }: BenefitClaim): Step {
  return step('so-far', 'so-far', {
    year: String(accumulators.year),
    deductibleUsed: formatYuan(accumulators.deductibleUsed),
    inScopeUsed: formatYuan(accumulators.inScopeUsed),
    fundPaid: formatYuan(accumulators.fundPaid),
    admissions: String(accumulators.admissions),
  })
}

function line(line: ClaimLine, index: number): Step {
  const id = `line.${index + 1}`
  const steps: Step[] = []
  if (line.cut)
    steps.push(step(`${id}.cut`, 'line.cut', { cut: formatYuan(line.cut.amount), reason: line.cut.reason }))
  if (line.class === 'C') {
    steps.push(step(`${id}.out-of-catalogue`, 'line.out-of-catalogue', {}))
  } else {
    if (line.quantity !== undefined && line.ceilingPrice !== undefined) {
      const facts = { quantity: String(line.quantity), ceilingPrice: formatYuan(line.ceilingPrice) }
      steps.push(step(`${id}.over-ceiling`, 'line.over-ceiling', facts))
    }
    if (line.class === 'B')
      steps.push(
        step(`${id}.first-self-pay`, 'line.first-self-pay', { share: formatRatio(line.selfPayRatio) }),
      )
  }
  if (line.inPlan) steps.push(step(`${id}.in-plan`, 'line.in-plan', {}))
  const facts = { line: line.id, name: line.name, class: line.class, charged: formatYuan(line.amount) }
  return step(id, 'line', facts, undefined, steps)
}

function addOutOfArea(steps: Step[], scheme: BenefitScheme): void {
  if (scheme.outOfAreaWaived)
    steps.push(
      step('out-of-area', 'out-of-area.waived', {}, [cite('waived', scheme.outOfAreaWaived, String)]),
    )
  else if (scheme.outOfAreaFirst)
    steps.push(step('out-of-area', 'out-of-area.first', {}, [share('share', scheme.outOfAreaFirst)]))
}

function addTransfer(steps: Step[], scheme: BenefitScheme, { transferred }: BenefitClaim): void {
  if (transferred === undefined || scheme.transfer === undefined) return
  const rule = [cite('transfer', scheme.transfer, String)]
  const facts = { admission: String(transferred.admission), deducted: formatYuan(transferred.deducted) }
  if (scheme.transfer.value === 'continuous') steps.push(step('transfer', 'transfer', facts, rule))
  else steps.push(step('transfer', 'transfer.new', {}, rule))
}

function deductible(scheme: BenefitScheme, claim: BenefitClaim): Step {
  const { deductible } = scheme
  const { accumulators, transferred } = claim
  if (deductible.design === 'per-year')
    return step('deductible', 'deductible.per-year', {}, [money('standard', deductible.amount)])
  if (transferred !== undefined && goesOn(scheme, claim)) {
    const standard = deductible.amounts[Math.min(transferred.admission, deductible.amounts.length) - 1]!
    const facts = { admission: String(transferred.admission) }
    return step('deductible', 'deductible.continued', facts, [money('standard', standard)])
  }
  const standard = deductible.amounts[Math.min(accumulators.admissions, deductible.amounts.length - 1)]!
  const facts = { admission: String(accumulators.admissions + 1) }
  return step('deductible', 'deductible.per-admission', facts, [money('standard', standard)])
}

/** The bands of a scheme, or of a stage after it. */
export function bands(scheme: Banded): Step {
  const each = scheme.rounding === 'each-band'
  const facts = { base: scheme.bandBase, yearToDate: String(scheme.bandsYearToDate) }
  const steps = scheme.bands.map((band, index) => {
    const parameters = bandParameters(scheme, band, scheme.bands[index - 1])
    return step(
      `band.${index + 1}`,
      each ? 'band.rounded' : 'band.exact',
      { base: scheme.bandBase },
      parameters,
    )
  })
  return step('bands', each ? 'bands.each' : 'bands.total', facts, undefined, steps)
}

function bandParameters(scheme: Banded, band: Band, below: Band | undefined): TraceParameter[] {
  const parameters = [share('fundShare', band.fundShare)]
  if (below?.upTo) parameters.push(money('above', below.upTo))
  if (band.upTo) parameters.push(money('upTo', band.upTo))
  if (scheme.ownShareFactor) parameters.push(share('ownShareFactor', scheme.ownShareFactor))
  if (scheme.outOfAreaCut && !scheme.outOfAreaWaived) parameters.push(share('pointsOff', scheme.outOfAreaCut))
  return parameters
}

/** A step with nothing worked out yet. */
export function step(
  id: string,
  says: Says,
  values: Record<string, string>,
  parameters?: readonly TraceParameter[],
  children?: readonly Step[],
): Step {
  return { id, says, values, amount: 0 as Fen, parameters, rounding: undefined, children }
}

export const money = (role: ParameterRole, cited: Cited<Fen>) => cite(role, cited, formatYuan)
export const share = (role: ParameterRole, cited: Cited<Ratio>) => cite(role, cited, formatRatio)

/** A scheme serves many claims, so its cited values are written once. */
const written = new WeakMap<object, Map<ParameterRole, TraceParameter>>()

export function cite<T>(role: ParameterRole, cited: Cited<T>, write: (value: T) => string): TraceParameter {
  let roles = written.get(cited)
  if (roles === undefined) written.set(cited, (roles = new Map()))
  let parameter = roles.get(role)
  if (parameter === undefined) {
    const { value, parameter: name, source } = cited
    roles.set(role, (parameter = { role, parameter: name, value: write(value), source }))
  }
  return parameter
}
