import { addDays, type PlainDate } from '@yichuang/kernel'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { citizens } from '../apps/server/src/demo/people.ts'
import { call } from './support/api.ts'
import { handInClaim, LINES, newAccount, newBill, photograph, TOTAL } from './support/claim.ts'
import { openCase, stateIs } from './support/desk.ts'
import { expectAccessible, picture, signIn } from './support/visit.ts'

const person = (login: string) => citizens.find((citizen) => citizen.login === login)!

test('a clerk serves somebody at the counter with the keyboard alone', async () => {
  const page = await signIn('clerk.shaoxing', 'desk', '/desk')
  const { today } = await call(page, 'getDemo')
  const day = addDays(today as PlainDate, -5).replaceAll('-', '')
  await page.getByRole('tab', { name: /^待办/ }).waitFor()
  await page.keyboard.press('w')
  await page.getByRole('heading', { level: 1, name: '窗口受理' }).waitFor()
  await typeInto(
    page,
    page.getByRole('textbox', { name: '身份证号', exact: true }),
    person('zhou.mingyuan').idNumber,
  )
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '周明远' }).waitFor()
  await press(page, page.getByRole('button', { name: '门诊费用报销', exact: true }))

  const hospital = page.getByRole('combobox', { name: '医院' })
  await typeInto(page, hospital, '绍兴演示人民')
  await page
    .getByTitle(/绍兴演示人民医院/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => hospital.inputValue()).toBe('绍兴演示人民医院')
  await typeInto(page, page.getByRole('textbox', { name: '入院/就诊日期', exact: true }), day)
  await typeInto(page, page.getByRole('textbox', { name: '出院日期', exact: true }), day)
  await typeInto(page, page.getByRole('textbox', { name: '诊断', exact: true }), '慢性肾脏病')

  const bill = newBill()
  if (!(await page.getByLabel('票据代码').isVisible()))
    await press(page, page.getByRole('button', { name: '再加一张票据' }))
  await typeInto(page, page.getByRole('textbox', { name: '票据代码', exact: true }), bill.code)
  await typeInto(page, page.getByRole('textbox', { name: '票据号码', exact: true }), bill.number)
  await typeInto(page, page.getByRole('textbox', { name: '校验码', exact: true }), bill.checkCode)
  await typeInto(page, page.getByRole('textbox', { name: '开具日期', exact: true }), day)
  await typeInto(page, page.getByRole('textbox', { name: '票据金额（元）', exact: true }), TOTAL)
  for (const [index, line] of LINES.entries()) {
    await typeInto(page, page.getByRole('textbox', { name: `项目名称 ${index + 1}`, exact: true }), line.name)
    await typeInto(page, page.getByRole('textbox', { name: `金额 ${index + 1}`, exact: true }), line.amount)
    // Enter in the last cell opens the next line.
    if (index < LINES.length - 1) await page.keyboard.press('Enter')
  }
  await page.getByText('与票据金额一致').waitFor()

  const slots = page.getByRole('region').filter({ hasText: '必需' })
  for (const slot of await slots.all()) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      press(page, slot.getByRole('button', { name: /上传、扫描或拍照/ })),
    ])
    await chooser.setFiles(await photograph('扫描件.png'))
    await slot.getByRole('link', { name: '扫描件.png' }).waitFor()
  }
  await typeInto(page, page.getByRole('textbox', { name: '户名', exact: true }), '周明远')
  await typeInto(page, page.getByRole('textbox', { name: '开户银行', exact: true }), '演示银行绍兴分行')
  await typeInto(page, page.getByRole('textbox', { name: '银行账号', exact: true }), newAccount())
  await typeInto(page, page.getByRole('textbox', { name: '联系电话', exact: true }), '13700000002')
  await press(page, page.getByRole('button', { name: '核对', exact: true }))
  await page.getByText('没有发现问题，可以提交。').waitFor()
  await expectAccessible(page)
  await picture(page, 'window-typing')
  await press(page, page.getByRole('button', { name: '提交', exact: true }))
  await page.getByText('已提交', { exact: true }).waitFor()
  const receipt = await page.getByRole('link', { name: '打印受理回执（PDF）' }).getAttribute('href')
  expect((await (await page.request.get(receipt!)).body()).subarray(0, 4).toString()).toBe('%PDF')
  await picture(page, 'window-done')
})

