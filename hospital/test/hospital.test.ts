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
import type { DemoConnection } from '../../apps/server/src/demo/connections.ts'
import {
  BILL,
  connectionOf,
  dayOf,
  patientsOf,
  pharmacyOf,
  stationOptions,
  WARD_BILLS,
  type CentreDay,
} from '../demo.ts'
import { openHis } from '../his.ts'
import { playLoad } from '../load.ts'
import { playScript } from '../script.ts'
import type { Said } from '../script/stage.ts'
import { openStore, type StoredVisit } from '../store.ts'
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
  return machine(connectionOf(profile)!, file)
}
async function machine(connection: DemoConnection, file?: string) {
  return machineOn(await dayOf(url), connection, file)
}
function machineOn(day: CentreDay, connection: DemoConnection, file?: string) {
  const station = openStation(stationOptions(url, connection, day))
  return openHis({ station, store: openStore(file) })
}
const [patient] = patientsOf('330600')

test.each(profileNames)(
  'a hospital that signs by %s plays everything: settles, loses replies, repeats, reverses, and its books come out even',
  async (name) => {
    const said: Said[] = []
    const connection = connectionOf(name)!
    const day = await dayOf(url)
    const house = {
      day,
      hospital: machineOn(day, connection),
      pharmacy: machineOn(day, pharmacyOf(connection)!),
    }
    const right = await playScript(house, (one) => void said.push(one))
    expect(said.filter(({ held }) => held === false)).toEqual([])
    expect(right).toBe(true)
    expect(said.filter(({ held }) => held === true).length).toBeGreaterThanOrEqual(name === 'plain' ? 20 : 25)
  },
)

it('asks after each lost reply of a stay, and takes back what can be taken back', async () => {
  const his = await hospital()
  const lose = 'request' as const
  const lost = (work: Promise<unknown>) => expect(work).rejects.toThrow('no reply')
  await lost(his.admit(patient!.idNumber, { lose }))
  const { number } = his.store.visits().at(-1)!
  await his.reverse(number)
  expect(his.store.visit(number)).toMatchObject({ closed: true, mdtrtId: null, uncertain: null })

  const stay = await his.admit(patient!.idNumber)
  await lost(
    his.uploadStay(
      stay,
      WARD_BILLS[0]!.map((line) => ({ ...line, after: 0 })),
      { lose },
    ),
  )
  await expect(his.reverse(stay)).rejects.toThrow('不能冲正')
  await his.retry(stay)
  await his.discharge(stay)
  await lost(his.settleStay(stay, { lose }))
  await his.reverse(stay)
  await his.settleStay(stay)
  await lost(his.cancelStay(stay, { lose }))
  await his.retry(stay)
  const booked = his.store.booked(his.station.options.today())
  expect(booked.map(({ clrType }) => clrType)).toEqual(['21', '21'])
  expect(booked.reduce((sum, { total }) => sum + Number(total), 0)).toBe(0)
})

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
  expect(after.store.booked(after.station.options.today()).map((row) => row.setlId)).toEqual([setlId])
})

it('books nothing when a request never arrived, and settles once when it is sent again', async () => {
  const his = await hospital()
  const number = await his.register(patient!.idNumber)
  await his.diagnose(number)
  await his.upload(number, BILL)
  await expect(his.settle(number, { lose: 'request' })).rejects.toThrow('no reply')
  expect(his.store.booked(his.station.options.today())).toEqual([])
  await his.retry(number)
  expect(his.store.booked(his.station.options.today())).toHaveLength(1)
})

it('plays a load without a refusal', async () => {
  const { flows, stays, refused } = await playLoad(await hospital(), { seconds: 1, lanes: 2 })
  expect(refused).toEqual({})
  expect(flows).toBeGreaterThan(3)
  expect(stays).toBeGreaterThan(0)
})

it('shows the same in a page of this machine, to nobody else', async () => {
  const house = { hospital: await hospital(), pharmacy: await machine(pharmacyOf(connectionOf('x-ca')!)!) }
  const { url: page, stop } = await serveHospital(house, 0)
  onTestFinished(stop)
  expect(await (await fetch(page)).text()).toContain('演示医院')
  const post = (body: object, headers: Record<string, string> = { 'x-hospital': '1' }) =>
    fetch(`${page}act`, { method: 'POST', headers, body: JSON.stringify(body) })
  const act = async (body: object) => (await (await post(body)).json()) as Answered
  const begun = async (what: string) => (await act({ act: what, idNumber: patient!.idNumber })).visit!
  const first = async (what: string, visit: string, lose = false) => {
    const { fault, lost, state } = await act({ act: what, visit, lose })
    expect([what, fault]).toEqual([what, undefined])
    expect(lost === true).toBe(lose)
    return state.visits.find(({ number }) => number === visit)!
  }
  const visit = await begun('register')
  expect((await first('treat', visit)).diagnosed).toBe(true)
  expect((await first('settle', visit, true)).uncertain?.infno).toBe('2207')
  expect((await first('retry', visit)).setlId).toMatch(/^\d{30}$/)

  const stay = await begun('admit')
  for (const what of ['ward-fees', 'ward-fees', 'ward-fees', 'ward-change', 'ward-pre-settle', 'discharge'])
    await first(what, stay)
  expect((await first('ward-settle', stay)).lines).toHaveLength(WARD_BILLS.flat().length + 1)
  for (const what of ['ward-cancel', 'undo-discharge', 'ward-drop-fees']) await first(what, stay)
  expect((await first('undo-admission', stay)).closed).toBe(true)

  const basket = await begun('basket')
  expect((await first('buy', basket)).institution).toContain('药房')
  await first('give-back', basket)
  expect((await act({ act: 'nothing', visit })).fault).toContain('没有这个操作')
  expect((await post({ act: 'treat', visit }, {})).status).toBe(403)
})

interface Answered {
  readonly visit?: string
  readonly fault?: string
  readonly lost?: boolean
  readonly state: { readonly visits: readonly (StoredVisit & { readonly institution: string })[] }
}

it('writes amounts to the fen', () => {
  expect(amountOf({ count: '3', price: '0.1' })).toBe('0.30')
  expect(amountOf({ count: '1.5', price: '2.26' })).toBe('3.39')
  expect(sumOf(BILL)).toBe('1238.30')
})
