import type { Deps } from '../../platform/deps.ts'
import { forgetMessages } from './message.queries.ts'

/** Longer than any reconciliation reaches, the clearing of a whole year included. */
const KEPT_DAYS = 400
const DAY_MS = 86_400_000
const AT_MOST_MS = 600_000

/** Forgets old outcomes once a day. What they booked stays; only a repetition after so long would be told nothing. */
export function hospitalJobs(
  { jobs, database, clock }: Pick<Deps, 'jobs' | 'database' | 'clock'>,
  regions: () => readonly string[],
): void {
  jobs.add({
    name: 'forget-hospital-messages',
    everyMs: DAY_MS,
    atMostMs: AT_MOST_MS,
    run: async () => {
      const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS)
      for (const region of regions()) await forgetMessages(database.forRegion(region), region, before)
    },
  })
}
