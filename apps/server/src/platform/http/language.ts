import type { Language } from '../problem.ts'

/** The language to answer in, from an `Accept-Language` header: Chinese unless English is preferred. */
export function preferredLanguage(header: string | undefined): Language {
  const weighed = (header ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality), position }
    })
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  return weighed[0]?.tag.startsWith('en') ? 'en' : 'zh'
}
