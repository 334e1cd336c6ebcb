import type { Citation, RuleKind, RuleText } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { isMissing, itemOn, parameterKeys, parameterOn, type Pack } from '@yichuang/policy'
import type { Source } from '@yichuang/benefits'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'
import { citationOf, PackUnknown, type Packs } from '../catalogue/index.ts'
import { guideText } from './guide-text.ts'
import { measureText } from './measure-rules.ts'
import { RuleUnknown } from './policy-room.problems.ts'
import { tableEntries } from './table-entries.ts'
import { withUnit } from './words.ts'

type Section = RuleText['sections'][number]
type Line = Section['lines'][number]

/** The days a text is asked for: in force on one, as known on the other. */
interface Days {
  readonly on: PlainDate
  readonly known: PlainDate
}

/**
 * The whole text of a rule as in force on a day, as known on another, with the relief measures known by then. Throws
 * `pack-unknown`, and `rule-unknown` for what the pack has not even today.
 */
export async function ruleText(
  packs: Packs,
  { packId, kind, ruleId }: { readonly packId: string; readonly kind: RuleKind; readonly ruleId: string },
  days: Days,
  language: Language,
): Promise<RuleText> {
  const pack = await packs.known(packId, days.known)
  const today = packs.all().get(packId)
  if (!pack || !today) throw PackUnknown({ pack: packId, packs: [...packs.all().keys()] })
  const title = titleOf(today, kind, ruleId, language) ?? titleOf(pack, kind, ruleId, language)
  if (title === undefined) throw RuleUnknown({ id: ruleId, pack: packId })
  const { on, known } = days
  const sections = TEXTS[kind](pack, ruleId, days, language).filter(({ lines }) => lines.length > 0)
  return { title, on, known, version: pack.version, sections }
}

type TextOf = (pack: Pack, id: string, days: Days, language: Language) => Section[]
const TEXTS: Readonly<Record<RuleKind, TextOf>> = {
  item: (pack, id, { on }, language) => (itemOn(pack, id, on) ? guideText(pack, id, on, language) : []),
  parameter: parameterText,
  table: tableText,
  calendar: calendarText,
  measure: (pack, id, { on }, language) => measureText(pack, id, on, language),
  document: documentText,
}

function parameterText(pack: Pack, id: string, { on }: Days, language: Language): Section[] {
  const parameter = pack.parameters.get(id)
  if (!parameter) return []
  const lines = parameterKeys(pack, id).flatMap((key): Line[] => {
    const found = parameterOn(pack, id, key, on)
    if (isMissing(found)) return []
    const { value, source } = found
    const note = parameter.values.find((entry) => entry.key === key && entry.from === source.from)?.note
    const said = [withUnit(value, parameter.unit, language), since(source.from, language), note]
    return [
      {
        line: key ?? '',
        label: key ?? '',
        text: said.filter(Boolean).join(' · '),
        citation: cite(source, language),
      },
    ]
  })
  const said: Line[] = parameter.note ? [plain('note', '', parameter.note)] : []
  return [
    { title: SECTIONS.values[language], lines },
    { title: SECTIONS.notes[language], lines: said },
  ]
}

function tableText(pack: Pack, id: string, { on }: Days, language: Language): Section[] {
  const { borrowed } = pack
  const own = pack.benefits.get(id)
  const table = own ?? (borrowed && borrowed.from <= on ? borrowed.tables.get(id) : undefined)
  if (!table) return []
  const day = own ? on : borrowed!.readOn
  const lines = tableEntries(table, language)
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .map(({ label, value, source, note }): Line => ({
      line: label,
      label,
      text: [value, note].filter(Boolean).join(' · '),
      citation: cite(own ? source : { ...source, borrowed: lenderOf(pack) }, language),
    }))
  return [{ title: SECTIONS.values[language], lines }]
}

/** The newest calendar of the year that was published by the day it is asked for. */
function calendarText(pack: Pack, id: string, { on }: Days, language: Language): Section[] {
  const versions = pack.calendars.filter(({ year, published }) => String(year) === id && published <= on)
  const version = versions.toSorted((a, b) => (a.published < b.published ? -1 : 1)).at(-1)
  if (!version) return []
  const { citation, published, off, work } = version
  return [
    { title: SECTIONS.notice[language], lines: [plain('notice', published, citation)] },
    {
      title: SECTIONS.off[language],
      lines: off.map(({ name, from, to }) => plain(name, name, from === to ? from : `${from} – ${to}`)),
    },
    { title: SECTIONS.work[language], lines: work.map((day) => plain(day, '', day)) },
  ]
}

function documentText(pack: Pack, id: string, _days: Days, language: Language): Section[] {
  const text = pack.documents.get(id)?.text ?? ''
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  return [{ title: SECTIONS.text[language], lines: paragraphs.map((line) => plain(line, '', line)) }]
}

function titleOf(pack: Pack, kind: RuleKind, id: string, language: Language): string | undefined {
  switch (kind) {
    case 'item':
      return pack.items.get(id)?.base.versions.at(-1)?.title[language]
    case 'parameter':
      return pack.parameters.get(id)?.title[language]
    case 'table':
      return (pack.benefits.get(id) ?? pack.borrowed?.tables.get(id))?.title[language]
    case 'calendar':
      return pack.calendars.some(({ year }) => String(year) === id)
        ? SECTIONS.calendar[language].replace('0', id)
        : undefined
    case 'measure':
      return pack.measures.get(id)?.title[language]
    case 'document':
      return pack.documents.get(id)?.citation
  }
}

const SECTIONS = {
  values: { zh: '当日有效的值', en: 'Values in force' },
  notes: { zh: '说明', en: 'Notes' },
  notice: { zh: '公布的通知', en: 'Notice' },
  off: { zh: '放假', en: 'Days off' },
  work: { zh: '调休上班', en: 'Make-up working days' },
  text: { zh: '全文', en: 'Text' },
  calendar: { zh: '0 年工作日历', en: 'Working days of 0' },
} as const

const plain = (line: string, label: string, text: string): Line => ({ line, label, text, citation: null })
const since = (from: PlainDate, language: Language) => (language === 'zh' ? `自 ${from} 起` : `from ${from}`)

function cite(source: Source, language: Language): z.output<typeof Citation> {
  return citationOf(source, language)
}

function lenderOf({ borrowed }: Pack): NonNullable<Source['borrowed']> {
  const { lender, lenderTitle, why } = borrowed!
  return { pack: lender, from: lenderTitle, why }
}
