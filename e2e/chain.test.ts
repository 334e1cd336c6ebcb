import { expect, test } from 'vitest'
import { call } from './support/api.ts'
import { JINING } from './support/claim.ts'
import { openCase } from './support/desk.ts'
import { expectAccessible, picture, signIn } from './support/visit.ts'

// A grave stay of somebody in hardship, paid by basic insurance and critical-illness insurance together.
const TITLE = '城乡居民大病保险'
const paid = { regionCode: JINING, caseId: '', basic: '', critical: '', fund: '' }

test('an insured person sees what each payer gave, with its clauses, and the group that made it more', async () => {
  const page = await signIn('kong.fanlin', 'portal', '/cases')
  const { items } = await call(page, 'myCases', { query: { limit: 50 } })
  const own = items.filter(({ regionCode, state }) => regionCode === JINING && state === 'paid')
  for (const { caseId } of own) {
    const view = await call(page, 'getCase', { params: { caseId }, query: { regionCode: JINING } })
    const [basic, critical] = view.decision?.payers ?? []
    if (!basic || !critical) continue
    Object.assign(paid, { caseId, basic: basic.amount, critical: critical.amount, fund: view.fund })
  }
  expect(Number(paid.critical)).toBeGreaterThan(0)
  expect((Number(paid.basic) + Number(paid.critical)).toFixed(2)).toBe(paid.fund)

  await page.goto(`/cases/${JINING}/${paid.caseId}/decision`)
  const payers = page.getByRole('table', { name: '谁付多少' })
  await payers.getByRole('row').filter({ hasText: TITLE }).getByText(shown(paid.critical)).waitFor()
  await payers.getByRole('row').filter({ hasText: '基本医疗保险' }).getByText(shown(paid.basic)).waitFor()
  await page
    .getByText(/赣医保发〔2024〕10号/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await picture(page, 'chain-decision')

  await page.goto('/me')
  await page.getByRole('heading', { name: /人群 · 困难群体/ }).waitFor()
  await page.getByText(/民政部门困难群体名册/).waitFor()
  await expectAccessible(page)
  await picture(page, 'chain-me')
})

test('on a phone the same decision needs no sideways scrolling', async () => {
  const page = await signIn('kong.fanlin', 'portal', `/cases/${JINING}/${paid.caseId}/decision`, 'phone')
  await page.getByRole('table', { name: '谁付多少' }).getByText(TITLE).waitFor()
  await expectAccessible(page)
  await picture(page, 'chain-decision-phone')
})

test('staff see every payer in the result and row by row, and finance each fund of the run', async () => {
  const page = await openCase('approver.jining', paid)
  const result = page.getByRole('region', { name: '计算结果' })
  await result.getByText(TITLE).waitFor()
  await result.getByText(shown(paid.critical)).waitFor()
  await expectAccessible(page)
  await picture(page, 'chain-desk')

  const finance = await signIn('finance.jining', 'desk', '/desk/payments')
  const { payment } = await call(finance, 'getCase', {
    params: { caseId: paid.caseId },
    query: { regionCode: JINING },
  })
  await finance.getByRole('link', { name: payment!.runNumber! }).first().click()
  const funds = finance.getByRole('region', { name: '按基金对账' })
  await funds.getByRole('row').filter({ hasText: '居民大病保险' }).first().waitFor()
  await expectAccessible(finance)
  await picture(finance, 'chain-run')
})

/** `4416.00` as pages write it. */
function shown(yuan: string): RegExp {
  const [whole, cents] = yuan.split('.') as [string, string]
  return new RegExp(`${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`)
}
