import { expect, test } from 'vitest'
import { newIntent } from '../../src/shared/api.ts'
import { nextDay } from '../../src/portal/layout/next-day.ts'
import { apply } from '../../src/portal/messages/apply.zh.ts'
import { pathName } from '../../src/portal/pages/apply/path-name.ts'
import { stepOfPath } from '../../src/portal/pages/apply/steps.ts'
import { groupItems, matchItems } from '../../src/portal/pages/home/match-items.ts'
import { fieldId } from '../../src/portal/parts/field.tsx'
import { faultOfFile } from '../../src/portal/parts/file-check.ts'
import { accountLooksRight } from '../../src/portal/parts/payee-fields.tsx'

const LIMIT = 20 * 1024 * 1024
const items = [
  { name: '异地转诊人员备案', group: '异地就医备案', audience: '参保人员', code: '2036024003' },
  { name: '生育津贴支付', group: '生育保险待遇核准支付', audience: '用人单位', code: null },
]

test.each([
  ['', 2],
  ['异地', 1],
  ['异地 转诊', 1],
  ['２０３６', 1],
  ['用人单位', 1],
  ['慢特病', 0],
])('the search “%s” finds %i items', (query, count) => {
  expect(matchItems(items, query)).toHaveLength(count)
})

test('items stand under their group in the order they come', () => {
  expect(groupItems([...items, items[0]!]).map(([group, members]) => [group, members.length])).toEqual([
    ['异地就医备案', 2],
    ['生育保险待遇核准支付', 1],
  ])
})

test.each([
  ['visit.from', 'visit'],
  ['bills.0.lines.3.amount', 'bills'],
  ['materials.bill', 'materials'],
  ['payee.account', 'payee'],
  ['phone', 'payee'],
])('a fault at %s leads to the step %s', (path, step) => {
  expect(stepOfPath(path)).toBe(step)
})

test('the id of a field is safe in an address', () => {
  expect(fieldId('bills.0.lines.12.amount')).toBe('f-bills-0-lines-12-amount')
})

test('a path is told in the words on screen', () => {
  expect(pathName('bills.1.amount', apply)).toBe('第 2 张票据 · 票据金额（元）')
  expect(pathName('bills.0.lines.2.name', apply)).toBe('第 1 张票据 · 费用明细 · 名称')
  expect(pathName('payee.account', apply)).toBe('银行卡号')
  expect(pathName('phone', apply)).toBe('联系电话')
})

test.each([
  [{ name: 'a.jpg', size: 10, type: 'image/jpeg' }, undefined],
  [{ name: 'a.pdf', size: 10, type: 'application/pdf' }, undefined],
  [{ name: 'IMG_1.HEIC', size: 10, type: '' }, undefined],
  [{ name: 'a.jpg', size: 0, type: 'image/jpeg' }, 'empty'],
  [{ name: 'a.jpg', size: LIMIT + 1, type: 'image/jpeg' }, 'tooLarge'],
  [{ name: 'a.exe', size: 10, type: 'application/x-msdownload' }, 'wrongType'],
  [{ name: 'a.doc', size: 10, type: '' }, 'wrongType'],
])('the file %o is refused for %s', (file, fault) => {
  expect(faultOfFile(file, LIMIT)).toBe(fault)
})

test('an account number is digits, with or without blanks', () => {
  expect(accountLooksRight('6222 0212 1100 1234')).toBe(true)
  expect(accountLooksRight('6222')).toBe(false)
  expect(accountLooksRight('6222x2121100')).toBe(false)
})

test('the next day knows the ends of months and leap years', () => {
  expect(nextDay('2020-02-28')).toBe('2020-02-29')
  expect(nextDay('2020-12-31')).toBe('2021-01-01')
})

test('an intent is a random UUID of version 4', () => {
  expect(newIntent()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(newIntent()).not.toBe(newIntent())
})
