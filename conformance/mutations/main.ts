/** A million mutated messages over the whole entry: `node bin/tool.mjs conformance/mutations/main.ts`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toolOptions } from '../../apps/server/src/cli/tool-options.ts'
import { besides, startServer } from '../../bench/server.ts'
import { huntDemonstration } from './town.ts'

const values = toolOptions(
  {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    lanes: { type: 'string', default: '4' },
  },
  'node bin/tool.mjs conformance/mutations/main.ts [--count 1000000] [--seed N] [--lanes 4]',
)
const [count, seed, lanes] = [Number(values.count), Number(values.seed), Number(values.lanes)]
const dataDir = mkdtempSync(path.join(tmpdir(), 'yichuang-mutations-'))
const server = await startServer({ dataDir })
const { sql, close } = await besides(dataDir)
const began = performance.now()
const seconds = () => Math.round((performance.now() - began) / 1000)
try {
  const { faults, byNumber, ...counts } = await huntDemonstration({
    url: server.base,
    count,
    seed,
    lanes,
    ask: async <Row extends object>(text: string) => (await sql.query(text)).rows as Row[],
    tell: (done) => process.stderr.write(`[${seconds()} s] ${done}\n`),
  })
  console.log(JSON.stringify({ count, seed, ...counts, seconds: seconds(), faults, byNumber }, null, 1))
  if (faults.length > 0) process.exitCode = 1
} finally {
  await close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
