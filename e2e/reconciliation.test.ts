import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { profileNamed } from '../apps/server/src/modules/hospital/front/profiles/index.ts'
import { openStation } from '../hospital/client/station.ts'
import { BILL, connectionOf, dayOf, patientsOf, stationOptions } from '../hospital/demo.ts'
import { openHis } from '../hospital/his.ts'
import { openStore } from '../hospital/store.ts'
import { moveDay } from './support/api.ts'
import { exportForBank, importFromBank } from './support/bank.ts'
import { newAccount } from './support/claim.ts'
import { expectAccessible, expectNoSidewaysScrolling, picture, signIn } from './support/visit.ts'

const HOSPITAL = 'H37081100001'
const DAY = '2020-10-15'
const OVER = '2020-10-17'

/** Three visits of a day in a hospital's books; the file it sends lacks one and has another's amount wrong. */
async function dayOfAHospital(centre: string) {
  let day = DAY
  const connection = connectionOf('x-ca', HOSPITAL)!
  const station = openStation(stationOptions(centre, connection, () => day))
  const his = openHis({ station, store: openStore() })
  const people = patientsOf('370800').filter(({ employee }) => employee)
  for (const { idNumber } of [people[0]!, people[1]!, people[0]!]) {
    const visit = await his.register(idNumber)
    await his.diagnose(visit)
    await his.upload(visit, BILL)
    await his.preSettle(visit)
    await his.settle(visit)
  }
  const rows = his.store
    .journal()
    .flatMap(({ booked, visit }) =>
      booked && visit
        ? [[booked.setlId, visit.mdtrtId, visit.psnNo, booked.total, booked.fund, booked.account, '0']]
        : [],
    )
  return {
    rows,
    /** 9101 and 3202 when the day is over. */
    async reconcile(sent: typeof rows) {
      day = OVER
      const sum = (column: number) => sent.reduce((so, row) => so + Math.round(Number(row[column]) * 100), 0)
      const yuan = (cents: number) => (cents / 100).toFixed(2)
      const name = `${HOSPITAL}.zip`
      const text = JSON.stringify({
        infno: '9101',
        msgid: station.newMsgid(),
        mdtrtarea_admvs: '370800',
        fixmedins_code: HOSPITAL,
        input: { fsUploadIn: { in: '', filename: name, fixmedins_code: HOSPITAL } },
      })
      const form = new FormData()
      form.append('jsonStr', text)
      const zip = zipSync({ 'detail.txt': strToU8(sent.map((row) => `${row.join('\t')}\n`).join('')) })
      form.append('file', new Blob([new Uint8Array(zip)]), name)
      const { headers } = profileNamed('x-ca').call(text, station.options.party, new Date())
      const address = `${centre}/fsi/api/fileupload/upload`
      const answer = (await (await fetch(address, { method: 'POST', headers, body: form })).json()) as {
        output: { file_qury_no: string }
      }
      return station.ask('3202', {
        data: {
          setl_optins: '370800',
          file_qury_no: answer.output.file_qury_no,
          stmt_begndate: DAY,
          stmt_enddate: DAY,
          medfee_sumamt: yuan(sum(3)),
          fund_pay_sumamt: yuan(sum(4)),
          cash_payamt: yuan(sum(3) - sum(4) - sum(5)),
          fixmedins_setl_cnt: String(sent.length),
          clr_type: '',
        },
      })
    },
  }
}

let today: string
beforeAll(async () => void (today = (await dayOf(inject('baseUrl')))()))
afterAll(() => moveDay(today))

test('a hospital sees what differs with both sides, clears it, and the day is closed', async () => {
  const hospital = await dayOfAHospital(inject('baseUrl'))
  const page = await signIn('hospital.jining', 'desk', '/desk/reconciliation')
  await page.getByText('当天未结束').waitFor()
  await moveDay(OVER)
  const [first, second] = hospital.rows
  const { ok } = await hospital.reconcile([first!, second!.with(5, '0.01')])
  expect(ok).toBe(true)
  await page.reload()
  await page.getByText('有差异待处理').waitFor()
  await expectAccessible(page)
  await picture(page, 'reconciliation-days')
  await page.getByRole('link', { name: '2020年10月15日' }).click()
  await page.getByText('中心有、医院无', { exact: false }).first().waitFor()
  await expectAccessible(page)
  await picture(page, 'reconciliation-day')

  const phone = await signIn('hospital.jining', 'desk', `/desk/reconciliation/${HOSPITAL}/${DAY}`, 'phone')
  await phone.getByText('中心有、医院无', { exact: false }).first().waitFor()
  await expectNoSidewaysScrolling(phone)
  await expectAccessible(phone)
  await picture(phone, 'reconciliation-day-phone')

  const city = await signIn('finance.jining', 'desk', '/desk/reconciliation')
  await city.getByText('差异 2 笔').waitFor()
  await expectAccessible(city)
  await picture(city, 'reconciliation-city')

  for (const told of ['差异已处理', '差异已全部处理，这一天已关账']) {
    await page
      .getByRole('button', { name: /^处理 \d/ })
      .first()
      .click()
    await page.getByLabel('核对情况').fill('应答丢失未入账，已按中心数据补记')
    await page.getByRole('dialog').getByRole('button', { name: '处理' }).click()
    await page.getByText(told).waitFor()
  }
  await page.getByText('关账记录').waitFor()
  await expectAccessible(page)
  await picture(page, 'reconciliation-closed')
})

