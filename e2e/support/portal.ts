import { addDays, type PlainDate } from '@yichuang/kernel'
import type { Locator, Page } from 'playwright-core'
import { call } from './api.ts'
import { LINES, newAccount, newBill, photograph, TOTAL } from './claim.ts'

/** On the first step of an application: where, when and why, as people type it. */
export async function fillVisit(page: Page): Promise<void> {
  const { today } = await call(page, 'getDemo')
  const day = addDays(today as PlainDate, -7)
  await page.getByRole('combobox', { name: '医院名称' }).fill('绍兴演示人民')
  await page.getByRole('option', { name: /绍兴演示人民医院/ }).click()
  await page.getByLabel('看病日期', { exact: true }).fill(day)
  await page.getByLabel('最后一次看病日期').fill(day)
  await page.getByLabel('诊断').fill('急性上呼吸道感染')
  await page.getByRole('radio', { name: '参保地本市' }).check()
}

/** On the step of bills: one electronic bill, its first line typed and the others pasted from a spreadsheet. */
export async function fillBill(page: Page): Promise<void> {
  const { today } = await call(page, 'getDemo')
  const bill = newBill()
  await page.getByLabel('票据代码').fill(bill.code)
  await page.getByLabel('票据号码').fill(bill.number)
  await page.getByLabel('校验码').fill(bill.checkCode)
  await page.getByLabel('开票日期').fill(addDays(today as PlainDate, -7))
  await page.getByLabel('票据金额（元）').fill(TOTAL)
  const [first, ...others] = LINES
  await page.getByRole('button', { name: '加一行' }).click()
  await page.getByLabel('第 1 行名称').fill(first.name)
  await page.getByLabel('第 1 行金额').fill(first.amount)
  await page.getByText('从表格粘贴').click()
  const rows = others.map(({ name, quantity, amount }) => `${name}\t${quantity}\t${amount}`)
  await page.getByLabel('把表格内容粘贴到这里').fill(['项目名称\t数量\t金额', ...rows].join('\n'))
  await page.getByRole('button', { name: '加到明细' }).click()
}

/** On the step of materials: a photograph for everything that must be handed in. */
export async function addPhotographs(page: Page): Promise<void> {
  const needed = page.getByRole('region').filter({ hasText: '必交' })
  await needed.first().waitFor()
  for (const slot of await needed.all()) await addPhotograph(slot)
}

/** Adds a photograph to one material and waits until the server has it. */
export async function addPhotograph(slot: Locator): Promise<void> {
  const before = await slot.getByRole('link', { name: /^打开/ }).count()
  await slot.getByLabel(/^选照片或 PDF/).setInputFiles(await photograph(`照片 ${before + 1}.png`))
  await slot.getByRole('link', { name: /^打开/ }).nth(before).waitFor()
}

/** On the step of the account. */
export async function fillPayee(page: Page, holder: string): Promise<void> {
  await page.getByLabel('户名').fill(holder)
  await page.getByLabel('开户银行').fill('演示银行绍兴分行')
  await page.getByLabel('银行卡号').fill(newAccount())
  await page.getByLabel('联系电话').fill('13700000001')
}

/** Goes to the next step once everything typed is with the server. */
export async function nextStep(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `下一步：${name}` }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
