import { expect, test } from 'vitest'
import { expectAccessible, picture, signIn } from './support/visit.ts'

test('a supervisor of Jining reads the targets and opens what they were made from', async () => {
  const page = await signIn('supervisor.jining', 'desk', '/desk/supervision')
  await page.getByRole('link', { name: /^改革目标/ }).click()
  const target = page.locator('section', {
    has: page.getByRole('heading', { name: '非即时办结事项的时限', exact: true }),
  })
  await target.getByText('目标：压减 60% 以上').waitFor()
  expect(await target.innerText()).toContain('68.6%')
  await target.getByText('查看逐项数字').click()
  const row = target.getByRole('row', { name: /^住院费用报销/ })
  expect(await row.innerText()).toMatch(/30\s+9\s+70\.0%\s+12\s+达到/)
  await picture(page, 'targets-open')

  await page.getByRole('button', { name: '住院费用报销' }).click()
  const card = page.getByRole('dialog', { name: '住院费用报销' })
  await card.getByText('材料：国家清单与本地清单').waitFor()
  await picture(page, 'targets-card')
  await expectAccessible(page)
  await card.getByRole('button', { name: /^查看办结的 \d+ 件$/ }).click()
  const cases = page.getByRole('dialog', { name: /案件$/ })
  await cases.getByRole('link').first().waitFor()
})
