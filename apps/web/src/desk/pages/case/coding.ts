import type { LineCoding } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import { percentFromRatio, ratioFromPercent, typedFen } from '../../parts/money.ts'
import type { Bill, CaseView } from './case-context.tsx'

type Line = Bill['lines'][number]

/** How the desk names a line of a case: the ids of its bill and of the line in it. */
export function lineIdOf(bill: { id: string }, line: { id: string }): string {
  return `${bill.id}/${line.id}`
}

/** One row of the coding table, as typed. */
export interface CodingRow {
  lineId: string
  /** empty: not coded yet */
  class: '' | 'A' | 'B' | 'C'
  /** per cent */
  selfPay: string
  ceiling: string
  cut: string
  cutReason: string
  code: string
}

/** A line with its bill, in the order of the list. */
export interface CodedLine {
  lineId: string
  bill: Bill
  line: Line
}

export function linesOf(view: CaseView): CodedLine[] {
  return view.content.bills.flatMap((bill) =>
    bill.lines.map((line) => ({ lineId: lineIdOf(bill, line), bill, line })),
  )
}

/** Rows to start from: what was saved, else empty ones; a line without coding is left for the reviewer to see. */
export function rowsFrom(view: CaseView): CodingRow[] {
  const saved = new Map((view.coding ?? []).map((coding) => [coding.lineId, coding]))
  return linesOf(view).map(({ lineId, line }) => {
    const coding = saved.get(lineId)
    return {
      lineId,
      class: coding?.class ?? '',
      selfPay: coding ? percentFromRatio(coding.selfPayRatio) : '',
      ceiling: coding?.ceilingPrice ?? '',
      cut: coding?.cutAmount ?? '',
      cutReason: coding?.cutReason ?? '',
      code: coding?.catalogueCode ?? line.code ?? '',
    }
  })
}

export type CodingFault = 'class' | 'selfPay' | 'ceiling' | 'cut' | 'cutTooMuch' | 'cutReason'

/** What is wrong in one row; `amount` is the amount of the line as claimed. */
export function faultsOf(row: CodingRow, amount: string): CodingFault[] {
  const faults: CodingFault[] = []
  if (row.class === '') faults.push('class')
  if (row.selfPay !== '' && ratioFromPercent(row.selfPay) === undefined) faults.push('selfPay')
  if (row.ceiling !== '' && typedFen(row.ceiling) === undefined) faults.push('ceiling')
  const cut = row.cut === '' ? undefined : typedFen(row.cut)
  if (row.cut !== '' && cut === undefined) faults.push('cut')
  if (cut !== undefined && cut > (typedFen(amount) ?? 0)) faults.push('cutTooMuch')
  if (cut !== undefined && cut > 0 && row.cutReason.trim() === '') faults.push('cutReason')
  return faults
}

/** The coding of the contract from the rows that can be read; rows with a fault other than a missing reason are left out. */
export function codingOf(rows: readonly CodingRow[]): LineCoding[] {
  return rows.flatMap((row) => {
    const selfPayRatio = row.selfPay === '' ? '0' : ratioFromPercent(row.selfPay)
    if (row.class === '' || selfPayRatio === undefined) return []
    const ceiling = row.ceiling === '' ? null : typedFen(row.ceiling)
    const cut = row.cut === '' ? null : typedFen(row.cut)
    if (ceiling === undefined || cut === undefined) return []
    return {
      lineId: row.lineId,
      class: row.class,
      selfPayRatio: row.class === 'B' ? selfPayRatio : '0',
      catalogueCode: row.code || undefined,
      ceilingPrice: ceiling === null ? null : formatYuan(ceiling),
      cutAmount: cut === null || cut === 0 ? null : formatYuan(cut),
      cutReason: cut ? row.cutReason.trim() : null,
    }
  })
}

/** Sets fields of the chosen rows, or of all rows not coded yet when none is chosen. */
export function bulkSet(
  rows: readonly CodingRow[],
  chosen: ReadonlySet<string>,
  set: Partial<Pick<CodingRow, 'class' | 'selfPay'>>,
): CodingRow[] {
  return rows.map((row) => {
    const wanted = chosen.size > 0 ? chosen.has(row.lineId) : row.class === ''
    return wanted ? { ...row, ...set } : row
  })
}

interface CatalogueEntry {
  code: string
  name: string
  class: 'A' | 'B' | 'C'
  selfPayRatio: string
  ceilingPrice: string | null
}

/** A row as the catalogue has it. */
export function fromCatalogue(row: CodingRow, entry: CatalogueEntry): CodingRow {
  return {
    ...row,
    code: entry.code,
    class: entry.class,
    selfPay: entry.class === 'B' ? percentFromRatio(entry.selfPayRatio) : '',
    ceiling: entry.ceilingPrice ?? '',
  }
}

/** The one entry that is certainly meant: same code, else same name; anything less is for the reviewer to choose. */
export function certainEntry<E extends CatalogueEntry>(line: Line, entries: readonly E[]): E | undefined {
  const same = (a: string, b: string) => a.normalize('NFKC').trim() === b.normalize('NFKC').trim()
  if (line.code) return entries.find((entry) => same(entry.code, line.code ?? ''))
  const named = entries.filter((entry) => same(entry.name, line.name))
  return named.length === 1 ? named[0] : undefined
}
