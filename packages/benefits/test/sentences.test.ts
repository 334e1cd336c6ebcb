import {
  borrowedFrom,
  clerkRows,
  explain,
  sayClauses,
  sayStep,
  type Source,
  type TraceStep,
} from '@yichuang/benefits'
import { plainDate, ratio, yuan, type Fen, type Locale } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyClaim, anyScheme, cited, claimOf, feeLine, MADE_UP, NOTHING_YET, schemeOf } from './made-up.ts'

const BEIJING: Source = {
  document: 'beijing-basic-rules',
  citation: '《北京市基本医疗保险规定》',
  clause: '第三十六条',
  quote: '起付标准',
  from: plainDate('2001-04-01'),
}
const BORROWED: Source = {
  ...MADE_UP,
  borrowed: {
    pack: 'nanchang',
    from: { zh: '南昌市', en: 'Nanchang' },
    why: { zh: '本地标准尚未公布', en: 'own figures not published' },
  },
}

const scheme = schemeOf({
  personClass: 'retired',
  carePlace: 'out-referred',
  deductible: { design: 'per-admission', amounts: [cited('deductible', yuan('1300.00'), BEIJING)] },
  bands: [
    { upTo: cited('up-to', yuan('30000.00')), fundShare: cited('band.1', ratio('0.85')) },
    { fundShare: cited('band.2', ratio('0.9')) },
  ],
  bandBase: 'absolute',
  ownShareFactor: cited('factor', ratio('0.6')),
  outOfAreaCut: cited('points', ratio('0.1'), BORROWED),
  yearlyCap: cited('cap', yuan('100000.00'), BORROWED),
})
const claim = claimOf(
  [
    feeLine('100.00', { name: '阿莫西林胶囊', class: 'B', selfPayRatio: ratio('0.1') }),
    feeLine('40000.00', { name: '手术费', cut: { amount: yuan('200.00'), reason: '重复收费' } }),
    feeLine('80.00', { name: '空调费', class: 'C' }),
    feeLine('900.00', { name: '人工晶体', quantity: 1, ceilingPrice: yuan('700.00') }),
  ],
  { otherPaid: yuan('500.00'), accumulators: { ...NOTHING_YET, fundPaid: yuan('80000.00') } },
)
const { trace } = explain(scheme, claim)

