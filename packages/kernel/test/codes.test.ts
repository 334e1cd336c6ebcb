import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCardNumber, parseBankAccount } from '../src/bank-card.ts'
import { parseBillField } from '../src/bill-number.ts'
import { iso7064CheckDigit, makeCaseNumber, parseCaseNumber } from '../src/case-number.ts'
import { makeCreditCode, parseCreditCode } from '../src/credit-code.ts'
import { valueOf } from '../src/fault.ts'
import { parseItemCode } from '../src/item-code.ts'
import { plainDate } from '../src/plain-date.ts'
import { cityOf, parseRegion } from '../src/region.ts'
import { told, wellTold } from './faults.ts'

describe('unified social credit codes', () => {
  test('the code of 济宁市医疗保障局 is read', () => {
    expect(parseCreditCode('11370800mb2855926y')).toEqual({
      ok: true,
      value: { code: '11370800MB2855926Y', kind: '11', region: '370800', organisation: 'MB2855926' },
    })
  })

  test.each([
    ['11330600MB1560000X', 'check', '第 18 位）应为 2'],
    ['11330600MB15600002', 'organisation-check', '第 17 位应为'],
    ['11370800MB285592', 'length', '现为 16 位'],
    ['11370800MB2855O26Y', 'character', '第 15 位'],
    ['1137O800MB2855926Y', 'character', '第 5 位'],
    ['1137A800MB2855926Y', 'region', '第 5 位不是数字'],
  ])('“%s” has the fault %s: %s', (code, fault, where) => {
    expect(told(parseCreditCode(code), where)).toEqual(wellTold(fault))
  })

  test('made codes are read back, and one wrong character is always noticed', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const serials = fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(serials, fc.nat(17), fc.constantFrom(...Array.from(alphabet)), (serial, at, other) => {
        const code = makeCreditCode({ kind: '91', region: '330602', serial })
        expect(parseCreditCode(code).ok).toBe(true)
        const wrong = `${code.slice(0, at)}${other}${code.slice(at + 1)}`
        expect(parseCreditCode(wrong).ok).toBe(wrong === code)
      }),
    )
  })
})

describe('region codes', () => {
  test.each([
    ['330000', 'province', undefined],
    ['330600', 'city', '330600'],
    ['330602', 'county', '330600'],
    ['330621', 'county', '330600'],
    ['370871', 'county', '370800'],
    ['330699', 'pool', '330600'],
    ['339900', 'pool', undefined],
    ['331099', 'pool', '331000'],
    ['110105', 'county', '110100'],
  ])('%s is a %s of the city %s', (code, level, city) => {
    const region = valueOf(parseRegion(code))
    expect([region.level, region.city]).toEqual([level, city])
  })

  test.each([
    ['33060', 'length', '现为 5 位'],
    ['33O602', 'character', '第 3 位'],
    ['990602', 'province', '前两位 99'],
    ['330002', 'city', '第 3、4 位为 00'],
  ])('“%s” has the fault %s: %s', (code, fault, where) => {
    expect(told(parseRegion(code), where)).toEqual(wellTold(fault))
  })

  test('the city follows from the code of a county', () => {
    expect(cityOf(valueOf(parseRegion('330602')).code)).toBe('330600')
  })
})

