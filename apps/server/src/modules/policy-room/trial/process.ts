// The process of one trial, so that it never holds up a page nor takes the server along; trial.service.ts starts it.
import { takeTask, tell } from '../../../platform/aside.ts'
import { openDatabase, type Database } from '../../../platform/db.ts'
import { runTrial, type TrialOutcome, type TrialTask } from './run.ts'

/** What the process is begun with. */
export interface ProcessTask extends TrialTask {
  readonly access: Database['access']
}

export type ProcessMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly outcome: TrialOutcome }
  | { readonly kind: 'failed'; readonly message: string }

const { access, ...task } = await takeTask<ProcessTask>()
const say = (message: ProcessMessage) => tell(message)
const database = openDatabase(access.connection, { poolSize: 2, assumeAppRole: access.assumeAppRole })
try {
  const outcome = await runTrial(database, task, (done) => void say({ kind: 'progress', done }))
  await say({ kind: 'done', outcome })
} catch (error) {
  await say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
} finally {
  await database.close()
}
process.disconnect()
