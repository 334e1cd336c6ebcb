import { calculateChain, explainChain, replayChain, type ChainClaim } from '@yichuang/benefits'
import { plainDate, ratio, yuan, ZERO_FEN } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { asksEnrolment, benefitChain, loadPacks, unbrokenYears } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const day = plainDate
const time = (from: string, to?: string, insurance = 'resident') => ({
  insurance,
  from: day(from),
  to: to === undefined ? null : day(to),
})

describe('years of unbroken enrolment', () => {
  it.each([
    ['since the first of a year', [time('2020-01-01')], 5],
    ['since the middle of one, which does not count', [time('2020-07-01')], 4],
    ['a year after another, each enrolled anew', [time('2021-01-01', '2021-12-31'), time('2022-01-01')], 4],
    ['broken by a year, counted from after it', [time('2018-01-01', '2021-12-31'), time('2023-01-01')], 2],
    ['broken by one day', [time('2018-01-01', '2023-12-30'), time('2024-01-01')], 1],
    ['of another insurance', [time('2015-01-01', undefined, 'employee')], 0],
    ['ended before the day', [time('2015-01-01', '2024-12-31')], 0],
    ['begun in the year itself', [time('2025-01-01')], 0],
    ['two that overlap', [time('2020-01-01', '2023-06-30'), time('2022-01-01')], 5],
  ])('%s', (_, times, years) => {
    expect(unbrokenYears(times, 'resident', day('2025-06-01'))).toBe(years)
    expect(unbrokenYears(times.toReversed(), 'resident', day('2025-06-01'))).toBe(years)
  })
})

describe('the incentive for them', () => {
  const files = filesBelow(here('../../../policy-packs'))
  const path = 'cn-36-01-nanchang/benefits/resident-critical-illness.yaml'
  const facts = {
    insurance: 'resident',
    kind: 'inpatient',
    level: 'tertiary',
    personClass: 'resident-adult',
    carePlace: 'local',
    on: day('2025-12-31'),
  } as const
  const packWith = (countsAfter: string) => {
    const load = loadPacks(
      new Map([
        ...files,
        [path, files.get(path)!.replace('    most: 0.2\n', `    most: 0.2\n${countsAfter}`)],
      ]),
      sha256,
    )
    if (!load.ok) throw new Error(JSON.stringify(load.faults))
    return load.packs.get('cn-36-01-nanchang')!
  }
  const capOf = (
    pack: ReturnType<typeof packWith>,
    enrolledYears: number,
    claim: Partial<ChainClaim> = {},
  ) => {
    const chain = benefitChain(pack, { ...facts, enrolledYears })
    if (!('basic' in chain)) throw new Error('no chain')
    const whole: ChainClaim = {
      lines: [{ id: '1', name: '手术费', amount: yuan('2000000.00'), class: 'A', selfPayRatio: ratio('0') }],
      used: {
        basic: {
          year: 2025,
          deductibleUsed: ZERO_FEN,
          inScopeUsed: ZERO_FEN,
          fundPaid: ZERO_FEN,
          admissions: 0,
        },
        stages: {},
        diseases: {},
      },
      ...claim,
    }
    const told = explainChain(chain, whole)
    expect(replayChain(told.trace)).toEqual(told)
    expect(calculateChain(chain, whole).stages).toEqual(told.result.stages)
    return told.result.stages[0]!.paid
  }

  it('raises the cap by the years that count, and by no more than its most', () => {
    const pack = packWith('    countsAfter: 4\n')
    expect(asksEnrolment(pack, facts)).toBe(true)
    expect([3, 4, 5, 7, 40].map((years) => capOf(pack, years))).toEqual(
      ['300000.00', '300000.00', '303000.00', '309000.00', '360000.00'].map(yuan),
    )
    expect(capOf(pack, 7, { bonusYears: 0 })).toBe(yuan('300000.00'))
  })

  it('counts no year while nobody has loaded from which year they count, and asks nobody for a history', () => {
    const pack = packWith('')
    expect(asksEnrolment(pack, facts)).toBe(false)
    expect(capOf(pack, 40)).toBe(yuan('300000.00'))
  })
})
