import type { Source } from '@yichuang/benefits'
import { formatRatio, formatYuan } from '@yichuang/kernel'
import type { Fen, PlainDate, Ratio } from '@yichuang/kernel'
import type { BenefitTables, Pack } from './types.ts'

/** The parts of benefit tables that a workbook holds, by the word in its column, and whether the value is an amount. */
export const PARTS = {
  起付标准: { path: ['deductible', 'rows'], field: 'amount', unit: 'yuan' },
  支付比例: { path: ['bands', 'rows'], field: 'fundShare', unit: 'ratio' },
  个人负担系数: { path: ['ownShareFactor'], field: 'value', unit: 'ratio' },
  异地就医: { path: ['outOfArea', 'rows'], field: 'value', unit: 'ratio' },
  年度限额: { path: ['yearlyCap'], field: 'amount', unit: 'yuan' },
} as const
export type PartName = keyof typeof PARTS

/** One row of a benefit table as a workbook shows it; amounts in yuan. */
export interface BenefitRow {
  readonly table: string
  readonly title: string
  readonly part: PartName
  readonly level?: string | undefined
  readonly personClass?: string | undefined
  readonly carePlace?: string | undefined
  readonly admission?: string | undefined
  readonly above?: string | undefined
  readonly upTo?: string | undefined
  readonly value: string
  readonly from?: PlainDate | undefined
  readonly until?: PlainDate | undefined
  readonly source?: { readonly document: string; readonly clause: string; readonly quote: string }
  readonly fromBasis?: string | undefined
  readonly note?: string | undefined
  /** the figure of another place: shown, never filled in */
  readonly borrowed: boolean
}

/** Every row of the tables of a place, or of those that stand in for it. */
export function benefitRowsOf(pack: Pack): readonly BenefitRow[] {
  const own = [...pack.benefits.values()]
  const lent = [...(pack.borrowed?.tables.values() ?? [])].filter(
    (table) => !own.some(({ insurance, kind }) => insurance === table.insurance && kind === table.kind),
  )
  return [
    ...own.flatMap((table) => rowsOf(table, pack, false)),
    ...lent.flatMap((table) => rowsOf(table, pack, true)),
  ]
}

interface AnyRow {
  readonly level?: string
  readonly personClass?: string
  readonly carePlace?: string
  readonly admission?: number
  readonly above?: number
  readonly upTo?: number
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly fromBasis?: string
  readonly note?: string
  readonly source: Source
}

function rowsOf(table: BenefitTables, pack: Pack, borrowed: boolean): BenefitRow[] {
  return (Object.keys(PARTS) as PartName[]).flatMap((part) => {
    const { path, field, unit } = PARTS[part]
    const rows = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], table)
    return ((rows ?? []) as (AnyRow & Record<string, unknown>)[]).map((row) => {
      const value = Number(row[field])
      return {
        table: table.id,
        title: table.title.zh,
        part,
        level: row.level,
        personClass: row.personClass,
        carePlace: row.carePlace,
        admission: row.admission === undefined ? undefined : String(row.admission),
        above: row.above === undefined ? undefined : yuanText(row.above),
        upTo: row.upTo === undefined ? undefined : yuanText(row.upTo),
        value: unit === 'yuan' ? yuanText(value) : shareText(value),
        borrowed,
        ...(!borrowed && {
          from: row.from,
          until: row.until,
          fromBasis: row.fromBasis,
          note: row.note,
          source: {
            document: bare(row.source.document, pack),
            clause: row.source.clause,
            quote: row.source.quote,
          },
        }),
      }
    })
  })
}

/** A document of the chain by its bare id, one of another pack with its pack. */
export function bare(reference: string, pack: Pack): string {
  const id = reference.slice(reference.indexOf(':') + 1)
  return pack.documents.get(id)?.pack === reference.slice(0, -id.length - 1) ? id : reference
}

const yuanText = (amount: number): string => formatYuan(amount as Fen)
const shareText = (share: number): string => formatRatio(share as Ratio)
