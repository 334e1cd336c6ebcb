/** Languages people are spoken to in. Chinese comes first. */
export type Locale = 'zh-CN' | 'en'

/** The same sentence in each language. */
export type Sentences = Readonly<Record<Locale, string>>

/**
 * What is wrong with a text, where, and how to mend it. The sentences never repeat the text itself, so that they can be
 * logged; `values` holds what a program may want to show beside them.
 */
export interface Fault<Code extends string = string> {
  readonly code: Code
  readonly values: Readonly<Record<string, string>>
  readonly sentences: Sentences
}

/** The value read from a text, or what is wrong with the text. */
export type Parsed<T, Code extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault<Code> }

export function parsed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function faulty<Code extends string>(
  code: Code,
  zh: string,
  en: string,
  values: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly fault: Fault<Code> } {
  return { ok: false, fault: { code, values, sentences: { 'zh-CN': zh, en } } }
}

/** Returns the value, or throws a RangeError with the fault's English sentence: for values the caller knows to be good. */
export function valueOf<T>(result: Parsed<T>): T {
  if (!result.ok) throw new RangeError(result.fault.sentences.en)
  return result.value
}
