import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** On a run of one payment: exports the bank's file and gives what the bank is told to pay. */
export async function exportForBank(page: Page): Promise<{ paymentId: string; amount: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出银行文件' }).click(),
  ])
  const [header, row] = (await text(await download.createReadStream())).trim().split('\r\n')
  expect(header).toContain('支付编号')
  const [, paymentId, , , , amount] = row!.split(',')
  await page.getByText('已导出，等待回盘').waitFor()
  return { paymentId: paymentId!, amount: amount! }
}

/** Imports what the bank sent back; `total` is what its clerk added up. */
export async function importFromBank(
  page: Page,
  { paymentId, amount }: { paymentId: string; amount: string },
  { result = '成功', reason = '', total = amount }: { result?: string; reason?: string; total?: string } = {},
): Promise<void> {
  const rows = ['支付编号,金额,结果,原因', `${paymentId},${amount},${result},${reason}`, `合计,${total},1,`]
  await page
    .getByLabel('导入银行回盘文件')
    .last()
    .setInputFiles({ name: '回盘.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) })
}