describe('case numbers', () => {
  const parts = { office: '330602001', day: plainDate('2020-01-20'), sequence: 123 }

  test('a number is made and read back, however it is typed', () => {
    expect(makeCaseNumber(parts)).toBe('330602001-20200120-0123-2')
    for (const text of ['330602001-20200120-0123-2', '3306020012020012001232', '330602001－20200120 0123—２'])
      expect(valueOf(parseCaseNumber(text))).toEqual({ ...parts, number: '330602001-20200120-0123-2' })
  })

  test.each([
    ['330602001-20200120-0123', 'shape', '9 位机构代码'],
    ['33060200A-20200120-0123-2', 'shape', '9 位机构代码'],
    ['330602001-20200230-0123-2', 'date', '第 10 至 17 位'],
    ['330602001-20200120-0123-3', 'check', '最后一位'],
  ])('“%s” has the fault %s: %s', (text, fault, where) => {
    expect(told(parseCaseNumber(text), where)).toEqual(wellTold(fault))
  })

  test.each([
    ['0794', '5'],
    ['8609574271', '9'],
    ['3339200596', '1'],
  ])('the check digit of %s is %s, as in other numbers made by ISO 7064, MOD 11,10', (digits, check) => {
    expect(iso7064CheckDigit(digits)).toBe(check)
  })

  const numbers = fc.record({
    office: fc.integer({ min: 110_000_000, max: 659_999_999 }).map(String),
    day: fc.constantFrom(...['2020-01-20', '2020-12-31', '2026-05-09'].map(plainDate)),
    sequence: fc.integer({ min: 1, max: 999_999_999 }),
  })

  test('every number is read back, with and without hyphens', () => {
    fc.assert(
      fc.property(numbers, (sample) => {
        const number = makeCaseNumber(sample)
        expect(valueOf(parseCaseNumber(number))).toEqual({ ...sample, number })
        expect(valueOf(parseCaseNumber(number.replaceAll('-', '')))).toEqual({ ...sample, number })
      }),
    )
  })

  test('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (sample, seed, by) => {
        const digits = makeCaseNumber(sample).replaceAll('-', '')
        const at = seed % digits.length
        const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`
        expect(parseCaseNumber(wrong).ok).toBe(false)
      }),
    )
  })

  test.each([
    [{ ...parts, office: '3306' }, 'office code of nine digits'],
    [{ ...parts, sequence: 0 }, 'case sequence from 1'],
  ])('a number cannot be made of %o', (bad, why) => {
    expect(() => makeCaseNumber(bad)).toThrow(why)
  })
})

describe('item codes', () => {
  test('an implementation code contains its body, level and basic code', () => {
    expect(valueOf(parseItemCode('11131100MB193224813130736010001'))).toEqual({
      basic: '130736010001',
      region: '13',
      type: '07',
      item: '36010',
      subItem: '001',
      implementation: { code: '11131100MB193224813130736010001', body: '11131100MB19322481', level: '3' },
    })
  })

  test('a basic code is read alone', () => {
    expect(valueOf(parseItemCode('002036023001'))).toMatchObject({
      type: '20',
      item: '36023',
      subItem: '001',
    })
  })

  test.each([
    ['36023001', 'length', '现为 8 位'],
    ['00203602300A', 'character', '第 12 位'],
    ['11131100MB19322481X130736010001', 'character', '第 19 位'],
    ['11131100MB193224823130736010001', 'body', '实施主体'],
  ])('“%s” has the fault %s: %s', (text, fault, where) => {
    expect(told(parseItemCode(text), where)).toEqual(wellTold(fault))
  })
})

describe('bank accounts', () => {
  test('a card number with its check digit is read, spaces and full-width digits too', () => {
    expect(valueOf(parseBankAccount('４５３９ 1488 0343 6467'))).toEqual({ account: '4539148803436467' })
  })

  test('a failing check digit is a warning, because some accounts are not cards', () => {
    const { account, warning } = valueOf(parseBankAccount('4539148803436468'))
    expect(account).toBe('4539148803436468')
    expect(warning?.code).toBe('luhn')
    expect(warning?.sentences['zh-CN']).toContain('存折')
  })

  test.each([
    ['  ', 'empty', '请填写'],
    ['4539l48803436467', 'character', '第 5 位'],
    ['4539148', 'length', '现为 7 位'],
  ])('“%s” has the fault %s: %s', (text, fault, where) => {
    expect(told(parseBankAccount(text), where)).toEqual(wellTold(fault))
  })

  test('a card number with one wrong digit is always warned of', () => {
    const bodies = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789')),
      minLength: 15,
      maxLength: 18,
    })
    fc.assert(
      fc.property(bodies, fc.nat(14), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const card = makeCardNumber(body)
        expect(valueOf(parseBankAccount(card)).warning).toBeUndefined()
        const wrong = `${card.slice(0, at)}${(Number(card[at]) + by) % 10}${card.slice(at + 1)}`
        expect(valueOf(parseBankAccount(wrong)).warning?.code).toBe('luhn')
      }),
    )
  })
})

describe('what is printed on a bill', () => {
  test('letters and digits of any length a bill may have are read, full-width ones made half-width', () => {
    expect(valueOf(parseBillField('code', '３３０６０１２０'))).toBe('33060120')
    expect(valueOf(parseBillField('number', '0012 345678'))).toBe('0012345678')
    expect(valueOf(parseBillField('check', 'a1b2c3'))).toBe('A1B2C3')
  })

  test.each([
    ['code', ' ', 'empty', '票据代码'],
    ['number', '00123/5678', 'character', '票据号码第 6 位'],
    ['check', '1'.repeat(31), 'length', '校验码最多 30 位，现为 31 位'],
  ] as const)('a bad %s, “%s”, has the fault %s: %s', (field, text, fault, where) => {
    expect(told(parseBillField(field, text), where)).toEqual(wellTold(fault))
  })
})

test('valueOf throws the sentence of a fault', () => {
  expect(() => valueOf(parseRegion('33'))).toThrow('A region code has six digits')
})
