import { expect, test } from 'vitest'
import { exportForBank, importFromBank } from './support/bank.ts'
import { handInClaim, newAccount, SHAOXING } from './support/claim.ts'
import { openCase, stateIs } from './support/desk.ts'
import { readQrCode } from './support/pdf.ts'
import { addPhotograph } from './support/portal.ts'
import { expectAccessible, picture, signIn } from './support/visit.ts'

// One claim from the counter to the bank and back; each test is what one person does with it, in this order.
let claim: { caseId: string; regionCode: string; number: string }
const portalPage = (part = '') => `/cases/${SHAOXING}/${claim.caseId}${part}`

test('a clerk finds a claim, tells everything that is missing once, and has no way to refuse', async () => {
  const citizen = await signIn('chen.weiguo', 'portal', '/cases')
  const handedIn = await handInClaim(citizen)
  claim = { caseId: handedIn.caseId, regionCode: SHAOXING, number: handedIn.number! }

  const page = await signIn('clerk.shaoxing', 'desk', '/desk')
  await page.getByRole('tab', { name: /^待办/ }).waitFor()
  await page.getByRole('searchbox', { name: /查找案件/ }).fill(claim.number)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: claim.number }).click()
  await stateIs(page, '已提交')
  expect(await page.getByRole('button', { name: /不予|拒|否决|refuse/i }).count()).toBe(0)

  await page.getByRole('button', { name: '一次告知补正' }).click()
  const dialog = page.getByRole('dialog', { name: '一次性告知' })
  const gaps = dialog.getByRole('textbox')
  await dialog
    .getByText(/系统没有查出缺失/)
    .or(gaps.first())
    .first()
    .waitFor()
  for (const text of ['费用清单缺第 2 页，请补拍。', '病历上的诊断看不清，请重新拍照。']) {
    await dialog.getByRole('button', { name: '再加一项' }).click()
    await gaps.last().fill(text)
  }
  await dialog.getByRole('combobox', { name: '第 2 项要补的材料' }).click()
  await page.getByTitle('病历资料或处方底方').click()
  await expectAccessible(page)
  await picture(page, 'desk-notice')
  await dialog.getByRole('button', { name: '发出告知' }).click()
  await stateIs(page, '待补正')
  await page.getByRole('tab', { name: /^补正告知/ }).click()
  await expect.poll(() => page.getByRole('tabpanel').getByRole('listitem').count()).toBe(2)
})

test('the citizen answers the notice', async () => {
  const page = await signIn('chen.weiguo', 'portal', portalPage(), 'phone')
  await page.getByText('费用清单缺第 2 页，请补拍。').first().waitFor()
  await page.getByRole('link', { name: '去补正' }).first().click()
  await page.getByRole('heading', { name: /病历上的诊断看不清/ }).waitFor()
  await addPhotograph(page.getByRole('region', { name: /^病历资料或处方底方/ }))
  await page.getByLabel('要说明的话').fill('清单只有一页，病历已重新拍照。')
  await expectAccessible(page)
  await page.getByRole('button', { name: '交补正' }).click()
  await page.getByText('已经收到，工作人员正在核对材料。').first().waitFor()
})

test('the clerk accepts, and the clock starts', async () => {
  const page = await openCase('clerk.shaoxing', claim)
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await stateIs(page, '已受理')
  await page.getByRole('button', { name: '逐日计时台账' }).click()
  await page.getByRole('dialog', { name: '逐日计时台账' }).getByRole('row').nth(1).waitFor()
})

