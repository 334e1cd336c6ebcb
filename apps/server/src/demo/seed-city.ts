import { fen, plainDate, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../platform/db.ts'
import { SYSTEM } from '../modules/audit/index.ts'
import { putFeeItem } from '../modules/catalogue/index.ts'
import {
  insertEnrolment,
  loadGroups,
  recordMandate,
  registerEmployer,
  registerPerson,
} from '../modules/insured/index.ts'
import {
  changeStaff,
  createOffice,
  createStaff,
  foundCity,
  type Administrator,
} from '../modules/organisations/index.ts'
import { bringIn, type BroughtIn } from '../modules/personal-accounts/index.ts'
import type { DemoCity } from './cities.ts'
import { employersOf } from './employers.ts'
import { demoFeeItems } from './fee-items.ts'
import { daughter, peopleOf, type DemoPerson } from './people.ts'
import { seededRandom } from './random.ts'
import { demoStaff, officeCode } from './staff.ts'

/** Founds a city of the demonstration: offices, staff, employers, insured people, mandates, fee catalogue. One transaction. */
export async function seedCity(db: Db, city: DemoCity, at: Date, today: PlainDate): Promise<void> {
  const offices = await seedOffices(db, city, at)
  const staff = await seedStaff(db, city, offices, at)
  const people = await seedPeople(db, city, today)
  const clerk = staff.get(`clerk.${city.login}`)!
  const actor = { id: clerk.userId, name: clerk.name, side: 'agency' } as const
  await seedMandates(db, city, people, { actor, at, today })
  for (const item of demoFeeItems) await putFeeItem(db, city.regionCode, '2020-01-01', item)
}

const HOURS = { opens: '08:30', closes: '17:00' }

async function seedOffices(db: Db, city: DemoCity, at: Date): Promise<Map<string, string>> {
  const { regionCode } = city
  const offices = new Map<string, string>()
  const main = await foundCity(
    db,
    {
      regionCode,
      code: officeCode.main(regionCode),
      name: city.office,
      level: 'city',
      territory: regionCode,
      parentId: null,
      phone: city.phone,
      ...HOURS,
    },
    at,
  )
  offices.set(main.code, main.id)
  const by: Administrator = { actor: SYSTEM, at, offices: [main.id] }
  const open = async (
    code: string,
    name: string,
    level: 'county' | 'township' | 'village',
    territory: string,
    parentId: string,
    phone: string | null,
  ) => {
    const office = await createOffice(
      db,
      { regionCode, code, name, level, territory, parentId, phone, ...HOURS },
      by,
    )
    offices.set(code, office.id)
    return office.id
  }
  for (const county of city.counties) {
    const { code, name, office, phone, login } = county
    const countyOffice = await open(officeCode.main(code), office, 'county', code, main.id, phone)
    if (login === undefined) continue
    const township = await open(
      officeCode.township(county),
      `${name}演示街道便民服务中心`,
      'township',
      code,
      countyOffice,
      phone,
    )
    await open(officeCode.village(county), `${name}演示村医保服务点`, 'village', code, township, phone)
  }
  return offices
}

async function seedStaff(db: Db, city: DemoCity, offices: ReadonlyMap<string, string>, at: Date) {
  const main = offices.get(officeCode.main(city.regionCode))!
  const by: Administrator = { actor: SYSTEM, at, offices: [main] }
  const staff = new Map<string, { userId: string; name: string }>()
  for (const { login, name, role, at: code } of demoStaff.filter((member) => member.city === city)) {
    const { userId } = await createStaff(db, { login, name }, by)
    const roles = [{ role, officeId: offices.get(code)! }]
    await changeStaff(db, userId, { name, active: true, roles, version: 0 }, by)
    staff.set(login, { userId, name })
  }
  return staff
}

async function seedPeople(db: Db, city: DemoCity, today: PlainDate): Promise<Map<string, string>> {
  const { regionCode } = city
  const employers: string[] = []
  for (const employer of employersOf(city))
    employers.push(await registerEmployer(db, { regionCode, ...employer }))
  const random = seededRandom(Number(regionCode) + 1)
  const people = new Map<string, string>()
  const accounts: BroughtIn[] = []
  for (const person of peopleOf(city)) {
    const { name, idNumber, phone } = person
    const personId = await registerPerson(db, { regionCode, name, idNumber, phone }, today)
    people.set(person.key, personId)
    const { insurance, personClass } = enrolmentOf(person, city)
    const from =
      insurance === 'resident'
        ? latest(plainDate('2020-01-01'), person.birth)
        : plainDate(`${random.int(2001, 2018)}-07-01`)
    const employerId = personClass === 'active' ? random.pick(employers) : undefined
    await insertEnrolment(db, regionCode, personId, {
      insurance,
      personClass,
      from,
      ...(employerId && { employerId }),
    })
    if (insurance === 'employee') accounts.push(madeUpAccount(personId, today, accounts.length))
  }
  await bringIn(db, regionCode, accounts)
  await seedGroups(db, city, today)
  return people
}

/** Groups whose benefits differ, for those one can sign in as; made up like the people. */
async function seedGroups(db: Db, city: DemoCity, today: PlainDate): Promise<void> {
  const entries = peopleOf(city).flatMap(({ idNumber, groups = [] }) =>
    groups.map((group) => ({
      idNumber,
      group,
      from: plainDate('2020-01-01'),
      source: `演示数据：${city.name.zh}民政部门困难群体名册`,
    })),
  )
  const loaded = await loadGroups(db, city.regionCode, entries, today)
  if ('unknown' in loaded) throw new Error('Somebody of the demonstration is in a group and not insured')
}

/** A personal account as the books of the city would hold it; made up, and the same in every demonstration. */
function madeUpAccount(personId: string, day: PlainDate, nth: number): BroughtIn {
  return { personId, day, currentYear: fen(60_000 + nth * 1_730), pastYears: fen(95_020 + nth * 4_110) }
}

/** Whoever is insured in two places is an employee at home and a resident in the other. */
function enrolmentOf({ personClass, cities }: DemoPerson, city: DemoCity) {
  if (cities[0] !== city) return { insurance: 'resident', personClass: 'resident-adult' } as const
  const insurance = personClass === 'active' || personClass === 'retired' ? 'employee' : 'resident'
  return { insurance, personClass } as const
}

async function seedMandates(
  db: Db,
  city: DemoCity,
  people: ReadonlyMap<string, string>,
  by: Parameters<typeof recordMandate>[3],
): Promise<void> {
  const families = [
    ['sun.guilan', 'wang.fang', 'child'],
    [daughter.key, 'wang.fang', 'parent'],
    ['kong.fanlin', 'kong.qinghua', 'child'],
  ] as const
  for (const [principal, agent, relation] of families) {
    const [principalId, agentId] = [people.get(principal), people.get(agent)]
    if (principalId === undefined || agentId === undefined) continue
    const proof = '演示数据：窗口已核验户口簿原件'
    await recordMandate(db, city.regionCode, { principalId, agentId, relation, proof, to: null }, by)
  }
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b
}
