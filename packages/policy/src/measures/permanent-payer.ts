import { addDays, formatRatio, formatYuan, ONE, type PlainDate } from '@yichuang/kernel'
import type { Document } from 'yaml'
import { setOn } from '../benefit-scheme.ts'
import { CLASSES } from '../check-tables.ts'
import { EditImpossible } from '../draft-edits.ts'
import { changeYaml, fileWithId, listAt, type FileEdits, type PackTexts } from '../draft-files.ts'
import type { InForce, Pack, SupplementTables } from '../types.ts'
import type { Effect, Measure, PermanentRule } from './types.ts'

type Adjust = Extract<Effect, { kind: 'adjust-payer' }>
type Row = InForce & { readonly group?: string; readonly personClass?: string }

/**
 * The tables of a later payer as a measure left them, as rows of their own from a day: another deductible, more points in
 * every band, another cap. What the tables say from a later day on stays. Undefined where the place has no tables of its
 * own, or its rows cannot say whom the measure is for.
 */
export function payerEdits(
  files: PackTexts,
  pack: Pack,
  measure: Measure,
  effect: Adjust,
  { from, source }: PermanentRule,
): FileEdits | undefined {
  const tables = pack.supplements.get(effect.table)
  const classes = tables && classesMeant(tables, measure)
  if (!tables || !classes) return undefined
  const file = fileWithId(files, `${tables.pack}/benefits`, tables.id)!
  const text = changeYaml(files.get(file)!, (document) => {
    if (tables.pack !== pack.id) document.set('override', true)
    const put = <R extends Row>(part: Part, rows: readonly R[], change: (row: R | undefined) => object) =>
      putRows(document, { part, rows, classes, all: CLASSES[tables.insurance], from }, (row) => ({
        ...change(row),
        from,
        source: { ...source },
      }))
    const { deductible, raiseShare, yearlyCap } = effect
    if (deductible !== undefined)
      put('deductible', tables.deductible?.rows ?? [], () => ({ amount: formatYuan(deductible) }))
    if (raiseShare !== undefined)
      put('bands', tables.bands?.rows ?? [], (row) => {
        if (!row) throw noBands(tables)
        return {
          above: formatYuan(row.above),
          ...(row.upTo !== undefined && { upTo: formatYuan(row.upTo) }),
          fundShare: formatRatio(Math.min(row.fundShare + raiseShare, ONE) as typeof raiseShare),
        }
      })
    if (yearlyCap !== undefined) {
      if (!tables.yearlyCap) withoutCapUntilNow(document, tables)
      put('yearlyCap', tables.yearlyCap?.rows ?? [], () => ({ amount: formatYuan(yearlyCap) }))
    }
  })
  return new Map([[`${pack.id}${file.slice(tables.pack.length)}`, text]])
}
type Part = 'deductible' | 'bands' | 'yearlyCap'

/** Days before the first cap are decided too: the tables had none. */
function withoutCapUntilNow(document: Document, { deductible, bands }: SupplementTables): void {
  const rows = [...(bands?.rows ?? []), ...(deductible?.rows ?? [])]
  const [first] = rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  document.setIn(['yearlyCap', 'counts'], 'own')
  if (!first) return
  const { document: name, clause, quote } = first.source
  listAt(document, ['yearlyCap', 'rows']).items.push(
    document.createNode({
      none: true,
      from: first.from,
      note: '这些规定没有写年度限额',
      source: { document: name, clause, quote },
    }),
  )
}

/** The classes of insured people a measure is for; undefined where rows cannot name its people. */
function classesMeant({ insurance }: SupplementTables, { groups }: Measure): readonly string[] | undefined {
  const all: readonly string[] = CLASSES[insurance]
  if (!groups || groups.includes(insurance)) return all
  return groups.every((group) => all.includes(group)) ? groups : undefined
}

/**
 * Writes rows from a day for every group the table tells apart: one for people who have the same rows now, else one for
 * each class. Rows that would end later end the day before; rows of the very day give way.
 */
function putRows<R extends Row>(
  document: Document,
  { part, rows, classes, all, from }: Table<R>,
  rowFrom: (row: R | undefined) => object,
): void {
  const list = listAt(document, [part, 'rows'])
  const replaced = new Set<number>()
  const groups = rows.length === 0 ? [undefined] : new Set(rows.map(({ group }) => group))
  for (const group of groups) {
    const sets = classes.map((personClass) => {
      const fits = (row: R) => row.group === group && (row.personClass ?? personClass) === personClass
      return { personClass, set: setOn(rows.filter(fits), from) }
    })
    const first = sets[0]!
    const together = classes.length === all.length && sets.every(({ set }) => same(set, first.set))
    for (const { personClass, set } of together ? [first] : sets)
      for (const row of set.length === 0 ? [undefined] : set) {
        const who = { ...(group !== undefined && { group }), ...(!together && { personClass }) }
        list.items.push(document.createNode({ ...who, ...rowFrom(row) }))
        const at = row && rows.indexOf(row)
        if (row?.until !== undefined) document.setIn([part, 'rows', at, 'until'], addDays(from, -1))
        if (row?.from === from) replaced.add(at!)
      }
  }
  list.items = list.items.filter((_, index) => !replaced.has(index))
}
interface Table<R> {
  readonly part: Part
  readonly rows: readonly R[]
  /** those the rule is for */
  readonly classes: readonly string[]
  readonly all: readonly string[]
  readonly from: PlainDate
}

const same = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((one, at) => one === b[at])

function noBands({ title }: SupplementTables): EditImpossible {
  return new EditImpossible(
    `“${title.en}” has no bands on that day whose share could be raised. Load them in the policy room first.`,
    `“${title.zh}”当日没有可以提高支付比例的分段。请先在政策室录入支付比例。`,
  )
}
