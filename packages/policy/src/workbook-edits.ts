import { isMap } from 'yaml'
import { setValue, packOf } from './draft-edits.ts'
import { changeYaml, fileWithId, listAt, newYaml } from './draft-files.ts'
import type { FileEdits, PackTexts } from './draft-files.ts'
import type { BenefitTables, Pack } from './types.ts'
import { PARTS } from './workbook-benefits.ts'
import type { PartName } from './workbook-benefits.ts'
import type { BenefitLine, ParameterLine } from './workbook-in.ts'

/** What a filled-in workbook changes in the files of a pack. Rows that say what is there already change nothing. */
export function workbookEdits(
  files: PackTexts,
  packs: ReadonlyMap<string, Pack>,
  packId: string,
  lines: { readonly parameters: readonly ParameterLine[]; readonly benefits: readonly BenefitLine[] },
): FileEdits {
  const pack = packOf(packs, packId)
  const now = new Map(files)
  const edits = new Map<string, string>()
  const apply = (changed: FileEdits) => {
    for (const [path, text] of changed) {
      now.set(path, text)
      edits.set(path, text)
    }
  }
  for (const line of lines.parameters)
    if (!isThere(pack, line)) apply(setValue(now, packs, { pack: packId, ...line }))
  for (const [table, rows] of Map.groupBy(lines.benefits, ({ table }) => table))
    apply(setTable(now, pack, table, rows))
  return edits
}

function isThere(pack: Pack, { parameter, key, from, until, value, source }: ParameterLine): boolean {
  const found = pack.parameters.get(parameter)
  return (
    found?.pack === pack.id &&
    found.values.some(
      (entry) =>
        entry.key === key &&
        entry.from === from &&
        entry.until === until &&
        entry.value === value &&
        entry.source.clause === source.clause &&
        entry.source.quote === source.quote,
    )
  )
}

/** The parts of a table that the workbook fills are replaced as a whole; what it leaves out stays. */
function setTable(files: PackTexts, pack: Pack, id: string, lines: readonly BenefitLine[]): FileEdits {
  const parts = Map.groupBy(lines, ({ part }) => part)
  const own = fileWithId(files, `${pack.id}/benefits`, id)
  if (own !== undefined) {
    const text = changeYaml(files.get(own)!, (document) => {
      for (const [part, rows] of parts) {
        const list = listAt(document, PARTS[part].path)
        const before = list.items.filter((node) => isMap(node))
        list.items = rows.map((row) => {
          const wanted = rowOf(part, row)
          const same = before.find((node) => sameRow(node.toJSON() as object, wanted))
          return same ?? document.createNode(wanted)
        })
      }
    })
    return new Map([[own, text]])
  }
  const model = pack.benefits.get(id) ?? pack.borrowed!.tables.get(id)!
  return new Map([[`${pack.id}/benefits/${id}.yaml`, newYaml('benefit', 3, newTable(pack, model, parts))]])
}

/** A table of the place's own, designed as the one that stood in for it. */
function newTable(
  pack: Pack,
  model: BenefitTables,
  parts: ReadonlyMap<PartName, readonly BenefitLine[]>,
): object {
  const rows = (part: PartName) => parts.get(part)?.map((row) => rowOf(part, row))
  const { id, title, insurance, kind, rounding } = model
  const [deductible, bands, factor, area, cap] = (
    ['起付标准', '支付比例', '个人负担系数', '异地就医', '年度限额'] as const
  ).map(rows)
  return {
    id,
    ...(pack.benefits.has(id) && { override: true }),
    title,
    insurance,
    kind,
    rounding,
    ...(deductible && {
      deductible: { design: model.deductible?.design ?? 'per-admission', rows: deductible },
    }),
    ...(bands && {
      bands: {
        base: model.bands?.base ?? 'over-deductible',
        yearToDate: model.bands?.yearToDate ?? false,
        rows: bands,
      },
    }),
    ...(factor && { ownShareFactor: factor }),
    ...(area && { outOfArea: { design: model.outOfArea?.design ?? 'self-pay-first', rows: area } }),
    ...(cap && { yearlyCap: cap }),
  }
}

/** Whether a stored row says what the workbook says; it is then left as it is, with what only the file knows. */
function sameRow(stored: object, wanted: object): boolean {
  const said = stored as Record<string, unknown>
  return WORKBOOK_FIELDS.every((field) => {
    const [a, b] = [said[field], (wanted as Record<string, unknown>)[field]]
    if (NUMBERS.has(field) && a !== undefined && b !== undefined) return Number(a) === Number(b)
    return JSON.stringify(a) === JSON.stringify(b)
  })
}
const NUMBERS = new Set(['amount', 'fundShare', 'value', 'above', 'upTo', 'admission'])
const NAMES_OF_ROWS = [
  'level',
  'personClass',
  'carePlace',
  'from',
  'until',
  'fromBasis',
  'source',
  'note',
] as const
const WORKBOOK_FIELDS = [...NUMBERS, ...NAMES_OF_ROWS]

function rowOf(part: PartName, line: BenefitLine): object {
  const {
    level,
    personClass,
    carePlace,
    admission,
    above,
    upTo,
    value,
    from,
    until,
    source,
    fromBasis,
    note,
  } = line
  return Object.fromEntries(
    Object.entries({
      level,
      personClass,
      carePlace,
      admission,
      above,
      upTo,
      [PARTS[part].field]: value,
      from,
      until,
      fromBasis,
      source: { ...source },
      note,
    }).filter(([, entry]) => entry !== undefined),
  )
}
