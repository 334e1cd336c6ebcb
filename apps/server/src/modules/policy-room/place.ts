import type { PolicyPlace, RuleSummary } from '@yichuang/contracts'
import { plainDate, type PlainDate } from '@yichuang/kernel'
import {
  isMissing,
  itemOn,
  measureNamed,
  packAsKnown,
  parameterKeys,
  parameterOn,
  timeline,
  type Pack,
  type Parameter,
} from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import { PackUnknown, type Packs } from '../catalogue/index.ts'
import { measureRules } from './measure-rules.ts'
import { tableEntries } from './table-entries.ts'
import { keyedValue, unitWords, withUnit } from './words.ts'

/** The days asked for: one, or those of a year. */
interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Every rule of a place as in force on a day or in a year, as known on another day. Throws `pack-unknown`. */
export async function placeView(
  packs: Packs,
  packId: string,
  asked: { readonly on: PlainDate; readonly year?: number | undefined; readonly known: PlainDate },
  language: Language,
): Promise<PolicyPlace> {
  const { year, known } = asked
  const days = year === undefined ? { from: asked.on, to: asked.on } : daysOf(year)
  const on = days.to
  const editions = await packs.editions(packId)
  const pack = packAsKnown(editions, known)
  if (!pack) throw PackUnknown({ pack: packId, packs: [...packs.all().keys()] })
  const titles = titlesOf(packs, language)
  const summary = (rule: Omit<RuleSummary, 'layerTitle'>): RuleSummary => ({
    ...rule,
    layerTitle: titles(rule.layer),
  })
  return {
    packId,
    title: pack.title[language],
    version: pack.version,
    hash: pack.hash,
    on,
    known,
    layers: pack.chain.map((id) => ({ packId: id, title: titles(id) })),
    editions: editions.map(({ pack: { version, hash }, publishedOn }) => ({ version, hash, publishedOn })),
    rules: [
      ...parameterRules(packs, pack, days, language),
      ...tableRules(pack, days, language),
      ...itemRules(pack, on, language),
      ...calendarRules(pack, on),
      ...measureRules(packs, pack, on, language),
      ...documentRules(pack),
    ].map(summary),
    conflicts: [...packs.library().conflicts],
  }
}

export function titlesOf(packs: Packs, language: Language): (packId: string) => string {
  return (packId) => packs.all().get(packId)?.title[language] ?? packId
}

type Rule = Omit<RuleSummary, 'layerTitle'>

function daysOf(year: number): Days {
  return { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) }
}

/** Whether something held on any of the days. */
function heldIn({ from, to }: Days, held: { readonly from: PlainDate; readonly until: PlainDate | null }) {
  return held.from <= to && (held.until === null || held.until >= from)
}

/** From when, where a figure began in the course of the year asked for. */
function since(days: Days, from: PlainDate, language: Language): string {
  if (from <= days.from) return ''
  return language === 'zh' ? `（${from} 起）` : ` (from ${from})`
}

function parameterRules(packs: Packs, pack: Pack, days: Days, language: Language): Rule[] {
  return [...pack.parameters.values()].map((parameter) => {
    const relieved = underMeasures(pack, parameter, days.to)
    const own = timeline(pack, parameter).filter(
      (entry) =>
        heldIn(days, entry) &&
        !(heldIn({ from: days.to, to: days.to }, entry) && relieved.some(({ key }) => key === entry.key)),
    )
    const layer = relieved[0]?.layer ?? parameter.pack
    return {
      kind: 'parameter',
      id: parameter.id,
      title: parameter.title[language],
      layer,
      overrides: pack.chain
        .slice(pack.chain.indexOf(layer) + 1)
        .filter((id) => packs.all().get(id)?.parameters.get(parameter.id)?.pack === id),
      inForce: [...own, ...relieved].map(
        ({ key, value, from }) =>
          `${keyedValue(key, value, parameter.unit, language)}${since(days, from, language)}`,
      ),
      unit: unitWords(parameter.unit, language),
      borrowedFrom: null,
    }
  })
}

/** The values that measures give a parameter on a day, each with the layer whose document gives the measure. */
function underMeasures(pack: Pack, { id }: Parameter, on: PlainDate) {
  return parameterKeys(pack, id).flatMap((key) => {
    const found = parameterOn(pack, id, key, on)
    const named = isMissing(found) || !found.source.measure ? undefined : found
    const set = named && measureNamed(pack, named.source.measure!.id)?.set
    return set ? [{ key, value: named.value, from: named.source.from, layer: set.pack }] : []
  })
}

function tableRules(pack: Pack, days: Days, language: Language): Rule[] {
  const on = days.to
  const own = [...pack.benefits.values()]
  const { borrowed } = pack
  const lent =
    borrowed && borrowed.from <= on
      ? [...borrowed.tables.values()].filter(
          (table) => !own.some(({ insurance, kind }) => insurance === table.insurance && kind === table.kind),
        )
      : []
  const rule = (table: (typeof own)[number], from: string | null): Rule => ({
    kind: 'table',
    id: table.id,
    title: table.title[language],
    layer: from === null ? table.pack : pack.id,
    overrides: [],
    inForce: tableEntries(table, language)
      .filter((entry) => from !== null || heldIn(days, entry))
      .slice(0, 4)
      .map(({ label, value }) => `${label} ${value}`),
    unit: null,
    borrowedFrom: from,
  })
  return [
    ...own.map((table) => rule(table, null)),
    ...lent.map((table) => rule(table, borrowed!.lenderTitle[language])),
  ]
}

function itemRules(pack: Pack, on: PlainDate, language: Language): Rule[] {
  return [...pack.items.values()].flatMap(({ id, base, changes }) => {
    const item = itemOn(pack, id, on)
    const layers = [base.pack, ...changes.map((change) => change.pack)]
    const title = item?.title ?? base.versions.at(-1)?.title
    const limit = (name: 'statutory' | 'promised') => {
      const days = item?.limits[name]?.workingDays
      const words = name === 'statutory' ? { zh: '法定', en: 'statutory' } : { zh: '承诺', en: 'promised' }
      return days === undefined
        ? []
        : [`${words[language]} ${withUnit(String(days), 'working-days', language)}`]
    }
    return [
      {
        kind: 'item' as const,
        id,
        title: title?.[language] ?? id,
        layer: layers.at(-1)!,
        overrides: layers.slice(0, -1).toReversed(),
        inForce: item ? [...limit('statutory'), ...limit('promised')] : [],
        unit: null,
        borrowedFrom: null,
      },
    ]
  })
}

function calendarRules(pack: Pack, on: PlainDate): Rule[] {
  const years = Map.groupBy(pack.calendars, ({ year }) => year)
  return [...years].map(([year, versions]) => ({
    kind: 'calendar',
    id: String(year),
    title: String(year),
    layer: pack.chain.at(-1)!,
    overrides: [],
    inForce: versions
      .filter(({ published }) => published <= on)
      .slice(-1)
      .map(({ citation }) => citation),
    unit: null,
    borrowedFrom: null,
  }))
}

function documentRules(pack: Pack): Rule[] {
  return [...pack.documents.values()].map(({ id, pack: layer, citation, published }) => ({
    kind: 'document',
    id,
    title: citation,
    layer,
    overrides: [],
    inForce: published === null ? [] : [published],
    unit: null,
    borrowedFrom: null,
  }))
}
