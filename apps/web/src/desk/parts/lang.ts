import { useLanguage } from '../../shared/language.ts'

/** Both languages of one page's texts; the Chinese ones decide the shape, so a missing English one does not compile. */
export interface Words<W> {
  readonly zh: W
  readonly en: W
}

/** Declares a page's texts, Chinese first; a text with a value in it is a function. */
export function defineWords<W extends object>(zh: W, en: NoInfer<W>): Words<W> {
  return { zh, en }
}

/** The texts of a page in the language in use. */
export function useWords<W>(words: Words<W>): W {
  return useLanguage() === 'en' ? words.en : words.zh
}
