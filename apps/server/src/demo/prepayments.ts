import { plainDate } from '@yichuang/kernel'
import { measuresOfKind } from '../modules/measures/index.ts'
import { bookEntry, grantPrepayment } from '../modules/prepayments/index.ts'
import type { Db } from '../platform/db.ts'
import type { SeededCity } from './recall.ts'

const GRANTED_ON = plainDate('2020-02-05')
const ARRIVED_ON = plainDate('2020-02-07')

/** Made-up advances of 绍兴 under its notice: one used in part, one that has only arrived. */
export async function seedPrepayments(db: Db, { city, staff }: SeededCity): Promise<void> {
  const [leader, finance] = [staff.get(`leader.${city.login}`), staff.get(`finance.${city.login}`)]
  if (city.login !== 'shaoxing' || !leader || !finance) return
  const { regionCode } = city
  const hand = ({ userId, name }: typeof leader, day: typeof GRANTED_ON) => ({
    actor: { id: userId, name, side: 'agency' as const },
    at: new Date(`${day}T09:00:00+08:00`),
    today: day,
  })
  const by = hand(leader, GRANTED_ON)
  const measures = (place: string) => measuresOfKind(regionCode, 'prepay-hospitals', GRANTED_ON, place)
  const said = {
    insurance: 'employee',
    authority: { measureId: 'shaoxing-2020-9.prepayment' },
    reason: '演示数据：收治患者，确保预付金及时到位',
  } as const
  for (const [hospitalCode, amount, used] of [
    ['H33060200001', '2000000.00', '1286400.50'],
    ['H33060200002', '800000.00', undefined],
  ] as const) {
    const { grantId } = await grantPrepayment(db, regionCode, { hospitalCode, amount, ...said }, measures, by)
    const entry = { kind: 'arrived', amount, day: ARRIVED_ON, version: 1, reference: '演示银行回单' } as const
    await bookEntry(db, regionCode, grantId, entry, hand(finance, ARRIVED_ON))
    if (used === undefined) continue
    const report = { patients: 64, medicalTotal: '1702250.80', reference: '演示医院月报' }
    const spent = { kind: 'used', amount: used, day: ARRIVED_ON, version: 2, ...report } as const
    await bookEntry(db, regionCode, grantId, spent, hand(finance, ARRIVED_ON))
  }
}
