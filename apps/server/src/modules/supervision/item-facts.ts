import type { getTargets, ReplyOf } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { countsAsMaterial, itemHistory, itemOn, successorsOf, type Pack } from '@yichuang/policy'
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
  const nameOf = (id: string) => place.items.get(id)?.base.versions.at(-1)?.title[language] ?? id
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
      replaces: (item.replaces ?? []).map(nameOf),
    })),
    successors: successorsOf(place, itemId, on).map(({ title }) => title[language]),
    differs: partsOf(place, itemId, language),
  }
}

/** Whether an item is the same everywhere in a city: what the packs of its counties say otherwise. */
export function samenessOf(
  packs: ReadonlyMap<string, Pack>,
  city: Pack,
  language: Language,
): Reply['sameness'] {
  const below = [...packs.values()].filter(({ id, chain }) => id !== city.id && chain.includes(city.id))
  return {
    places: below.map(({ title }) => title[language]),
    differences: below.flatMap((pack) =>
      [...new Set(pack.overrides.flatMap(({ kind, id }) => (kind === 'item' ? [id] : [])))].map((id) => ({
        place: pack.title[language],
        itemName: city.items.get(id)?.base.versions.at(-1)?.title[language] ?? id,
        parts: partsOf(pack, id, language),
      })),
    ),
  }
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
