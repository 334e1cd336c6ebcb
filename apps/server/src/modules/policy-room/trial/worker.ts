// A thread of its own, so that a trial never holds up a page; it ends with its work, or when it is stopped.
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase, type Database } from '../../../platform/db.ts'
import { runTrial, type TrialOutcome, type TrialTask } from './run.ts'

/** What the thread is begun with. */
export interface WorkerTask extends TrialTask {
  readonly access: Database['access']
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly outcome: TrialOutcome }
  | { readonly kind: 'failed'; readonly message: string }

/** As low as there is, so that whoever waits for a page goes first. */
const LOWEST = 19

const { access, ...task } = workerData as WorkerTask
stepBack()
// Not the window's function of this name: a port has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (message: WorkerMessage) => parentPort!.postMessage(message)
const database = openDatabase(access.connection, { poolSize: 2, assumeAppRole: access.assumeAppRole })
try {
  const outcome = await runTrial(database, task, (done) => tell({ kind: 'progress', done }))
  tell({ kind: 'done', outcome })
} catch (error) {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
} finally {
  await database.close()
}

/** Lets every other thread go first. Linux gives each thread its own priority; elsewhere a trial competes as before. */
function stepBack(): void {
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), LOWEST)
  } catch {
    // Nothing but speed depends on it.
  }
}
