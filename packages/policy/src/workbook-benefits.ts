import { MATERNITY_BENEFITS, MATERNITY_KINDS, type Source } from '@yichuang/benefits'
import { formatRatio, formatYuan } from '@yichuang/kernel'
import type { Fen, PlainDate, Ratio } from '@yichuang/kernel'
import type { Pack } from './types.ts'
import {
  ALL_LEAVE,
  designOf,
  fieldAt,
  NONE,
  PART_NAMES,
  PARTS,
  pathOf,
  type PartName,
  type TableKind,
} from './workbook-parts.ts'

/** One row of a table as a workbook shows it; amounts in yuan. */
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
  readonly group?: string | undefined
  readonly diseases?: string | undefined
  readonly pregnancy?: string | undefined
  readonly children?: string | undefined
  /** a maternity benefit and the kind of care, as a file calls them */
  readonly benefit?: string | undefined
  readonly kind?: string | undefined
  readonly value: string
  readonly from?: PlainDate | undefined
  readonly until?: PlainDate | undefined
  readonly source?: { readonly document: string; readonly clause: string; readonly quote: string }
  readonly fromBasis?: string | undefined
  readonly note?: string | undefined
  /** the figure of another place: shown, never filled in */
  readonly borrowed: boolean
}

/** A table of a place by its kind: its own, one of the packs above, or another's that stands in. */
export interface AnyTable {
  readonly kind: TableKind
  readonly borrowed: boolean
  readonly table: { readonly id: string; readonly title: { readonly zh: string; readonly en: string } }
}

/** Every table whose figures a place could set, in the order of a workbook. */
export function tablesOf(pack: Pack): readonly AnyTable[] {
  const { borrowed } = pack
  const own = [...pack.benefits.values()]
  const lent = [...(borrowed?.tables.values() ?? [])].filter(
    (table) => !own.some(({ insurance, kind }) => insurance === table.insurance && kind === table.kind),
  )
  const later = [...(borrowed?.supplements.values() ?? [])].filter(({ id }) => !pack.supplements.has(id))
  const all = (kind: TableKind, tables: Iterable<AnyTable['table']>, borrowed: boolean) =>
    [...tables].map((table) => ({ kind, borrowed, table }))
  return [
    ...all('benefit', own, false),
    ...all('benefit', lent, true),
    ...all('supplement', pack.supplements.values(), false),
    ...all('supplement', later, true),
    ...all('maternity', pack.maternity.values(), false),
  ]
}

/** Every row of the tables of a place, or of those that stand in for it. */
export function benefitRowsOf(pack: Pack): readonly BenefitRow[] {
  return tablesOf(pack).flatMap((table) => rowsOf(table, pack))
}

/** A row of maternity medical costs for each kind of care that nobody pays for yet, in the table nearest to the place. */
export function openMedicalRows(pack: Pack): readonly BenefitRow[] {
  const table = [...pack.maternity.values()].toSorted(
    (a, b) => pack.chain.indexOf(a.pack) - pack.chain.indexOf(b.pack),
  )[0]
  if (!table) return []
  const paid = [...pack.maternity.values()].flatMap(({ medical }) => medical ?? [])
  return MATERNITY_BENEFITS.flatMap((benefit) =>
    MATERNITY_KINDS[benefit]
      .filter((kind) => !paid.some((row) => row.benefit === benefit && row.kind === kind))
      .map((kind) => ({
        table: table.id,
        title: table.title.zh,
        part: '生育医疗费限额' as const,
        benefit,
        kind,
        value: '',
        borrowed: false,
      })),
  )
}

interface AnyRow {
  readonly level?: string
  readonly personClass?: string
  readonly carePlace?: string
  readonly group?: string
  readonly diseases?: readonly string[]
  readonly pregnancy?: number
  readonly admission?: number
  readonly above?: number
  readonly upTo?: number
  readonly none?: true
  readonly leave?: true
  readonly children?: string
  readonly benefit?: string
  readonly kind?: string
  readonly design?: string
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly fromBasis?: string
  readonly note?: string
  readonly source: Source
}

/** The rows of one table as a workbook shows them. */
export function rowsOf({ kind, borrowed, table }: AnyTable, pack: Pack): BenefitRow[] {
  return PART_NAMES.flatMap((part) => {
    const path = pathOf(part, kind)
    const rows = path ? (fieldAt(table, path) as (AnyRow & Record<string, unknown>)[] | undefined) : undefined
    const design = designOf(part)
    const said = (rows ?? []).filter(
      (row) =>
        (design === undefined || row.design === design) &&
        (row.none || row.leave || row[PARTS[part].field] !== undefined),
    )
    return said.map((row) => ({
      table: table.id,
      title: table.title.zh,
      part,
      level: row.level,
      personClass: row.personClass,
      carePlace: row.carePlace,
      group: row.group,
      diseases: row.diseases?.join('、'),
      pregnancy: row.pregnancy === undefined ? undefined : String(row.pregnancy),
      admission: row.admission === undefined ? undefined : String(row.admission),
      above: row.above === undefined ? undefined : yuanText(row.above),
      upTo: row.upTo === undefined ? undefined : yuanText(row.upTo),
      children: row.children,
      ...(design !== undefined && { benefit: row.benefit, kind: row.kind }),
      value: row.none ? NONE : row.leave ? ALL_LEAVE : valueText(part, row[PARTS[part].field]),
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
    }))
  })
}

function valueText(part: PartName, value: unknown): string {
  const { unit } = PARTS[part]
  if (unit === 'yuan') return yuanText(Number(value))
  return unit === 'ratio' ? formatRatio(Number(value) as Ratio) : (value as number | string).toString()
}

/** A document of the chain by its bare id, one of another pack with its pack. */
export function bare(reference: string, pack: Pack): string {
  const id = reference.slice(reference.indexOf(':') + 1)
  return pack.documents.get(id)?.pack === reference.slice(0, -id.length - 1) ? id : reference
}

const yuanText = (amount: number): string => formatYuan(amount as Fen)
