import { afterAll, expect, inject, test } from 'vitest'
import { openStation } from '../hospital/client/station.ts'
import { connectionOf, dayOf, stationOptions } from '../hospital/demo.ts'
import { openHis } from '../hospital/his.ts'
import { openStore } from '../hospital/store.ts'
import { serveHospital } from '../hospital/web/server.ts'
import { expectAccessible, picture, visit } from './support/visit.ts'

const stops: (() => void)[] = []
afterAll(() => stops.forEach((stop) => stop()))

/** The page of the hospital to play with, calling the centre of these journeys. */
async function openHospital(): Promise<string> {
  const centre = inject('baseUrl')
  const station = openStation(stationOptions(centre, connectionOf('x-ca')!, await dayOf(centre)))
  const { url, stop } = await serveHospital(openHis({ station, store: openStore() }), 0)
  stops.push(stop)
  return url
}

test.each(['desktop', 'phone'] as const)(
  'a cashier settles a visit whose reply gets lost, and gives the money back: %s',
  async (width) => {
    const page = await visit(await openHospital(), width)
    await page.getByRole('heading', { level: 1, name: '绍兴演示人民医院' }).waitFor()
    await page.getByRole('button', { name: '挂号' }).click()
    await page.getByRole('button', { name: /^诊断并上传费用/ }).click()
    await page.getByRole('button', { name: /^预结算/ }).click()
    await page.getByText(/总额 1238\.30 = 基金支付/).waitFor()

    await page.getByLabel('下一步的回复会丢失').check()
    await page.getByRole('button', { name: /^结算/ }).click()
    await page.getByText('2207 结果未知').waitFor()
    expect(await page.getByRole('status').innerText()).toContain('请重发同一报文或冲正')
    await expectAccessible(page)
    await picture(page, `hospital-lost-${width}`)

    await page.getByRole('button', { name: /^重发同一报文/ }).click()
    await page.getByText(/^已结算，结算ID \d{30}$/).waitFor()
    await page.getByRole('button', { name: /^退费/ }).click()
    await page.getByRole('button', { name: /^结算/ }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Reconciliation' }).waitFor()
    await expectAccessible(page)
    await picture(page, `hospital-english-${width}`)
  },
)
