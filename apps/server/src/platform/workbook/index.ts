export { cellOf, type WorkbookCell } from './cell.ts'
export { excel } from './excel.ts'
export { readWorkbook, type WorkbookRow, type WorkbookSheet } from './read.ts'