test('a case passes to a colleague only when the colleague takes it', async () => {
  const citizen = await signIn('zhou.mingyuan', 'portal', '/cases')
  const claim = await handInClaim(citizen)
  const clerk = await openCase('clerk.shaoxing', claim)
  await clerk.getByRole('button', { name: '受理', exact: true }).click()
  await clerk.getByRole('button', { name: '移交同事' }).click()
  const dialog = clerk.getByRole('dialog', { name: '移交同事' })
  await dialog.getByRole('combobox', { name: '移交给' }).fill('钟雪梅')
  await clerk.getByTitle(/^钟雪梅/).click()
  await dialog.getByLabel('移交理由').fill('明日起轮岗')
  await dialog.getByRole('button', { name: /^确/ }).click()
  await clerk.getByText('邵振华 拟移交给 钟雪梅：明日起轮岗').waitFor()
  await clerk.getByText('首问负责人：邵振华').waitFor()

  const colleague = await signIn('clerk2.shaoxing', 'desk', '/desk?view=handover')
  await colleague.getByRole('link', { name: claim.number! }).click()
  await colleague.getByRole('button', { name: '接受移交' }).click()
  await colleague.getByText('首问负责人：钟雪梅').waitFor()
})

test('somebody at the counter takes a case back with the code on their phone, and with nothing less', async () => {
  const citizen = await signIn('zhou.mingyuan', 'portal', '/code', 'phone')
  const claim = await handInClaim(citizen)
  const clerk = await openCase('clerk.shaoxing', claim)
  await clerk.getByRole('button', { name: '本人到场撤回' }).click()
  const dialog = clerk.getByRole('dialog', { name: '本人到场撤回' })
  const code = dialog.getByLabel('医保码（28 位数字）')
  const withdraw = dialog.getByRole('button', { name: '撤回办件' })
  expect(await withdraw.isDisabled()).toBe(true)
  await code.fill('0'.repeat(28))
  await withdraw.click()
  await dialog.getByText('没有这个医保码').waitFor()
  await expectAccessible(clerk)

  await citizen.getByRole('button', { name: '出示医保码' }).click()
  const shown = citizen.getByText(/^(\d{4}\s){6}\d{4}$/)
  await code.fill((await shown.textContent())!)
  await withdraw.click()
  await stateIs(clerk, '已撤回')
  await clerk.getByRole('tab', { name: /经过/ }).click()
  await clerk.getByText('参保人本人到窗口出示医保码要求撤回，由窗口记录').waitFor()
})

test('what a clerk has looked over, a colleague finds marked', async () => {
  const citizen = await signIn('zhou.mingyuan', 'portal', '/cases')
  const claim = await handInClaim(citizen)
  const clerk = await openCase('clerk.shaoxing', claim)
  const receipt = (page: Page) => page.getByRole('checkbox', { name: '已核对 医院收费票据' })
  // It is ticked once it is stored, so that nobody sees a tick that is not.
  await receipt(clerk).click()
  await clerk.getByText(/^邵振华 .*核对$/).waitFor()
  const colleague = await openCase('clerk2.shaoxing', claim)
  await colleague.getByText(/^邵振华 .*核对$/).waitFor()
  expect(await receipt(colleague).isChecked()).toBe(true)
})

test('a clerk records a mandate on proof, and sees a whole number only with a reason', async () => {
  const page = await signIn('clerk.shaoxing', 'desk', '/desk/window')
  const principal = person('chen.weiguo')
  await page.getByLabel('身份证号').fill(principal.idNumber)
  await page.getByRole('button', { name: '查找', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '陈卫国' }).waitFor()

  await page.getByRole('button', { name: '登记代办' }).click()
  const mandate = page.getByRole('dialog', { name: '登记委托代办' })
  await mandate.getByLabel('代办人身份证号').fill(person('li.na').idNumber)
  await mandate.getByRole('button', { name: '查找' }).click()
  await mandate.getByText(/代办人：\s*李娜/).waitFor()
  await mandate.getByRole('combobox', { name: '与参保人关系' }).click()
  await page.getByTitle('其他亲属').click()
  await mandate.getByLabel('所见证明（证件名称、编号或委托书日期）').fill('授权委托书，2020年10月14日')
  await expectAccessible(page)
  await mandate.getByRole('button', { name: /^确/ }).click()
  await page.getByText('已登记：李娜 可代为办理。').waitFor()

  expect(await page.getByText(principal.idNumber).count()).toBe(0)
  await page.getByRole('button', { name: '显示完整身份证号' }).click()
  const reveal = page.getByRole('dialog', { name: '查看完整信息' })
  await reveal.getByRole('button', { name: /^确/ }).click()
  await reveal.getByText('请写明理由，至少两个字。').waitFor()
  await reveal.getByLabel('查看理由').fill('核对委托书上的号码')
  await reveal.getByRole('button', { name: /^确/ }).click()
  await page.getByText(principal.idNumber).waitFor()

  // What was looked at stands in the trail of the person.
  const auditor = await signIn('auditor.shaoxing', 'desk', '/desk/audit')
  await auditor
    .getByRole('cell', { name: /核对委托书上的号码/ })
    .first()
    .waitFor()
})

/** Goes to a field as the keyboard does, and types. */
async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

/** Presses Tab until the element has the focus; fails when the keyboard cannot reach it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${String(target)}`)
}
