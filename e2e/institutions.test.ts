import { expect, test } from 'vitest'
import { expectAccessible, picture, signIn } from './support/visit.ts'

// Designated institutions, what they are paid in advance, and the code that people show them.

test('a person shows a code as a QR code; the window finds them by it once, and is told that it was used', async () => {
  const phone = await signIn('wang.fang', 'portal', '/code', 'phone')
  await phone.getByRole('button', { name: '出示医保码' }).click()
  const code = phone.getByRole('img', { name: /^医保码 \d/ })
  await code.waitFor()
  await phone.getByRole('img', { name: '医保码二维码，请工作人员扫描' }).waitFor()
  await expectAccessible(phone)
  await picture(phone, 'voucher')
  const digits = (await code.textContent())!.replace(/\s/g, '')

  const window = await signIn('clerk.shaoxing', 'desk', '/desk/window')
  await window.getByLabel('电子凭证码').fill(digits)
  await window.getByLabel('电子凭证码').press('Enter')
  await window.getByText('王芳').first().waitFor()
  const again = await signIn('clerk2.shaoxing', 'desk', '/desk/window')
  await again.getByLabel('电子凭证码').fill(digits)
  await again.getByLabel('电子凭证码').press('Enter')
  await again.getByText('这个医保码已经用过').first().waitFor()
})

test('a leader sees which counties lack networked hospitals, by which document, and opens the list behind a figure', async () => {
  const page = await signIn('leader.jining', 'desk', '/desk/institutions')
  await page.getByText('目标：每个县级行政区 2 家以上，2020年12月31日前').waitFor()
  await page.getByText('11 个县级行政区，6 个已达到').waitFor()
  await page.getByText(/^依据/).click()
  await page.getByText('每个县级行政区开通2家以上').first().waitFor()
  await expectAccessible(page)
  await picture(page, 'coverage')
  await page.getByRole('button', { name: '邹城市医保经办窗口：1 家，打开列表' }).click()
  await page.getByText('只看：邹城市医保经办窗口，省内联网').waitFor()
  await expect.poll(() => page.getByRole('row').count()).toBe(2)
  await expectAccessible(page)
})

test('an administrator records that a hospital is networked, and the county is covered from that day', async () => {
  const page = await signIn('admin.jining', 'desk', '/desk/institutions')
  await page.getByRole('tab', { name: '机构与协议' }).click()
  await page.getByRole('button', { name: '查看协议：邹城市演示社区卫生服务中心' }).click()
  await page.getByRole('button', { name: '登记协议' }).click()
  const dialog = page.getByRole('dialog', { name: '登记协议' })
  await dialog.getByLabel('协议编号').fill('演示补充协议1号')
  await dialog.getByLabel('服务范围').press('Enter')
  await page.getByTitle('门诊慢性病').last().click()
  await page.keyboard.press('Escape')
  await dialog.getByLabel('联网日期').fill('2020-10-15')
  await dialog.getByLabel('质量保证金比例（%）').fill('5')
  await dialog.getByLabel('理由').fill('开通省内门诊慢性病联网')
  await dialog.getByRole('button', { name: /确\s*定/ }).click()
  await dialog.getByText(/协议 演示协.* 的期限是/).waitFor()
  await dialog.getByRole('checkbox', { name: /替换现行协议/ }).check()
  await dialog.getByRole('button', { name: /确\s*定/ }).click()
  await page.getByRole('heading', { name: '演示补充协议1号' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'agreements')
  const leader = await signIn('leader.jining', 'desk', '/desk/institutions')
  await leader.getByText('11 个县级行政区，7 个已达到').waitFor()
})

test('a leader grants an advance by the measure in force, and finance books it until every fen is accounted for', async () => {
  const leader = await signIn('leader.shaoxing', 'desk', '/desk/prepayments')
  await leader.getByRole('button', { name: '拨付预付金' }).click()
  const grant = leader.getByRole('dialog', { name: '拨付预付金' })
  await grant.getByRole('combobox', { name: '医院' }).fill('绍兴演示妇幼')
  await leader.getByTitle(/绍兴演示妇幼保健院/).click()
  await grant.getByLabel('金额（元）').fill('500000')
  await grant.getByLabel('理由').fill('收治患者，确保预付金及时到位')
  await grant.getByRole('button', { name: /确\s*定/ }).click()
  await leader.getByRole('rowheader', { name: /绍兴演示妇幼保健院/ }).waitFor()

  const page = await signIn('finance.shaoxing', 'desk', '/desk/prepayments')
  await expectAccessible(page)
  await page
    .getByRole('row', { name: /绍兴演示妇幼保健院/ })
    .getByRole('button', { name: /台账/ })
    .click()
  for (const [kind, amount] of [
    ['到账', '500000'],
    ['清算抵扣', '499999.99'],
    ['退回', '0.01'],
  ] as const) {
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '登记一笔' })
    await dialog.getByRole('radio', { name: kind }).check()
    await dialog.getByLabel('金额（元）').fill(amount)
    await dialog.getByRole('button', { name: /保\s*存/ }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  await page.getByText('已结清').first().waitFor()
  await expectAccessible(page)
  await picture(page, 'prepayment-ledger')

  const own = await signIn('hospital.shaoxing', 'desk', '/desk/own-clearing')
  await own
    .getByText(/^YF330600/)
    .first()
    .waitFor()
  await own.getByRole('heading', { name: '本机构的预付金' }).scrollIntoViewIfNeeded()
  await expectAccessible(own)
  await picture(own, 'own-advances')
})
