import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { plainDate } from '@yichuang/kernel'
import { afterAll, beforeAll, expect, it, onTestFinished, test } from 'vitest'
import { demoCity } from '../../apps/server/test/demo-city.ts'
import {
  profileNames,
  type ProfileName,
} from '../../apps/server/src/modules/hospital/front/profiles/index.ts'
import { openStation } from '../client/station.ts'
import { amountOf, sumOf } from '../client/messages.ts'
import { BILL, connectionOf, dayOf, patientsOf, stationOptions } from '../demo.ts'
import { openHis } from '../his.ts'
import { playLoad } from '../load.ts'
import { playScript } from '../script.ts'
import { openStore } from '../store.ts'
import { serveHospital } from '../web/server.ts'

const { app } = await demoCity(plainDate('2020-10-15'))
const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-hospital-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
let url = ''
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})

async function hospital(profile?: ProfileName, file?: string) {
  const station = openStation(stationOptions(url, connectionOf(profile)!, await dayOf(url)))
  return openHis({ station, store: openStore(file) })
}
const [patient] = patientsOf('330600')

test.each(profileNames)(
  'a hospital that signs by %s plays everything: settles, loses replies, repeats, reverses',
  async (name) => {
    const said: string[] = []
    await playScript(await hospital(name), (zh) => void said.push(zh))
    // The people's hospital signs in seven ways here: each of its machines has only its own settlements in its books.
    const alone = name === 'card-token' || name === 'plain'
    expect(said.filter((line) => line.startsWith('✗') && (alone || !line.includes('对账')))).toEqual([])
    expect(said.filter((line) => line.startsWith('✓')).length).toBeGreaterThanOrEqual(9)
  },
)

it('knows after a restart which answer it still waits for, and gets it under the same msgid', async () => {
  const file = path.join(dir, 'books.jsonl')
  const before = await hospital('x-ca', file)
  const number = await before.register(patient!.idNumber)
  await before.diagnose(number)
  await before.upload(number, BILL)
  await expect(before.settle(number, { lose: 'reply' })).rejects.toThrow('no reply')

  const after = await hospital('x-ca', file)
  expect(after.store.visit(number)?.uncertain?.infno).toBe('2207')
  await after.retry(number)
  const { uncertain, setlId } = after.store.visit(number)!
  expect(uncertain).toBeNull()
  expect(after.store.booked('2020-10-15').map((row) => row.setlId)).toEqual([setlId])
})

it('books nothing when a request never arrived, and settles once when it is sent again', async () => {
  const his = await hospital()
  const number = await his.register(patient!.idNumber)
  await his.diagnose(number)
  await his.upload(number, BILL)
  await expect(his.settle(number, { lose: 'request' })).rejects.toThrow('no reply')
  expect(his.store.booked('2020-10-15')).toEqual([])
  await his.retry(number)
  expect(his.store.booked('2020-10-15')).toHaveLength(1)
})

it('plays a load without a refusal', async () => {
  const { flows, refused } = await playLoad(await hospital(), { seconds: 1, lanes: 2 })
  expect(refused).toEqual({})
  expect(flows).toBeGreaterThan(3)
})

it('shows the same in a page of this machine, to nobody else', async () => {
  const { url: page, stop } = await serveHospital(await hospital(), 0)
  onTestFinished(stop)
  expect(await (await fetch(page)).text()).toContain('演示医院')
  const act = (body: object, headers: Record<string, string> = { 'x-hospital': '1' }) =>
    fetch(`${page}act`, { method: 'POST', headers, body: JSON.stringify(body) })
  const { visit } = (await (await act({ act: 'register', idNumber: patient!.idNumber })).json()) as {
    visit: string
  }
  const done = (await (await act({ act: 'treat', visit })).json()) as {
    state: { visits: { diagnosed: boolean }[] }
  }
  expect(done.state.visits[0]?.diagnosed).toBe(true)
  expect((await act({ act: 'treat', visit }, {})).status).toBe(403)
})

it('writes amounts to the fen', () => {
  expect(amountOf({ count: '3', price: '0.1' })).toBe('0.30')
  expect(amountOf({ count: '1.5', price: '2.26' })).toBe('3.39')
  expect(sumOf(BILL)).toBe('1238.30')
})
