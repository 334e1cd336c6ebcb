import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { call } from './support/api.ts'
import { expectAccessible, picture, signIn } from './support/visit.ts'

const QUOTE = '确保患者得到及时救治'

test('a policy officer sees where a limit stands, and the words it rests on', async () => {
  const page = await signIn('policy.shaoxing', 'desk', '/desk/policy')
  await page
    .getByRole('button', { name: /住院费用报销/ })
    .first()
    .click()
  await page.getByRole('button', { name: /法定期限/ }).click()
  await page.locator('.policy-text mark', { hasText: '30个工作日' }).waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-rule')

  await page.getByRole('link', { name: '全文与比较' }).click()
  await page.getByRole('heading', { name: '材料' }).waitFor()
  await page.getByRole('checkbox', { name: '与另一个日期比较' }).check()
  const first = page.getByRole('group', { name: '第一个日期' })
  await first.getByLabel('截至此日已知').fill('2020-01-20')
  await page.getByText(/^\d+ 处不同$/).waitFor()
  await page.getByText('2019 年的票据').waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-text')
})

test('a limit is drafted, tried on stored cases, and published by a second officer; the guide follows', async () => {
  const page = await signIn('policy.shaoxing', 'desk', '/desk/policy/drafts')
  await page.getByRole('button', { name: '新建草案' }).first().click()
  await page.getByLabel('草案名称').fill('门诊费用报销承诺七个工作日')
  await page.getByLabel('理由').fill('落实从快办理的要求')
  await page.getByRole('dialog').getByRole('button', { name: '新建草案' }).click()
  await setLimit(page)
  await page.getByRole('cell', { name: '7', exact: true }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '开始试算' }).click()
  await page.getByText('完成', { exact: true }).waitFor({ timeout: 60_000 })
  await page.getByText('没有案件改变结果。').waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-trial')
  expect(await page.getByRole('button', { name: /^公\s*布$/ }).count()).toBe(0)

  const draft = new URL(page.url()).pathname
  const overtaken = await otherDraft(page)
  const second = await signIn('policy2.shaoxing', 'desk', draft)
  await second.getByRole('button', { name: /^公\s*布$/ }).click()
  await second.locator('.ant-popconfirm').getByRole('button').last().click()
  await second.getByText('已公布', { exact: true }).waitFor()
  await second.goto('/desk/policy/publications')
  await second.getByRole('link', { name: '门诊费用报销承诺七个工作日' }).waitFor()
  await second.getByText(/重新发布的办事指南/).waitFor()
  await expectAccessible(second)

  // A colleague's draft of the same limit was overtaken: both ways of saying it are shown, and one is chosen.
  await page.goto(`/desk/policy/drafts/${overtaken.draftId}`)
  await page.getByText('草案所改的文件已另行公布：').waitFor()
  await page.getByRole('button', { name: '移到现行政策上' }).click()
  await page.getByText('下列文件两边改了同一处，请选择以谁为准：').waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-overtaken')
  await page.getByRole('radio', { name: '保留草案的写法' }).check()
  await page.getByRole('button', { name: '移到现行政策上' }).click()
  await page.getByText('草案所改的文件已另行公布：').waitFor({ state: 'detached' })
  await page.getByRole('cell', { name: '8', exact: true }).waitFor()

  await second.goto('/items/330600/claims.outpatient')
  await second
    .getByText(/7\s*个工作日/)
    .first()
    .waitFor()
})

test('what has no form is drafted in the text of its rule file, checked line by line before it is kept', async () => {
  const page = await signIn('policy.shaoxing', 'desk', '/desk/policy/drafts')
  await page.getByRole('button', { name: '新建草案' }).first().click()
  await page.getByLabel('草案名称').fill('支取个人账户写明本人银行账户')
  await page.getByLabel('理由').fill('群众常问用谁的账户')
  await page.getByRole('dialog').getByRole('button', { name: '新建草案' }).click()
  await page.getByRole('button', { name: '直接修改规则文件' }).click()
  const file = page.getByRole('combobox', { name: '规则文件' })
  await file.click()
  await file.fill('cn/items/records.account-withdrawal')
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .first()
    .click()
  const text = page.getByLabel(/^文件内容/)
  await expect.poll(() => text.inputValue()).toContain('zh: 银行账户')
  const good = (await text.inputValue()).replace('zh: 银行账户', 'zh: 本人银行账户')
  await text.fill(good.replace('required: true', 'required: perhaps'))
  await page.getByRole('button', { name: /^检\s*查$/ }).click()
  await page.getByText(/\d+ 处错误，没有保存/).waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-file-faulty')
  const keep = page.getByRole('dialog').getByRole('button', { name: /保\s*存/ })
  expect(await keep.isDisabled()).toBe(true)
  await text.fill(good)
  await page.getByRole('button', { name: /^检\s*查$/ }).click()
  await page.getByText('没有错误。').waitFor()
  await page.getByText('与现行文本的差别').click()
  await page.getByText('+         zh: 本人银行账户').waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-file')
  await keep.click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByText('本人银行账户').first().waitFor()
})

