import type { RuleHistory, RuleKind, TimelineEntryView } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import {
  endOf,
  knownSince,
  packAsKnown,
  parameterLayers,
  sourcesIn,
  type ItemLayer,
  type Pack,
} from '@yichuang/policy'
import type { Source } from '@yichuang/benefits'
import type { Language } from '../../platform/problem.ts'
import { PackUnknown, type Packs } from '../catalogue/index.ts'
import { cited, documentIn } from './cited.ts'
import { measureHistory } from './measure-rules.ts'
import { titlesOf } from './place.ts'
import { RuleUnknown } from './policy-room.problems.ts'
import { tableEntries } from './table-entries.ts'
import { unitWords, withUnit } from './words.ts'

type Layer = RuleHistory['layers'][number]

/** The history of a rule in every layer of a place, nearest first. Throws `pack-unknown`, `rule-unknown`. */
export async function ruleHistory(
  packs: Packs,
  { packId, kind, ruleId }: { readonly packId: string; readonly kind: RuleKind; readonly ruleId: string },
  known: PlainDate,
  language: Language,
): Promise<RuleHistory> {
  const pack = packAsKnown(await packs.editions(packId), known)
  if (!pack) throw PackUnknown({ pack: packId, packs: [...packs.all().keys()] })
  const at = { packs, pack, language, titles: titlesOf(packs, language) }
  const found = {
    parameter: () => parameterHistory(at, ruleId),
    table: () => tableHistory(at, ruleId),
    item: () => itemHistory(at, ruleId),
    calendar: () => calendarHistory(at, ruleId),
    measure: () => measureHistory(packs, pack, ruleId, at.titles, language),
    document: () => documentHistory(at, ruleId),
  }[kind]()
  if (!found) throw RuleUnknown({ id: ruleId, pack: packId })
  return { kind, id: ruleId, unit: null, keyName: null, ...found }
}

interface At {
  readonly packs: Packs
  readonly pack: Pack
  readonly language: Language
  readonly titles: (packId: string) => string
}
type Found = Pick<RuleHistory, 'title' | 'layers'> & Partial<Pick<RuleHistory, 'unit' | 'keyName'>>

function parameterHistory({ packs, pack, language, titles }: At, id: string): Found | undefined {
  const layers = parameterLayers(packs.all(), pack, id)
  const nearest = layers[0]?.parameter
  if (!nearest) return undefined
  return {
    title: nearest.title[language],
    unit: unitWords(nearest.unit, language),
    keyName: nearest.key ?? null,
    layers: layers.map(({ pack: packId, overridden, parameter, entries }) => ({
      packId,
      title: titles(packId),
      overridden,
      entries: entries.map(({ key, value, from, until, known, source, note }) => ({
        label: key ?? '',
        value: withUnit(value, parameter.unit, language),
        from,
        until,
        known,
        note: note ?? null,
        ...cited(packs, source, language),
      })),
    })),
  }
}

function tableHistory({ packs, pack, language, titles }: At, id: string): Found | undefined {
  const { borrowed } = pack
  const table = pack.benefits.get(id) ?? borrowed?.tables.get(id)
  if (!table) return undefined
  const lent = !pack.benefits.has(id) && borrowed
  const entries = tableEntries(table, language).map(({ source, ...entry }) => ({
    ...entry,
    known: knownSince(documentIn(packs, source), entry.from),
    ...cited(
      packs,
      lent
        ? { ...source, borrowed: { pack: borrowed.lender, from: borrowed.lenderTitle, why: borrowed.why } }
        : source,
      language,
    ),
  }))
  return {
    title: table.title[language],
    layers: [{ packId: table.pack, title: titles(table.pack), overridden: false, entries }],
  }
}

