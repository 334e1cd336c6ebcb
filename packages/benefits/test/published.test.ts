import { explain, reimburse, type BenefitScheme } from '@yichuang/benefits'
import { plainDate, ratio, shareOf, yuan, type Fen } from '@yichuang/kernel'
import { describe, expect, it, test } from 'vitest'
import { cited, claimOf, feeLine, NOTHING_YET, schemeOf } from './made-up.ts'

/** 《北京市基本医疗保险规定》第三十六条: three levels, absolute bands, retired people pay 60 % of the own share. */
function beijing(
  parts: Partial<BenefitScheme> & { shares: readonly [string, string, string] },
): BenefitScheme {
  const { shares, ...rest } = parts
  return schemeOf({
    deductible: {
      design: 'per-admission',
      amounts: [cited('deductible.1', yuan('1300.00')), cited('deductible.2', yuan('650.00'))],
    },
    bands: [
      { upTo: cited('band.1.up-to', yuan('30000.00')), fundShare: cited('band.1', ratio(shares[0])) },
      { upTo: cited('band.2.up-to', yuan('40000.00')), fundShare: cited('band.2', ratio(shares[1])) },
      { fundShare: cited('band.3', ratio(shares[2])) },
    ],
    bandBase: 'absolute',
    ...rest,
  })
}

const retired = { personClass: 'retired', ownShareFactor: cited('own-share-factor', ratio('0.6')) } as const
const tertiary = ['0.85', '0.9', '0.95'] as const
const secondary = ['0.87', '0.92', '0.97'] as const
const primary = ['0.9', '0.95', '0.97'] as const

describe('Beijing, employees in hospital', () => {
  const bill = [feeLine('50000.00')]

  it.each([
    ['first', 0, '1300.00', '42895.00'],
    ['second', 1, '650.00', '43447.50'],
    ['third', 2, '650.00', '43447.50'],
  ])(
    'on the %s admission of the year takes the deductible of that admission',
    (_nth, earlier, deductible, fund) => {
      const claim = claimOf(bill, { accumulators: { ...NOTHING_YET, admissions: earlier } })
      const result = reimburse(beijing({ shares: tertiary }), claim)
      expect(result).toMatchObject({ deductible: yuan(deductible), fund: yuan(fund) })
      expect(result.after.admissions).toBe(earlier + 1)
    },
  )

  it.each([
    ['tertiary', tertiary, ['0.91', '0.94', '0.97']],
    ['secondary', secondary, ['0.922', '0.952', '0.982']],
    ['primary', primary, ['0.94', '0.97', '0.982']],
  ] as const)('leaves retired people 60 %% of the own share in a %s hospital', (_level, shares, paid) => {
    const { trace } = explain(beijing({ shares, ...retired }), claimOf(bill))
    const bands = trace.children!.find((step) => step.id === 'bands')!
    expect(bands.children!.map((band) => band.values['share'])).toEqual(paid)
  })

  it('pays a retired person in a tertiary hospital 91, 94 and 97 per cent of the three bands', () => {
    const { result, trace } = explain(beijing({ shares: tertiary, ...retired }), claimOf(bill))
    const bands = trace.children!.find((step) => step.id === 'bands')!
    expect(bands.children!.map((band) => band.amount)).toEqual([
      yuan('26117.00'),
      yuan('9400.00'),
      yuan('9700.00'),
    ])
    expect(result).toMatchObject({ fund: yuan('45217.00'), person: yuan('4783.00') })
  })

  it('stops at what is left of the yearly cap', () => {
    const scheme = beijing({ shares: tertiary, yearlyCap: cited('cap', yuan('100000.00')) })
    const accumulators = { ...NOTHING_YET, fundPaid: yuan('70000.00') }
    const result = reimburse(scheme, claimOf(bill, { accumulators }))
    expect(result).toMatchObject({ fund: yuan('30000.00'), person: yuan('20000.00') })
    expect(result.after.fundPaid).toBe(yuan('100000.00'))
  })

  // A published settlement rounded both shares of this base and gave away a fen.
  it('divides 67,039.63 at 80/20 without a fen too many', () => {
    const base = yuan('67039.63')
    const scheme = schemeOf({ deductible: { design: 'per-year', amount: cited('deductible', 0 as Fen) } })
    const result = reimburse(scheme, claimOf([feeLine('67039.63')]))
    expect(result).toMatchObject({ fund: shareOf(base, ratio('0.8')), person: yuan('13407.93') })
    expect(result.fund + result.person).toBe(base)
  })
})

