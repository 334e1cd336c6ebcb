import type { Deps } from '../../platform/deps.ts'
import { measured } from './measures-world.ts'
import { watchOwed } from './owed.service.ts'

const EVERY_MS = 30_000
const AT_MOST_MS = 10 * 60_000

/** Reminds of owed papers and makes tasks of missed ones, in every place; also when the demonstration day was moved. */
export async function watchMeasures({ database, clock }: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  for (const { regionCode } of measured().served()) {
    await measured().reload(regionCode)
    await watchOwed(database.forRegion(regionCode), regionCode, clock.now())
  }
}

export function measuresJobs(deps: Pick<Deps, 'database' | 'clock' | 'jobs'>): void {
  deps.jobs.add({
    name: 'watch-measures',
    everyMs: EVERY_MS,
    atMostMs: AT_MOST_MS,
    run: () => watchMeasures(deps),
  })
}
