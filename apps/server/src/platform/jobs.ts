import type { Db } from './db.ts'
import { announceJob, finishJob, leaseJob } from './job.queries.ts'
import { withoutPersonalData, type Logger } from './log.ts'
import { repeat } from './repeat.ts'

/** Work that is done again and again, by one process at a time. */
export interface Job {
  readonly name: string
  readonly everyMs: number
  /** it is taken for dead after this, and another process may begin; far longer than it ever takes */
  readonly atMostMs: number
  run(): Promise<void>
}

export interface Jobs {
  add(job: Job): void
  /** Runs every job that is due. */
  runDue(): Promise<void>
  readonly start: () => void
  readonly stop: () => Promise<void>
}

const POLL_MS = 1000

/** Periodic jobs on the real clock. Deadlines of cases are rows of theirs: a job only wakes the code that looks at them. */
export function createJobs(db: Db, log: Logger): Jobs {
  const jobs: Job[] = []

  const runOne = async (job: Job): Promise<void> => {
    const now = Date.now()
    await announceJob(db, job.name, new Date(now))
    if (!(await leaseJob(db, job.name, new Date(now), new Date(now + job.atMostMs)))) return
    let fault: string | null = null
    try {
      await job.run()
    } catch (error) {
      fault = withoutPersonalData((error as Error).message).slice(0, 500)
      log.error({ err: error, job: job.name }, 'a job failed')
    }
    const end = Date.now()
    await finishJob(db, job.name, new Date(end), new Date(end + job.everyMs), fault)
  }

  const runDue = async () => {
    for (const job of jobs) if (!rounds.stopping()) await runOne(job)
  }

  const rounds = repeat(runDue, POLL_MS, (error) => log.warn({ err: error }, 'jobs will be tried again'))

  return {
    add(job) {
      if (jobs.some(({ name }) => name === job.name)) throw new Error(`Two jobs are called ${job.name}`)
      jobs.push(job)
    },
    runDue,
    start: rounds.start,
    stop: rounds.stop,
  }
}
