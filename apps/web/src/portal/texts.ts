import { language, setLanguage, useLanguage } from '../shared/language.ts'
import type { Language } from '../shared/language.ts'
import { zh } from './messages.zh.ts'
import type { Texts } from './messages.zh.ts'

const loaded: Partial<Record<Language, Texts>> = { 'zh-CN': zh }

/** Loads the words of a language; English comes in a file of its own that Chinese readers never fetch. */
export async function loadTexts(lang: Language = language()): Promise<void> {
  loaded[lang] ??= (await import('./messages.en.ts')).en
}

/** Switches the interface once its words are there. */
export async function switchLanguage(next: Language): Promise<void> {
  await loadTexts(next)
  setLanguage(next)
}

/** The words of the interface in the reader's language; renders again when it changes. */
export function useTexts(): Texts {
  return loaded[useLanguage()] ?? zh
}
