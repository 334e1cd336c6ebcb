import type { BodyOf, CalculatorPlace, toolCalculate } from '@yichuang/contracts'
import { rowId } from '../apply/fee-lines.ts'

export type CalculateBody = BodyOf<typeof toolCalculate>
type LineClass = CalculateBody['lines'][number]['class']

/** One item of the costs, as typed. */
export interface CostLine {
  readonly id: string
  readonly name: string
  readonly amount: string
  readonly class: LineClass
  /** per cent the person pays first, for class B */
  readonly ratio: string
}

/** What one payer after the basic fund was used for this year, as typed. */
export interface StageTyped {
  readonly base: string
  readonly deductible: string
  readonly fund: string
}

/** Everything on the form, as typed. */
export interface Question {
  readonly pack: string
  readonly on: string
  readonly insurance: CalculateBody['insurance']
  readonly personClass: CalculateBody['personClass']
  readonly kind: CalculateBody['kind']
  readonly level: CalculateBody['level']
  readonly carePlace: NonNullable<CalculateBody['carePlace']>
  readonly groups: readonly string[]
  /** empty: an ordinary visit */
  readonly disease: string
  readonly way: 'sum' | 'lines'
  readonly total: string
  readonly classB: string
  readonly ratioB: string
  readonly classC: string
  readonly lines: readonly CostLine[]
  readonly otherPaid: string
  readonly used: StageTyped & { readonly inScope: string; readonly admissions: string }
  readonly stages: Readonly<Record<string, StageTyped>>
  readonly bonusYears: string
}
export type SetQuestion = (part: Partial<Question>) => void

export const NOTHING_TYPED: StageTyped = { base: '', deductible: '', fund: '' }

export const CLASSES_OF = {
  employee: ['active', 'retired'],
  resident: ['resident-adult', 'resident-minor', 'resident-senior'],
} as const

/** An empty form for a place and day. */
export function newQuestion(pack: string, on: string, kind: Question['kind']): Question {
  return {
    pack,
    on,
    insurance: 'resident',
    personClass: 'resident-adult',
    kind,
    level: 'tertiary',
    carePlace: 'local',
    groups: [],
    disease: '',
    way: 'sum',
    total: '',
    classB: '',
    ratioB: '',
    classC: '',
    lines: [newLine()],
    otherPaid: '',
    used: { base: '', deductible: '', inScope: '', fund: '', admissions: '' },
    stages: {},
    bonusYears: '',
  }
}

export function newLine(): CostLine {
  return { id: rowId(), name: '', amount: '', class: 'A', ratio: '' }
}

/** The scheme of the place that the question is about, where one is loaded. */
export function schemeOf(place: CalculatorPlace, { insurance, kind }: Pick<Question, 'insurance' | 'kind'>) {
  return place.schemes.find((scheme) => scheme.insurance === insurance && scheme.kind === kind)
}

/** The payers after the basic fund for this insurance and kind of care, on the day or later. */
export function stagesOf(place: CalculatorPlace, { insurance, kind }: Question): CalculatorPlace['stages'] {
  return place.stages.filter((stage) => stage.insurance === insurance && stage.kind === kind)
}

/** Those that pay on the day of the question. */
export function stagesFor(place: CalculatorPlace, question: Question): CalculatorPlace['stages'] {
  return stagesOf(place, question).filter(({ from }) => from <= question.on)
}