test('what was closed is applied for, deducted, approved by another and paid to the hospital', async () => {
  const own = await signIn('hospital.jining', 'desk', '/desk/own-clearing')
  await own.getByRole('button', { name: /^申报 / }).click()
  const number = await own.getByRole('heading', { level: 3 }).innerText()
  await expectAccessible(own)
  await picture(own, 'clearing-own')

  const reviewer = await signIn('reviewer.jining', 'desk', '/desk/clearing')
  await reviewer.getByRole('link', { name: number }).click()
  await reviewer.getByRole('button', { name: '增加一项扣款' }).click()
  await reviewer.getByLabel('金额（元）').fill('1.20')
  await reviewer.getByLabel('理由').fill('超医保限定支付范围')
  await reviewer.getByLabel('依据').fill('服务协议第三十二条')
  await expectAccessible(reviewer)
  await reviewer.getByRole('button', { name: '提交复核' }).click()
  await reviewer.getByText('正在审核').first().waitFor()
  expect(await reviewer.getByRole('button', { name: '复核同意' }).count()).toBe(0)

  const approver = await signIn('approver.jining', 'desk', new URL(reviewer.url()).pathname, 'phone')
  await approver.getByText('超医保限定支付范围').waitFor()
  await expectAccessible(approver)
  await picture(approver, 'clearing-approve-phone')
  await approver.getByRole('button', { name: '复核同意' }).click()
  await approver.getByText('审核完成').first().waitFor()

  const finance = await signIn('finance.jining', 'desk', '/desk/clearing')
  await enterAccount(finance, newAccount())
  expect(await finance.getByRole('button', { name: /^复核通过/ }).count()).toBe(0)
  await picture(finance, 'clearing-payable')

  const supervisor = await signIn('supervisor.jining', 'desk', '/desk/clearing', 'phone')
  await supervisor.getByText(/^有收款账户等您复核/).waitFor()
  await expectAccessible(supervisor)
  await picture(supervisor, 'clearing-account-waits-phone')
  await supervisor.getByRole('button', { name: '去复核' }).click()
  await supervisor.getByRole('button', { name: /^退回/ }).click()
  await supervisor.getByLabel('退回理由').fill('与开户证明的账号不一致')
  await expectAccessible(supervisor)
  await picture(supervisor, 'clearing-account-returned-phone')
  await supervisor.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await supervisor.getByText('已退回登记人').waitFor()

  await finance.reload()
  await finance.getByText(/退回：与开户证明的账号不一致/).waitFor()
  const account = newAccount()
  await enterAccount(finance, account)

  await supervisor.reload()
  await supervisor.getByRole('button', { name: '去复核' }).click()
  await supervisor.getByRole('button', { name: /^复核通过/ }).click()
  await supervisor.getByLabel('对照开户证明，再输入一遍账号').fill(account)
  await expectAccessible(supervisor)
  await picture(supervisor, 'clearing-account-phone')
  await supervisor.getByRole('dialog').getByRole('button', { name: '复核通过' }).click()
  await supervisor.getByText('账户已复核，可以拨付').waitFor()

  await finance.getByRole('button', { name: '全部生成拨付批次' }).click()
  await finance.getByRole('heading', { level: 1, name: /^机构拨付批次/ }).waitFor()
  await importFromBank(finance, await exportForBank(finance))
  await finance.getByText('已结清').waitFor()
  await expectAccessible(finance)
  await picture(finance, 'clearing-run')

  await own.reload()
  await own.getByText(/2020年10月17日 已拨付/).waitFor()
})

async function enterAccount(finance: Page, account: string): Promise<void> {
  await finance.getByRole('button', { name: /收款账户$/ }).click()
  await finance.getByLabel('开户银行').fill('演示银行济宁分行')
  await finance.getByLabel('账号').fill(account)
  await finance
    .getByRole('dialog')
    .getByRole('button', { name: /^保\s?存$/ })
    .click()
  await finance.getByText('账户已登记，等待另一人复核').waitFor()
}
