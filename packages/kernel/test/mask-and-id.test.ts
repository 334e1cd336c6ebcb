import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, parseId, uuidv7 } from '../src/id.ts'
import { maskBankAccount, maskName, maskPhone, maskResidentId, maskResidentIdForPublic } from '../src/mask.ts'

describe('masks', () => {
  test.each([
    [maskName, '王', '*'],
    [maskName, '王明', '*明'],
    [maskName, '王小明', '王*明'],
    [maskName, '欧阳小明', '欧**明'],
    [maskName, '𠮷田明', '𠮷*明'],
    [maskName, '阿卜杜拉·买买提', '阿******提'],
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '138 1234 5678', '138****5678'],
    [maskPhone, '0575-89115826', '********5826'],
    [maskPhone, '12393', '***93'],
    [maskResidentId, '11010519491231002X', '110105********002X'],
    [maskResidentIdForPublic, '11010519491231002X', '1****************X'],
    [maskBankAccount, '4539 1488 0343 6467', '************6467'],
  ])('%o: %s is shown as %s', (mask, text, shown) => {
    expect(mask(text)).toBe(shown)
  })

  test('no mask shows more than 10 characters or more than two thirds of a text', () => {
    const texts = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789')),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(texts, (text) => {
        for (const mask of [maskName, maskPhone, maskResidentId, maskResidentIdForPublic, maskBankAccount]) {
          const shown = mask(text).replaceAll('*', '')
          expect(shown.length).toBeLessThanOrEqual(Math.min(10, Math.ceil((text.length * 2) / 3)))
        }
      }),
    )
  })
})

describe('ids', () => {
  const bytes = Uint8Array.from([0xc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])

  test('the example of RFC 9562, appendix A.6, is made and read', () => {
    const id = uuidv7(new Date('2022-02-22T19:22:22Z'), bytes)
    expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
    expect(instantOf(id).toISOString()).toBe('2022-02-22T19:22:22.000Z')
    expect(parseId(id.toUpperCase())).toBe(id)
  })

  test('ids sort by the time they were made', () => {
    const times = fc.integer({ min: 0, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(times, times, (a, b) => {
        const [first, second] = [uuidv7(new Date(a)), uuidv7(new Date(b))]
        expect([parseId(first), instantOf(first).getTime()]).toEqual([first, a])
        expect(a === b || first < second === a < b).toBe(true)
      }),
    )
  })

  test('two ids of one instant differ', () => {
    const at = new Date(0)
    expect(new Set(Array.from({ length: 1000 }, () => uuidv7(at))).size).toBe(1000)
  })

  test.each(['', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f', '017f22e2-79b0-7cc3-18c4-dc0c0c07398f'])(
    '“%s” is no id of version 7',
    (text) => {
      expect(parseId(text)).toBeUndefined()
    },
  )

  test('bad times and too few random bytes are refused', () => {
    expect(() => uuidv7(new Date(-1))).toThrow('a time from 1970 on')
    expect(() => uuidv7(new Date(Number.NaN))).toThrow('a time from 1970 on')
    expect(() => uuidv7(new Date(0), bytes.slice(1))).toThrow('ten random bytes')
  })
})
