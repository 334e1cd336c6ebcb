import { expect, test } from 'vitest'
import { citizens } from '../apps/server/src/demo/people.ts'
import { newAccount } from './support/claim.ts'
import { openCase, stateIs } from './support/desk.ts'
import { addPhotographs, fillPayee, nextStep } from './support/portal.ts'
import { expectAccessible, picture, signIn } from './support/visit.ts'

const ITEM = '/items/330600/records.account-withdrawal'
const chen = citizens.find(({ login }) => login === 'chen.weiguo')!

test('somebody who settles abroad asks on a phone for what the personal account holds, and two officers decide', async () => {
  const page = await signIn('wang.fang', 'portal', ITEM, 'phone')
  await page.getByText('死亡证明或承诺书').first().waitFor()
  await expectAccessible(page)
  await picture(page, 'account-guide')
  await page.getByRole('link', { name: '网上申请' }).first().click()
  await page.getByRole('radio', { name: /给自己办/ }).check()
  await page.getByRole('button', { name: '开始填写' }).click()

  await page.getByRole('heading', { level: 1, name: '支取原因' }).waitFor()
  const account = page.getByRole('region', { name: '个人账户' })
  const held = (await account.locator('.big-amount').innerText()).trim()
  await page.getByRole('radio', { name: '出国（境）定居' }).check()
  await page.getByLabel('出国（境）定居日期').fill('2020-09-01')
  await expectAccessible(page)
  await picture(page, 'account-reason')
  await nextStep(page, '上传材料')
  await page.getByRole('region', { name: /出国（境）定居材料或承诺书/ }).waitFor()
  expect(await page.getByRole('region', { name: /死亡证明/ }).count()).toBe(0)
  await addPhotographs(page)
  await nextStep(page, '收款账户')
  await fillPayee(page, '王芳')
  await nextStep(page, '核对并提交')
  await page.getByText('检查过了，可以提交。').waitFor()
  await page.getByText('个人账户余额全部支付').waitFor()
  await expectAccessible(page)
  await picture(page, 'account-check')
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.getByRole('heading', { level: 1, name: '已提交' }).waitFor()
  const [, regionCode, caseId] = /\/cases\/(\d+)\/([^/]+)\//.exec(page.url())!
  const withdrawal = { regionCode: regionCode!, caseId: caseId! }

  const clerk = await openCase('clerk.shaoxing', withdrawal)
  await clerk.getByRole('button', { name: '受理', exact: true }).click()
  await stateIs(clerk, '已受理')
  const reviewer = await openCase('reviewer.shaoxing', withdrawal)
  await reviewer.getByRole('tab', { name: '个人账户' }).waitFor()
  await expectAccessible(reviewer)
  await picture(reviewer, 'account-review')
  await reviewer.getByRole('button', { name: '提交审核意见' }).click()
  await stateIs(reviewer, '已审核')
  const approver = await openCase('approver.shaoxing', withdrawal)
  await approver.getByRole('button', { name: '同意支付' }).click()
  await approver.getByRole('dialog').getByRole('button', { name: '同意支付' }).click()
  await stateIs(approver, '已批准')

  await page.goto(`/cases/${regionCode}/${caseId}/decision`)
  await page.getByRole('heading', { level: 1, name: /^决定书/ }).waitFor()
  await page.getByText(held).first().waitFor()
  await expectAccessible(page)
  await picture(page, 'account-decision')
})

test('at the counter the papers follow the reason, and an heir is asked for when the person has died', async () => {
  const page = await signIn('clerk.shaoxing', 'desk', '/desk/window')
  await page.getByRole('textbox', { name: '身份证号', exact: true }).fill(chen.idNumber)
  await page.getByRole('button', { name: /查\s*找/ }).click()
  await page.getByRole('button', { name: '参保人员个人账户一次性支取', exact: true }).click()
  const reason = page.getByRole('combobox', { name: '支取原因' })
  await reason.selectOption({ label: '出国（境）定居' })
  await page.getByRole('region', { name: '出国（境）定居材料或承诺书' }).waitFor()
  await reason.selectOption({ label: '参保人死亡，由继承人支取' })
  await page.getByRole('region', { name: '继承材料或承诺书' }).waitFor()
  expect(await page.getByRole('region', { name: '出国（境）定居材料或承诺书' }).count()).toBe(0)

  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.getByText('继承人姓名未填写').first().waitFor()
  await page.getByRole('textbox', { name: '继承人姓名' }).fill('陈小军')
  await page.getByRole('textbox', { name: '继承人与参保人的关系' }).fill('子女')
  await page.getByRole('textbox', { name: /^发生日期/ }).fill('20200901')
  await page.getByRole('textbox', { name: '户名', exact: true }).fill('陈小军')
  await page.getByRole('textbox', { name: '开户银行', exact: true }).fill('演示银行绍兴分行')
  await page.getByRole('textbox', { name: '银行账号', exact: true }).fill(newAccount())
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.getByText('没有发现问题，可以提交。').waitFor()
  await expectAccessible(page)
  await picture(page, 'account-counter')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('已提交', { exact: true }).waitFor()
})
