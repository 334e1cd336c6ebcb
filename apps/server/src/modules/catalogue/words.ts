import type { Borrowed, Source } from '@yichuang/benefits'
import type { Citation, MissingRule as MissingView } from '@yichuang/contracts'
import type { Locale } from '@yichuang/kernel'
import type { Evidence, MissingRule } from '@yichuang/policy'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'

export const localeOf = (language: Language): Locale => (language === 'zh' ? 'zh-CN' : 'en')

/** A source as people are shown it. */
export function citationOf(source: Source & { readonly fromBasis?: string }, language: Language): Citation {
  const { document, citation, clause, quote, from, fromBasis, trust, borrowed } = source
  return {
    document,
    excerpt: trust === 'excerpt',
    citation,
    clause,
    quote,
    from,
    ...(fromBasis !== undefined && { fromBasis }),
    ...(borrowed && { borrowed: borrowedWords(borrowed, language) }),
  }
}

/** A rule that no pack has: which, and who can load it, in one sentence. */
export function missingOf(rule: MissingRule, language: Language): z.output<typeof MissingView> {
  return { id: rule.rule, title: rule.title[language], message: rule.sentence[language] }
}

const TRUST = {
  found: {
    zh: '来源待核（见于公开系统或数据）',
    en: 'to be verified (seen in working systems or open data)',
  },
  'recalled-high': { zh: '来源待核', en: 'to be verified' },
  'recalled-medium': { zh: '来源待核', en: 'to be verified' },
  'recalled-low': { zh: '来源待核（把握不大）', en: 'to be verified (not sure)' },
} as const

/** The mark of a fact that has no document behind it yet; null when it has one. */
export function trustOf({ trust }: Evidence, language: Language): string | null {
  return trust ? TRUST[trust][language] : null
}

/** Whose figure stands in, and why, in the reader's language. */
export function borrowedWords({ from, why }: Borrowed, language: Language): { from: string; why: string } {
  return { from: from[language], why: why[language] }
}
