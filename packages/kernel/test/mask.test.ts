import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskBankAccount, maskName, maskPhone, maskResidentId } from '../src/mask.ts'

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
        for (const mask of [maskName, maskPhone, maskResidentId, maskBankAccount]) {
          const shown = mask(text).replaceAll('*', '')
          expect(shown.length).toBeLessThanOrEqual(Math.min(10, Math.ceil((text.length * 2) / 3)))
        }
      }),
    )
  })
})
