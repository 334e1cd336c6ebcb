import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer } from './server.ts'
import { openClinic, playFlows } from './settlement-flow.ts'

const ROOT = `${path.join(import.meta.dirname, '..')}/`

/** What V8 writes with `--cpu-prof`: nodes of call stacks, and at each sample the node that was running. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
  }[]
  readonly samples: readonly number[]
  /** microseconds before each sample */
  readonly timeDeltas: readonly number[]
}

export interface Share {
  readonly where: string
  /** of the time in which the server's thread did something, 0 to 1 */
  readonly share: number
}

/** Where the server's own time goes while flows are played: the share of each part, largest first. */
export async function profileFlows(
  dataDir: string,
  people: number,
  { lanes, warmUp, seconds }: { lanes: number; warmUp: number; seconds: number },
): Promise<Share[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-profile-'))
  try {
    const server = await startServer({
      dataDir,
      // Once a millisecond: the profile itself costs little then.
      nodeArguments: ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=1000'],
    })
    const clinic = openClinic(server.base, people, `p${Date.now().toString(36)}`)
    try {
      await playFlows(clinic, { lanes, seconds: warmUp + seconds })
    } finally {
      clinic.close()
      await server.stop()
    }
    const written = readdirSync(folder)
      .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Profile)
      .sort((a, b) => b.samples.length - a.samples.length)
    if (!written[0]) throw new Error('The server left no profile behind')
    return sharesOf(written[0], seconds * 1_000_000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Shares of self time over the last `microseconds` of a profile; waiting is left out. */
export function sharesOf({ nodes, samples, timeDeltas }: Profile, microseconds: number): Share[] {
  const whereOf = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]))
  const times = new Map<string, number>()
  let [back, busy] = [0, 0]
  for (let at = samples.length - 1; at >= 0 && back < microseconds; at -= 1) {
    const took = timeDeltas[at]!
    back += took
    const where = whereOf.get(samples[at]!)
    if (where === undefined) continue
    busy += took
    times.set(where, (times.get(where) ?? 0) + took)
  }
  return [...times].map(([where, time]) => ({ where, share: time / busy })).sort((a, b) => b.share - a.share)
}

/** The part of the program a function belongs to; undefined while the thread waits. */
function partOf({ functionName, url }: { functionName: string; url: string }): string | undefined {
  if (functionName === '(idle)') return undefined
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (url === '') return 'system calls and native code (sockets, ciphers, hashes, JSON)'
  if (url.startsWith('node:')) return url.startsWith('node:internal/crypto') ? 'node crypto' : 'node'
  const file = url.replace(/^file:\/\//, '').replace(ROOT, '')
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]
  if (library !== undefined) return library.startsWith('pg') ? 'pg' : `library ${library}`
  return /^(?:apps\/server\/src\/(?:modules\/)?[^/]+|packages\/[^/]+)/.exec(file)?.[0] ?? file
}