test('an officer changes a measure by its form: picks it, sets a day, selects the words, is told what is wrong, keeps it', async () => {
  const page = await signIn('policy.shaoxing', 'desk', '/desk/policy')
  await page.getByRole('button', { name: /新冠肺炎疫情防控期间医保经办措施/ }).click()
  await page.getByRole('button', { name: '修改这条规则' }).click()
  await page.getByLabel('草案名称').fill('增加用药量写明终止日')
  await page.getByLabel('理由').fill('让医院知道到哪一天为止')
  await page.getByRole('dialog').getByRole('button', { name: '新建草案' }).click()
  await page.getByRole('button', { name: /新冠肺炎疫情防控期间医保经办措施/ }).click()
  await page.getByRole('button', { name: /允许增加单次处方用药量/ }).click()
  await addField(page, '在措施中添加一项', '终止日')
  await addField(page, '在措施中添加一项', '由文件自…施行')
  await page.getByRole('textbox', { name: '终止日' }).fill('2020-01-01')
  await page.getByRole('textbox', { name: '由文件自…施行' }).fill('2020-10-20')
  await page.getByRole('button', { name: /^核\s*对$/ }).click()
  await page
    .getByText(/终止日 2020-01-01 早于起始日 2020-10-20/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-form-faulty')
  await page.getByRole('textbox', { name: '终止日' }).fill('2020-12-31')
  await page.getByRole('button', { name: '改依据' }).click()
  const words = '增加单次处方用药量，减少病人到医疗机构的配药次数'
  await selectWords(page, words)
  await expect.poll(() => page.getByLabel('原文', { exact: true }).inputValue()).toBe(words)
  await page.getByRole('button', { name: /^核\s*对$/ }).click()
  await page.getByText('没有错误，存入后草案将改变').waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-form')
  await page.getByRole('button', { name: '存入草案' }).click()
  await page.getByRole('heading', { name: '增加用药量写明终止日' }).waitFor()
  await page
    .getByRole('cell', { name: /增加单次处方用药量.*终止日/ })
    .first()
    .waitFor()
})

test('the measures of a city stand among its rules, each with its clause', async () => {
  const page = await signIn('leader.shaoxing', 'desk', '/desk/policy')
  await page.getByRole('button', { name: /新冠肺炎疫情防控期间医保经办措施/ }).click()
  await page.getByRole('button', { name: /^延长2019年发票报销期限/ }).click()
  await page.locator('.policy-text mark').first().waitFor()
  await expectAccessible(page)
  await picture(page, 'policy-measures')
})

test('a draft can be read on a phone without scrolling sideways', async () => {
  const page = await signIn('policy2.shaoxing', 'desk', '/desk/policy/drafts', 'phone')
  await page.getByRole('link', { name: '门诊费用报销承诺七个工作日' }).click()
  await page.getByRole('heading', { name: '试算' }).waitFor()
  await expectAccessible(page)
})

/** Another draft of the same limit, eight days. */
async function otherDraft(page: Page) {
  const title = '门诊费用报销承诺八个工作日'
  const { draftId, version } = await call(page, 'startDraft', { body: { title, reason: '另一种意见' } })
  const source = { document: 'shaoxing-2020-9', clause: '二（三）', quote: QUOTE }
  const edit = {
    kind: 'limit',
    pack: 'cn-33-06-shaoxing',
    item: 'claims.outpatient',
    from: '2020-10-01',
    limit: 'promised',
    workingDays: 8,
    source,
  } as const
  return call(page, 'editDraft', { params: { draftId }, body: { version, edit } })
}

/** Fills the form of a limit: the item, seven working days from October, the clause and its words. */
async function setLimit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '调整办理期限' }).click()
  const dialog = page.getByRole('dialog')
  await choose(page, '事项', '门诊费用报销')
  await dialog.getByLabel('工作日数').fill('7')
  await dialog.getByLabel('施行日').fill('2020-10-01')
  await dialog.getByLabel('条款').fill('二（三）')
  await choose(page, '文件', '绍市医保〔2020〕9号')
  await page.locator('.policy-text').getByText(QUOTE).waitFor()
  await dialog.getByLabel('原文', { exact: true }).fill(QUOTE)
  await dialog.getByRole('button', { name: /保\s*存/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function addField(page: Page, where: string, what: string): Promise<void> {
  await page.getByRole('combobox', { name: where }).first().click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByText(what, { exact: true })
    .click()
}

/** Selects words of the document beside the form, as somebody does with the mouse. */
async function selectWords(page: Page, words: string): Promise<void> {
  const text = page.locator('.rule-cite .policy-text')
  await text.getByText(words.slice(0, 8)).first().waitFor()
  await text.evaluate((box, wanted) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent!.indexOf(wanted)
      if (start < 0) continue
      window.getSelection()!.setBaseAndExtent(node, start, node, start + wanted.length)
    }
  }, words)
  await text.dispatchEvent('mouseup')
}

async function choose(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: label })
  await field.click()
  await field.fill(words)
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .first()
    .click()
}
