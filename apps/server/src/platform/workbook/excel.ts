import { createRequire } from 'node:module'
import type ExcelJS from 'exceljs'

/** exceljs takes half a second to load; only who needs a workbook waits for it. */
export function excel(): typeof ExcelJS {
  return createRequire(import.meta.url)('exceljs') as typeof ExcelJS
}
