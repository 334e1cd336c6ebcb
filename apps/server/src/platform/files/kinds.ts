import { readFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** Kinds of files people may hand in, as content types. */
export const fileKinds = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const
export type FileKind = keyof typeof fileKinds

/** Photographs and documents: what materials are. */
export const MATERIAL_KINDS: readonly FileKind[] = ['jpeg', 'png', 'webp', 'pdf']
export const SHEET_KINDS: readonly FileKind[] = ['xlsx', 'csv']

const names: Record<FileKind, string> = {
  jpeg: 'JPG',
  png: 'PNG',
  webp: 'WebP',
  pdf: 'PDF',
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV',
}

export function kindNames(kinds: readonly FileKind[]): string {
  return kinds.map((kind) => names[kind]).join(', ')
}

const endings: Record<FileKind, readonly string[]> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  pdf: ['pdf'],
  xlsx: ['xlsx'],
  csv: ['csv', 'txt'],
}

/**
 * The name of a file with the ending of what it is: `a.html` that holds a PDF becomes `a.html.pdf`, so that whoever saves
 * and opens it starts nothing but a reader of PDF.
 */
export function honestName(fileName: string, kind: FileKind): string {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return endings[kind].includes(ending) ? fileName : `${fileName}.${endings[kind][0]}`
}

/** What a file is by its content, whatever it is called; `found` names what it is when it is none of the kinds. */
export async function kindOf(path: string): Promise<{ kind?: FileKind; found?: string }> {
  const found = await fileTypeFromFile(path)
  if (found) {
    const kind = (Object.keys(fileKinds) as FileKind[]).find((name) => fileKinds[name] === found.mime)
    return kind ? { kind } : { found: found.ext }
  }
  return isText(await readFile(path)) ? { kind: 'csv' } : {}
}

/** Text in UTF-8, or in the encoding Chinese spreadsheets and banks still write, without control characters. */
function isText(bytes: Uint8Array): boolean {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      return !/[\u0000-\u0008\u000E-\u001F\u007F]/.test(text)
    } catch {
      // Not in this encoding.
    }
  }
  return false
}
