import {
  checkClaim,
  explain,
  LARGEST_CLAIM,
  reimburse,
  type BenefitClaim,
  type ClaimLine,
} from '@yichuang/benefits'
import { ratio, yuan, type Fen, type Ratio } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyClaim, anyScheme, claimOf, feeLine, NOTHING_YET } from './made-up.ts'

it('finds nothing wrong with a good claim', () => {
  fc.assert(
    fc.property(anyClaim, (claim) => {
      expect(checkClaim(claim)).toEqual([])
    }),
  )
})

const line = (parts: Partial<ClaimLine>) => claimOf([feeLine('1.00'), feeLine('100.00', parts)])
const claim = (parts: Partial<BenefitClaim>) => claimOf([feeLine('100.00')], parts)
const used = (parts: Partial<BenefitClaim['accumulators']>) =>
  claim({ accumulators: { ...NOTHING_YET, ...parts } })
const price = yuan('10.00')

describe.each<[string, BenefitClaim, RegExp, RegExp]>([
  [
    'amount-invalid',
    line({ amount: -1 as Fen }),
    /^第 2 行：金额不能为负数/,
    /^Line 2: the amount must not be negative/,
  ],
  ['amount-invalid', line({ amount: 0.5 as Fen }), /不足一分/, /fraction of a fen/],
  ['amount-invalid', line({ amount: Number.NaN as Fen }), /重新填写/, /Enter it/],
  [
    'cut-invalid',
    line({ cut: { amount: -1 as Fen, reason: 'x' } }),
    /扣减金额不能为负数/,
    /the cut must not be negative/,
  ],
  [
    'cut-above-amount',
    line({ cut: { amount: yuan('100.01'), reason: 'x' } }),
    /^第 2 行：扣减 100\.01 元，超过了这一行的金额 100\.00 元。请改为/,
    /^Line 2: the cut of 100\.01 yuan is more than the line's 100\.00 yuan\. Cut no more/,
  ],
  ['cut-without-reason', line({ cut: { amount: 1 as Fen, reason: ' ' } }), /请写明原因/, /has no reason/],
  ['class-unknown', line({ class: 'D' as 'C' }), /请选择类别/, /Choose one/],
  ['ratio-invalid', line({ class: 'B', selfPayRatio: 1_000_001 as Ratio }), /0% 到 100%/, /0% and 100%/],
  ['ratio-on-class-a', line({ selfPayRatio: ratio('0.1') }), /甲类没有先行自付/, /no first self-pay/],
  ['quantity-without-ceiling', line({ quantity: 2 }), /请补填限价/, /Enter the ceiling price/],
  ['ceiling-without-quantity', line({ ceilingPrice: price }), /请补填数量/, /Enter the quantity/],
  [
    'ceiling-invalid',
    line({ quantity: 1, ceilingPrice: -5 as Fen }),
    /限价不能为负数/,
    /ceiling price must not/,
  ],
  ['quantity-invalid', line({ quantity: 0, ceilingPrice: price }), /数量应大于 0/, /more than 0/],
  ['quantity-invalid', line({ quantity: 0.00001, ceilingPrice: price }), /四位小数/, /four decimals/],
  ['ceiling-too-large', line({ quantity: 1e9, ceilingPrice: price }), /核对数量和限价/, /Check both/],
  [
    'line-twice',
    { ...claim({}), lines: [feeLine('1.00'), feeLine('2.00')] },
    /^第 2 行：与第 1 行编号相同/,
    /same id as line 1/,
  ],
  ['no-lines', claimOf([]), /请至少填写一行/, /Enter at least one/],
  [
    'total-too-large',
    claimOf([feeLine('90000000.00'), feeLine('0.01')]),
    /超过 90000000\.00 元/,
    /more than 90000000\.00 yuan/,
  ],
  ['other-paid-invalid', claim({ otherPaid: -1 as Fen }), /其他渠道/, /other payers/],
  [
    'other-paid-above-total',
    claim({ otherPaid: yuan('100.01') }),
    /超过了费用合计 100\.00 元/,
    /more than the 100\.00 yuan/,
  ],
  ['accumulators-invalid', used({ fundPaid: -1 as Fen }), /2020 年度的累计/, /used in 2020/],
  ['accumulators-invalid', used({ admissions: 0.5 }), /住院次数/, /admissions/],
  [
    'accumulators-contradict',
    used({ deductibleUsed: 2 as Fen, inScopeUsed: 1 as Fen }),
    /累计的起付线 0\.02 元/,
    /0\.02 yuan/,
  ],
])('%s', (code, claim, zh, en) => {
  it('is found, alone, and told in both languages with the way to mend it', () => {
    const faults = checkClaim(claim)
    expect(faults.map((fault) => fault.code)).toEqual([code])
    expect(faults[0]!.sentences['zh-CN']).toMatch(zh)
    expect(faults[0]!.sentences.en).toMatch(en)
  })
})

it('tells all faults at once', () => {
  const claim = claimOf([feeLine('1.00', { amount: -1 as Fen }), feeLine('1.00', { quantity: 2 })], {
    otherPaid: -1 as Fen,
  })
  expect(checkClaim(claim).map(({ code, line }) => [code, line])).toEqual([
    ['amount-invalid', 1],
    ['quantity-without-ceiling', 2],
    ['other-paid-invalid', undefined],
  ])
})

it('lets through no claim too large to be exact', () => {
  const big = claimOf([feeLine('1.00', { amount: LARGEST_CLAIM })])
  expect(checkClaim(big)).toEqual([])
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      expect(explain(scheme, big).result).toEqual(reimburse(scheme, big))
    }),
  )
})
