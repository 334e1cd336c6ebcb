import { calendarAsKnown, type PlainDate, type WorkingCalendar } from '@yichuang/kernel'
import { calendarVersions, itemOn, loadPacks, type Pack } from '@yichuang/policy'
import { describeFaults, readPackFolder, sha256 } from '../../packs/index.ts'
import { inTransaction, type Db } from '../../platform/db.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Sentences } from '../../platform/problem.ts'
import { Refusal } from '../../platform/refusal.ts'
import { PlaceUnknown } from './catalogue.problems.ts'
import { findFiles, saveLibrary, saveVersion } from './library.queries.ts'

/** The policy packs this installation runs on, and every older version that a running case may still be on. */
export interface Packs {
  /** packs of places that are served, the country and provinces left out */
  served(): readonly Pack[]
  /** every pack, also those that only lend figures */
  all(): ReadonlyMap<string, Pack>
  /** the pack in force of an insured place. Throws `place-unknown`. */
  current(regionCode: string): Pack
  /** a version by its hash, from memory or from the database. Throws an Error when it was never in use here. */
  byHash(packId: string, hash: string): Promise<Pack>
  /** the official calendar of a pack as it was published by a day */
  calendar(pack: Pack, known: PlainDate): WorkingCalendar
}

/**
 * Reads the packs of a folder and keeps them in the database, so that cases outlive a change of the folder. Throws a
 * `Refusal` that names every fault when the packs are not sound.
 */
export async function openPacks(db: Db, folder: string, now: Date): Promise<Packs> {
  const files = await readPackFolder(folder)
  const load = loadPacks(files, sha256)
  if (!load.ok) throw new Refusal(describeFaults(load.faults, 'zh'), describeFaults(load.faults, 'en'))
  await keep(db, files, load.packs, now)
  return shelf(db, load.packs)
}

async function keep(
  db: Db,
  files: ReadonlyMap<string, string>,
  packs: ReadonlyMap<string, Pack>,
  now: Date,
): Promise<void> {
  const hash = sha256(JSON.stringify([...files]))
  await inTransaction(db, async (db) => {
    await saveLibrary(db, hash, now, files)
    for (const pack of packs.values()) await saveVersion(db, pack.id, pack.hash, pack.version, hash)
  })
}

/** Titles of items as they are called in a place today; the id itself for one no pack has. */
export function itemTitles(packs: Packs, clock: Pick<Clock, 'today'>) {
  return (regionCode: string, itemId: string): Sentences =>
    itemOn(packs.current(regionCode), itemId, clock.today())?.title ?? { zh: itemId, en: itemId }
}

function shelf(db: Db, packs: ReadonlyMap<string, Pack>): Packs {
  const served = [...packs.values()].filter(isServed)
  const byRegion = new Map(served.map((pack) => [pack.regionCode, pack]))
  const versions = new Map(
    [...packs.values()].map((pack) => [`${pack.id}@${pack.hash}`, Promise.resolve(pack)]),
  )
  const calendars = new Map<string, WorkingCalendar>()
  return {
    served: () => served,
    all: () => packs,
    current(regionCode) {
      const pack = byRegion.get(regionCode)
      if (!pack) throw PlaceUnknown({ regionCode, places: served.map(({ title }) => title) })
      return pack
    },
    byHash(packId, hash) {
      const key = `${packId}@${hash}`
      const known = versions.get(key)
      if (known) return known
      const loading = loadVersion(db, packId, hash)
      versions.set(key, loading)
      loading.catch(() => versions.delete(key))
      return loading
    },
    calendar(pack, known) {
      const key = `${pack.id}@${pack.hash} ${known}`
      const found = calendars.get(key)
      if (found) return found
      if (calendars.size > 500) calendars.clear()
      const calendar = calendarAsKnown(calendarVersions(pack), known)
      calendars.set(key, calendar)
      return calendar
    },
  }
}

async function loadVersion(db: Db, packId: string, hash: string): Promise<Pack> {
  const row = await findFiles(db, packId, hash)
  if (!row) throw new Error(`The pack ${packId} with hash ${hash} was never in use here`)
  const load = loadPacks(new Map(Object.entries(row.files)), sha256)
  const pack = load.ok ? load.packs.get(packId) : undefined
  if (!pack) throw new Error(`The stored pack ${packId} with hash ${hash} can no longer be read`)
  return pack
}

/** A city (its code ends in 00, a province's in 0000) that is not there only to lend its figures. */
function isServed({ regionCode, borrowedOnly }: Pack): boolean {
  return !borrowedOnly && !regionCode.endsWith('0000')
}
