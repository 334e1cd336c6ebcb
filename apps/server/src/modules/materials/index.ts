/** Files handed in for the materials of a case, and fee lists read from spreadsheets. */
export { selectFile, selectFiles as filesOf, type FileOwner, type FileRow } from './file.queries.ts'
export { addFile, removeFile } from './file.service.ts'
export { FileNotFound } from './materials.problems.ts'
export { fileView, materialSlots } from './slots.ts'
