import { useLanguage } from '../../shared/language.ts'
import { cases as en } from './case.en.ts'
import { cases as zh } from './case.zh.ts'

export type CaseTexts = typeof zh

/** The words about cases: they come with the pages that show one, so that the first page loads without them. */
export function useCaseTexts(): CaseTexts {
  return useLanguage() === 'en' ? en : zh
}
