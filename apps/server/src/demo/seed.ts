import { addDays } from '@yichuang/kernel'
import { PACKS_FOLDER } from '../packs/index.ts'
import { inTransaction, type Db } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { readSetting, writeSetting } from '../platform/setting.queries.ts'
import { openPacks, type Packs } from '../modules/catalogue/index.ts'
import { saveHospital } from '../modules/organisations/index.ts'
import { readMeasuresAnew } from '../modules/measures/index.ts'
import { cities } from './cities.ts'
import { seedConnections } from './connections.ts'
import { seedChronic } from './chronic.ts'
import { seedHospitalRoom } from './hospital-room.ts'
import { demoHospitals } from './hospitals.ts'
import { tellStories } from './cases/tell.ts'
import { seedAgreements, seedPharmacyAgreements } from './institutions.ts'
import { seedMeasures } from './measures.ts'
import { seedPrepayments } from './prepayments.ts'
import { recallCity } from './recall.ts'
import { seedCity } from './seed-city.ts'

const DONE = 'demo-seeded'
const LOCK = 'demo-seeding'

/**
 * Fills an empty demonstration once: two cities with everybody in them, and cases in every state. Each part is there whole or
 * not at all: what is there is left alone, and what a start that was cut short did not finish is done by the next.
 */
export async function seedDemo(
  deps: Pick<Deps, 'database' | 'config' | 'files' | 'cipher'>,
  tell: (message: string) => void,
): Promise<void> {
  const { database, config } = deps
  let packs: Packs | undefined
  const founded = addDays(config.demoDay, -60)
  const at = new Date(`${founded}T09:00:00+08:00`)
  for (const city of cities) {
    const key = `${DONE}:${city.regionCode}`
    await once(database.forRegion(city.regionCode), key, async (db) => {
      tell(`正在准备演示数据：${city.name.zh} Preparing demo data: ${city.name.en}`)
      await seedCity(db, city, at, founded)
    })
  }
  await once(database.db, `${DONE}:hospitals`, async (db) => {
    for (const hospital of demoHospitals) await saveHospital(db, hospital)
  })
  for (const city of cities)
    await once(database.forRegion(city.regionCode), `${DONE}:connections:${city.regionCode}`, (db) =>
      seedConnections(db, deps.cipher, city, at),
    )
  for (const city of cities) {
    const db = database.forRegion(city.regionCode)
    await once(db, `${DONE}:agreements:${city.regionCode}`, async (db) =>
      seedAgreements(db, await recallCity(db, city, config.demoDay)),
    )
    await once(db, `${DONE}:pharmacy-agreements:${city.regionCode}`, async (db) =>
      seedPharmacyAgreements(db, await recallCity(db, city, config.demoDay)),
    )
    await once(db, `${DONE}:measures:${city.regionCode}`, async (db) =>
      seedMeasures(db, await recallCity(db, city, config.demoDay), config.demoDay),
    )
    await readMeasuresAnew(city.regionCode)
    await once(db, `${DONE}:prepayments:${city.regionCode}`, async (db) =>
      seedPrepayments(db, await recallCity(db, city, config.demoDay)),
    )
  }
  for (const city of cities) {
    const db = database.forRegion(city.regionCode)
    await once(db, `${DONE}:hospital-room:${city.regionCode}`, async (db) => {
      packs ??= await openPacks(database.db, PACKS_FOLDER, new Date())
      const places = () => new Map(cities.map(({ regionCode, name }) => [regionCode, name.zh]))
      const seeded = await recallCity(db, city, config.demoDay)
      await seedHospitalRoom(db, { packs, cipher: deps.cipher, places }, seeded, config.demoDay)
      await seedChronic(db, { packs, files: deps.files }, seeded, config.demoDay)
    })
  }
  for (const city of cities) {
    const key = `${DONE}:cases:${city.regionCode}`
    await once(database.forRegion(city.regionCode), key, async (db) => {
      tell(`正在办理演示办件：${city.name.zh} Living through demo cases: ${city.name.en}`)
      const seeded = await recallCity(db, city, config.demoDay)
      packs ??= await openPacks(database.db, PACKS_FOLDER, new Date())
      await tellStories(db, deps, packs, seeded, config.demoDay)
    })
  }
}

/** Does a piece of work once, whichever process comes first and however often it is started. */
async function once(db: Db, key: string, work: (db: Db) => Promise<void>): Promise<void> {
  if ((await readSetting(db, key)) !== undefined) return
  await inTransaction(db, async (db) => {
    // Whoever writes this row second waits for the first to be done.
    await writeSetting(db, LOCK, key)
    if ((await readSetting(db, key)) !== undefined) return
    await work(db)
    await writeSetting(db, key, true)
  })
}
