import { CommandFailed } from '../command.ts'

/** A cell as text. `number` says that a spreadsheet keeps it as a number, which loses leading zeros and long codes. */
export interface Cell {
  readonly text: string
  readonly number?: true
  /** what is wrong with the cell whatever it is for */
  readonly fault?: { readonly code: string; readonly zh: string; readonly en: string }
}

/** A row of a file; `number` counts as editors and spreadsheets do. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

/** A file that cannot be read at all; the sentences lack their subject and full stop. */
export function unreadable(file: string, zh: string, en: string): CommandFailed {
  return new CommandFailed(1, {
    code: 'file-unreadable',
    zh: `文件 ${file} ${zh}。`,
    en: `The file ${file} ${en}.`,
    file,
  })
}
