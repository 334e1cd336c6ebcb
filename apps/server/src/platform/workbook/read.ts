import { readAside } from '../aside.ts'
import type { WorkbookCell } from './cell.ts'

/** A row of a sheet; `number` counts from 1, as spreadsheets do. Rows without anything in them are left out. */
export interface WorkbookRow {
  readonly number: number
  readonly cells: readonly WorkbookCell[]
}

export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly WorkbookRow[]
  /** ranges such as `A1:B2` */
  readonly merged: readonly string[]
}

export interface WorkbookBounds {
  /** only the first sheet with anything in it */
  readonly onlyFirst?: boolean
  /** in which there is something, of each sheet that is read */
  readonly rows: number
  /** what stands further to the right is left out */
  readonly columns: number
  /** to which the parts that are read may unpack */
  readonly unpackedBytes: number
}

export type WorkbookRead =
  | { readonly ok: true; readonly sheets: readonly WorkbookSheet[] }
  | { readonly ok: false; readonly why: 'unreadable' | 'too-large' }

const MOST = { megabytes: 300, milliseconds: 20_000 }

/**
 * The sheets of an .xlsx file that somebody sent us, read in a process of its own: half a kilobyte can say that a million
 * rows are merged, and the reader would do as it is told. Throws `upload-being-read` while another file of the caller is.
 */
export async function readWorkbook(
  content: Uint8Array,
  bounds: WorkbookBounds,
  caller: string,
): Promise<WorkbookRead> {
  const read = await readAside<WorkbookRead>(
    new URL('reader.ts', import.meta.url),
    { content, bounds },
    MOST,
    caller,
  )
  return read ?? { ok: false, why: 'too-large' }
}
