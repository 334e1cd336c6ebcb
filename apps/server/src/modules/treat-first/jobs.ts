import { addDays, type PlainDate } from '@yichuang/kernel'
import { inTransaction, type Db } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { SYSTEM } from '../audit/index.ts'
import { findSettlement } from '../settlement/index.ts'
import { reopenEntry } from './change.service.ts'
import {
  addEvent,
  entriesSettledSince,
  entriesToRemind,
  findEntry,
  lockEntry,
  writeEntry,
} from './entry.queries.ts'
import type { TreatFirstWorld } from './open.service.ts'
import { remindOn } from './working-age.ts'

const EVERY_MS = 60_000
const AT_MOST_MS = 10 * 60_000
/** How long a settlement may be taken back and still open its entry again. */
const LOOK_BACK_DAYS = 400

export type TreatFirstJobs = Pick<Deps, 'database' | 'clock'> & TreatFirstWorld

/** Reminds whoever is next, and opens entries again whose settlement was taken back; gives how many of either. */
export async function watchTreatFirst({ database, clock, ...world }: TreatFirstJobs): Promise<number> {
  let count = 0
  for (const { regionCode } of world.packs.served()) {
    const db = database.forRegion(regionCode)
    const [today, at] = [clock.today(), clock.now()]
    for (;;) {
      const due = await entriesToRemind(db, regionCode, today)
      for (const { entryId } of due)
        await inTransaction(db, (db) => remind(db, world, { regionCode, entryId }, { today, at }))
      count += due.length
      if (due.length < 200) break
    }
    for (const entry of await entriesSettledSince(db, regionCode, addDays(today, -LOOK_BACK_DAYS))) {
      const { closedRegion, closedReference } = entry
      const found = await findSettlement(database.forRegion(closedRegion), closedRegion, closedReference)
      if (!found || found.cancelledBy === null) continue
      const { version } = (await findEntry(db, regionCode, entry.entryId))!
      const hand = { actor: SYSTEM, today, at, side: 'agency' } as const
      const seen = { regionCode, entryId: entry.entryId, version }
      await inTransaction(db, (db) => reopenEntry(db, world, seen, `结算 ${closedReference} 已撤销`, hand))
      count += 1
    }
  }
  return count
}

async function remind(
  db: Db,
  { packs }: TreatFirstWorld,
  { regionCode, entryId }: { readonly regionCode: string; readonly entryId: string },
  { today, at }: { readonly today: PlainDate; readonly at: Date },
): Promise<void> {
  const row = await lockEntry(db, regionCode, entryId)
  if (!row || row.state === 'closed' || row.remindOn > today) return
  const version = row.version + 1
  const again = remindOn(packs.current(regionCode), today)
  await writeEntry(db, { ...row, remindOn: again, remindedOn: today, version })
  const detail = { nextSide: row.nextSide, ...(row.nextName !== null && { nextName: row.nextName }) }
  const event = { seq: version, act: 'reminded', detail, byName: SYSTEM.name, day: today, at }
  await addEvent(db, regionCode, entryId, event)
}

export function treatFirstJobs(deps: TreatFirstJobs & Pick<Deps, 'jobs'>): void {
  deps.jobs.add({
    name: 'watch-treat-first',
    everyMs: EVERY_MS,
    atMostMs: AT_MOST_MS,
    run: async () => {
      await watchTreatFirst(deps)
    },
  })
}
