import type { TimelineEntryView } from '@yichuang/contracts'
import { documentOf, quoteRanges } from '@yichuang/policy'
import type { Source } from '@yichuang/benefits'
import type { Language } from '../../platform/problem.ts'
import { citationOf, type Packs } from '../catalogue/index.ts'

/** A source with the place of its words in the text. */
export function cited(
  packs: Packs,
  source: Source,
  language: Language,
): Pick<TimelineEntryView, 'citation' | 'ranges' | 'trust'> {
  const text = documentIn(packs, source)?.text ?? ''
  return {
    citation: citationOf(source, language),
    ranges: [...(quoteRanges(text, source.quote) ?? [])],
    trust: source.trust ?? null,
  }
}

/** The document a source names, in the pack that holds it. */
export function documentIn(packs: Packs, { document }: Source) {
  const owner = packs.all().get(document.slice(0, document.indexOf(':')))
  return owner && documentOf(owner, document)
}
