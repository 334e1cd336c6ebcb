import { readConfig } from '../config.ts'
import { backup } from '../platform/backup/index.ts'
import { createLog } from '../platform/log.ts'
import { openPlatform } from '../platform/open.ts'
import { printJson, readArgs } from './command.ts'
import { refusals } from './refusals.ts'

export const help = `Writes all data and files into one archive, also while the platform runs.

Usage: yichuang backup [--to FILE] [--data DIR] [--production]

  --to          file to write; yichuang-backup-<time>.tar unless told otherwise
  --data        data directory, ./data unless told otherwise
  --production  the platform runs with --production

The archive does not hold the keys of a production platform: keep those apart, a restore needs them.
Prints {"file", "tables", "rows", "files", "bytes"}.
`

export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, {
    to: { type: 'string' },
    data: { type: 'string' },
    production: { type: 'boolean' },
  })
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  return refusals(async () => {
    const platform = await openPlatform(readConfig(values, process.env), {
      log: createLog('silent'),
      tell: () => undefined,
      beside: true,
      keepSchema: true,
    })
    try {
      printJson(await backup(platform, values.to ?? `yichuang-backup-${stamp}.tar`))
    } finally {
      await platform.close()
    }
  })
}