test('a reviewer codes and proposes, and cannot decide on that proposal', async () => {
  const page = await openCase('reviewer.shaoxing', claim)
  await page.getByText('4 行待完善').waitFor()
  await page.getByRole('button', { name: '按目录预编码' }).click()
  await page.getByText('全部编码完成').waitFor()
  await page.getByLabel('扣减：阿莫西林胶囊').fill('6.80')
  await page.getByLabel('扣减理由：阿莫西林胶囊').fill('超出处方用量')
  await page
    .getByRole('region', { name: '计算结果' })
    .getByText(/基金支付/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await picture(page, 'desk-coding')
  await page.getByLabel('意见说明').fill('核对无误')
  await page.getByRole('button', { name: '提交审核意见' }).click()
  await stateIs(page, '已审核')
  await page.getByText('审核意见由您提出，须由另一位复核人员决定。').waitFor()
  expect(await page.getByRole('button', { name: /同意支付|决定不予支付/ }).count()).toBe(0)
})

test('an approver decides', async () => {
  const page = await openCase('approver.shaoxing', claim)
  await page.getByRole('region', { name: '审核意见' }).waitFor()
  await picture(page, 'desk-approve')
  await page.getByRole('button', { name: '同意支付' }).click()
  await page.getByRole('dialog', { name: '同意支付' }).getByRole('button', { name: '同意支付' }).click()
  await stateIs(page, '已批准')
})

test('finance pays in a run, and books what the bank sent back', async () => {
  await payInRun('失败', '账户已销户')
})

test('the citizen gives another account', async () => {
  const page = await signIn('chen.weiguo', 'portal', portalPage(), 'phone')
  await page.getByText('账户已销户').first().waitFor()
  await page.getByRole('link', { name: '换收款账户' }).first().click()
  await page.getByLabel('户名').fill('陈卫国')
  await page.getByLabel('开户银行').fill('演示银行诸暨支行')
  await page.getByLabel('银行卡号').fill(newAccount())
  await page.getByRole('button', { name: '用这个账户收款' }).click()
  await page.getByText('已经批准，等待付款。').first().waitFor()
})

test('the second run is paid', async () => {
  await payInRun('成功', '')
})

test('the citizen reads the decision, proves its letter genuine and rates the service', async () => {
  const page = await signIn('chen.weiguo', 'portal', portalPage('/decision'), 'phone')
  await page.getByRole('heading', { level: 1, name: '决定书：批准' }).waitFor()
  await page.getByText('怎么算出来的').waitFor()
  await expectAccessible(page)
  await picture(page, 'citizen-decision')
  const letter = await page.getByRole('link', { name: '下载决定书（PDF）' }).getAttribute('href')
  const verification = readQrCode(await (await page.request.get(letter!)).body())

  await page.goto(verification)
  await page.getByText('是真的，而且现在有效').waitFor()
  await page.getByRole('main').getByText(claim.number).waitFor()
  await expectAccessible(page)

  await page.goto(portalPage('/rating'))
  await page.getByRole('radio', { name: '非常满意', exact: true }).check()
  await page.getByRole('checkbox').first().check()
  await page.getByLabel('想说的话').fill('没有跑第二趟')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('谢谢，您的评价已经记下。').waitFor()
})

test('a supervisor opens the cases behind a figure', async () => {
  const page = await signIn('supervisor.shaoxing', 'desk', '/desk/supervision')
  await page.getByRole('button', { name: /^\d+\s*已支付$/ }).click()
  const drawer = page.getByRole('dialog', { name: '已支付：案件' })
  await drawer.getByRole('link', { name: claim.number }).waitFor()
  await drawer.getByRole('link', { name: claim.number }).click()
  await stateIs(page, '已支付')
})

test('an auditor reads the trail of the case and verifies its chain', async () => {
  const page = await signIn('auditor.shaoxing', 'desk', `/desk/audit?by=caseId&id=${claim.caseId}`)
  await page
    .getByRole('cell', { name: /陈卫国/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: '核验哈希链' }).click()
  await page.getByRole('alert').getByText('完整', { exact: true }).waitFor()
  await picture(page, 'desk-audit')
})

test('what was paid by mistake is corrected by two people, and the citizen reads both sides', async () => {
  const page = await signIn('reviewer.shaoxing', 'desk', `/desk/corrections/new?subject=case:${claim.caseId}`)
  await page.getByText('不应支付，从年度中撤出').click()
  await page.getByLabel('理由', { exact: true }).fill('稽核发现这笔费用已由工伤保险支付')
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByRole('heading', { name: '逐项对比' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '提交审批' }).click()
  await page.getByText('提出人不能审批自己的更正').waitFor()
  await expectAccessible(page)

  const supervisor = await signIn('supervisor.shaoxing', 'desk', new URL(page.url()).pathname)
  await supervisor.getByRole('button', { name: '批准并记账' }).click()
  await supervisor.getByRole('button', { name: /^追回台账/ }).click()
  await supervisor.getByText('开立追回').waitFor()
  await expectAccessible(supervisor)
  await picture(supervisor, 'desk-recovery')

  const citizen = await signIn('chen.weiguo', 'portal', portalPage(), 'phone')
  await citizen.getByRole('heading', { name: '支付金额更正' }).waitFor()
  await citizen.getByText(/^请退回 /).waitFor()
  await expectAccessible(citizen)
  await picture(citizen, 'portal-corrected')
})

/** Pays the claim in a run of its own, and imports the bank's answer to it. */
async function payInRun(result: '成功' | '失败', reason: string): Promise<void> {
  const page = await signIn('finance.shaoxing', 'desk', '/desk/payments')
  await page.getByRole('checkbox', { name: `选择 ${claim.number}` }).check()
  await page.getByRole('button', { name: /^为所选 1 件（¥[\d.]+）生成批次$/ }).click()
  await page.getByRole('heading', { level: 1, name: /^支付批次/ }).waitFor()
  const payment = await exportForBank(page)
  // The bank's clerk added up wrongly: nothing of the file is booked, and the sentence names the row.
  await importFromBank(page, payment, { result, reason, total: '0.01' })
  await page.getByText(/^第 3 行：合计金额/).waitFor()
  await importFromBank(page, payment, { result, reason })
  await page.getByText('已结清').waitFor()
  await page.getByText('批次合计 = 已支付 + 银行退回 + 未回盘，分文不差').waitFor()
  if (reason) await page.getByRole('cell', { name: reason }).waitFor()
  await expectAccessible(page)
  await picture(page, `desk-run-${result}`)
}
