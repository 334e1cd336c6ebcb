import type ExcelJS from 'exceljs'

/** A cell as text; what a formula shows is not what the file says, so its text is empty. */
export interface WorkbookCell {
  readonly text: string
  readonly kind?: 'number' | 'formula' | 'error'
}

export function cellOf(value: ExcelJS.CellValue): WorkbookCell {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'number') return { text: numberText(value), kind: 'number' }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) }
  if (typeof value !== 'object') return { text: String(value).trim() }
  if ('formula' in value || 'sharedFormula' in value) return { text: '', kind: 'formula' }
  if ('error' in value) return { text: value.error, kind: 'error' }
  if ('richText' in value)
    return {
      text: value.richText
        .map(({ text }) => text)
        .join('')
        .trim(),
    }
  // A link shows words, and these may be rich.
  if ('text' in value) return cellOf(value.text)
  return { text: '' }
}

/** Spreadsheets keep 15 digits; what lies behind them is noise of the binary form. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15))
  return Number.isInteger(rounded) ? rounded.toFixed(0) : String(rounded)
}
