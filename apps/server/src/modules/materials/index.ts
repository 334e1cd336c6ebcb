/** Files handed in for the materials of a case, and fee lists read from spreadsheets. */
export { selectFile, selectFiles as filesOf, type FileOwner, type FileRow } from './file.queries.ts'
export { addFile, checkFiles, removeFile } from './file.service.ts'
export { importLines } from './fee-lines/import.ts'
export { linesTemplate } from './fee-lines/template.ts'
export { FileNotFound } from './materials.problems.ts'
export { fileView, materialSlots } from './slots.ts'
