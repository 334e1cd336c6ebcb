import {
  auditJson,
  explainAllowance,
  explainMaternityMedical,
  replayAllowance,
  replayMaternityMedical,
  sayStep,
  type AllowanceScheme,
  type MaternityMedicalScheme,
  type TraceStep,
} from '@yichuang/benefits'
import { plainDate, ratio, shareOf, yuan, type Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLine, cited, feeLine, MADE_UP } from './made-up.ts'

const place = { pack: { id: 'test', version: '1', hash: 'none' }, on: plainDate('2020-06-01') }
const law: AllowanceScheme = {
  ...place,
  divisor: cited('divisor', 30),
  rounding: cited('rounding', 'divide-then-multiply'),
  birthDays: cited('birth', 98),
  difficultDays: cited('difficult', 15),
  moreBabyDays: cited('more', 15),
  miscarriage: {
    by: 'months',
    rows: [
      { from: 0, days: cited('early', 15) },
      { from: 4, days: cited('late', 42) },
    ],
  },
  bonusDays: { none: MADE_UP },
}
const birth = { outcome: 'birth', difficult: false, babies: 1, monthlyWage: yuan('7000.00') } as const

describe('the days of the law (女职工劳动保护特别规定 art. 7)', () => {
  it.each([
    [birth, 98],
    [{ ...birth, difficult: true }, 113],
    [{ ...birth, babies: 2 }, 113],
    [{ ...birth, difficult: true, babies: 3 }, 143],
    [{ outcome: 'miscarriage', pregnancy: { months: 3 }, monthlyWage: birth.monthlyWage } as const, 15],
    [{ outcome: 'miscarriage', pregnancy: { months: 4 }, monthlyWage: birth.monthlyWage } as const, 42],
  ])('of %j are %i', (event, days) => {
    expect(explainAllowance(law, event).result.days).toBe(days)
  })

  it('and 60 days of reward leave are 158 where the fund pays for them', () => {
    const shandong = { ...law, bonusDays: cited('bonus', 60) }
    expect(explainAllowance(shandong, birth).result.days).toBe(158)
  })
})

it('rounds the wage of a day or only the whole, as the place says: 7000 ÷ 30 × 98', () => {
  const whole = { ...law, rounding: cited('rounding', 'multiply-then-divide' as const) }
  expect(explainAllowance(law, birth).result.allowance).toBe(yuan('22866.34'))
  expect(explainAllowance(whole, birth).result.allowance).toBe(yuan('22866.67'))
})

it('asks for the length of the pregnancy in the unit the rule counts in', () => {
  const event = { outcome: 'miscarriage', pregnancy: { weeks: 17 }, monthlyWage: birth.monthlyWage } as const
  expect(() => explainAllowance(law, event)).toThrow('full months of pregnancy')
})

it('replays an allowance from its stored JSON and says it in both languages', () => {
  fc.assert(
    fc.property(
      fc.nat(5_000_000),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      (wage, difficult, babies) => {
        const told = explainAllowance(law, { ...birth, monthlyWage: wage as Fen, difficult, babies })
        expect(replayAllowance(JSON.parse(auditJson(told.trace)) as TraceStep)).toEqual(told)
        expect(sayStep(told.trace, 'zh-CN')).toContain(`发 ${told.result.days} 天`)
        expect(sayStep(told.trace, 'en')).toContain(`for ${told.result.days} days`)
      },
    ),
  )
})

describe('medical costs', () => {
  const of = (pays: MaternityMedicalScheme['pays']): MaternityMedicalScheme => ({
    ...place,
    benefit: 'delivery',
    kind: 'normal',
    pays,
  })
  const designs = [
    of({ design: 'fixed', amount: cited('fixed', yuan('2000.00')) }),
    of({ design: 'limit', amount: cited('limit', yuan('2000.00')) }),
    of({ design: 'ratio', share: cited('share', ratio('0.8')) }),
  ] as const

  it.each([
    [
      '1500.00',
      [
        ['2000.00', '0.00', '500.00'],
        ['1500.00', '0.00', '0.00'],
        ['1200.00', '300.00', '0.00'],
      ],
    ],
    [
      '3000.00',
      [
        ['2000.00', '1000.00', '0.00'],
        ['2000.00', '1000.00', '0.00'],
        ['2400.00', '600.00', '0.00'],
      ],
    ],
  ])('of %s yuan: fixed, limit and ratio pay, leave to the person, give beyond %j', (bill, amounts) => {
    const results = designs.map((scheme) => {
      const { fund, person, beyond } = explainMaternityMedical(scheme, { lines: [feeLine(bill)] }).result
      return [fund, person, beyond]
    })
    expect(results).toEqual(amounts.map((row) => row.map(yuan)))
  })

  it('add up to the fen, are never negative and replay', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...designs),
        fc.array(anyLine, { minLength: 1, maxLength: 8 }),
        fc.nat(1_000_000),
        (scheme, lines, part) => {
          const total = lines.reduce((sum, line) => sum + line.amount, 0)
          const otherPaid = shareOf(total as Fen, part as never)
          const told = explainMaternityMedical(scheme, { lines, otherPaid })
          const { result } = told
          expect(result.total + result.beyond).toBe(result.fund + result.otherPaid + result.person)
          expect(Math.min(...Object.values(result))).toBeGreaterThanOrEqual(0)
          const again = replayMaternityMedical(JSON.parse(auditJson(told.trace)) as TraceStep)
          expect(auditJson(again.trace)).toBe(auditJson(told.trace))
          expect(again.result).toEqual(result)
        },
      ),
    )
  })
})
