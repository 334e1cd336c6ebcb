import type { AddressInfo } from 'node:net'
import { plainDate } from '@yichuang/kernel'
import { transactions } from '@yichuang/hsa'
import { beforeAll, expect, it, test } from 'vitest'
import { demoCity } from '../../apps/server/test/demo-city.ts'
import { jining } from '../../apps/server/src/demo/cities.ts'
import type { DemoConnection } from '../../apps/server/src/demo/connections.ts'
import { findKnown, issueVoucher } from '../../apps/server/src/modules/insured/index.ts'
import { openStation, type Answer, type Station } from '../client/station.ts'
import { connectionOf, dayOf, patientsOf, pharmacyOf, stationOptions, type CentreDay } from '../demo.ts'
import { openHis } from '../his.ts'
import { playScript } from '../script.ts'
import { openStore } from '../store.ts'
import { playTheRest } from './every-transaction.ts'

/** Every transaction of the standard that is fully documented, or by one text, and the forms with A. */
const ANSWERED = `9001 9002 1101 1162 1201 1901 2001 6101
  2201 2202 2203 2203A 2204 2205 2206 2206A 2207 2207A 2208
  2101 2102 2102A 2103
  2301 2302 2303 2303A 2304 2304A 2305 2306 2401 2402 2403 2404 2405 2406 2407
  2501 2502 2503 2504 2505 2506 2507 2601
  3201 3202 3203 3204 9101 9102 3301 3302 1312 1316 1317 1318 1319
  4101 4101A 4102 4103 4104 4105
  5201 5202 5203 5204 5205 5206 5301 5302 5303 5304 100001`.split(/\s+/)

/** What is read and not done here, with the word of the sentence that says why. */
const WITH_REASON: Readonly<Record<string, string>> = {
  1161: '读卡设备',
  ...Object.fromEntries(
    '1301 1302 1303 1304 1305 1306 1307 1308 1309 1310 1311 1313 1314 1315'
      .split(' ')
      .map((infno) => [infno, '不能下载']),
  ),
  5101: '备案资料',
  5102: '备案资料',
  ...Object.fromEntries('6201 6202 6203 6204 6301 6302 6401'.split(' ').map((infno) => [infno, '移动支付'])),
}

const { app, database } = await demoCity(plainDate('2020-10-15'), jining)
const accepted = new Set<string>()
const refused = new Map<string, string>()
let plain: Station

beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const day = await dayOf(url)
  const connection = connectionOf('x-ca', 'H37081100001')!
  const hospital = machine(url, day, connection)
  const pharmacy = machine(url, day, pharmacyOf(connection)!)
  plain = hospital.station
  const people = patientsOf(jining.regionCode)
    .filter(({ employee }) => employee)
    .map(({ idNumber }) => idNumber)
  const voucher = async (idNumber: string) => {
    const owner = await findKnown(database.db, idNumber, plainDate(day()))
    return issueVoucher(database.db, owner!.personId, new Date())
  }
  await playTheRest({ hospital, pharmacy, today: day(), people, voucher })
  const [own, next] = [machine(url, day, connection), machine(url, day, pharmacyOf(connection)!)]
  await day.moveOn()
  await playScript({ hospital: own, pharmacy: next, day }, () => undefined)
}, 60_000)

/** A machine that notes which numbers the centre has answered. */
function machine(url: string, day: CentreDay, connection: DemoConnection) {
  const station = openStation(stationOptions(url, connection, day))
  const noted = ({ ok, infno, reason }: Answer) =>
    ok ? accepted.add(infno) : refused.set(infno, `${reason}`)
  const ask: Station['ask'] = async (...message) => {
    const answer = await station.ask(...message)
    noted(answer)
    return answer
  }
  return openHis({ station: { ...station, ask }, store: openStore() })
}

it('the table of transactions has every number that the codec knows', () => {
  const known = new Set(Object.keys(transactions))
  const listed = [...ANSWERED.filter((infno) => known.has(infno)), ...Object.keys(WITH_REASON)]
  expect(listed.toSorted()).toEqual([...known].toSorted())
})

test.each(ANSWERED)('%s is answered', (infno) => {
  expect(accepted.has(infno) ? 'answered' : (refused.get(infno) ?? 'never sent')).toBe('answered')
})

test.each(Object.entries(WITH_REASON))(
  '%s is refused with its reason, and is not unknown',
  async (infno, word) => {
    const { ok, reason, text } = await plain.ask(infno, { data: {} })
    expect(ok).toBe(false)
    expect(reason).toContain(`${infno} ${transactions[infno as keyof typeof transactions].name}：`)
    expect(reason).toContain(word)
    expect(reason!.length).toBeLessThanOrEqual(200)
    expect(text).not.toContain('未知交易编号')
  },
)
