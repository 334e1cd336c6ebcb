import type { RuleHistory, RuleSummary, RuleText, TimelineEntryView } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import {
  documentOf,
  holdsOn,
  knownSince,
  type ActingMeasure,
  type Measure,
  type MeasureSet,
  type Pack,
} from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'
import { citationOf, type Packs } from '../catalogue/index.ts'
import { cited } from './cited.ts'

/** The relief measures of a place as rules of its list: one for each document that gives them. */
export function measureRules(
  packs: Packs,
  pack: Pack,
  on: PlainDate,
  language: Language,
): Omit<RuleSummary, 'layerTitle'>[] {
  const acting = actingNow(packs, pack)
  return [...pack.measures.values()].map((set) => ({
    kind: 'measure',
    id: set.id,
    title: set.title[language],
    layer: set.pack,
    overrides: [],
    inForce: set.measures
      .filter((measure) => acting.some((one) => one.measure === nameOf(set, measure) && holdsOn(one, on)))
      .map(({ title }) => title[language]),
    unit: null,
    borrowedFrom: null,
  }))
}

/** Each measure of a document with the days on which it was in force: by the document itself, or by a leader's act. */
export function measureHistory(
  packs: Packs,
  pack: Pack,
  setId: string,
  titles: (packId: string) => string,
  language: Language,
): Pick<RuleHistory, 'title' | 'layers'> | undefined {
  const set = pack.measures.get(setId)
  if (!set) return undefined
  const acting = actingNow(packs, pack)
  const entries = set.measures.flatMap((measure): TimelineEntryView[] => {
    const acts = acting.filter((one) => one.measure === nameOf(set, measure))
    const document = documentOf(pack, measure.source.document)
    const since = document?.inForce ?? document?.published ?? measure.source.from
    const entry = (from: PlainDate, until: PlainDate | null, said: Sentences): TimelineEntryView => ({
      label: '',
      value: measure.title[language],
      from,
      until,
      known: knownSince(document, from),
      ...cited(packs, measure.source, language),
      note: said[language],
    })
    if (acts.length === 0) return [entry(since, measure.until ?? null, NOT_SWITCHED_ON)]
    return acts.map((one) => entry(one.from, one.until ?? null, byWhom(one, measure)))
  })
  return {
    title: set.title[language],
    layers: [{ packId: set.pack, title: titles(set.pack), overridden: false, entries }],
  }
}

/** The measures of a document that are in force on a day: what each does is in its words, by whose act beside it. */
export function measureText(
  pack: Pack,
  setId: string,
  on: PlainDate,
  language: Language,
): RuleText['sections'] {
  const set = pack.measures.get(setId)
  if (!set) return []
  const lines = set.measures.flatMap((measure) => {
    const acts = pack.acting.filter((one) => one.measure === nameOf(set, measure) && holdsOn(one, on))
    return acts.map((one) => ({
      line: `${measure.id} ${one.activation} ${one.from}`,
      label: measure.title[language],
      text: `${one.from} – ${one.until ?? '…'} · ${byWhom(one, measure)[language]}`,
      citation: citationOf({ ...measure.source, from: one.from }, language),
    }))
  })
  return [{ title: set.occasion[language], lines }]
}

const NOT_SWITCHED_ON: Sentences = {
  zh: '文件允许，由领导决定启用；现在没有启用',
  en: 'The document permits it and a leader switches it on; it is not on now',
}

function byWhom({ activation }: ActingMeasure, { fromBasis }: Measure): Sentences {
  if (activation !== 'document') return { zh: '由领导启用', en: 'Switched on by a leader' }
  const basis = fromBasis ?? ''
  return { zh: `由文件规定${basis && `：${basis}`}`, en: `By the document itself${basis && `: ${basis}`}` }
}

/** What acts at a place: what its documents put in force, and what leaders made of them. */
function actingNow(packs: Packs, pack: Pack): readonly ActingMeasure[] {
  return packs.all().get(pack.id)?.acting ?? pack.acting
}

function nameOf(set: MeasureSet, measure: Measure): string {
  return `${set.id}.${measure.id}`
}
