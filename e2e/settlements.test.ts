import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { BILL, connections, dayOf, stationOptions } from '../hospital/demo.ts'
import { inputs, sumOf, type Visit } from '../hospital/client/messages.ts'
import { openStation } from '../hospital/client/station.ts'
import { call } from './support/api.ts'
import { expectAccessible, picture, settled, signIn } from './support/visit.ts'

/** The hospital of 绍兴 reads the code on a phone, treats, and settles; how it takes that back. */
async function treat(code: string) {
  const centre = inject('baseUrl')
  const connection = connections.find((one) => one.profile === 'x-ca' && one.regionCode === '330600')!
  const today = await dayOf(centre)
  const station = openStation(stationOptions(centre, connection, today))
  const ask = async (infno: string, input: unknown) => {
    const answer = await station.ask(infno, input)
    if (!answer.ok) throw new Error(`${infno}: ${answer.reason}`)
    return answer.output
  }
  const operator = { orgId: connection.institutionCode, operatorId: '001', operatorName: '收费员' }
  const asked = { ...operator, businessType: '01101', ecQrCode: code, officeId: '0301', officeName: '内科' }
  const { OutData } = await ask('6101', { InData: asked })
  const shown = { mdtrt_cert_type: '01', mdtrt_cert_no: OutData.ecToken }
  const { baseinfo, insuinfo } = await ask('1101', {
    data: { ...inputs.person('').data, ...shown, certno: '' },
  })
  const visit: Visit = {
    number: `E2E${String(Date.now()).slice(-9)}`,
    psnNo: baseinfo.psn_no,
    insutype: [insuinfo].flat()[0].insutype,
    idNumber: OutData.idNo,
    began: `${today()} 09:00:00`,
  }
  const { data } = await ask('2201', { data: { ...inputs.register(visit).data, ...shown } })
  const id = [data].flat()[0].mdtrt_id as string
  const total = sumOf(BILL)
  await ask('2203', inputs.findings(visit, id))
  await ask('2204', inputs.fees(visit, id, '1', BILL))
  const parts = { fulamt_ownpay_amt: '0', overlmt_selfpay: '0', preselfpay_amt: '0', inscp_scp_amt: total }
  const { setlinfo } = await ask('2207', inputs.settle(visit, id, '1', total, parts))
  const { reason } = await station.ask('6101', { InData: asked })
  const takeBack = () => ask('2208', inputs.cancel(visit, id, setlinfo.setl_id as string))
  return { total, refusedLater: reason, takeBack }
}

async function raise(page: Page): Promise<string> {
  await page.getByRole('button', { name: '我有异议' }).click()
  await page.getByRole('heading', { level: 1, name: '哪里不对' }).waitFor()
  await page.getByLabel('没有做过这项检查、没有拿到这种药').check()
  await page.getByLabel(/院外会诊/).check()
  await page.getByLabel('具体情况').fill('没有会诊过')
  await expectAccessible(page)
  await picture(page, 'objection-step')
  await page.getByRole('link', { name: '下一步：上传材料' }).click()
  await page.getByRole('link', { name: '下一步：核对并提交' }).click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/receipt$/)
  return new URL(page.url()).pathname.split('/').at(-2)!
}

test('paid by the code on the phone, a visit is among my settlements at once, with every step, and can be objected to', async () => {
  const page = await signIn('wang.fang', 'portal', '/code', 'phone')
  await page.getByRole('button', { name: '出示医保码' }).click()
  const shown = page.locator('p.code')
  await shown.waitFor()
  const { total, refusedLater, takeBack } = await treat((await shown.innerText()).replace(/\s/g, ''))
  expect(refusedLater).toMatch(/用过|已使用|失效/)
  await page.getByRole('link', { name: '付过了？看刚才的结算' }).click()
  await page.getByRole('heading', { level: 1, name: '我的结算' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'settlements')
  await page.getByRole('link', { name: '绍兴演示人民医院' }).first().click()
  await page.getByRole('heading', { name: '怎么算出来的' }).waitFor()
  await page
    .getByText(`¥${Number(total).toLocaleString('en')}`)
    .first()
    .waitFor()
  await expectAccessible(page)
  await picture(page, 'settlement')

  const caseId = await raise(page)
  const office = await signIn('hospital.shaoxing', 'desk', '/desk/objections')
  await office.getByText('没有会诊过').first().waitFor()
  await office.getByRole('button', { name: '作出说明' }).first().click()
  await office.getByLabel('本院说明').fill('核对病历，会诊没有进行，属于误收。')
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /^确\s?[认定]$/ })
    .click()
  await office.getByText('已说明').first().waitFor()
  await settled(office)
  await expectAccessible(office)
  await picture(office, 'objections-of-hospital')
  const query = { regionCode: '330600' }
  const { objection } = await call(page, 'getObjection', { params: { caseId }, query })
  expect(objection).toMatchObject({
    word: { text: '核对病历，会诊没有进行，属于误收。' },
    settlement: { total },
  })

  // The hospital mends its own mistake without waiting for the answer; the person sees that too.
  await takeBack()
  await page.goto('/settlements')
  await page.getByText('已撤销', { exact: true }).first().waitFor()
})
