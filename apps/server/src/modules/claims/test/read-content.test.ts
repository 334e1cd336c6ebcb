import { ClaimContent } from '@yichuang/contracts'
import { plainDate, yuan } from '@yichuang/kernel'
import { loadPacks, type Pack } from '@yichuang/policy'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { bill, claim, claimOf } from '../../../../test/claims-town.ts'
import { readPackFolder } from '../../../packs/index.ts'
import { Findings } from '../findings.ts'
import { costsAgain, readContent } from '../read-content.ts'

const PACKS = path.join(import.meta.dirname, '../../../../../../policy-packs')
const load = loadPacks(await readPackFolder(PACKS), (text) => createHash('sha256').update(text).digest('hex'))
if (!load.ok) throw new Error('The packs are not sound')
const shaoxing = load.packs.get('cn-33-06-shaoxing')!
const jining = load.packs.get('cn-37-08-jining')!

function read(
  content: object,
  options: {
    pack?: Pack
    today?: string
    kind?: 'inpatient' | 'outpatient'
    claimedOn?: string
    language?: 'zh' | 'en'
  } = {},
) {
  const { pack = shaoxing, today = '2020-10-12', kind = 'inpatient', claimedOn, language = 'zh' } = options
  const found = new Findings(language)
  const held = () => (claimedOn === undefined ? undefined : plainDate(claimedOn))
  const result = readContent(found, ClaimContent.parse(content), kind, {
    today: plainDate(today),
    taken: { pack, claimedOn: held },
  })
  const { faults, warnings, missing } = found
  return { ...result, faults, warnings, missing, codes: faults.map(({ path: at, code }) => `${at} ${code}`) }
}

const one = bill('100.00', '23.45')
const change = (part: object) => claimOf({ ...one, ...part })
const line = (part: object) =>
  change({ amount: '10.00', lines: [{ id: 'l1', name: '西药费', amount: '10.00', ...part }] })
const visit = (part: object) => ({ ...claimOf(one), visit: { ...claim('1').visit, ...part } })
const payee = (part: object) => ({ ...claimOf(one), payee: { ...claim('1').payee, ...part } })

it('reads a whole claim: costs to the fen, the day of discharge, nothing to mend', () => {
  const { faults, warnings, costs, total } = read(claimOf(one))
  expect({ faults, warnings, total }).toEqual({ faults: [], warnings: [], total: 12345 })
  expect(costs).toMatchObject({ on: '2020-10-01', kind: 'inpatient', total: 12345, otherPaid: 0 })
  expect(costs!.lines.map(({ amount }) => amount)).toEqual([10000, 2345])
})

test('out-patient care counts on the day of its last bill', () => {
  const two = claimOf({ ...one, issuedOn: '2020-10-11' }, { ...bill('5.00'), issuedOn: '2020-10-02' })
  const { costs, faults } = read(
    { ...two, visit: { ...two.visit, to: '', recordNumber: '' } },
    { kind: 'outpatient' },
  )
  expect(faults).toEqual([])
  expect(costs!.on).toBe('2020-10-11')
})

describe('bad input of a bill', () => {
  test.each([
    ['dated tomorrow', change({ issuedOn: '2020-10-13' }), 'bills.0.issuedOn day-in-future'],
    [
      'dated on a day that does not exist',
      change({ issuedOn: '2020-02-30' }),
      'bills.0.issuedOn day-invalid',
    ],
    ['without a date', change({ issuedOn: '' }), 'bills.0.issuedOn day-empty'],
    ['with three decimals', change({ amount: '123.450' }), 'bills.0.amount amount-decimals'],
    ['negative', change({ amount: '-123.45' }), 'bills.0.amount amount-negative'],
    ['of nothing', change({ amount: '0.00' }), 'bills.0.amount amount-zero'],
    ['too large', change({ amount: '90000000.01' }), 'bills.0.amount amount-too-large'],
    ['far too large', change({ amount: '9'.repeat(19) }), 'bills.0.amount amount-too-large'],
    ['no number at all', change({ amount: '一百元' }), 'bills.0.amount amount-invalid'],
    ['in scientific notation', change({ amount: '1e3' }), 'bills.0.amount amount-invalid'],
    ['without an amount', change({ amount: ' ' }), 'bills.0.amount amount-empty'],
    ['whose lines do not add up', change({ amount: '123.46' }), 'bills.0.lines lines-do-not-add-up'],
    ['without lines', change({ lines: [] }), 'bills.0.lines no-lines'],
    ['without a code', change({ code: '' }), 'bills.0.code bill-code-empty'],
    ['with a comma in its number', change({ number: '12,34' }), 'bills.0.number bill-number-character'],
    ['electronic, without check code', change({ checkCode: '' }), 'bills.0.checkCode bill-check-empty'],
    ['on paper, without a code', change({ kind: 'paper', code: '' }), 'bills.0.code bill-code-empty'],
    ['a line with three decimals', line({ amount: '10.005' }), 'bills.0.lines.0.amount amount-decimals'],
    ['a line that is negative', line({ amount: '-10' }), 'bills.0.lines.0.amount amount-negative'],
    ['a line of nothing', line({ amount: '0' }), 'bills.0.lines.0.amount amount-zero'],
    ['a line without a name', line({ name: '' }), 'bills.0.lines.0.name line-name-empty'],
    [
      'a line with half a box and more',
      line({ quantity: '0.12345' }),
      'bills.0.lines.0.quantity quantity-invalid',
    ],
    ['a line with a formula', line({ amount: '=1+9' }), 'bills.0.lines.0.amount amount-invalid'],
  ])('a bill %s is refused', (_, content, expected) => {
    expect(read(content).codes).toEqual([expected])
  })

  test.each([
    ['with separators of thousands', '1,234.50', 123450],
    ['full-width', '１２３４．５', 123450],
    ['with the sign of the yuan', '¥1234.5', 123450],
    ['with 元 behind it', '1234.50元', 123450],
  ])('an amount pasted %s is understood', (_, amount, expected) => {
    const content = change({ amount, lines: [{ id: 'l', name: '西药费', amount }] })
    expect(read(content)).toMatchObject({ faults: [], total: expected })
  })

  test('a paper bill needs code and number, no check code', () => {
    expect(read(change({ kind: 'paper', checkCode: '' })).faults).toEqual([])
  })

  test('the same bill twice in one list is told with both places, however it was typed', () => {
    const twin = {
      ...bill('1.00'),
      code: one.code,
      number: ` ${one.number.slice(0, 4)}-${one.number.slice(4)}`,
    }
    const { faults } = read(claimOf(one, twin))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ path: 'bills.1.number', code: 'bill-twice' })
    expect(faults[0]!.message).toContain('第 2 张票据与第 1 张')
  })

  test('lines that do not add up are told with the difference, in both languages', () => {
    expect(read(change({ amount: '120.00' })).faults[0]!.message).toBe(
      '第 1 张票据的明细合计 123.45 元，比票据金额 120.00 元多 3.45 元。请核对明细和票据金额。',
    )
    expect(read(change({ amount: '124.00' }), { language: 'en' }).faults[0]!.message).toContain(
      '0.55 yuan less',
    )
  })

  test('every fault is found at once', () => {
    const content = {
      visit: { from: '2020-13-01' },
      bills: [{ id: 'x', amount: '1.234', issuedOn: '2030-01-01' }],
      otherPaid: 'viel',
      phone: '12',
    }
    const { codes } = read(content)
    expect(codes).toHaveLength(16)
    expect(codes).toEqual(expect.arrayContaining(['payee.account account-empty', 'otherPaid amount-invalid']))
  })

  test('a claim without bills is refused', () => {
    expect(read(claimOf()).codes).toEqual(['bills no-bills'])
  })
})

