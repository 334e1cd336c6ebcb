import { open } from 'node:fs/promises'
import { CommandFailed } from '../command.ts'
import { csvRows } from './csv.ts'
import { unreadable, type TableRow } from './row.ts'
import { workbookRows } from './workbook.ts'

/** The rows of a .csv or .xlsx file, told apart by content, without the empty ones. Throws `CommandFailed`. */
export async function* tableRows(file: string): AsyncGenerator<TableRow> {
  const rows = (await isZip(file)) ? workbookRows(file) : csvRows(file)
  for await (const row of rows) if (row.cells.some(({ text, fault }) => text !== '' || fault)) yield row
}

async function isZip(file: string): Promise<boolean> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    if (start === '\u00d0\u00cf\u0011\u00e0')
      throw unreadable(
        file,
        '是旧版 .xls 表格。请另存为 .xlsx 或 CSV',
        'is a workbook of the old form .xls. Save it as .xlsx or CSV',
      )
    return start === 'PK\u0003\u0004'
  } catch (error) {
    if (error instanceof CommandFailed) throw error
    const { code = String(error) } = error as NodeJS.ErrnoException
    throw unreadable(
      file,
      `无法读取（${code}）。请核对文件名和权限`,
      `cannot be read (${code}). Check name and rights`,
    )
  }
}