describe('Nanchang', () => {
  const nanchang = (deductible: string, share: string, parts: Partial<BenefitScheme> = {}) =>
    schemeOf({
      deductible: { design: 'per-admission', amounts: [cited('deductible', yuan(deductible))] },
      bands: [{ fundShare: cited('share', ratio(share)) }],
      yearlyCap: cited('cap', yuan('100000.00')),
      ...parts,
    })
  const bill = claimOf([feeLine('20000.00')])

  it.each([
    ['employee', 'primary', '200.00', '0.95', '18810.00'],
    ['employee', 'secondary', '500.00', '0.9', '17550.00'],
    ['employee', 'tertiary', '800.00', '0.85', '16320.00'],
    ['resident', 'primary', '100.00', '0.9', '17910.00'],
    ['resident', 'secondary', '400.00', '0.8', '15680.00'],
    ['resident', 'tertiary', '600.00', '0.6', '11640.00'],
  ] as const)('pays a %s in a %s hospital above %s at %s', (insurance, level, deductible, share, fund) => {
    expect(reimburse(nanchang(deductible, share, { insurance, level }), bill).fund).toBe(yuan(fund))
  })

  it.each([
    ['out-referred', '0.1', '2000.00', '10440.00'],
    ['out-unreferred', '0.2', '4000.00', '9240.00'],
    ['out-filed', '0', '0.00', '11640.00'],
  ] as const)('lets a resident %s first pay %s of the in-scope sum', (carePlace, first, own, fund) => {
    const scheme = nanchang('600.00', '0.6', { carePlace, outOfAreaFirst: cited('first', ratio(first)) })
    expect(reimburse(scheme, bill)).toMatchObject({ outOfAreaFirst: yuan(own), fund: yuan(fund) })
  })
})

test('Suizhou: class A at 91 %, class B after a first self-pay of 10 %', () => {
  const scheme = schemeOf({
    deductible: { design: 'per-admission', amounts: [cited('deductible', yuan('800.00'))] },
    bands: [{ fundShare: cited('share', ratio('0.91')) }],
  })
  const lines = [feeLine('5000.00'), feeLine('1000.00', { class: 'B', selfPayRatio: ratio('0.1') })]
  expect(reimburse(scheme, claimOf(lines))).toMatchObject({
    firstSelfPay: yuan('100.00'),
    inScope: yuan('5900.00'),
    deductible: yuan('800.00'),
    fund: yuan('4641.00'),
    person: yuan('1359.00'),
  })
})

test.each([
  [0, '600.00'],
  [1, '460.00'],
  [2, '320.00'],
  [7, '320.00'],
])('Shangluo: after %i admissions the tertiary deductible is %s', (admissions, deductible) => {
  const amounts = ['600.00', '460.00', '320.00'].map((amount) => cited('deductible', yuan(amount)))
  const scheme = schemeOf({ deductible: { design: 'per-admission', amounts } })
  const claim = claimOf([feeLine('5000.00')], { accumulators: { ...NOTHING_YET, admissions } })
  expect(reimburse(scheme, claim).deductible).toBe(yuan(deductible))
})

