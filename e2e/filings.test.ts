import { expect, inject, test } from 'vitest'
import { inputs } from '../hospital/client/messages.ts'
import { openStation } from '../hospital/client/station.ts'
import { connectionOf, dayOf, patientsOf, stationOptions } from '../hospital/demo.ts'
import { addPhotographs, nextStep } from './support/portal.ts'
import { expectAccessible, expectNoSidewaysScrolling, picture, signIn } from './support/visit.ts'

test('somebody who lives elsewhere files it on a phone, it holds at once, and a reviewer may revoke it', async () => {
  const page = await signIn('wang.fang', 'portal', '/items/330600/away.long-stay', 'phone')
  await page.getByRole('link', { name: '网上申请' }).first().click()
  await page.getByRole('radio', { name: /给自己办/ }).check()
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('heading', { level: 1, name: '到哪里就医' }).waitFor()
  await page.getByLabel('就医地（省、自治区、直辖市）').selectOption('江苏省')
  await page.getByLabel('哪个市（州、盟、地区）').selectOption('其他市：输入六位区划代码')
  await page.getByLabel('市的区划代码（六位）').fill('3205')
  await page.getByLabel('开始日期').focus()
  await page.getByText('区划代码应为 6 位数字，现为 4 位', { exact: false }).waitFor()
  await page.getByLabel('就医地（省、自治区、直辖市）').selectOption('山东省')
  await page.getByLabel('哪个市（州、盟、地区）').selectOption('济宁市')
  await page.getByLabel('开始日期').fill('2020-10-15')
  await expectAccessible(page)
  await picture(page, 'filing-form')
  await nextStep(page, '上传材料')
  await addPhotographs(page)
  await nextStep(page, '核对并提交')
  await page.getByText('检查过了，可以提交。').waitFor()
  await expectAccessible(page)
  await picture(page, 'filing-check')
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.getByRole('heading', { level: 1, name: '已提交' }).waitFor()
  await picture(page, 'filing-receipt')
  await page.goto(page.url().replace(/\/receipt.*$/, ''))
  await page.getByText('备案已经生效。').waitFor()
  await expectAccessible(page)
  await picture(page, 'filing-case')
  await page.goto('/filings')
  await page.getByRole('heading', { name: /异地就医/ }).waitFor()
  await page.getByRole('main').getByText('济宁市', { exact: true }).first().waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
  await picture(page, 'filing-mine')

  const reviewer = await signIn('reviewer.shaoxing', 'desk', '/desk/filings')
  await reviewer.getByRole('button', { name: /^撤销 BA330600/ }).click()
  await expectAccessible(reviewer)
  await picture(reviewer, 'filing-list')
  const dialog = reviewer.getByRole('dialog')
  await dialog.getByLabel('撤销理由').fill('居住证明不实')
  await dialog.getByRole('button', { name: /确\s*定/ }).click()
  await reviewer.getByText('居住证明不实').waitFor()
})

test('what happened in an accident is told to the reviewer who opens it, and not by the list', async () => {
  const centre = inject('baseUrl')
  const today = (await dayOf(centre))()
  const station = openStation(stationOptions(centre, connectionOf('x-ca')!, () => today))
  const patient = patientsOf('330600').find(({ employee }) => employee)!
  const { output } = await station.ask('1101', inputs.person(patient.idNumber))
  const { psn_no, psn_name } = output.baseinfo
  const filed = await station.ask('2507', {
    data: {
      dcla_souc: '01',
      psn_no,
      psn_cert_type: '01',
      certno: patient.idNumber,
      psn_name,
      insu_admdvs: '330600',
      trum_time: today,
      trum_site: '家中',
      trum_rea: '滑倒',
      chk_pay_flag: '1',
      begndate: today,
    },
  })
  expect([filed.ok, filed.reason]).toEqual([true, null])

  const reviewer = await signIn('reviewer.shaoxing', 'desk', '/desk/filings', 'phone')
  const open = reviewer.getByRole('button', { name: /^BA330600\d+ 受伤情况$/ }).first()
  await open.waitFor()
  expect(await reviewer.getByText('滑倒').count()).toBe(0)
  await open.click()
  await reviewer.getByRole('dialog').getByText('滑倒').waitFor()
  await expectAccessible(reviewer)
  await picture(reviewer, 'filing-accident-phone')
})
