import { calculateChain, explainChain, replayChain, type ChainClaim } from '@yichuang/benefits'
import { plainDate, ratio, yuan, ZERO_FEN, type Fen } from '@yichuang/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benefitChain, benefitStage, loadPacks, packUnder, type Pack } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const loaded = (files: ReadonlyMap<string, string>) => {
  const load = loadPacks(files, sha256)
  if (!load.ok)
    throw new Error(load.faults.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'))
  return load.packs
}
const claim = (total: string, more: Partial<ChainClaim> = {}): ChainClaim => ({
  lines: [{ id: '1', name: '床位费', amount: yuan(total), class: 'A', selfPayRatio: ratio('0') }],
  used: {
    basic: { year: 2020, deductibleUsed: ZERO_FEN, inScopeUsed: ZERO_FEN, fundPaid: ZERO_FEN, admissions: 0 },
    stages: {},
    diseases: {},
  },
  ...more,
})
const chainOf = (pack: Pack, facts: Parameters<typeof benefitChain>[1]) => {
  const answer = benefitChain(pack, facts)
  if (!('basic' in answer)) throw new Error(answer.map(({ sentence }) => sentence.en).join('\n'))
  return answer
}

const sound = filesBelow(here('sound'))
const source = '    source: { document: law, clause: 第三条, quote: 办结时限为30个工作日 }\n'
const measure = (id: string, effect: string, from = '2020-02-01', until = '2020-03-31') =>
  `  - id: ${id}\n    title: { zh: 疫情 ${id}, en: Epidemic ${id} }\n    effect: ${effect}\n    from: ${from}\n    until: ${until}\n${source}`
const town = (...measures: string[]) =>
  loaded(
    new Map([
      ...sound,
      [
        'town/measures/relief.yaml',
        `id: relief\ntitle: { zh: 疫情, en: Epidemic }\noccasion: { zh: 疫情防控期间, en: During the epidemic }\nwarnDays: 30\nmeasures:\n${measures.join('')}`,
      ],
    ]),
  ).get('town')!
const inpatient = {
  insurance: 'employee',
  kind: 'inpatient',
  level: 'tertiary',
  personClass: 'active',
  carePlace: 'local',
} as const
const [before, during, after] = ['2020-01-31', '2020-02-01', '2020-04-01'].map(plainDate)
const personOf = (pack: Pack, on: typeof during, total = '20000.00') =>
  calculateChain(chainOf(pack, { ...inpatient, on: on! }), claim(total))

describe('a measure on a payer after the basic fund', () => {
  const waived = town(
    measure(
      'no-deductible',
      '{ kind: adjust-payer, table: critical-illness, deductible: 0, raiseShare: 0.15 }',
    ),
  )

  it('waives its deductible and raises its share for its days, before and after them nothing', () => {
    const [was, now, then] = [before, during, after].map((on) => personOf(waived, on).stages[0]!)
    expect([was!.deductible, now!.deductible, then!.deductible]).toEqual([yuan('800.00'), 0, yuan('800.00')])
    expect(then).toEqual(was)
    // What the basic fund leaves is the base of both: 80 % above 800 yuan, then 95 % from the first fen.
    expect(was!.paid).toBe(Math.round((was!.base - 80_000) * 0.8))
    expect(now!.paid).toBe(Math.round(now!.base * 0.95))
  })

  it('never pays more than all, however many points are added', () => {
    const raised = town(measure('all', '{ kind: adjust-payer, table: critical-illness, raiseShare: 1 }'))
    expect(chainOf(raised, { ...inpatient, on: during! }).stages[0]!.bands[0]!.fundShare.value).toBe(
      ratio('1'),
    )
  })

  it('marks every figure it gives, so that the explanation names it, and the explanation runs again', () => {
    const told = explainChain(chainOf(waived, { ...inpatient, on: during! }), claim('20000.00'))
    const marks = JSON.stringify(told.trace).match(/"measure":\{"id":"relief\.no-deductible"/g)
    expect(marks!.length).toBeGreaterThanOrEqual(2)
    expect(replayChain(told.trace)).toEqual(told)
  })

  it('sets a cap for its days, told alone as in the chain', () => {
    const capped = town(measure('cap', '{ kind: adjust-payer, table: critical-illness, yearlyCap: 1000 }'))
    expect(personOf(capped, during, '90000.00').stages[0]!.paid).toBe(yuan('1000.00'))
    const alone = benefitStage(capped, 'critical-illness', { ...inpatient, on: during! })
    expect(alone).toMatchObject({ yearlyCap: { value: yuan('1000.00') } })
  })
})

describe('what the state takes over', () => {
  const state = town(
    measure(
      'rest',
      '{ kind: take-over-rest, pays: [deductible, own-share, over-basic-cap, first-self-pay], only: in-plan }',
    ),
  )
  const planned = (total: string): ChainClaim => ({
    ...claim(total),
    lines: claim(total).lines.map((line) => ({ ...line, inPlan: true })),
  })

  it('is all that insurance and critical illness leave within the plan, and nothing outside it', () => {
    const chain = chainOf(state, { ...inpatient, on: during! })
    const [inPlan, outside] = [
      calculateChain(chain, planned('20000.00')),
      calculateChain(chain, claim('20000.00')),
    ]
    expect(inPlan.person).toBe(0)
    expect(inPlan.payers.oth_pay).toBe(yuan('20000.00') - inPlan.basicPaid - inPlan.payers.hifob_pay)
    expect(outside.payers.oth_pay).toBe(0)
    expect(chainOf(state, { ...inpatient, on: after! }).stages.map(({ payer }) => payer)).not.toContain(
      'oth_pay',
    )
  })

  it('comes last, conserves every fen, and is marked and told with its clause', () => {
    const chain = chainOf(state, { ...inpatient, on: during! })
    expect(chain.stages.at(-1)).toMatchObject({ payer: 'oth_pay', title: { zh: '疫情 rest' } })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000_000 }), (fen) => {
        const one = planned('1.00')
        const result = calculateChain(chain, {
          ...one,
          lines: one.lines.map((line) => ({ ...line, amount: fen as Fen })),
        })
        expect(result.funds + result.person).toBe(fen)
        expect(result.person).toBe(0)
      }),
      { numRuns: 200 },
    )
    const told = explainChain(chain, planned('20000.00'))
    expect(JSON.stringify(told.trace)).toContain('"measure":{"id":"relief.rest"')
  })

  it('is for the groups it names, where it names some', () => {
    const some = town(measure('some', '{ kind: take-over-rest, pays: [own-share], entitled: [hardship] }'))
    const payers = (groups: string[]) =>
      chainOf(some, { ...inpatient, on: during!, groups }).stages.map(({ payer }) => payer)
    expect([payers(['hardship']).at(-1), payers([]).at(-1)]).toEqual(['oth_pay', 'hifob_pay'])
  })
})

