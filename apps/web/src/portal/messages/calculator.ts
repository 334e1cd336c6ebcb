import { useLanguage } from '../../shared/language.ts'
import { calculator as en } from './calculator.en.ts'
import { calculator as zh } from './calculator.zh.ts'

export type CalculatorTexts = typeof zh

/** The words of the calculator: they come with its page, so that the first page loads without them. */
export function useCalculatorTexts(): CalculatorTexts {
  return useLanguage() === 'en' ? en : zh
}
