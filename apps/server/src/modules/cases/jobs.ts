import type { Deps } from '../../platform/deps.ts'
import { raiseAlarms, recomputeClocks } from './clock-jobs.ts'
import { around } from './world.ts'

const EVERY_MS = 30_000
const AT_MOST_MS = 30 * 60_000

/**
 * Recomputes running clocks and raises alarms in every place served, at the present business day. Both look only at cases
 * for which something has changed, so calling it often is cheap. Called by the job below, and after the demo day was moved.
 */
export async function watchClocks({ database, clock }: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  const at = clock.now()
  for (const { regionCode } of around().packs.served()) {
    const db = database.forRegion(regionCode)
    await recomputeClocks(db, regionCode, at)
    await raiseAlarms(db, regionCode, at)
  }
}

/** Adds the job that watches clocks. */
export function casesJobs(deps: Pick<Deps, 'database' | 'clock' | 'jobs'>): void {
  deps.jobs.add({
    name: 'watch-clocks',
    everyMs: EVERY_MS,
    atMostMs: AT_MOST_MS,
    run: () => watchClocks(deps),
  })
}
