import type { Source } from '@yichuang/benefits'
import { formatRatio, formatYuan } from '@yichuang/kernel'
import type { Fen, PlainDate, Ratio } from '@yichuang/kernel'
import { endOf, type BenefitTables } from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import { factWord, percent, withUnit } from './words.ts'

/** A row of a benefit table in words. */
export interface TableEntry {
  readonly label: string
  readonly value: string
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly source: Source
  readonly note: string | null
}

interface AnyRow {
  readonly level?: string
  readonly personClass?: string
  readonly carePlace?: string
  readonly admission?: number
  readonly above?: Fen
  readonly upTo?: Fen
  readonly amount?: Fen
  readonly fundShare?: Ratio
  readonly value?: Ratio
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly source: Source
  readonly note?: string
}

const PARTS = {
  deductible: { zh: '起付标准', en: 'deductible' },
  bands: { zh: '支付比例', en: 'share of the fund' },
  ownShareFactor: { zh: '个人负担系数', en: 'factor on the own share' },
  outOfArea: { zh: '异地就医', en: 'care elsewhere' },
  yearlyCap: { zh: '年度最高支付限额', en: 'yearly cap' },
} as const

/** Every row of a table, part by part; each holds until the next set of its part begins. */
export function tableEntries(table: BenefitTables, language: Language): TableEntry[] {
  return Object.entries(PARTS).flatMap(([part, title]) => {
    const content = (table as unknown as Record<string, unknown>)[part]
    const rows = (
      Array.isArray(content) ? content : ((content as { rows?: unknown } | undefined)?.rows ?? [])
    ) as AnyRow[]
    const days = [...new Set(rows.map(({ from }) => from))].sort()
    return rows.map((row) => {
      const next = days.find((day) => day > row.from)
      return {
        label: [title[language], ...whoOf(row, language)].join(' · '),
        value: valueOf(row, language),
        from: row.from,
        until: endOf(row, next === undefined ? undefined : { from: next }),
        source: row.source,
        note: row.note ?? null,
      }
    })
  })
}

function whoOf(
  { level, personClass, carePlace, admission, above, upTo }: AnyRow,
  language: Language,
): string[] {
  const zh = language === 'zh'
  const words = [level, personClass, carePlace].flatMap((word) =>
    word === undefined ? [] : [factWord(word, language)],
  )
  if (admission !== undefined) words.push(zh ? `第 ${admission} 次住院` : `admission ${admission}`)
  if (above !== undefined)
    words.push(
      upTo === undefined
        ? zh
          ? `${formatYuan(above)} 元以上`
          : `above ${formatYuan(above)}`
        : `${formatYuan(above)}–${formatYuan(upTo)}${zh ? ' 元' : ''}`,
    )
  return words
}

function valueOf({ amount, fundShare, value }: AnyRow, language: Language): string {
  if (amount !== undefined) return withUnit(formatYuan(amount), 'yuan', language)
  const share = fundShare ?? value
  return share === undefined ? '' : percent(formatRatio(share))
}
