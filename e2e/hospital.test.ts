import { afterAll, expect, inject, test } from 'vitest'
import { openStation } from '../hospital/client/station.ts'
import { connectionOf, dayOf, pharmacyOf, stationOptions } from '../hospital/demo.ts'
import { openHis } from '../hospital/his.ts'
import { openStore } from '../hospital/store.ts'
import { serveHospital } from '../hospital/web/server.ts'
import { moveDay } from './support/api.ts'
import { expectAccessible, picture, visit } from './support/visit.ts'

const stops: (() => void)[] = []
const today = (await dayOf(inject('baseUrl')))()
afterAll(async () => {
  stops.forEach((stop) => stop())
  // The day was moved on for the accounts of the day before; the journeys after these are of today.
  await moveDay(today)
})

/** The page of the hospital to play with, calling the centre of these journeys, and the pharmacy beside it. */
async function openHospital(): Promise<string> {
  const centre = inject('baseUrl')
  const day = await dayOf(centre)
  const machine = (connection: NonNullable<ReturnType<typeof connectionOf>>) =>
    openHis({ station: openStation(stationOptions(centre, connection, day)), store: openStore() })
  const connection = connectionOf('x-ca')!
  const house = { hospital: machine(connection), pharmacy: machine(pharmacyOf(connection)!), day }
  const { url, stop } = await serveHospital(house, 0)
  stops.push(stop)
  return url
}

test('a newcomer sees the whole: one button plays it, and a stay is walked step by step', async () => {
  const page = await visit(await openHospital(), 'desktop')
  await page.getByRole('button', { name: '从头到尾演示一遍' }).click()
  await page.getByText('演示完毕，全部符合预期。').waitFor()
  expect(await page.locator('#said li.good').count()).toBeGreaterThanOrEqual(20)
  await expectAccessible(page)
  await picture(page, 'hospital-played')

  await page.getByLabel('业务').selectOption('入院（2401）')
  await page.getByRole('button', { name: '办理' }).click()
  for (const act of ['上传一批费用', '上传一批费用', '上传一批费用', '预结算', '出院（'])
    await page
      .getByRole('button', { name: new RegExp(`^${act}`) })
      .first()
      .click()
  await page.getByText('费用明细 8 · 已出院').first().waitFor()
  await page.getByLabel('下一步的回复会丢失').check()
  await page.getByRole('button', { name: /^出院结算/ }).click()
  await page.getByText('2304 结果未知').waitFor()
  await page.getByRole('button', { name: /^冲正/ }).click()
  await page.getByRole('button', { name: /^出院结算/ }).click()
  await page
    .getByRole('button', { name: /^撤销结算（2305）/ })
    .first()
    .waitFor()

  await page.getByRole('button', { name: '过一天' }).click()
  await page.getByRole('button', { name: /^对明细账/ }).click()
  await page
    .getByText(/逐笔相符，当日关账|差异 \d+ 笔/)
    .first()
    .waitFor()
  await picture(page, 'hospital-stay')
})

test.each(['desktop', 'phone'] as const)(
  'a cashier settles a visit whose reply gets lost, and gives the money back: %s',
  async (width) => {
    const page = await visit(await openHospital(), width)
    await page.getByRole('heading', { level: 1, name: '绍兴演示人民医院' }).waitFor()
    await page.getByRole('button', { name: '办理' }).click()
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
