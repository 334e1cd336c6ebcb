import { addDays, plainDate, type PlainDate } from '@yichuang/kernel'
import { requester } from '../modules/cases/index.ts'
import { switchOn } from '../modules/measures/index.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/uuid.ts'
import type { SeededCity } from './recall.ts'
import { officeCode } from './staff.ts'

const SWITCHED_ON = plainDate('2020-02-03')

/** What a leader of 绍兴 switched on after the notice, ending soon after the demonstration day so that it warns of it. */
export async function seedMeasures(db: Db, seeded: SeededCity, demoDay: PlainDate): Promise<void> {
  const { city, offices, staff } = seeded
  const leader = staff.get(`leader.${city.login}`)
  if (city.login !== 'shaoxing' || !leader || demoDay <= SWITCHED_ON) return
  const { regionCode } = city
  const officeId = offices.get(officeCode.main(regionCode))!
  const caller = {
    kind: 'staff',
    userId: leader.userId,
    name: leader.name,
    sessionId: newId(),
    roles: [{ role: 'leader', officeId, regionCode }],
  } as const
  await switchOn(db, requester(caller, new Date(`${SWITCHED_ON}T09:00:00+08:00`), 'zh'), regionCode, {
    measures: ['phone', 'im', 'papers-later', 'larger-prescription', 'limited-numbers'].map(
      (id) => `shaoxing-2020-9.${id}`,
    ),
    places: [],
    groups: [],
    from: SWITCHED_ON,
    until: addDays(demoDay, 16),
    papersWithin: 30,
    perDay: 200,
    reason: '演示数据：疫情防控期间方便群众办理，减少窗口人员聚集',
  })
}
