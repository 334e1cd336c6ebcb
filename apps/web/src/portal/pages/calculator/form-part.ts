import type { CalculatorPlace } from '@yichuang/contracts'
import type { Question, SetQuestion } from './question.ts'

/** What each part of the form works on. */
export interface FormPart {
  readonly question: Question
  readonly set: SetQuestion
  readonly place: CalculatorPlace
  readonly faultAt: (path: string) => string | undefined
}
