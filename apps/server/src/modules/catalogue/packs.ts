import { calendarAsKnown, type PlainDate, type WorkingCalendar } from '@yichuang/kernel'
import {
  calendarVersions,
  itemOn,
  loadStoredPacks,
  packAsKnown,
  type Pack,
  type PackEdition,
} from '@yichuang/policy'
import { readPackFolder, sha256 } from '../../packs/index.ts'
import { inTransaction, type Db } from '../../platform/db.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Sentences } from '../../platform/problem.ts'
import { PlaceUnknown } from './catalogue.problems.ts'
import { foldersOf, makeLibrary, type Library } from './library.ts'
import { findFiles, findLibrary, saveLibrary, saveVersion } from './library.queries.ts'
import { addPublication, lastPublication, publications, type PublicationRow } from './publication.queries.ts'

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
  /** everything in force: files, hash, packs, and where a delivery and a publication changed the same file */
  library(): Library
  /** every version of a pack that was published here, the delivered one first */
  editions(packId: string): Promise<readonly PackEdition[]>
  /** a pack as it was known on a day; undefined when there is no such pack */
  known(packId: string, day: PlainDate): Promise<Pack | undefined>
  /** Stores a library to come and its publication, in the caller's transaction; it is in force after `refresh`. */
  publish(db: Db, library: Library, publication: PublicationRow): Promise<void>
  /** Takes over what was published since, here or by another process. Whether anything was. */
  refresh(): Promise<boolean>
}

/**
 * Reads the packs of a folder, with what this installation published over them, and keeps them in the database, so that
 * cases outlive a change of the folder. Throws a `Refusal` that names every fault when the packs are not sound.
 */
export async function openPacks(db: Db, folder: string, now: Date): Promise<Packs> {
  const delivered = await readPackFolder(folder)
  const library = makeLibrary(delivered, await publications(db))
  await inTransaction(db, (db) => keep(db, library, now))
  return shelf(db, delivered, library)
}

async function keep(db: Db, { hash, files, packs }: Library, now: Date): Promise<void> {
  await saveLibrary(db, hash, now, files)
  for (const pack of packs.values()) await saveVersion(db, pack.id, pack.hash, pack.version, hash)
}

/** Titles of items as they are called in a place today; the id itself for one no pack has. */
export function itemTitles(packs: Packs, clock: Pick<Clock, 'today'>) {
  return (regionCode: string, itemId: string): Sentences =>
    itemOn(packs.current(regionCode), itemId, clock.today())?.title ?? { zh: itemId, en: itemId }
}

/** Names of the cities that have a pack, by code; also of those that only lend their figures. */
export function cityNames(packs: Pick<Packs, 'all'>): ReadonlyMap<string, string> {
  const cities = [...packs.all().values()].filter(({ regionCode }) => !regionCode.endsWith('0000'))
  return new Map(cities.map(({ regionCode, title }) => [regionCode, title.zh]))
}

interface InForce {
  readonly library: Library
  readonly served: readonly Pack[]
  readonly byRegion: ReadonlyMap<string, Pack>
}

function inForce(library: Library): InForce {
  const served = [...library.packs.values()].filter(isServed)
  return { library, served, byRegion: new Map(served.map((pack) => [pack.regionCode, pack])) }
}

function shelf(db: Db, delivered: ReadonlyMap<string, string>, first: Library): Packs {
  let now = inForce(first)
  const versions = new Map<string, Promise<Pack>>()
  const editions = new Map<string, Promise<Pack | undefined>>()
  const calendars = new Map<string, WorkingCalendar>()
  const remember = ({ packs }: Library) => {
    for (const pack of packs.values()) versions.set(`${pack.id}@${pack.hash}`, Promise.resolve(pack))
  }
  remember(first)

  // As delivered, without what was published over it; read when somebody first asks for the time before.
  let original: ReadonlyMap<string, Pack> | undefined
  const asDelivered = () => (original ??= makeLibrary(delivered, []).packs)
  const editionOf = (packId: string, libraryHash: string) => {
    const key = `${packId}@${libraryHash}`
    const loading = editions.get(key) ?? loadEdition(db, packId, libraryHash)
    editions.set(key, loading)
    return loading
  }
  const editionsOf = async (packId: string): Promise<PackEdition[]> => {
    const folders = now.library.packs.has(packId)
      ? foldersOf(now.library.packs.get(packId)!, now.library.packs)
      : new Set([packId])
    const published = (await publications(db)).filter(({ changes }) =>
      Object.keys(changes).some((file) => folders.has(file.split('/')[0] ?? '')),
    )
    const oldest = published.length === 0 ? now.library.packs.get(packId) : asDelivered().get(packId)
    const found: PackEdition[] = oldest ? [{ pack: oldest, publishedOn: null }] : []
    for (const { publishedOn, libraryHash } of published) {
      const pack = await editionOf(packId, libraryHash)
      if (pack) found.push({ pack, publishedOn })
    }
    return found
  }

  return {
    served: () => now.served,
    all: () => now.library.packs,
    current(regionCode) {
      const pack = now.byRegion.get(regionCode)
      if (!pack) throw PlaceUnknown({ regionCode, places: now.served.map(({ title }) => title) })
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
    library: () => now.library,
    editions: editionsOf,
    known: async (packId, day) => packAsKnown(await editionsOf(packId), day),
    async publish(db, library, publication) {
      await keep(db, library, publication.publishedAt)
      await addPublication(db, publication)
    },
    async refresh() {
      if ((await lastPublication(db)) === now.library.publication) return false
      const library = makeLibrary(delivered, await publications(db))
      remember(library)
      now = inForce(library)
      return true
    },
  }
}

async function loadVersion(db: Db, packId: string, hash: string): Promise<Pack> {
  const row = await findFiles(db, packId, hash)
  if (!row) throw new Error(`The pack ${packId} with hash ${hash} was never in use here`)
  const pack = packIn(row.files, packId)
  if (!pack) throw new Error(`The stored pack ${packId} with hash ${hash} can no longer be read`)
  return { ...pack, version: row.version }
}

async function loadEdition(db: Db, packId: string, libraryHash: string): Promise<Pack | undefined> {
  const row = await findLibrary(db, libraryHash)
  return row && packIn(row.files, packId)
}

function packIn(files: Readonly<Record<string, string>>, packId: string): Pack | undefined {
  const load = loadStoredPacks(new Map(Object.entries(files)), sha256)
  return load.ok ? load.packs.get(packId) : undefined
}

/** A city (its code ends in 00, a province's in 0000) that is not there only to lend its figures. */
function isServed({ regionCode, borrowedOnly }: Pack): boolean {
  return !borrowedOnly && !regionCode.endsWith('0000')
}
