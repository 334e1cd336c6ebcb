import type { TrialResult } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { loadPacks } from '@yichuang/policy'
import type { ActingMeasure, Pack } from '@yichuang/policy'
import { createHash } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { sha256 } from '../../../packs/index.ts'
import type { Database } from '../../../platform/db.ts'
import { readReplays, replayBlock } from '../../claims/index.ts'
import { tryDeadlines } from './deadlines.ts'
import { trySynthetic } from './synthetic.ts'
import { createTally, type Sides } from './tally.ts'
import { underLeaders } from './under.ts'

/** All a trial runs on; plain data, for it crosses to another process. */
export interface TrialTask {
  readonly inForce: ReadonlyMap<string, string>
  readonly draft: ReadonlyMap<string, string>
  /** the cities whose cases are tried: region code → pack */
  readonly places: ReadonlyMap<string, string>
  /** measures in force there, by region: leaders' activations hold for both sides */
  readonly acting: ReadonlyMap<string, readonly ActingMeasure[]>
  readonly asIf: PlainDate | null
  readonly today: PlainDate
}

export interface TrialOutcome {
  readonly result: TrialResult
  /** over the whole result and every changed case, kept or not */
  readonly hash: string
}

/** Enough that the way to the database does not count, few enough that memory stays flat and a stop is heard at once. */
const BLOCK = 5000
/** After each block the trial leaves processor and database to others for as long as the block took, at most this. */
const LONGEST_REST_MS = 100
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Runs a trial. The next block is on its way while one is worked on; nothing of a block outlives it. */
export async function runTrial(
  database: Database,
  task: TrialTask,
  tell: (done: number) => void,
): Promise<TrialOutcome> {
  const begin = performance.now()
  const places = sidesOf(task)
  const tally = createTally(task.asIf)
  let done = 0
  for (const [regionCode, sides] of places) {
    const db = database.forRegion(regionCode)
    let coming = replayBlock(db, regionCode, NOBODY, BLOCK)
    for (;;) {
      const block = await coming
      if (!block) break
      const began = performance.now()
      coming = replayBlock(db, regionCode, block.last, BLOCK)
      done += readReplays(block.records, (record, index) =>
        tally.add(sides, regionCode, record, () => uuidAt(block.ids, index)),
      )
      tell(done)
      await rest(Math.min(performance.now() - began, LONGEST_REST_MS))
    }
  }
  const { digest, ...counted } = tally.result()
  const on = task.asIf ?? task.today
  const result: TrialResult = {
    ...counted,
    synthetic: trySynthetic([...places.values()], on),
    deadlines: await tryDeadlines(database.db, places, task.today),
    seconds: 0,
  }
  const hash = createHash('sha256').update(JSON.stringify(result)).update(digest).digest('hex')
  return { result: { ...result, seconds: Math.round((performance.now() - begin) / 10) / 100 }, hash }
}

function sidesOf({ inForce, draft, places, acting }: TrialTask): ReadonlyMap<string, Sides> {
  const [before, after] = [packsOf(inForce), packsOf(draft)]
  return new Map(
    [...places].map(([regionCode, packId]) => {
      const side = (packs: ReadonlyMap<string, Pack>) =>
        underLeaders(needed(packs, packId), acting.get(regionCode) ?? [])
      return [regionCode, { inForce: side(before), draft: side(after) }]
    }),
  )
}

function packsOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, Pack> {
  const load = loadPacks(files, sha256)
  if (!load.ok) throw new Error(`The packs of a trial do not load: ${load.faults[0]?.what}`)
  return load.packs
}

function needed(packs: ReadonlyMap<string, Pack>, id: string): Pack {
  const pack = packs.get(id)
  if (!pack) throw new Error(`The pack ${id} is no longer there`)
  return pack
}

function uuidAt(ids: Buffer, index: number): string {
  const hex = ids.toString('hex', index * 16, index * 16 + 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
