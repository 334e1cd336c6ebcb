import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from '../config.ts'
import { checkArchive, restore } from '../platform/backup/index.ts'
import { createLog } from '../platform/log.ts'
import { openPlatform } from '../platform/open.ts'
import { printJson, readArgs, required } from './command.ts'
import { refusals } from './refusals.ts'

export const help = `Fills an empty platform from an archive that yichuang backup wrote. The platform must not be running.

Usage: yichuang restore --from FILE [--data DIR] [--production]

  --from        the archive; it is checked from end to end before anything is written
  --data        data directory, ./data unless told otherwise; it must hold no data
  --production  the backup is of a production platform; set its keys

Prints {"tables", "rows", "files", "madeAt"}.
`

export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, {
    from: { type: 'string' },
    data: { type: 'string' },
    production: { type: 'boolean' },
  })
  const from = required(values.from, 'from', 'yichuang-backup.tar')
  return refusals(async () => {
    const config = readConfig(values, process.env)
    const { manifest, demoKeys } = await checkArchive(from)
    if (demoKeys && !config.fieldKeys) keepDemoKeys(config.dataDir, demoKeys)
    const platform = await openPlatform(config, { log: createLog('silent'), tell: () => undefined })
    try {
      printJson(await restore(platform, from, manifest))
    } finally {
      await platform.close()
    }
  })
}

/** A demonstration's rows are encrypted with the keys it made; an existing demonstration keeps its own. */
function keepDemoKeys(dataDir: string, keys: Buffer): void {
  const file = path.join(dataDir, 'keys', 'demo.json')
  if (existsSync(file)) return
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, keys, { mode: 0o600 })
}
