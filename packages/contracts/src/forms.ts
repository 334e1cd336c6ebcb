import { z } from 'zod'

const said = new Map<string, { readonly zh: string; readonly en: string }>()

/** A text of one form, with the sentence that answers whoever sends another; the API's document shows the pattern. */
export function formed(pattern: RegExp, words: { readonly zh: string; readonly en: string }): z.ZodString {
  said.set(String(pattern), words)
  return z.string().regex(pattern)
}

/** The sentence of a pattern as zod reports it (`/^…$/`); undefined where `formed` did not make it. */
export function wordsOfForm(pattern: string | undefined): { zh: string; en: string } | undefined {
  return pattern === undefined ? undefined : said.get(pattern)
}
