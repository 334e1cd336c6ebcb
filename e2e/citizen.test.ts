import { expect, test } from 'vitest'
import { citizens } from '../apps/server/src/demo/people.ts'
import { call } from './support/api.ts'
import { handInClaim, OUTPATIENT, SHAOXING } from './support/claim.ts'
import { addPhotographs, fillBill, fillPayee, fillVisit, nextStep } from './support/portal.ts'
import { chooseAccount, expectAccessible, picture, signIn, visit } from './support/visit.ts'

test('an insured person claims an out-patient bill on a phone, from the home page to the receipt', async () => {
  const page = await visit('/', 'phone')
  await page.getByRole('radio', { name: '绍兴' }).check()
  await page.getByRole('link', { name: /看办事指南.*门诊费用报销/ }).click()

  await page.getByRole('heading', { level: 1, name: '门诊费用报销' }).waitFor()
  const guide = page.getByRole('main')
  await expect.poll(() => guide.innerText()).toMatch(/30\s*个工作日/)
  expect(await guide.getByText(/^依据 .+第.+条|^依据 .+/).count()).toBeGreaterThan(0)
  await guide.getByRole('link', { name: '89115826' }).waitFor()
  await guide.getByText('2020 年的票据，最晚 2021年12月31日 交').waitFor()
  await picture(page, 'citizen-guide')
  await page.getByRole('link', { name: '网上申请' }).first().click()

  await page.getByRole('link', { name: '去登录' }).click()
  await chooseAccount(page, 'wang.fang')
  await page.getByRole('heading', { level: 1, name: '申请：门诊费用报销' }).waitFor()
  await page.getByRole('radio', { name: /给自己办/ }).check()
  await page.getByRole('button', { name: '开始填写' }).click()

  await fillVisit(page)
  await nextStep(page, '票据与费用')
  await fillBill(page)
  await page.getByText('✓ 相符').waitFor()
  await expectAccessible(page)
  await picture(page, 'citizen-bills')
  await nextStep(page, '上传材料')
  await nextStep(page, '收款账户')
  await fillPayee(page, '王芳')
  await nextStep(page, '核对并提交')

  // Everything that is missing is said at once, and each sentence leads to its place.
  await page.getByRole('heading', { name: '有 4 处需要修改' }).waitFor()
  expect(await page.getByRole('button', { name: '确认提交' }).isDisabled()).toBe(true)
  await page.getByRole('link', { name: /^缺少“医院收费票据”/ }).click()
  await page.getByRole('heading', { level: 1, name: '上传材料' }).waitFor()
  await addPhotographs(page)
  await nextStep(page, '收款账户')
  await nextStep(page, '核对并提交')

  await page.getByText('检查过了，可以提交。').waitFor()
  const estimate = page.getByRole('region', { name: '核算预估' })
  await estimate
    .getByText(/借用.+的标准，仅作演示/)
    .first()
    .waitFor()
  await estimate.getByText('基金支付', { exact: true }).first().waitFor()
  await estimate.getByText('怎么算出来的').waitFor()
  expect(await estimate.getByText(/^依据 /).count()).toBeGreaterThan(0)
  await expectAccessible(page)
  await picture(page, 'citizen-check')

  // Impatient fingers press twice; one case comes of it.
  await page.getByRole('button', { name: '确认提交' }).dblclick()
  await page.getByRole('heading', { level: 1, name: '已提交' }).waitFor()
  const number = await page.getByRole('region', { name: '办件编号' }).locator('.state').first().innerText()
  const { items } = await call(page, 'myCases', { query: { limit: 50 } })
  expect(items.filter((one) => one.number === number)).toHaveLength(1)
  await expectAccessible(page)
  await picture(page, 'citizen-receipt')

  const link = page.getByRole('link', { name: '下载回执（PDF）' })
  const file = await page.request.get((await link.getAttribute('href'))!)
  expect([file.status(), file.headers()['content-disposition']]).toEqual([
    200,
    expect.stringMatching(/\.pdf$/),
  ])
  expect((await file.body()).subarray(0, 4).toString()).toBe('%PDF')
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(await download.failure()).toBeNull()
})

test('what was typed survives a closed tab and a lost connection', async () => {
  const page = await signIn('wang.fang', 'portal', `/apply/${SHAOXING}/${OUTPATIENT}`, 'phone')
  await page.getByRole('button', { name: '开始填写' }).click()
  await Promise.all([page.waitForResponse(/\/content$/), page.getByLabel('诊断').fill('慢性胃炎')])
  await page.getByRole('status').getByText('已保存').waitFor()
  const address = page.url()
  await page.close()

  const again = await page.context().newPage()
  await again.goto(address)
  await expect.poll(() => again.getByLabel('诊断').inputValue()).toBe('慢性胃炎')

  await again.context().setOffline(true)
  await again.getByLabel('诊断').fill('慢性胃炎，十二指肠溃疡')
  await again.getByText('未联网，已存在本机').waitFor()
  await picture(again, 'citizen-offline')
  await again.close()

  // The tab was closed while the connection was away; the device kept what the server never got.
  await page.context().setOffline(false)
  const third = await page.context().newPage()
  await third.goto(address)
  await third.getByText('上次没来得及存到服务器的内容，已从本机恢复。').waitFor()
  await expect.poll(() => third.getByLabel('诊断').inputValue()).toBe('慢性胃炎，十二指肠溃疡')
  await third.getByRole('status').getByText('已保存').waitFor()
})

test('a page whose content cannot be loaded says so under its own heading', async () => {
  const page = await signIn('wang.fang', 'portal', '/', 'phone')
  await page.route(/\/api\/v1\/(my\/messages|tools\/places)/, (route) => route.abort())
  for (const path of ['/messages', '/calculator']) {
    await page.goto(path)
    await page.getByRole('button', { name: '再试一次' }).waitFor()
    expect(await page.locator('h1').count()).toBe(1)
    await expectAccessible(page)
  }
})

test('a person withdraws a claim before it is decided', async () => {
  const page = await signIn('wang.fang', 'portal', '/cases', 'phone')
  const { caseId, number } = await handInClaim(page)
  await page.goto(`/cases/${SHAOXING}/${caseId}`)
  await page.getByText(number!).first().waitFor()
  await page.getByRole('button', { name: '撤回申请' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('为什么撤回').fill('票据填错了')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '确定撤回' }).click()
  await page.getByText('您已撤回这份申请，票据可以重新申请。').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '撤回申请' }).count()).toBe(0)
})

test('a person names somebody who may act for them, and takes it back', async () => {
  const page = await signIn('liu.yang', 'portal', '/helpers', 'phone')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('请填写姓名').waitFor()
  await page.getByText('身份证号是 18 位，最后一位可以是 X').waitFor()
  await expectAccessible(page)
  const helper = citizens.find(({ login }) => login === 'zhang.xiuying')!
  await page.getByLabel('对方姓名').fill(helper.name)
  await page.getByLabel('对方身份证号').fill(helper.idNumber)
  await page.getByLabel('对方是我的').selectOption({ label: '父母' })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText(`已登记 ${helper.name}。`).waitFor()

  await page.getByRole('button', { name: `收回 ${helper.name} 的代办` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
  await page.getByText(/已收回/).waitFor()
  await expect.poll(() => page.getByRole('button', { name: `收回 ${helper.name} 的代办` }).count()).toBe(0)
})
