import type { Locale } from '@yichuang/kernel'
import type { Source, TraceStep } from './scheme.ts'
import { en } from './sentences-en.ts'
import { zh } from './sentences-zh.ts'
import { Told, type Words } from './told.ts'
import type { Says } from './trace-rules.ts'

const WORDS = { 'zh-CN': zh, en } as const satisfies Record<Locale, Readonly<Record<Says, Words>>>

/** The citizen's plain sentence of a step; a borrowed figure says so. Throws an Error for a step of no known kind. */
export function sayStep(step: TraceStep, locale: Locale): string {
  const sentence = wordsOf(step, locale).says(new Told(step))
  const places = step.says === 'result' ? borrowedFrom(step, locale) : placesOf(step, locale)
  if (places.length === 0) return sentence
  return locale === 'en'
    ? `${sentence} (Borrowed from what ${places.join(', ')} published, for demonstration only.)`
    : `${sentence}（借用${places.join('、')}公布的标准，仅作演示）`
}

/** The reviewer's term for a step. */
export function termOf(step: TraceStep, locale: Locale): string {
  return wordsOf(step, locale).term(new Told(step))
}

/** The clauses a step rests on, each once, as people cite them, with the day they came into force. */
export function sayClauses(step: TraceStep, locale: Locale): readonly string[] {
  const clauses = (step.parameters ?? []).map(({ source }) => sayClause(source, locale))
  return [...new Set(clauses)]
}

/** The places whose figures a whole trace borrows; empty when every figure is the place's own. */
export function borrowedFrom(trace: TraceStep, locale: Locale): readonly string[] {
  const below = (trace.children ?? []).flatMap((step) => borrowedFrom(step, locale))
  return [...new Set([...placesOf(trace, locale), ...below])]
}

function sayClause({ citation, clause, from, borrowed }: Source, locale: Locale): string {
  if (locale === 'en')
    return `${citation}, ${clause}, in force from ${from}${borrowed ? ` (borrowed from ${borrowed.from.en}: ${borrowed.why.en})` : ''}`
  return `${citation} ${clause}，自 ${from} 起执行${borrowed ? `（借用${borrowed.from.zh}：${borrowed.why.zh}）` : ''}`
}

function placesOf({ parameters }: TraceStep, locale: Locale): string[] {
  const language = locale === 'en' ? 'en' : 'zh'
  const places = (parameters ?? []).flatMap(({ source }) => source.borrowed?.from[language] ?? [])
  return [...new Set(places)]
}

function wordsOf(step: TraceStep, locale: Locale): Words {
  const words = WORDS[locale]
  if (!Object.hasOwn(words, step.says))
    throw new Error(`Step “${step.id}” says “${step.says}”, for which there is no sentence`)
  return words[step.says as Says]
}
