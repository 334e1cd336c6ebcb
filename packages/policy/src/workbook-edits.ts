import { isMap } from 'yaml'
import { setValue, packOf } from './draft-edits.ts'
import { changeYaml, fileWithId, listAt, newYaml } from './draft-files.ts'
import type { FileEdits, PackTexts } from './draft-files.ts'
import type { Pack } from './types.ts'
import { tablesOf, type AnyTable } from './workbook-benefits.ts'
import type { BenefitLine, ParameterLine } from './workbook-in.ts'
import { ALL_LEAVE, NONE, PART_NAMES, PARTS, pathOf, type PartName } from './workbook-parts.ts'

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

type Row = Readonly<Record<string, unknown>>

/** The lists of a table that the workbook fills are replaced as a whole; what it leaves out stays. */
function setTable(files: PackTexts, pack: Pack, id: string, lines: readonly BenefitLine[]): FileEdits {
  const table = tablesOf(pack).find((entry) => entry.table.id === id)!
  const lists = listsOf(table, lines)
  const own = fileWithId(files, `${pack.id}/benefits`, id)
  if (own !== undefined) {
    const text = changeYaml(files.get(own)!, (document) => {
      for (const { path, rows } of lists) {
        const list = listAt(document, path)
        const before = list.items.filter((node) => isMap(node))
        list.items = rows.map((wanted) => {
          const same = before.find((node) => sameRow(node.toJSON() as Row, wanted))
          return same ?? document.createNode(wanted)
        })
      }
    })
    return new Map([[own, text]])
  }
  // What a pack above says stands in the workbook of each place below it; only another figure is the place's own rule.
  if (!table.borrowed && lists.every(({ path, rows }) => saysTheSame(table, path, rows))) return new Map()
  const content = newTable(table, lists, !table.borrowed)
  return new Map([[`${pack.id}/benefits/${id}.yaml`, newYaml(table.kind, 3, content)]])
}

interface List {
  readonly path: readonly string[]
  readonly rows: readonly Row[]
}

/** The rows by the list they stand in; two values of one row (每年提高, 最多提高) become one again. */
function listsOf({ kind }: AnyTable, lines: readonly BenefitLine[]): List[] {
  const byPath = Map.groupBy(lines, ({ part }) => pathOf(part, kind)!.join('.'))
  return [...byPath].map(([path, ofPath]) => {
    const several = new Set(ofPath.map(({ part }) => PARTS[part].field)).size > 1
    const rows = several
      ? [...Map.groupBy(ofPath, ({ from }) => from).values()].map(
          (same) => Object.assign({}, ...same.map(rowOf)) as Row,
        )
      : ofPath.map(rowOf)
    return { path: path.split('.'), rows }
  })
}

/** A table of the place's own, designed as the one that stood in for it. */
function newTable({ table }: AnyTable, lists: readonly List[], override: boolean): object {
  const {
    pack: _pack,
    override: _was,
    id,
    ...design
  } = structuredClone(table) as unknown as Record<string, unknown>
  const content: Record<string, unknown> = { id, ...(override && { override: true }), ...design }
  for (const [first, ...rest] of PART_NAMES.flatMap((part) => Object.values(PARTS[part].path))) {
    const filled = lists.find(({ path }) => path.join('.') === [first, ...rest].join('.'))
    const held = content[first!]
    if (held === undefined && !filled) continue
    if (rest.length === 0 && (Array.isArray(held) || held === undefined)) {
      if (filled) content[first!] = filled.rows
      else delete content[first!]
    } else if (rest.length > 0 && !Array.isArray(held)) {
      const { [rest[0]!]: _rows, ...others } = (held ?? {}) as Record<string, unknown>
      if (filled) content[first!] = { ...others, [rest[0]!]: filled.rows }
      else if (first === 'chronic') content[first] = others
      else delete content[first!]
    }
  }
  return content
}

function saysTheSame({ table }: AnyTable, path: readonly string[], rows: readonly Row[]): boolean {
  const held = path.reduce<unknown>((at, key) => (at as Row | undefined)?.[key], table)
  return Array.isArray(held) &&
    held.length === rows.length &&
    rows.every((row) => row['source'] !== undefined)
    ? (held as { from: string; source: { quote: string } }[]).every(
        ({ from, source }, place) =>
          rows[place]!['from'] === from &&
          (rows[place]!['source'] as { quote: string }).quote === source.quote,
      )
    : false
}

/** Whether a stored row says what the workbook says; it is then left as it is, with what only the file knows. */
function sameRow(stored: Row, wanted: Row): boolean {
  return WORKBOOK_FIELDS.every((field) => {
    const [a, b] = [stored[field], wanted[field]]
    if (NUMBERS.has(field) && a !== undefined && b !== undefined) return Number(a) === Number(b)
    return JSON.stringify(a) === JSON.stringify(b)
  })
}
const NUMBERS = new Set([
  'amount',
  'fundShare',
  'value',
  'above',
  'upTo',
  'admission',
  'days',
  'perYear',
  'most',
  'countsAfter',
  'pregnancy',
])
const NAMES_OF_ROWS = [
  'level',
  'personClass',
  'carePlace',
  'group',
  'diseases',
  'children',
  'leave',
  'design',
  'order',
  'none',
  'from',
  'until',
  'fromBasis',
  'source',
  'note',
] as const
const WORKBOOK_FIELDS = [...NUMBERS, ...NAMES_OF_ROWS]

function rowOf({ part, table: _table, row: _row, value, source, ...rest }: BenefitLine): Row {
  const said =
    value === NONE
      ? { none: true }
      : value === ALL_LEAVE
        ? { leave: true }
        : { [PARTS[part].field]: written(part, value) }
  return { ...rest, ...said, source: { ...source } }
}

/** Days are whole numbers in a file; amounts and shares are written as people do. */
function written(part: PartName, value: string): string | number {
  return PARTS[part].unit === 'days' ? Number(value) : value
}
