import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../platform/migrate.ts'
import { startEmbeddedPostgres } from '../platform/postgres/index.ts'
import { schemaOf } from '../platform/schema/index.ts'
import { CommandFailed, misused, readArgs } from './command.ts'

export const help = `Compares apps/server/schema.sql with what the migrations make of an empty database, or writes it.

Usage: yichuang schema --check | --write
`

const FILE = path.join(import.meta.dirname, '../../schema.sql')

/** `yichuang schema`: brings up a database of its own, migrates it and dumps it. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, { check: { type: 'boolean' }, write: { type: 'boolean' } })
  if (values.check === values.write)
    throw misused('option-missing', '请指定 --check 或 --write。', 'Say either --check or --write.')
  const fresh = await freshSchema()
  if (values.write) {
    writeFileSync(FILE, fresh)
    return 0
  }
  if (readFileSync(FILE, 'utf8') === fresh) return 0
  throw new CommandFailed(1, {
    code: 'schema-stale',
    zh: 'apps/server/schema.sql 与变更文件不一致。请运行 npx yichuang schema --write，检查差异后一并提交。',
    en: 'apps/server/schema.sql does not match the migrations. Run npx yichuang schema --write, look at the difference and commit it.',
  })
}

async function freshSchema(): Promise<string> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-schema-'))
  chmodSync(dataDir, 0o755)
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, durable: false })
    try {
      await migrate(postgres.migrator)
      return await schemaOf(postgres.migrator)
    } finally {
      await postgres.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
