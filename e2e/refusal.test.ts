import { expect, test } from 'vitest'
import { handInClaim, SHAOXING } from './support/claim.ts'
import { openCase, stateIs } from './support/desk.ts'
import { expectAccessible, picture, signIn } from './support/visit.ts'

const REASON = '所列费用已由工伤保险支付，不属于医疗保险支付范围'

test('a refusal takes a clerk who passes up, a reviewer and an approver, and tells the citizen why', async () => {
  const citizen = await signIn('zhou.mingyuan', 'portal', '/cases', 'phone')
  const claim = await handInClaim(citizen)

  const clerk = await openCase('clerk.shaoxing', claim)
  await clerk.getByRole('button', { name: '疑难上报' }).click()
  const passUp = clerk.getByRole('dialog', { name: '疑难上报' })
  await passUp.getByRole('checkbox', { name: '我认为可能不符合报销条件' }).check()
  await passUp.getByRole('textbox').fill('本人说是上班时受伤')
  await passUp.getByRole('button', { name: /^确\s*定$|^确认$|^疑难上报$/ }).click()
  await stateIs(clerk, '已上报')

  const reviewer = await openCase('reviewer.shaoxing', claim)
  await reviewer.getByText('拟不予支付', { exact: true }).click()
  await reviewer.getByLabel('不予支付的理由与依据（将写入决定书）').fill(REASON)
  await reviewer.getByRole('button', { name: '提交审核意见' }).click()
  await stateIs(reviewer, '已审核')

  const approver = await openCase('approver.shaoxing', claim)
  expect(await approver.getByRole('button', { name: '同意支付' }).count()).toBe(0)
  await approver.getByRole('button', { name: '决定不予支付' }).click()
  const decide = approver.getByRole('dialog', { name: '决定不予支付' })
  await decide.getByRole('button', { name: '决定不予支付' }).click()
  await stateIs(approver, '不予支付')

  await citizen.goto(`/cases/${SHAOXING}/${claim.caseId}/decision`)
  await citizen.getByRole('heading', { level: 1, name: '决定书：不予批准' }).waitFor()
  await citizen.getByText(REASON).first().waitFor()
  await expectAccessible(citizen)
  await picture(citizen, 'refusal-decision')
  const letter = await citizen.getByRole('link', { name: '下载决定书（PDF）' }).getAttribute('href')
  expect((await (await citizen.request.get(letter!)).body()).subarray(0, 4).toString()).toBe('%PDF')
})

test('of two clerks with one case open, the second is told what the first changed', async () => {
  const citizen = await signIn('zhou.mingyuan', 'portal', '/cases')
  const claim = await handInClaim(citizen)
  const first = await openCase('clerk.shaoxing', claim)
  const second = await openCase('clerk2.shaoxing', claim)
  await first.getByRole('button', { name: '受理', exact: true }).click()
  await stateIs(first, '已受理')

  await second.getByRole('button', { name: '受理', exact: true }).click()
  const told = second.getByRole('alert').filter({ hasText: '案件刚刚被他人改动，您的操作未执行' })
  await told.getByText(/邵振华：受理/).waitFor()
  await picture(second, 'refusal-conflict')
  await told.getByRole('button', { name: '知道了，按最新内容继续' }).click()
  await stateIs(second, '已受理')
})

test("somebody who opens another's case is told what to do instead", async () => {
  const owner = await signIn('zhou.mingyuan', 'portal', '/cases')
  const { caseId } = await handInClaim(owner)
  const page = await signIn('li.na', 'portal', `/cases/${SHAOXING}/${caseId}`, 'phone')
  await page.getByRole('heading', { level: 1, name: '没有找到' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'refusal-not-mine')
  const file = await page.request.get(`/api/v1/cases/${caseId}/letters/receipt?regionCode=${SHAOXING}`)
  expect(file.status()).toBe(404)
  await page.getByRole('link', { name: '看我的办件' }).click()
  await page.getByRole('heading', { level: 1, name: '我的办件' }).waitFor()
})