describe('each design', () => {
  const twoBands = {
    deductible: { design: 'per-year', amount: cited('deductible', yuan('1000.00')) },
    bands: [
      { upTo: cited('up-to', yuan('3000.00')), fundShare: cited('band.1', ratio('0.5')) },
      { fundShare: cited('band.2', ratio('1')) },
    ],
  } as const satisfies Partial<BenefitScheme>

  it.each([
    ['absolute', '3000.00'],
    ['over-deductible', '2500.00'],
  ] as const)('counts bands %s', (bandBase, fund) => {
    expect(reimburse(schemeOf({ ...twoBands, bandBase }), claimOf([feeLine('5000.00')])).fund).toBe(
      yuan(fund),
    )
  })

  it.each([
    ['absolute', true, '4500.00'],
    ['over-deductible', true, '4000.00'],
    ['absolute', false, '3500.00'],
    ['over-deductible', false, '3500.00'],
  ] as const)('counts bands %s, from the beginning of the year: %s', (bandBase, bandsYearToDate, fund) => {
    const used = { ...NOTHING_YET, deductibleUsed: yuan('1000.00'), inScopeUsed: yuan('2000.00') }
    const claim = claimOf([feeLine('5000.00')], { accumulators: used })
    expect(reimburse(schemeOf({ ...twoBands, bandBase, bandsYearToDate }), claim).fund).toBe(yuan(fund))
  })

  it.each([
    ['each-band', 2],
    ['total', 1],
  ] as const)('rounds %s: two bands of half a fen come to %i fen', (rounding, fund) => {
    const scheme = schemeOf({
      deductible: { design: 'per-year', amount: cited('deductible', 0 as Fen) },
      bands: [
        { upTo: cited('up-to', 1 as Fen), fundShare: cited('band.1', ratio('0.5')) },
        { fundShare: cited('band.2', ratio('0.5')) },
      ],
      rounding,
    })
    expect(explain(scheme, claimOf([feeLine('0.02')])).result.fund).toBe(fund)
  })

  it('takes points off the share for care elsewhere, but never below nothing', () => {
    const at = (points: string) =>
      reimburse(schemeOf({ outOfAreaCut: cited('cut', ratio(points)) }), claimOf([feeLine('2000.00')])).fund
    expect([at('0'), at('0.1'), at('0.8'), at('0.95')]).toEqual([yuan('800.00'), yuan('700.00'), 0, 0])
  })

  it('sets both out-of-area designs aside where a rule waives them, and says by which rule', () => {
    const scheme = schemeOf({
      carePlace: 'out-unreferred',
      outOfAreaFirst: cited('first', ratio('0.2')),
      outOfAreaCut: cited('cut', ratio('0.1')),
      outOfAreaWaived: cited('waiver', 'true'),
    })
    const { result, trace } = explain(scheme, claimOf([feeLine('2000.00')]))
    expect(result).toMatchObject({ outOfAreaFirst: 0, fund: yuan('800.00') })
    const step = trace.children!.find((it) => it.id === 'out-of-area')!
    expect(step).toMatchObject({ says: 'out-of-area.waived', parameters: [{ parameter: 'waiver' }] })
  })

  it('lets the fund work on what other payers left of the in-scope sum', () => {
    const lines = [feeLine('2000.00'), feeLine('500.00', { class: 'C' })]
    const paid = (otherPaid: string) => reimburse(schemeOf(), claimOf(lines, { otherPaid: yuan(otherPaid) }))
    expect(paid('600.00')).toMatchObject({
      fund: yuan('320.00'),
      person: yuan('1580.00'),
      otherPaid: yuan('600.00'),
    })
    expect(paid('2300.00')).toMatchObject({ fund: 0, person: yuan('200.00'), deductible: 0 })
  })

  it('cuts first, then takes class C out, then what lies above the ceiling, then the first self-pay', () => {
    const lines = [
      feeLine('100.00', { class: 'C', cut: { amount: yuan('30.00'), reason: '重复收费' } }),
      feeLine('100.00', {
        class: 'B',
        selfPayRatio: ratio('0.1'),
        quantity: 2.5,
        ceilingPrice: yuan('20.01'),
        cut: { amount: yuan('10.00'), reason: '重复收费' },
      }),
    ]
    expect(reimburse(schemeOf(), claimOf(lines))).toMatchObject({
      total: yuan('200.00'),
      cut: yuan('40.00'),
      outOfCatalogue: yuan('70.00'),
      // 2.5 × 20.01 is 50.025, half up 50.03
      overCeiling: yuan('39.97'),
      firstSelfPay: yuan('5.00'),
      inScope: yuan('45.03'),
    })
  })

  it('keeps the year it was given', () => {
    const accumulators = { ...NOTHING_YET, year: 2019 }
    expect(
      reimburse(schemeOf({ on: plainDate('2020-02-01') }), claimOf([feeLine('1.00')], { accumulators })).after
        .year,
    ).toBe(2019)
  })
})
