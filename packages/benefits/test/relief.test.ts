import { calculateChain, checkChainClaim, type ChainClaim, type ChainScheme } from '@yichuang/benefits'
import { ratio, yuan, type Fen } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { NOTHING_AT_ALL } from './made-up-chain.ts'
import { cited, feeLine, schemeOf } from './made-up.ts'

const all = [{ fundShare: cited('all', ratio('1')) }]
const overlay = {
  id: 'state',
  title: { zh: '财政补助', en: 'The state' },
  payer: 'oth_pay',
  order: cited('order', 'true' as const),
  worksOn: [
    'deductible',
    'own-share',
    'over-basic-cap',
    'first-self-pay',
    'over-ceiling',
    'out-of-catalogue',
  ],
  only: 'in-plan',
  bands: all,
  bandBase: 'absolute',
  bandsYearToDate: false,
  rounding: 'total',
  capCounts: 'own',
} as const
const chain: ChainScheme = { basic: schemeOf(), stages: [overlay], pots: [] }
const of = (...lines: ChainClaim['lines']): ChainClaim => ({
  lines: lines.map((line, at) => ({ ...line, id: String(at) })),
  used: NOTHING_AT_ALL,
})

describe('what the state takes over in an emergency', () => {
  it('is everything insurance leaves of treatment under its plan, in scope or not', () => {
    const claim = of(
      feeLine('10000.00', { inPlan: true }),
      feeLine('500.00', { class: 'C', inPlan: true }),
      feeLine('300.00', { class: 'C' }),
    )
    const result = calculateChain(chain, claim)
    expect(result.payers).toMatchObject({ hifp_pay: yuan('7200.00'), oth_pay: yuan('3300.00') })
    expect(result.person).toBe(yuan('300.00'))
  })

  it('is nothing of a claim that has nothing in the plan', () => {
    expect(calculateChain(chain, of(feeLine('10000.00'))).payers.oth_pay).toBe(0)
  })

  it('is not worked out where treatment in and out of the plan is claimed together', () => {
    const mixed = of(feeLine('10000.00', { inPlan: true }), feeLine('1.00'))
    expect(checkChainClaim(mixed).map(({ code, sentences }) => [code, sentences.en])).toEqual([
      ['plan-mixed', expect.stringContaining('line 2 is not in the treatment plan')],
    ])
  })
})

it.each([
  ['bonus-years-invalid', { bonusYears: -1 }],
  ['account-invalid', { accounts: { current: -1 as Fen } }],
  ['transfer-invalid', { transferred: { admission: 0, deducted: 0 as Fen } }],
  ['disease-used-invalid', { used: { ...NOTHING_AT_ALL, diseases: { gout: 0.5 as Fen } } }],
  [
    'stage-used-invalid',
    {
      used: {
        ...NOTHING_AT_ALL,
        stages: { aid: { inScopeUsed: 1 as Fen, deductibleUsed: 2 as Fen, fundPaid: 0 as Fen } },
      },
    },
  ],
])('a claim that cannot be is refused: %s', (code, parts) => {
  const claim = { ...of(feeLine('100.00')), ...parts }
  expect(checkChainClaim(claim).map((fault) => fault.code)).toEqual([code])
})

describe('a transfer between hospitals within one illness', () => {
  const standards = [yuan('800.00'), yuan('400.00')].map((amount, at) => cited(`${at + 1}`, amount))
  const basic = schemeOf({ deductible: { design: 'per-admission', amounts: standards } })
  const transferred = { admission: 1, deducted: yuan('500.00') }
  const used = { ...NOTHING_AT_ALL, basic: { ...NOTHING_AT_ALL.basic, admissions: 1 } }
  const stay = { ...of(feeLine('5000.00')), used, transferred }

  it.each([
    ['continuous', '300.00', 1],
    ['new-admission', '400.00', 2],
  ] as const)('by the rule %s deducts %s yuan and counts %i admissions', (design, deducted, admissions) => {
    const scheme = { ...chain, basic: { ...basic, transfer: cited('transfer', design) } }
    const result = calculateChain(scheme, stay)
    expect(result.basic.deductible).toBe(yuan(deducted))
    expect(result.after.basic.admissions).toBe(admissions)
  })
})

it('pays from this year’s account what lies in scope, from earlier years also what does not, then relatives’', () => {
  const order = cited('account', 'true' as const)
  const pots = [
    { pot: 'current', pays: ['deductible', 'own-share'], order },
    { pot: 'past', pays: ['deductible', 'own-share', 'first-self-pay', 'out-of-catalogue'], order },
    { pot: 'family', pays: ['deductible', 'own-share'], order },
  ] as const
  const claim = {
    ...of(feeLine('2000.00'), feeLine('400.00', { class: 'C' })),
    accounts: { current: yuan('900.00'), past: yuan('600.00'), family: yuan('50.00') },
  }
  // 2,000 − 1,000 of deductible × 80 %: 1,200 of the in-scope sum and 400 out of catalogue are left.
  const { pots: paid, cash } = calculateChain({ basic: schemeOf(), stages: [], pots }, claim)
  expect(paid).toEqual({ current: yuan('900.00'), past: yuan('600.00'), family: 0 })
  expect(cash).toBe(yuan('100.00'))
})

it('tilts aid towards heavy burdens: a second table of aid works on what the first left, over a deductible of its own', () => {
  const half = [{ fundShare: cited('half', ratio('0.5')) }]
  const aid = {
    ...overlay,
    only: undefined,
    id: 'aid',
    title: { zh: '医疗救助', en: 'Medical aid' },
    payer: 'maf_pay',
    worksOn: ['deductible', 'own-share'],
    bands: half,
    yearlyCap: cited('cap', yuan('500.00')),
  } as const
  const tilt = {
    ...aid,
    id: 'aid-tilt',
    title: { zh: '倾斜救助', en: 'Further aid' },
    deductible: cited('deductible', yuan('1000.00')),
    yearlyCap: cited('cap', yuan('10000.00')),
  } as const
  const { only: _none, ...first } = aid
  const { only: _never, ...second } = tilt
  const both: ChainScheme = { basic: schemeOf(), stages: [first, second], pots: [] }
  // 10,000 − 1,000 of deductible × 80 %: 2,800 are left, of which aid pays 500 up to its cap, then half of 2,300 − 1,000.
  const result = calculateChain(both, of(feeLine('10000.00')))
  expect(result.stages.map(({ id, paid }) => [id, paid])).toEqual([
    ['aid', yuan('500.00')],
    ['aid-tilt', yuan('650.00')],
  ])
  expect(result.payers.maf_pay).toBe(yuan('1150.00'))
  // The tilt asks its deductible once a year.
  const again = calculateChain(both, { ...of(feeLine('10000.00')), used: result.after })
  expect(again.stages[1]).toMatchObject({ id: 'aid-tilt', deductible: 0 })
  expect(again.person).toBe(again.total - again.funds)
})
