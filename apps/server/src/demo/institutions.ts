import type { Agreement } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import { concludeAgreement } from '../modules/institutions/index.ts'
import type { Hospital } from '../modules/organisations/index.ts'
import type { Db } from '../platform/db.ts'
import { connectionsOf } from './connections.ts'
import { demoHospitals } from './hospitals.ts'
import type { SeededCity } from './recall.ts'

const [FROM, UNTIL] = [plainDate('2020-01-01'), plainDate('2021-12-31')]
/** Counties whose community centre is networked already; in the others something is left to do. */
const COMMUNITY_NETWORKED = 6

/** Made-up agreements with every demo hospital of a city, so that some counties are covered and some are not yet. */
export async function seedAgreements(db: Db, { city, staff }: SeededCity): Promise<void> {
  const covered = new Set(city.counties.slice(0, COMMUNITY_NETWORKED).map(({ code }) => code))
  for (const hospital of demoHospitals.filter(({ regionCode }) => regionCode === city.regionCode))
    await conclude(
      db,
      { city, staff },
      hospital.hospitalCode,
      scopeOf(hospital, covered.has(hospital.territory)),
    )
}

/** The agreements of a city's pharmacies, once they are on the list. */
export async function seedPharmacyAgreements(db: Db, { city, staff }: SeededCity): Promise<void> {
  const pharmacies = connectionsOf(city).filter(({ institutionCode }) => institutionCode.startsWith('P'))
  for (const { institutionCode } of pharmacies)
    await conclude(db, { city, staff }, institutionCode, {
      services: ['pharmacy'],
      network: 'city',
      networkedFrom: FROM,
    })
}

async function conclude(
  db: Db,
  { city, staff }: Pick<SeededCity, 'city' | 'staff'>,
  code: string,
  scope: ReturnType<typeof scopeOf>,
): Promise<void> {
  const admin = staff.get(`admin.${city.login}`)
  if (!admin) return
  const by = {
    actor: { id: admin.userId, name: admin.name, side: 'agency' },
    at: new Date(`${FROM}T09:00:00+08:00`),
    today: FROM,
  } as const
  const terms = {
    number: `演示协〔2020〕${code.slice(-8)}号`,
    from: FROM,
    until: UNTIL,
    ...scope,
    depositShare: '0.05',
    replace: false,
    reason: '演示数据：年度服务协议',
  }
  await concludeAgreement(db, city.regionCode, code, terms, by)
}

function scopeOf(
  { level }: Hospital,
  covered: boolean,
): Pick<Agreement, 'services' | 'network'> & {
  networkedFrom: typeof FROM | null
} {
  if (level === 'primary')
    return covered
      ? { services: ['outpatient', 'chronic'], network: 'province', networkedFrom: plainDate('2020-09-01') }
      : { services: ['outpatient', 'chronic'], network: 'city', networkedFrom: FROM }
  const services = ['outpatient', 'inpatient', 'chronic', 'maternity'] as const
  return level === 'tertiary'
    ? { services: [...services, 'chronic-identification'], network: 'nation', networkedFrom: FROM }
    : { services: [...services], network: 'province', networkedFrom: FROM }
}
