import type { PlainDate } from '@yichuang/kernel'
import type { ChildProcess } from 'node:child_process'
import { startAside } from '../../platform/aside.ts'
import type { Database } from '../../platform/db.ts'
import type { Logger } from '../../platform/log.ts'
import { newId } from '../../platform/uuid.ts'
import type { Packs } from '../catalogue/index.ts'
import { foldersOf } from '../catalogue/index.ts'
import { countReplays } from '../claims/index.ts'
import { engineHash } from './engine.ts'
import { checkFit, type Hand, type OpenDraft } from './draft.service.ts'
import { TrialRunning } from './policy-room.problems.ts'
import type { ProcessMessage, ProcessTask } from './trial/process.ts'
import { endAbandonedTrials, finishTrial, insertTrial, type TrialRow } from './trial.queries.ts'

/** Trials of this process: one at a time, for each uses a processor of its own. */
export interface Trials {
  /** Begins a trial of a draft and gives its id. Throws `trial-running`, `draft-outdated`, `draft-empty`. */
  start(draft: OpenDraft, asIf: PlainDate | null, hand: Hand & { readonly today: PlainDate }): Promise<string>
  /** decisions looked at so far; undefined when it does not run here */
  progress(trialId: string): number | undefined
  cancel(trialId: string, at: Date): Promise<void>
  /** Stops what runs, when the server ends. */
  close(): Promise<void>
  /** Resolves when a trial has ended and its result is stored. */
  ended(trialId: string): Promise<void>
}

interface Running {
  readonly trialId: string
  readonly child: ChildProcess
  done: number
  /** the process has said how it ended; what is left is to store that */
  over: boolean
  readonly ended: Promise<void>
}

export function openTrials(database: Database, packs: Packs, log: Logger): Trials {
  const { db } = database
  let running: Running | undefined
  let starting = false

  const finish = async (trialId: string, end: Omit<Parameters<typeof finishTrial>[2], 'at'>) => {
    await finishTrial(db, trialId, { ...end, at: new Date() })
  }
  const begin = (trialId: string, task: ProcessTask): Running => {
    const child = startTrial(task)
    const failed = (fault: string) =>
      finish(trialId, { state: 'failed', result: null, resultHash: null, fault })
    const ended = new Promise<void>((resolve) => {
      let stored: Promise<unknown> = Promise.resolve()
      child.on('message', (message: ProcessMessage) => {
        if (message.kind === 'progress') {
          entry.done = message.done
          return
        }
        entry.over = true
        if (message.kind === 'failed') stored = failed(message.message)
        else {
          const { result, hash } = message.outcome
          stored = finish(trialId, { state: 'done', result, resultHash: hash, fault: null })
        }
      })
      const end = () => {
        stored
          .then(() => failed('stopped'))
          .catch((error: unknown) =>
            log.error({ err: error, trialId }, 'the end of a trial could not be stored'),
          )
          .finally(() => {
            if (running === entry) running = undefined
            resolve()
          })
      }
      child.once('close', end)
      child.on('error', (error: Error) => {
        stored = failed(error.message)
        // One that never began has no other end.
        if (child.pid === undefined) end()
      })
    })
    const entry: Running = { trialId, child, done: 0, over: false, ended }
    return entry
  }

  const start: Trials['start'] = async (draft, asIf, { who, at, today }) => {
    const { candidate, row } = draft
    const library = packs.library()
    const places = concerned(packs, candidate.changes)
    const trialId = newId()
    const total = await decisionsOf(database, packs, candidate.changes)
    const acting = new Map([...places.keys()].map((region) => [region, packs.current(region).acting]))
    const task = {
      access: database.access,
      inForce: library.files,
      draft: candidate.files,
      places,
      acting,
      asIf,
      today,
    }
    await insertTrial(db, {
      trialId,
      draftId: row.draftId,
      draftVersion: row.version,
      asIf,
      inForceHash: library.hash,
      candidateHash: candidate.hash,
      engineHash: engineHash(),
      startedAt: at,
      startedById: who.userId,
      startedByName: who.name,
      total,
    })
    running = begin(trialId, task)
    return trialId
  }

  return {
    async start(draft, asIf, { who, at, today }) {
      checkFit(draft)
      // Whoever has seen a trial end may start the next one, although its process is not quite gone.
      if (running?.over) await running.ended
      if (running || starting) throw TrialRunning()
      starting = true
      try {
        return await start(draft, asIf, { who, at, today })
      } finally {
        starting = false
      }
    },
    progress: (trialId) => (running?.trialId === trialId ? running.done : undefined),
    async cancel(trialId, at) {
      await finishTrial(db, trialId, { state: 'cancelled', result: null, resultHash: null, fault: null, at })
      if (running?.trialId !== trialId) return
      const { child, ended } = running
      child.kill('SIGKILL')
      await ended
    },
    async close() {
      if (!running) return
      const { child, ended } = running
      child.kill('SIGKILL')
      await ended
    },
    ended: async (trialId) => {
      if (running?.trialId === trialId) await running.ended
    },
  }
}

/** Starts the process of a trial. It streams: what it holds at once is a block and its sums; more room spares it collecting. */
export function startTrial(task: ProcessTask): ChildProcess {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => OF_THE_DATABASE.test(name)),
  )
  return startAside(new URL('trial/process.ts', import.meta.url), task, {
    megabytes: 1000,
    niceness: 10,
    environment,
  })
}
/** what a connection may depend on besides its address: settings of the driver, and whom we trust */
const OF_THE_DATABASE = /^(?:PG\w+|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS)$/

/** Trials that a process left behind when it was killed. */
export async function endLostTrials(database: Database): Promise<void> {
  await endAbandonedTrials(database.db, new Date(), 'the server was stopped')
}

/** How many decisions a draft's cities have by now: those a trial did not see were made since it began. */
export async function decisionsOf(
  database: Database,
  packs: Packs,
  changes: Readonly<Record<string, unknown>>,
): Promise<number> {
  const regions = [...concerned(packs, changes).keys()]
  const counts = await Promise.all(regions.map((region) => countReplays(database.forRegion(region), region)))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The cities whose rules rest on a changed folder, by region. */
export function concerned(
  packs: Packs,
  changes: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const folders = new Set(Object.keys(changes).map((file) => file.split('/')[0] ?? ''))
  return new Map(
    packs
      .served()
      .filter((pack) => [...foldersOf(pack, packs.all())].some((folder) => folders.has(folder)))
      .map((pack) => [pack.regionCode, pack.id]),
  )
}

export type { TrialRow }
