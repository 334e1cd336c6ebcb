import type { getTargets, ReplyOf } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { countsAsMaterial, itemHistory, itemOn, localDifferences, successorsOf } from '@yichuang/policy'
import type { Override, Pack } from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'

type Reply = ReplyOf<typeof getTargets>
type Card = Reply['cards'][number]

/** What stands behind a score card: the standards to go through, how the item came about, where it differs. */
export function itemFacts(
  place: Pack,
  itemId: string,
  on: PlainDate,
  language: Language,
): Pick<Card, 'standards' | 'history' | 'successors' | 'differs'> {
  const item = itemOn(place, itemId, on)
  return {
    standards: (item?.standards ?? []).map((standard) => ({
      text: standard[language],
      clause: standard.source ? `${standard.source.citation} ${standard.source.clause}` : null,
    })),
    history: itemHistory(place, itemId).map(({ from, until, item }) => ({
      from,
      until,
      materials: item.materials.filter(countsAsMaterial).length,
      steps: item.steps.length,
      promisedDays: item.limits.promised?.workingDays ?? (item.limits.promised?.instant ? 0 : null),
      replaces: (item.replaces ?? []).map((id) => nameOf(place, 'item', id, language)),
    })),
    successors: successorsOf(place, itemId, on).map(({ title }) => title[language]),
    differs: partsOf(place, itemId, language),
  }
}

/**
 * Whether every county of a city offers the city's own catalogue (全市统一): items, parameters and tables that a county's
 * pack says otherwise or adds, each with what the city says beside it.
 */
export function samenessOf(
  packs: ReadonlyMap<string, Pack>,
  city: Pack,
  on: PlainDate,
  language: Language,
): Reply['sameness'] {
  const below = [...packs.values()].filter(({ id, chain }) => id !== city.id && chain.includes(city.id))
  return {
    places: below.map(({ title }) => title[language]),
    differences: below.flatMap((pack) =>
      divergencesOf(pack, city).map(({ kind, id }) => ({
        place: pack.title[language],
        itemName: nameOf(pack, kind, id, language),
        parts: kind === 'item' && city.items.has(id) ? partsOf(pack, id, language) : [KINDS[kind][language]],
        details: localDifferences(city, pack, { kind, id }, on)
          .slice(0, MOST_DETAILS)
          .map(({ what, before, after }) => ({ what: what[language], city: before, here: after })),
      })),
    ),
  }
}
/** A county that rewrites an item whole is told by its first differences; the rest stands in the policy room. */
const MOST_DETAILS = 60

/** What a county's pack overrides, and what it has that the city has not; each once. */
function divergencesOf(pack: Pack, city: Pack): readonly Pick<Override, 'kind' | 'id'>[] {
  const added = [...pack.items.keys()].filter((id) => !city.items.has(id))
  const all = [...pack.overrides, ...added.map((id) => ({ kind: 'item' as const, id }))]
  return [...new Map(all.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }])).values()]
}

function nameOf(pack: Pack, kind: Override['kind'], id: string, language: Language): string {
  if (kind === 'item') return pack.items.get(id)?.base.versions.at(-1)?.title[language] ?? id
  return (kind === 'parameter' && pack.parameters.get(id)?.title[language]) || id
}

const KINDS: Readonly<Record<Override['kind'], Sentences>> = {
  item: { zh: '全市没有的事项', en: 'an item the city does not have' },
  parameter: { zh: '数值', en: 'values' },
  benefit: { zh: '待遇表', en: 'benefit table' },
  process: { zh: '审批流程', en: 'workflow' },
}

/** The parts of an item that a pack itself says, in people's words. */
function partsOf(pack: Pack, itemId: string, language: Language): string[] {
  const fields = pack.overrides
    .filter(({ kind, id }) => kind === 'item' && id === itemId)
    .flatMap((override) => override.fields ?? [])
  return [...new Set(fields)].map((field) => PARTS[field]?.[language] ?? field)
}

const PARTS: Readonly<Record<string, Sentences>> = {
  status: { zh: '是否开通', en: 'whether it is open' },
  title: { zh: '事项名称', en: 'name' },
  eligible: { zh: '办理对象', en: 'who may apply' },
  situations: { zh: '情形', en: 'situations' },
  materials: { zh: '申办材料', en: 'materials' },
  channels: { zh: '经办方式', en: 'channels' },
  steps: { zh: '办理流程', en: 'process' },
  limits: { zh: '办结时限', en: 'time limits' },
  fee: { zh: '收费', en: 'fee' },
  handling: { zh: '办件类型', en: 'kind of handling' },
  online: { zh: '网上、掌上步骤', en: 'steps online' },
  standards: { zh: '服务标准', en: 'service standards' },
  notices: { zh: '办理须知', en: 'notices' },
  replaces: { zh: '事项合并', en: 'merged items' },
  process: { zh: '审批流程', en: 'workflow' },
}