describe('a measure on later payers that cannot act is refused:', () => {
  it.each([
    ['of tables nobody has', '{ kind: adjust-payer, table: aid, deductible: 0 }', 'unknown-payer'],
    ['that changes nothing', '{ kind: adjust-payer, table: critical-illness }', 'adjusts-nothing'],
    [
      'for a group nobody knows',
      '{ kind: take-over-rest, pays: [own-share], entitled: [x] }',
      'unknown-person-group',
    ],
    [
      'that raises by more than all',
      '{ kind: adjust-payer, table: critical-illness, raiseShare: 1.2 }',
      'share',
    ],
    ['of a part nobody knows', '{ kind: take-over-rest, pays: [everything] }', 'choice'],
  ])('%s', (_, effect, kind) => {
    const set = `id: relief\ntitle: { zh: 疫, en: E }\noccasion: { zh: 疫, en: E }\nwarnDays: 30\nmeasures:\n${measure('m', effect)}`
    const load = loadPacks(new Map([...sound, ['town/measures/relief.yaml', set]]), sha256)
    expect(load.ok ? [] : load.faults.map((fault) => fault.kind)).toContain(kind)
  })
})

describe('绍市医保〔2020〕9号 二（三）, where a city has later payers', () => {
  // The city borrows the critical-illness tables of the lender too, as another borrowing city does.
  const files = filesBelow(here('../../../policy-packs'))
  const own = 'cn-33-06-shaoxing/benefits/borrowed.yaml'
  const pack = loaded(
    new Map([...files, [own, `${files.get(own)!.trimEnd()}\n  supplements: [resident-critical-illness]\n`]]),
  ).get('cn-33-06-shaoxing')!
  const facts = {
    insurance: 'resident',
    kind: 'inpatient',
    level: 'tertiary',
    personClass: 'resident-adult',
  } as const
  const worked = (on: string, carePlace: 'local' | 'out-unreferred', under: Pack = pack) =>
    calculateChain(chainOf(under, { ...facts, carePlace, on: plainDate(on) }), claim('120000.00'))

  it('the cut is off the base of critical illness too: care elsewhere is paid as care at home by every payer', () => {
    const [cut, relieved, home] = [
      worked('2020-01-28', 'out-unreferred'),
      worked('2020-01-29', 'out-unreferred'),
      worked('2020-01-29', 'local'),
    ]
    expect(cut.basic.outOfAreaFirst).toBe(yuan('24000.00'))
    expect(relieved.payers).toEqual(home.payers)
    expect(relieved.stages).toEqual(home.stages)
    expect(relieved.person).toBeLessThan(cut.person)
  })

  it('without the notice the cut comes back for all of them', () => {
    const ended = packUnder(pack, [], sha256)
    expect(worked('2020-03-01', 'out-unreferred', ended).payers).toEqual(
      worked('2020-01-28', 'out-unreferred').payers,
    )
  })
})