describe('the year of a bill', () => {
  const of2019 = change({ issuedOn: '2019-12-31' })

  test('a bill of 2019 is taken on 2020-12-31 and refused the day after, with the clause', () => {
    expect(read(of2019, { today: '2020-12-31' }).faults).toEqual([])
    const { faults } = read(of2019, { today: '2021-01-01' })
    expect(faults.map(({ code }) => code)).toEqual(['bill-year-closed'])
    expect(faults[0]!.message).toContain('2020-12-31')
    expect(faults[0]!.message).toContain('附件 一')
  })

  test('a bill handed in on time stays in time while the case runs', () => {
    expect(read(of2019, { today: '2021-03-01', claimedOn: '2020-12-30' }).faults).toEqual([])
  })

  test.each([
    ['济宁, which has no rule', jining, '2020-05-01'],
    ['绍兴, for a year without a rule', shaoxing, '2018-05-01'],
  ])('in %s the case goes to a person with the missing rule named', (_, pack, issuedOn) => {
    const { faults, warnings, missing } = read(change({ issuedOn }), { pack })
    expect(faults).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(['rule-missing'])
    expect(missing[0]).toMatchObject({ rule: 'claims.invoice-accepted-until', key: issuedOn.slice(0, 4) })
    expect(warnings[0]!.message).toContain(pack.agency.zh)
  })
})

describe('bad input beside the bills', () => {
  test.each([
    ['discharge before admission', visit({ to: '2020-09-19' }), 'visit.to visit-ends-before-it-begins'],
    ['discharge tomorrow', visit({ to: '2020-10-13' }), 'visit.to day-in-future'],
    ['no discharge', visit({ to: '' }), 'visit.to day-empty'],
    ['no record number', visit({ recordNumber: '' }), 'visit.recordNumber record-number-empty'],
    ['no diagnosis', visit({ diagnosis: '' }), 'visit.diagnosis diagnosis-empty'],
    ['no hospital', visit({ hospitalCode: '', hospitalName: '' }), 'visit.hospitalName hospital-empty'],
    ['no holder', payee({ holder: '' }), 'payee.holder holder-empty'],
    ['no bank', payee({ bankName: ' ' }), 'payee.bankName bank-empty'],
    ['an account with letters', payee({ account: '6228OO123456' }), 'payee.account account-character'],
    ['an account that is too short', payee({ account: '622800' }), 'payee.account account-length'],
    [
      'others paid more than the bills',
      { ...claimOf(one), otherPaid: '123.46' },
      'otherPaid other-paid-above-total',
    ],
    ['a phone of three digits', { ...claimOf(one), phone: '110' }, 'phone phone-invalid'],
  ])('%s is refused', (_, content, expected) => {
    expect(read(content).codes).toEqual([expected])
  })

  test('a wrong check digit of the card is a warning: passbooks have none', () => {
    const { faults, warnings } = read(payee({ account: '6228480330123456789' }))
    expect(faults).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(['account-luhn'])
  })

  test('what others paid is read to the fen', () => {
    expect(read({ ...claimOf(one), otherPaid: '123.45' }).costs!.otherPaid).toBe(yuan('123.45'))
  })
})

test('what was taken is read again the same on any day', () => {
  const { costs } = read(claimOf(one))
  expect(costsAgain(ClaimContent.parse(claimOf(one)), 'inpatient')).toEqual(costs)
})
