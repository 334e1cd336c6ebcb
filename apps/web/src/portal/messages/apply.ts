import { useLanguage } from '../../shared/language.ts'
import { apply as en } from './apply.en.ts'
import { apply as zh } from './apply.zh.ts'

export type ApplyTexts = typeof zh

/** The words of the application form: they come with its pages, so that the first page loads without them. */
export function useApplyTexts(): ApplyTexts {
  return useLanguage() === 'en' ? en : zh
}
