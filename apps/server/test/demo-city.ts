import type { PlainDate } from '@yichuang/kernel'
import { inTransaction } from '../src/platform/db.ts'
import { saveHospital } from '../src/modules/organisations/index.ts'
import { shaoxing, type DemoCity } from '../src/demo/cities.ts'
import { seedConnections } from '../src/demo/connections.ts'
import { demoHospitals } from '../src/demo/hospitals.ts'
import { seedAgreements, seedPharmacyAgreements } from '../src/demo/institutions.ts'
import { recallCity } from '../src/demo/recall.ts'
import { seedCity } from '../src/demo/seed-city.ts'
import { wholeServer } from './whole-server.ts'

/** The whole server with cities of the demonstration: people, fee catalogue, and institutions that may connect and have agreements. */
export async function demoCity(today: PlainDate, cities: DemoCity | readonly DemoCity[] = shaoxing) {
  const server = await wholeServer()
  const { database, deps } = server
  const at = new Date(`${today}T09:00:00+08:00`)
  for (const hospital of demoHospitals) await saveHospital(database.db, hospital)
  for (const city of [cities].flat())
    await inTransaction(database.forRegion(city.regionCode), async (db) => {
      await seedCity(db, city, at, today)
      await seedConnections(db, deps.cipher, city, at)
      const seeded = await recallCity(db, city, today)
      await seedAgreements(db, seeded)
      await seedPharmacyAgreements(db, seeded)
    })
  return server
}
