import { addDays, type PlainDate } from '@yichuang/kernel'
import { SYSTEM } from '../modules/audit/index.ts'
import { getOffice, placeAtInstitution } from '../modules/organisations/index.ts'
import { issueReferral, recordUse, type ReferralWorld } from '../modules/referral/index.ts'
import type { Db } from '../platform/db.ts'
import { demoHospitals } from './hospitals.ts'
import type { SeededCity } from './recall.ts'
import { demoStaff, officeCode } from './staff.ts'

/** Connects the accounts of hospitals and experts with their institutions, and refers two people. Inside a transaction. */
export async function seedHospitalRoom(
  db: Db,
  world: ReferralWorld,
  { city, offices, staff, people }: SeededCity,
  demoDay: PlainDate,
): Promise<void> {
  const main = await getOffice(db, offices.get(officeCode.main(city.regionCode))!)
  const by = { actor: SYSTEM, at: at(addDays(demoDay, -60)), offices: [main.id] }
  for (const { login, hospital } of demoStaff.filter((member) => member.city === city))
    if (hospital !== undefined) await placeAtInstitution(db, staff.get(login)!.userId, hospital, by)

  const institution = demoHospitals.find(({ regionCode }) => regionCode === city.regionCode)!
  const clerk = staff.get(`hospital.${city.login}`)!
  const actor = { id: clerk.userId, name: clerk.name, side: 'agency' } as const
  const [first, second] = [...people.values()].filter((person) => person.cities[0] === city)
  const refer = (personId: string, target: string, day: PlainDate, diagnosis: [string, string]) =>
    issueReferral(
      db,
      world,
      {
        personId,
        target,
        diagnosisCode: diagnosis[0],
        diagnosisName: diagnosis[1],
        reason: '本院不具备所需的治疗条件',
        opinion: '同意转往上级医院继续治疗',
        doctor: '李医生（演示）',
        // Shaoxing has no rule on how long: there the hospital fills it in.
        until: addDays(day, 90),
      },
      { institution, actor, at: at(day), today: day, source: 'desk' },
    )
  const shanghai = demoHospitals.find(({ regionCode }) => regionCode === '310100')!
  const row = await refer(first!.personId, '310000', addDays(demoDay, -30), ['C34.900', '肺恶性肿瘤'])
  const used = addDays(demoDay, -20)
  await recordUse(
    db,
    {
      regionCode: city.regionCode,
      referralId: row.referralId,
      kind: 'outpatient',
      reference: '演示门诊 0001',
    },
    { institution: shanghai, actor: { ...actor, name: '上海演示医院医保办' }, at: at(used), today: used },
  )
  await refer(second!.personId, '110000', addDays(demoDay, -3), ['I25.103', '冠状动脉粥样硬化性心脏病'])
}

function at(day: PlainDate): Date {
  return new Date(`${day}T09:30:00+08:00`)
}
