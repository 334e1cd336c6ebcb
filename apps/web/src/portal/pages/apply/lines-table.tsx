import { useEffect, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { Bill, FeeLine } from '@yichuang/contracts'
import { fieldId } from '../../parts/field.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'
import { emptyLine, typedAmount } from './fee-lines.ts'
import { isTable, parsePaste } from './paste.ts'

// The code comes last: few lists print one.
const COLUMNS = ['name', 'quantity', 'unit', 'unitPrice', 'amount', 'code'] as const
type Column = (typeof COLUMNS)[number]
const NUMERIC: readonly Column[] = ['quantity', 'unitPrice', 'amount']
const PAGE_SIZE = 50

/** Fee lines in a table to type in: Enter goes down, cells of a spreadsheet can be pasted anywhere. */
export function LinesTable({
  bill,
  path,
  onChange,
}: {
  bill: Bill
  path: string
  onChange: (edit: (lines: FeeLine[]) => FeeLine[]) => void
}) {
  const t = useApplyTexts().bills
  const [page, setPage] = useState(() => pageOfHash(path))
  const [focus, setFocus] = useState<string>()
  useEffect(() => {
    if (focus) document.getElementById(focus)?.focus()
  }, [focus])
  const from = Math.min(
    page * PAGE_SIZE,
    Math.max(0, Math.ceil(bill.lines.length / PAGE_SIZE) - 1) * PAGE_SIZE,
  )
  const shown = bill.lines.slice(from, from + PAGE_SIZE)
  const cellId = (row: number, column: Column) => fieldId(`${path}.lines.${row}.${column}`)
  const add = () => {
    onChange((lines) => [...lines, emptyLine()])
    setPage(Math.floor(bill.lines.length / PAGE_SIZE))
    setFocus(cellId(bill.lines.length, 'name'))
  }
  const onKeyDown = (event: KeyboardEvent, row: number, column: Column) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (row + 1 < bill.lines.length) document.getElementById(cellId(row + 1, column))?.focus()
    else add()
  }
  const onPaste = (event: ClipboardEvent, row: number) => {
    const text = event.clipboardData.getData('text')
    if (!isTable(text)) return
    event.preventDefault()
    const pasted = parsePaste(text).lines
    onChange((lines) => [...lines.slice(0, row), ...pasted, ...lines.slice(row).filter(isFilled)])
  }
  if (bill.lines.length === 0) {
    return (
      <div className="empty field" id={fieldId(`${path}.lines`)} tabIndex={-1}>
        <p>{t.noLines}</p>
        <button type="button" className="button" onClick={add}>
          {t.addLine}
        </button>
      </div>
    )
  }
  return (
    <div className="lines" id={fieldId(`${path}.lines`)} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={cellClass(column)}>
                {t.col[column]}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t.colRemove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line, index) => (
            <LineRow
              key={line.id}
              line={line}
              row={from + index}
              path={`${path}.lines.${from + index}`}
              onChange={(part) =>
                onChange((lines) => lines.map((one) => (one.id === line.id ? { ...one, ...part } : one)))
              }
              onRemove={() => onChange((lines) => lines.filter((one) => one.id !== line.id))}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
            />
          ))}
        </tbody>
      </table>
      <p className="row">
        <button type="button" className="button small" onClick={add}>
          {t.addLine}
        </button>
        {bill.lines.length > PAGE_SIZE && (
          <>
            <button
              type="button"
              className="button small"
              disabled={from === 0}
              onClick={() => setPage(page - 1)}
            >
              {t.pagePrev}
            </button>
            <span className="num" role="status">
              {t.page(from + 1, from + shown.length, bill.lines.length)}
            </span>
            <button
              type="button"
              className="button small"
              disabled={from + PAGE_SIZE >= bill.lines.length}
              onClick={() => setPage(page + 1)}
            >
              {t.pageNext}
            </button>
          </>
        )}
      </p>
    </div>
  )
}

function LineRow({
  line,
  row,
  path,
  onChange,
  onRemove,
  onKeyDown,
  onPaste,
}: {
  line: FeeLine
  row: number
  path: string
  onChange: (part: Partial<FeeLine>) => void
  onRemove: () => void
  onKeyDown: (event: KeyboardEvent, row: number, column: Column) => void
  onPaste: (event: ClipboardEvent, row: number) => void
}) {
  const t = useApplyTexts().bills
  const { faultAt } = useDraft()
  return (
    <tr>
      {COLUMNS.map((column) => {
        const value = line[column] ?? ''
        const fault = faultAt(`${path}.${column}`)
        const wrong = fault || (column === 'amount' && value !== '' && typedAmount(value) === undefined)
        return (
          <td key={column} data-label={t.col[column]} className={cellClass(column)}>
            <input
              id={fieldId(`${path}.${column}`)}
              aria-label={t.colAria(t.col[column], row + 1)}
              aria-invalid={wrong ? true : undefined}
              title={fault ?? (wrong ? t.amountWrong : undefined)}
              inputMode={NUMERIC.includes(column) ? 'decimal' : undefined}
              maxLength={column === 'code' || column === 'name' ? 120 : 20}
              autoComplete="off"
              value={value}
              onChange={(event) => onChange({ [column]: event.target.value })}
              onKeyDown={(event) => onKeyDown(event, row, column)}
              onPaste={(event) => onPaste(event, row)}
            />
          </td>
        )
      })}
      <td>
        <button type="button" className="remove" aria-label={t.removeLine(row + 1)} onClick={onRemove}>
          ×
        </button>
      </td>
    </tr>
  )
}

function cellClass(column: Column): string | undefined {
  return column === 'amount' ? 'amount' : column === 'name' ? 'wide' : undefined
}

function isFilled(line: FeeLine): boolean {
  return [line.code, line.name, line.quantity, line.unit, line.unitPrice, line.amount].some(Boolean)
}

/** A fault may link to a line beyond the first fifty. */
function pageOfHash(path: string): number {
  const prefix = `#${fieldId(`${path}.lines`)}-`
  const row = location.hash.startsWith(prefix) ? Number.parseInt(location.hash.slice(prefix.length), 10) : 0
  return Number.isNaN(row) ? 0 : Math.floor(row / PAGE_SIZE)
}
