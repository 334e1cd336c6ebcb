import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { call } from './support/api.ts'
import { handInClaim, JINING, OUTPATIENT } from './support/claim.ts'
import { openCase, stateIs } from './support/desk.ts'
import { expectAccessible, picture, signIn, visit } from './support/visit.ts'

test('when the calendar was changed, the due day of a running case moves, and both days stay readable', async () => {
  const page = await signIn('kong.qinghua', 'portal', '/cases')
  const { today } = await call(page, 'getDemo')
  try {
    await moveTo(page, '2020-01-20')
    const claim = await handInClaim(page, OUTPATIENT, JINING)
    const clerk = await openCase('clerk.jining', claim)
    await clerk.getByRole('button', { name: '受理', exact: true }).click()
    await stateIs(clerk, '已受理')

    // Jining promised its nine working days later that year; in January the thirty of the state bind.
    const clock = page.getByRole('region', { name: '办理期限' })
    await page.goto(`/cases/${JINING}/${claim.caseId}`)
    await clock.getByText('2020年3月6日', { exact: true }).waitFor()

    // On 26 January 2020 the State Council prolonged the Spring Festival to 2 February.
    await moveTo(page, '2020-01-28')
    await page.reload()
    await clock.getByText('2020年3月10日', { exact: true }).waitFor()
    await clock.getByText(/原来 2020年3月6日，现在 2020年3月10日/).waitFor()
    await clock.getByText('哪些天算、哪些天不算、为什么').click()
    await clock.getByRole('row').nth(1).waitFor()
    await expectAccessible(page)
    await picture(page, 'day-moved')
  } finally {
    await call(page, 'moveDemoDay', { body: { today } })
  }
})

test('the tool counts the same days as known before and after the change', async () => {
  const page = await visit('/tools', 'phone')
  await page.getByLabel('参保地（用它的放假安排）').selectOption({ label: '济宁市' })
  await page.getByLabel('受理日期').fill('2020-01-20')
  await page.getByLabel('时限（工作日）').fill('9')
  const answer = page.getByRole('status').filter({ hasText: '最晚办结' })
  for (const [known, due] of [
    ['2020-01-22', /2020年2月6日/],
    ['2020-01-28', /2020年2月10日/],
  ] as const) {
    await page.getByLabel('按哪一天已经公布的放假安排').fill(known)
    await page.getByRole('button', { name: '计算', exact: true }).click()
    await expect.poll(() => answer.locator('.big-amount').innerText()).toMatch(due)
  }
})

/** Moves the demonstration to a day, as anybody can at the top of every page. */
async function moveTo(page: Page, day: string): Promise<void> {
  const bar = page.getByRole('region', { name: '演示系统' })
  await bar.getByLabel('换到').fill(day)
  await bar.getByRole('button', { name: '换日期' }).click()
  await bar
    .getByRole('status')
    .getByText(/期限已按这一天重新计算/)
    .waitFor()
}
