import { expect, test } from 'vitest'
import { SHAOXING } from './support/claim.ts'
import { expectAccessible, picture, signIn, visit } from './support/visit.ts'

// The leader's page, from what the notice orders to what stays; each test is one thing the leader, or whoever reads it, does.
const PAGE = '/desk/measures'

test('a leader sees what is in force on a time line, and is warned of what ends soon', async () => {
  const page = await signIn('leader.shaoxing', 'desk', PAGE)
  await page.getByText('即将到期').first().waitFor()
  await page.getByRole('heading', { name: /异地转外就医不调减支付比例/ }).waitFor()
  expect(await page.getByText('文件直接施行').count()).toBeGreaterThan(3)
  await expectAccessible(page)
  await picture(page, 'measures-in-force')
})

test('reads the words each measure rests on, and whether it acts already', async () => {
  const page = await signIn('leader.shaoxing', 'desk', PAGE)
  await page.getByRole('tab', { name: '措施库' }).click()
  await page.getByText('可以通过电话办理').waitFor()
  expect(await page.getByText('登记并公布；相应业务接入后起作用').count()).toBe(0)
  await page
    .getByText(/依据：.*二（四）/)
    .first()
    .click()
  await page
    .getByText(/鼓励各地通过电话预约、电话受理等方式开展经办工作/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await picture(page, 'measures-sets')
})

test('is told in one sentence why a measure cannot be switched on, and what was typed stays', async () => {
  const page = await signIn('leader.shaoxing', 'desk', PAGE)
  await page.getByRole('tab', { name: '措施库' }).click()
  await page.getByRole('checkbox', { name: '选择：电话受理' }).check()
  await page.getByRole('button', { name: '开启所选措施' }).click()
  const dialog = page.getByRole('dialog', { name: '开启应急措施' })
  await dialog.getByLabel('起始日').fill('2020-10-20')
  await dialog.getByLabel('终止日（最后一天）').fill('2020-12-31')
  await dialog.getByLabel('理由').fill('冬季防控需要')
  await dialog.getByRole('button', { name: /确定|确认/ }).click()
  await dialog.getByText(/在同一范围内已自 2020-02-03 起施行/).waitFor()
  expect(await dialog.getByLabel('理由').inputValue()).toBe('冬季防控需要')
  await expectAccessible(page)
  await dialog.getByLabel('起始日').fill('2020-11-10')
  await dialog.getByRole('button', { name: /确定|确认/ }).click()
  await page.getByText('尚未开始').first().waitFor()
})

test('extends what ends soon, with a reason that stays in its history', async () => {
  const page = await signIn('leader.shaoxing', 'desk', PAGE)
  const item = page.getByRole('listitem').filter({ hasText: '异地转外就医不调减支付比例' }).first()
  await item.getByRole('button', { name: '延长或提前终止' }).click()
  const dialog = page.getByRole('dialog', { name: '延长或提前终止' })
  await dialog.getByLabel('终止日（最后一天）').fill('2021-06-30')
  await dialog.getByLabel('理由').fill('按市局通知，恢复调减前的过渡')
  await dialog.getByRole('button', { name: /确定|确认/ }).click()
  await item.getByText('2021年6月30日').first().waitFor()
  await item.getByText('经过').click()
  await item.getByText(/按市局通知，恢复调减前的过渡/).waitFor()
})

test('counts what was done under measures, opens the cases, and proposes what stays', async () => {
  const page = await signIn('leader.shaoxing', 'desk', PAGE)
  await page.getByRole('tab', { name: '使用情况' }).click()
  await page.getByRole('button', { name: /查看办件：延长2020年发票报销期限/ }).click()
  const drawer = page.getByRole('dialog', { name: /延长2020年发票报销期限/ })
  await drawer.getByRole('row').nth(1).waitFor()
  await expectAccessible(page)
  await picture(page, 'measures-use')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: '固化' }).click()
  await page.getByRole('button', { name: '提出固化' }).click()
  const dialog = page.getByRole('dialog', { name: '提出固化' })
  await dialog.getByRole('combobox', { name: '措施' }).click()
  await page.getByTitle('电话受理', { exact: true }).click()
  await dialog.getByLabel('自哪天起').fill('2020-11-01')
  await dialog.getByLabel('决定理由').fill('电话受理效果良好，转为常态')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /确定|确认/ }).click()
  await page.getByRole('table', { name: '改动' }).first().waitFor()
  await page.getByText('所改 2 个文件的全文').click()
  await page.getByText('cn-33-06-shaoxing/items/claims.inpatient.yaml').first().waitFor()
  await expectAccessible(page)
  await picture(page, 'measures-permanent')
})

test('the window says how many numbers of the day are used, and the guide tells everybody', async () => {
  const clerk = await signIn('clerk2.shaoxing', 'desk', '/desk/window')
  await clerk.getByText(/今日限号 200，已用 \d+/).waitFor()
  await expectAccessible(clerk)
  await picture(clerk, 'measures-hall')
  const guide = await visit(`/items/${SHAOXING}/claims.inpatient`, 'phone')
  await guide
    .getByText(/医保中心：今日限号 200，已用 \d+/)
    .first()
    .waitFor()
})

test('on a phone the page fits', async () => {
  const page = await signIn('leader.shaoxing', 'desk', PAGE, 'phone')
  await page.getByText('即将到期').first().waitFor()
  for (const name of ['措施库', '使用情况', '固化']) {
    await page.getByRole('tab', { name }).click()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await expectAccessible(page)
  }
  await picture(page, 'measures-phone')
})

test('a citizen reads beside the guide what is different for the time of the epidemic, and by which clause', async () => {
  const page = await visit(`/items/${SHAOXING}/claims.outpatient`)
  const section = page.getByRole('region', { name: '应急措施' })
  await section.getByText(/疫情防控期间，可以通过电话办理/).waitFor()
  await section
    .getByText(/绍市医保〔2020〕9号/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await picture(page, 'measures-guide')
})

test('those who handle cases have a list of the papers that are owed', async () => {
  const page = await signIn('reviewer.shaoxing', 'desk', '/desk/owed')
  await page.getByRole('heading', { name: '欠交材料' }).waitFor()
  await page.getByText('没有欠交的材料').waitFor()
  await expectAccessible(page)
})