describe('the citizen reads', () => {
  it.each([
    [
      'result',
      '这次费用一共 41,080.00 元，医保报销 20,000.00 元，其他渠道已支付 500.00 元，您自己承担 20,580.00 元。（借用南昌市公布的标准，仅作演示）',
    ],
    ['so-far', '2020 年在这次之前，医保已经为您报销 80,000.00 元。'],
    ['in-scope', '全部费用 41,080.00 元中，有 490.00 元不能计入报销，可以计入报销的是 40,590.00 元。'],
    ['line.1', '阿莫西林胶囊 100.00 元，其中 90.00 元可以计入报销。'],
    ['line.1.first-self-pay', '这项费用 100.00 元，属于乙类，您先自付 10%，即 10.00 元。'],
    ['line.2.cut', '审核时减去 200.00 元，不计入报销，原因：重复收费。'],
    ['line.3', '空调费 80.00 元，不能计入报销。'],
    ['line.3.out-of-catalogue', '这项 80.00 元不在医保目录内（丙类），由您自己承担。'],
    [
      'line.4.over-ceiling',
      '这项按最高 700.00 元一份、共 1 份计算，最多计入 700.00 元，超过的 200.00 元由您自己承担。',
    ],
    [
      'other-payers',
      '商业保险、互助等已经为您支付 500.00 元，医保从可以计入报销的 40,590.00 元中减去 500.00 元，按剩下的 40,090.00 元计算。',
    ],
    ['deductible', '这是您今年第 1 次住院，先由您承担 1,300.00 元（起付线），这次承担 1,300.00 元。'],
    [
      'band.1',
      '不超过 30,000.00 元的部分有 28,700.00 元，报销 81%（一般报销 85%；您自付的比例再乘以 60%；在参保地以外看病，减少 10 个百分点），即 23,247.00 元。（借用南昌市公布的标准，仅作演示）',
    ],
    [
      'cap',
      '医保每年最多为您报销 100,000.00 元，今年已报销 80,000.00 元，还可以报销 20,000.00 元，所以这次报销 20,000.00 元。（借用南昌市公布的标准，仅作演示）',
    ],
    [
      'person',
      '全部费用 41,080.00 元，医保报销 20,000.00 元，其他渠道已支付 500.00 元，其余 20,580.00 元由您自己承担。',
    ],
  ])('%s: %s', (id, sentence) => {
    expect(sayStep(stepOf(trace, id), 'zh-CN')).toBe(sentence)
  })

  it.each([
    [
      'line.1.first-self-pay',
      'These 100.00 yuan are class B (乙类): you first pay 10% yourself, 10.00 yuan.',
    ],
    [
      'deductible',
      'This is your hospital stay number 1 this year: you bear the first 1,300.00 yuan (deductible), this time 1,300.00 yuan.',
    ],
    [
      'cap',
      'The insurance pays at most 100,000.00 yuan a year for you and has paid 80,000.00 this year; 20,000.00 are left, so this time it pays 20,000.00 yuan. (Borrowed from what Nanchang published, for demonstration only.)',
    ],
  ])('%s in English: %s', (id, sentence) => {
    expect(sayStep(stepOf(trace, id), 'en')).toBe(sentence)
  })

  it('the clause and its day apart from the sentence', () => {
    expect(sayClauses(stepOf(trace, 'deductible'), 'zh-CN')).toEqual([
      '《北京市基本医疗保险规定》 第三十六条，自 2001-04-01 起执行',
    ])
    expect(sayClauses(stepOf(trace, 'cap'), 'en')).toEqual([
      'A rule made up for tests, art. 1, in force from 2020-01-01 (borrowed from Nanchang: own figures not published)',
    ])
    expect(sayClauses(stepOf(trace, 'person'), 'zh-CN')).toEqual([])
  })

  it('that nothing is borrowed, when nothing is', () => {
    expect(borrowedFrom(trace, 'zh-CN')).toEqual(['南昌市'])
    expect(borrowedFrom(explain(schemeOf(), claim).trace, 'zh-CN')).toEqual([])
    expect(sayStep(explain(schemeOf(), claim).trace, 'zh-CN')).not.toContain('借用')
  })

  it.each([
    [
      'the deductible already borne',
      { deductibleUsed: yuan('1000.00'), inScopeUsed: yuan('3000.00') },
      '1500.00',
      '每年的费用先由您承担 1,000.00 元（起付线），今年已经承担够了，这次不用再承担。',
    ],
    [
      'part of it borne',
      { deductibleUsed: yuan('400.00'), inScopeUsed: yuan('400.00') },
      '1500.00',
      '每年的费用先由您承担 1,000.00 元（起付线），今年已经承担 400.00 元，这次承担 600.00 元。',
    ],
    [
      'a bill below it',
      {},
      '300.00',
      '每年的费用先由您承担 1,000.00 元（起付线），这次可以计入的只有 300.00 元，所以承担 300.00 元。',
    ],
  ])('of the yearly deductible, with %s', (_what, used, amount, sentence) => {
    const claim = claimOf([feeLine(amount)], { accumulators: { ...NOTHING_YET, ...used } })
    expect(sayStep(stepOf(explain(schemeOf(), claim).trace, 'deductible'), 'zh-CN')).toBe(sentence)
  })

  it('the fraction of a fen where only the sum is rounded', () => {
    const exact = schemeOf({
      rounding: 'total',
      deductible: { design: 'per-year', amount: cited('deductible', 0 as Fen) },
      bands: [{ fundShare: cited('share', ratio('0.85')) }],
    })
    const { trace } = explain(exact, claimOf([feeLine('100.05')]))
    expect(sayStep(stepOf(trace, 'band.1'), 'zh-CN')).toBe(
      '这部分费用有 100.05 元，报销 85%，即 85.0425 元。',
    )
    expect(stepOf(trace, 'bands').amount).toBe(yuan('85.04'))
  })

  it('a whole sentence of every step of any claim, in both languages', () => {
    fc.assert(
      fc.property(anyScheme, anyClaim, (scheme, claim) => {
        const { trace } = explain(scheme, claim)
        for (const step of stepsOf(trace)) {
          for (const locale of ['zh-CN', 'en'] as const satisfies readonly Locale[]) {
            expect(sayStep(step, locale)).not.toMatch(/undefined|NaN|\{|\}|-\d/)
            expect(sayStep(step, locale)).toMatch(/[。.]$/)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('the reviewer reads', () => {
  const rows = clerkRows(trace)

  it('every step, from top to bottom, with its depth', () => {
    expect(rows.map((row) => row.id)).toEqual(stepsOf(trace).map((step) => step.id))
    expect(rows.find((row) => row.id === 'line.1.first-self-pay')!.depth).toBe(3)
  })

  it.each([
    ['line.1', '阿莫西林胶囊（乙类）', '100.00', '90.00'],
    ['line.1.first-self-pay', '乙类先行自付', '100.00 × 10%', '10.00'],
    ['line.4.over-ceiling', '超限价自费', 'max(0, 900.00 − 1 × 700.00)', '200.00'],
    ['other-payers', '其他渠道已支付', 'min(500.00, 40,590.00)', '500.00'],
    ['deductible', '起付线（第 1 次住院）', 'min(40,090.00, 1,300.00)', '1300.00'],
    ['band.1', '不超过 30,000.00 元的部分', '28,700.00 × 81% (1 − (1 − 85%) × 60% − 10%)', '23247.00'],
    ['cap', '年度最高支付限额', 'min(31,722.60, max(0, 100,000.00 − 80,000.00))', '20000.00'],
  ])('%s: %s, %s, %s', (id, term, working, amount) => {
    expect(rows.find((row) => row.id === id)).toMatchObject({ term, working, amount })
  })

  it('what was rounded, what it rests on and what is borrowed', () => {
    expect(rows.find((row) => row.id === 'band.1')).toMatchObject({
      roundedToFen: true,
      borrowedFrom: ['南昌市'],
    })
    expect(rows.find((row) => row.id === 'deductible')).toMatchObject({
      roundedToFen: false,
      clauses: ['《北京市基本医疗保险规定》 第三十六条，自 2001-04-01 起执行'],
      borrowedFrom: [],
    })
  })
})

it('refuses a step it has no words for and names it', () => {
  expect(() => sayStep({ ...trace, says: 'moon-phase' }, 'en')).toThrow('Step “result” says “moon-phase”')
})

function stepsOf(step: TraceStep): TraceStep[] {
  return [step, ...(step.children ?? []).flatMap(stepsOf)]
}

function stepOf(trace: TraceStep, id: string): TraceStep {
  const step = stepsOf(trace).find((it) => it.id === id)
  if (!step) throw new Error(`no step ${id}`)
  return step
}
