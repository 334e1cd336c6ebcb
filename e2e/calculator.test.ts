import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, picture, settled, visit, WIDTHS } from './support/visit.ts'

const NANCHANG = '南昌市（检验用）'
const SHANGLUO = '商洛市（检验用）'
const SUIZHOU = '随州市（检验用）'

test('anybody works out what each payer gives, opens a clause, and finds the form as it was', async () => {
  const page = await visit('/')
  await page.getByRole('link', { name: '先算一算能报多少' }).click()
  await page.getByLabel('参保地').selectOption({ label: NANCHANG })
  await page.getByLabel('按哪一天的规定算').fill('2025-12-31')
  await page.getByRole('checkbox', { name: '困难群体' }).check()
  await page.getByLabel('费用总额（元）').fill('60,000')
  await work(page)
  expect(await page.getByRole('row', { name: /基本医疗保险/ }).textContent()).toContain('¥35,640.00')
  expect(await page.getByRole('row', { name: /城乡居民大病保险/ }).textContent()).toContain('¥10,309.00')
  await look(page, 'chain')

  const clause = page.locator('details.clause', { hasText: '看文件全文' }).first()
  await clause.locator('summary').click()
  await clause.getByRole('link', { name: '看文件全文' }).click()
  await page.waitForURL('**/documents/**')
  await page.locator('mark').first().waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: '试算结果' }).waitFor()
  expect(await page.getByLabel('费用总额（元）').inputValue()).toBe('60,000')
})

test('figures of another place are marked, and items are worked out one by one', async () => {
  const page = await visit('/items/330600/claims.inpatient')
  await page.getByRole('link', { name: '先算一算能报多少' }).click()
  await page.getByLabel('按哪一天的规定算').fill('2020-09-01')
  await page.getByRole('radio', { name: '一项一项填' }).check()
  await page.getByLabel('第 1 项名称').fill('住院费用')
  await page.getByLabel('第 1 项金额').fill('59000')
  await page.getByRole('button', { name: '加一项' }).click()
  await page.getByLabel('第 2 项金额').fill('1000')
  await page.getByLabel('第 2 项类别').selectOption({ label: '丙类、自费' })
  await work(page)
  await page.getByText('借用南昌市的标准，仅作演示').first().waitFor()
  // (59,000 − 600) × 60 %
  expect(await page.locator('.big-amount').first().textContent()).toBe('¥35,040.00')
  await look(page, 'borrowed')
})

test('where a rule is missing, it is named with who can load it', async () => {
  const page = await visit('/calculator')
  await page.getByLabel('参保地').selectOption({ label: SHANGLUO })
  await page.getByRole('radio', { name: '职工医保' }).check()
  await page.getByLabel('费用总额（元）').fill('1000')
  await work(page)
  await page
    .getByText(/缺少规则：商洛市.*由商洛市医疗保障局加载/)
    .first()
    .waitFor()
  await look(page, 'missing')
  // A cap no document gives is said beside the amounts, and why.
  await page.getByLabel('参保地').selectOption({ label: SUIZHOU })
  await page.getByLabel('按哪一天的规定算').fill('2024-06-01')
  await page.getByLabel('费用总额（元）').fill('12345.67')
  await work(page)
  await page.getByText(/没有按限额封顶：摘录没有写年度最高支付限额/).waitFor()
  // (12,345.67 − 800) × 91 %
  expect(await page.locator('.big-amount').first().textContent()).toBe('¥10,506.56')
})

test('what cannot be read is named all at once, and each leads to its field', async () => {
  const page = await visit('/calculator', 'phone')
  await page.getByLabel('其中乙类（元）').fill('三百')
  await page.getByRole('button', { name: '算一算' }).click()
  await page.getByRole('heading', { name: '有 2 处需要修改' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: /费用总额（元）：要填/ }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-total')
})

test('large type and English keep what was worked out', async () => {
  const page = await visit('/calculator', 'phone')
  await page.getByLabel('费用总额（元）').fill('5000')
  await work(page)
  await page.getByRole('button', { name: '长辈版' }).click()
  await expectAccessible(page)
  await picture(page, 'calculator-elder-phone')
  await page.setViewportSize({ width: 320, height: 640 })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'The result' }).waitFor()
  expect(await page.getByLabel('Total (yuan)').inputValue()).toBe('5000')
  await expectAccessible(page)
})

async function work(page: Page): Promise<void> {
  await page.getByRole('button', { name: '算一算' }).click()
  await page.getByRole('heading', { name: '试算结果' }).waitFor()
  await settled(page)
}

async function look(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    await picture(page, `calculator-${name}-${width}`)
  }
}
