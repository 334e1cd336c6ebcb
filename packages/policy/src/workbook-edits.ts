import { isMap } from 'yaml'
import { setValue, packOf } from './draft-edits.ts'
import { changeYaml, fileWithId, listAt, newYaml } from './draft-files.ts'
import type { FileEdits, PackTexts } from './draft-files.ts'
import type { Pack } from './types.ts'
import { rowsOf, tablesOf, type AnyTable, type BenefitRow } from './workbook-benefits.ts'
import type { BenefitLine, ParameterLine } from './workbook-in.ts'
import { ALL_LEAVE, designOf, NONE, PART_NAMES, PARTS, pathOf, type PartName } from './workbook-parts.ts'

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
        const after = rows.map((wanted) => {
          const same = before.find((node) => sameRow(node.toJSON() as Row, wanted))
          return same ?? document.createNode(wanted)
        })
        // The workbook shows medical costs by the way they are paid, whatever their order in the file.
        const stayed = before.filter((node) => path[0] === 'medical' && after.includes(node))
        list.items = [...stayed, ...after.filter((node) => !stayed.includes(node))]
      }
    })
    return new Map([[own, text]])
  }
  // What a pack above says stands in the workbook of each place below it; only another figure is the place's own rule.
  if (!table.borrowed && saysTheSame(rowsOf(table, pack), lines)) return new Map()
  const content = newTable(table, lists, pack)
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
    // Medical costs are paid in one of several ways; each of their rows stands for itself.
    const several =
      !ofPath.some(({ part }) => designOf(part)) &&
      new Set(ofPath.map(({ part }) => PARTS[part].field)).size > 1
    const rows = several
      ? [...Map.groupBy(ofPath, ({ from }) => from).values()].map(
          (same) => Object.assign({}, ...same.map(rowOf)) as Row,
        )
      : ofPath.map(rowOf)
    return { path: path.split('.'), rows }
  })
}

/** A table of the place's own, designed as the one that stood in for it, or as the one of a pack above that it overrides. */
function newTable({ kind, borrowed, table }: AnyTable, lists: readonly List[], place: Pack): object {
  const {
    pack: _pack,
    override: _was,
    id,
    ...design
  } = structuredClone(table) as unknown as Record<string, unknown>
  const content: Record<string, unknown> = { id, ...(!borrowed && { override: true }), ...design }
  if (kind === 'maternity') {
    content['title'] = {
      zh: `生育待遇（${place.title.zh}规定）`,
      en: `Maternity benefits by the rules of ${place.title.en}`,
    }
    // It told what the pack above had not loaded.
    delete content['note']
  }
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

/** Whether the lines say what the rows of a table above say, part by part; a part left out wholly is left as it is. */
function saysTheSame(held: readonly BenefitRow[], lines: readonly BenefitLine[]): boolean {
  const parts = new Set(lines.map(({ part }) => part))
  const there = held.filter(({ part }) => parts.has(part))
  return there.length === lines.length && lines.every((line) => there.some((row) => isSameLine(row, line)))
}

function isSameLine(row: BenefitRow, line: BenefitLine): boolean {
  const names = ['part', 'level', 'personClass', 'carePlace', 'group', 'children', 'benefit', 'kind'] as const
  const numbers = ['pregnancy', 'admission', 'above', 'upTo', 'value'] as const
  const numberOf = (text: unknown) => (text === undefined || Number.isNaN(Number(text)) ? text : Number(text))
  return (
    names.every((name) => row[name] === line[name]) &&
    numbers.every((name) => numberOf(row[name]) === numberOf(line[name])) &&
    row.diseases === line.diseases?.join('、') &&
    row.from === line.from &&
    row.until === line.until &&
    row.source?.document === line.source.document &&
    row.source.clause === line.source.clause &&
    row.source.quote === line.source.quote
  )
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
  'share',
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
  'benefit',
  'kind',
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
  const design = designOf(part)
  return { ...rest, ...(design && { design }), ...said, source: { ...source } }
}

/** Days are whole numbers in a file; amounts and shares are written as people do. */
function written(part: PartName, value: string): string | number {
  return PARTS[part].unit === 'days' ? Number(value) : value
}