function itemHistory({ packs, pack, language, titles }: At, id: string): Found | undefined {
  const item = pack.items.get(id)
  if (!item) return undefined
  const layers = [...item.changes.toReversed(), item.base] as ItemLayer<LimitsVersion>[]
  const title = item.base.versions.at(-1)?.title[language] ?? id
  return {
    title,
    layers: layers.map((layer, place): Layer => ({
      packId: layer.pack,
      title: titles(layer.pack),
      overridden: place > 0,
      entries: layer.versions.flatMap((version, index) =>
        limitEntries(packs, version, layer.versions[index + 1], language),
      ),
    })),
  }
}

interface LimitsVersion {
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly runningCases?: 'stay' | 'move'
  readonly limits?: Partial<
    Record<
      'statutory' | 'promised',
      { workingDays?: number; instant?: true; source?: Source; trust?: string; note?: string } | null
    >
  >
}
const LIMITS = {
  statutory: { zh: '法定期限', en: 'statutory limit' },
  promised: { zh: '承诺期限', en: 'promised limit' },
} as const
const CONTENT = { zh: '办事指南内容', en: 'content of the guide' }

function limitEntries(
  packs: Packs,
  version: LimitsVersion,
  next: LimitsVersion | undefined,
  language: Language,
): TimelineEntryView[] {
  const { from, limits = {}, runningCases } = version
  const until = endOf(version, next)
  const zh = language === 'zh'
  const note = runningCases === 'move' ? (zh ? '在办件随新版办理' : 'running cases move to it') : null
  const entries = (['statutory', 'promised'] as const).flatMap((name): TimelineEntryView[] => {
    const limit = limits[name]
    if (!limit) return []
    const value = limit.instant
      ? zh
        ? '即时办结'
        : 'done at once'
      : withUnit(String(limit.workingDays), 'working-days', language)
    return [
      {
        label: LIMITS[name][language],
        value,
        from,
        until,
        known: limit.source ? knownSince(documentIn(packs, limit.source), from) : from,
        trust: limit.trust ?? null,
        note: note ?? limit.note ?? null,
        ...(limit.source ? cited(packs, limit.source, language) : { citation: null, ranges: [] }),
      },
    ]
  })
  const others = sourcesIn({ ...version, limits: undefined })
  const [first] = others
  const content: TimelineEntryView[] = first
    ? [
        {
          label: CONTENT[language],
          value: zh ? `${others.length} 处依据` : `${others.length} sources`,
          from,
          until,
          known: knownSince(documentIn(packs, first), from),
          note: entries.length === 0 ? note : null,
          ...cited(packs, first, language),
        },
      ]
    : []
  return [...entries, ...content]
}

function calendarHistory({ pack, language, titles }: At, id: string): Found | undefined {
  const versions = pack.calendars.filter(({ year }) => String(year) === id)
  if (versions.length === 0) return undefined
  const zh = language === 'zh'
  const owner = pack.chain.at(-1)!
  return {
    title: zh ? `${id} 年工作日历` : `Working days of ${id}`,
    layers: [
      {
        packId: owner,
        title: titles(owner),
        overridden: false,
        entries: versions.map(({ published, citation, off, work }, place) => ({
          label: citation,
          value: [
            ...off.map(({ name, from, to }) => (from === to ? `${name} ${from}` : `${name} ${from}–${to}`)),
            `${zh ? '调休上班' : 'make-up days'} ${work.join('、') || '—'}`,
          ].join('；'),
          from: published,
          until: endOf({ from: published }, versions[place + 1] && { from: versions[place + 1]!.published }),
          known: published,
          citation: null,
          ranges: [],
          trust: null,
          note: null,
        })),
      },
    ],
  }
}

function documentHistory({ pack, titles }: At, id: string): Found | undefined {
  const document = pack.documents.get(id)
  if (!document) return undefined
  const { citation, published, inForce, issuer, note } = document
  const day = inForce ?? published
  return {
    title: citation,
    layers: [
      {
        packId: document.pack,
        title: titles(document.pack),
        overridden: false,
        entries: day
          ? [
              {
                label: issuer,
                value: citation,
                from: day,
                until: null,
                known: published ?? day,
                citation: null,
                ranges: [],
                trust: null,
                note: note ?? null,
              },
            ]
          : [],
      },
    ],
  }
}
