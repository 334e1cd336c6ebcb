import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type ExcelJS from 'exceljs'
import { afterAll } from 'vitest'
import { openInsured } from '../../modules/insured/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../../platform/crypto.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { excel } from '../../platform/workbook/index.ts'
import { CommandFailed } from '../command.ts'
import { found } from '../found.ts'
import { kinds } from '../load.ts'
import type { Kind } from './kind.ts'
import { loadFile } from './load-file.ts'

export const CITY = '330600'

/** A platform with one city that was just founded, and a folder for files; for tests. */
export async function testCity(regionCode = CITY) {
  const { database, sql } = await testDatabase()
  const clock = fixedClock('2020-10-15T01:00:00Z')
  const cipher = createFieldCipher(parseKeyRing(newKey()))
  const blindIndex = createBlindIndex(Buffer.from(newKey(), 'hex'))
  openInsured({ cipher, blindIndex, places: () => new Map() })
  const deps = { database, clock }
  const city = await found(deps, {
    regionCode,
    officeCode: `${regionCode}001`,
    name: '绍兴市医疗保障服务中心',
    login: 'zhang.san',
    adminName: '张三',
    phone: null,
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-load-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let files = 0
  const fileOf = (content: string | Buffer, extension = 'csv') => {
    const file = path.join(folder, `${(files += 1)}.${extension}`)
    writeFileSync(file, content)
    return file
  }
  const load = (name: keyof typeof kinds, file: string, options: { dryRun?: boolean } = {}) =>
    loadFile(name, kinds[name] as unknown as Kind, file, deps, { regionCode, ...options })
  return {
    city,
    deps,
    sql,
    fileOf,
    load,
    /** loads the lines of a CSV */
    loadCsv: (name: keyof typeof kinds, lines: readonly string[], options: { dryRun?: boolean } = {}) =>
      load(name, fileOf(`${lines.join('\n')}\n`), options),
  }
}

/** What a load that must fail complains of: code, row and column of every fault. */
export async function faultsOf(work: Promise<unknown>): Promise<string[]> {
  const failed: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(failed instanceof CommandFailed)) throw failed ?? new Error('the load did not fail')
  for (const { zh, en } of failed.faults)
    if (!zh.endsWith('。') || !en.endsWith('.')) throw new Error(`no sentence: ${zh} ${en}`)
  return failed.faults.map(({ code, row, column }) =>
    [code, row, column]
      .flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [part] : []))
      .join(' '),
  )
}

/** A workbook of one sheet. */
export async function workbook(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Buffer> {
  const book = new (excel().Workbook)()
  book.addWorksheet('数据').addRows(rows.map((row) => [...row]))
  return Buffer.from(await book.xlsx.writeBuffer())
}
