import { expect, test } from 'vitest'
import { citizens } from '../apps/server/src/demo/people.ts'
import { call } from './support/api.ts'
import { expectAccessible, expectNoSidewaysScrolling, picture, signIn, visit } from './support/visit.ts'

// What a hospital's insurance office, the people it serves, the receiving hospital and the agency do, one after the other.
const REFER = '/desk/refer'

test('a hospital refers a patient without stamp or fixed hospital, and the person carries the code', async () => {
  const page = await signIn('hospital.jining', 'desk', REFER)
  await expectAccessible(page)
  await picture(page, 'hospital-refer')
  await page.getByLabel('身份证号码').fill(citizens.find(({ login }) => login === 'kong.qinghua')!.idNumber)
  await page.getByRole('button', { name: '查找患者' }).click()
  await page.getByText('孔庆华').first().waitFor()
  await page.getByRole('button', { name: '开具转诊' }).click()
  await page.getByText('请填写转往地、诊断、理由和意见。').waitFor()
  await page.getByLabel('转往地（省、自治区、直辖市）').selectOption('浙江省')
  await page.getByLabel('诊断代码').fill('C34.900')
  await page.getByLabel('诊断名称').fill('肺恶性肿瘤')
  await page.getByLabel('转诊理由').fill('本院不具备治疗条件')
  await page.getByLabel('转诊意见').fill('同意转往上级医院')
  await page.getByText('有效期：2020年10月15日 至 2021年10月15日').waitFor()
  await expectAccessible(page)
  await picture(page, 'hospital-refer-form')
  await page.getByRole('button', { name: '开具转诊' }).click()
  await page.getByRole('img', { name: '转诊凭证二维码' }).waitFor()
  await page.getByText('一年内有效', { exact: false }).first().waitFor()
  await expectAccessible(page)
  await picture(page, 'hospital-referral')

  const phone = await signIn('kong.qinghua', 'portal', '/referrals', 'phone')
  await phone.getByRole('heading', { name: /转往浙江省/ }).waitFor()
  await phone.getByRole('img', { name: '转诊凭证二维码' }).first().waitFor()
  await expectAccessible(phone)
  await picture(phone, 'portal-referrals')
  const { items } = await call(phone, 'myReferrals')
  const { credential } = items.find(({ target }) => target.code === '330000')!

  const anybody = await visit(`/referral#${credential}`)
  await anybody.getByText('是真的，今天有效').waitFor()
  await expectAccessible(anybody)
  await picture(anybody, 'referral-check')

  const treat = await signIn('hospital.shaoxing', 'desk', '/desk/treat')
  await treat.getByLabel('扫描或粘贴转诊凭证').fill(credential)
  await treat.getByRole('button', { name: '核验', exact: true }).click()
  await treat.getByText('凭证是真的').waitFor()
  await treat.getByRole('button', { name: '登记使用' }).click()
  await treat.getByText('已登记，共使用 1 次').waitFor()
  await expectAccessible(treat)
  await picture(treat, 'hospital-treat')
})

test('the agency sees every referral and its uses, and revokes one with a reason that the person reads', async () => {
  const page = await signIn('reviewer.jining', 'desk', '/desk/referrals')
  await page.getByRole('row').nth(1).waitFor()
  await expectAccessible(page)
  await picture(page, 'agency-referrals')
  await page.getByRole('row').filter({ hasText: '上海市' }).getByRole('link').click()
  await page.getByText('上海演示医院').first().waitFor()
  await page.getByRole('button', { name: '撤销转诊' }).click()
  await page.getByLabel('撤销理由').fill('诊断与病历不符')
  await page.getByRole('button', { name: /确定|确认/ }).click()
  await page.getByText(/由经办机构/).waitFor()
  await expectAccessible(page)
  await picture(page, 'agency-referral-revoked')
})

test('on a phone the pages of a hospital fit', async () => {
  const page = await signIn('hospital.jining', 'desk', REFER, 'phone')
  await page.getByRole('row').nth(1).waitFor()
  await expectNoSidewaysScrolling(page)
  await picture(page, 'hospital-refer-phone')
  await page.getByRole('row').nth(1).getByRole('link').click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectAccessible(page)
  await picture(page, 'hospital-referral-phone')
})

test('a hospital cannot open what belongs to the agency', async () => {
  const page = await signIn('hospital.jining', 'desk', '/desk/window')
  await page.getByText('当前岗位不能打开此页').waitFor()
  expect(await page.getByRole('link', { name: '收件箱', exact: true }).count()).toBe(0)
})
