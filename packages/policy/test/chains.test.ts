import { calculateChain } from '@yichuang/benefits'
import { plainDate, yuan, type Fen } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { benefitChain, chainOn, comparePacks, loadPacks } from '../src/index.ts'
import { filesBelow, here, realPacks, sha256 } from './files.ts'

const packs = realPacks()
const nanchang = packs.get('cn-36-01-nanchang')!
const shaoxing = packs.get('cn-33-06-shaoxing')!
const inpatient = {
  insurance: 'resident',
  kind: 'inpatient',
  level: 'tertiary',
  personClass: 'resident-adult',
  carePlace: 'local',
  on: plainDate('2025-12-31'),
} as const

function compiled(answer: ReturnType<typeof benefitChain>) {
  if (!('basic' in answer)) throw new Error(answer.map(({ sentence }) => sentence.en).join('\n'))
  return answer
}

describe('a chain', () => {
  it('gives people of a group their own rows, and everybody else those that name nobody', () => {
    const [general, hardship, unknown] = [[], ['hardship'], ['somebody-else']].map(
      (groups) => compiled(benefitChain(nanchang, { ...inpatient, groups })).stages[0]!,
    )
    expect([general!.deductible?.value, general!.yearlyCap?.value]).toEqual([
      yuan('17000.00'),
      yuan('300000.00'),
    ])
    expect([hardship!.deductible?.value, hardship!.yearlyCap?.value]).toEqual([yuan('8500.00'), undefined])
    expect(unknown).toEqual(general)
  })

  it('is only the basic fund where a place has loaded none, and the basic rules are the same', () => {
    const facts = { ...inpatient, on: plainDate('2020-09-01') }
    expect(chainOn(shaoxing, facts)).toBeUndefined()
    expect(compiled(benefitChain(shaoxing, facts))).toMatchObject({ stages: [], pots: [] })
  })

  it('begins on its day', () => {
    expect(chainOn(nanchang, { ...inpatient, on: plainDate('2024-12-31') })).toBeUndefined()
    expect(chainOn(nanchang, { ...inpatient, on: plainDate('2025-01-01') })?.stages).toHaveLength(1)
  })

  it('names every rule that is missing, of the basic fund as of those after it', () => {
    const beijing = packs.get('cn-11-beijing')!
    const answer = benefitChain(beijing, { ...inpatient, on: plainDate('2025-06-01') })
    if ('basic' in answer) throw new Error('a chain was compiled without the shares of the basic fund')
    expect(answer.map(({ rule }) => rule)).toEqual(['resident-inpatient.bands'])
  })

  it('asks for the rule on transfers when the stay goes on from another hospital', () => {
    const answer = benefitChain(nanchang, { ...inpatient, transferred: true })
    if ('basic' in answer) throw new Error('a transfer was compiled without a rule')
    expect(answer.map(({ rule }) => rule)).toEqual(['resident-inpatient.transfer'])
  })
})

describe('the two diseases of Nanchang', () => {
  const files = filesBelow(here('../../../policy-packs'))
  const path = 'cn-36-01-nanchang/benefits/resident-two-diseases.yaml'
  // The share is not in the documents; one made up here lets the caps be tried.
  const quote = `from: 2023-01-31, source: { document: nanchang-2022-38, clause: 两病门诊用药, quote: 高血压400元 }`
  const tables = `${files.get(path)}
deductible: { design: per-year, rows: [{ amount: 0, ${quote} }] }
bands: { base: absolute, yearToDate: false, rows: [{ above: 0, fundShare: 0.5, ${quote} }] }
`
  const load = loadPacks(new Map(files).set(path, tables), sha256)
  if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
  const place = load.packs.get('cn-36-01-nanchang')!
  const paid = (disease: string, recognised: string[], used: Record<string, number>) => {
    const chain = compiled(benefitChain(place, { ...inpatient, kind: 'outpatient', disease, recognised }))
    const nothing = {
      year: 2025,
      deductibleUsed: 0,
      inScopeUsed: 0,
      fundPaid: 0,
      admissions: 0,
    } as never
    const line = { id: '1', name: '药费', amount: yuan('1000.00'), class: 'A', selfPayRatio: 0 } as never
    return calculateChain(chain, {
      lines: [line],
      used: { basic: nothing, stages: {}, diseases: used as Record<string, Fen> },
    }).basicPaid
  }

  it.each([
    ['hypertension', [], {}, '400.00'],
    ['diabetes', [], {}, '500.00'],
    ['hypertension', [], { hypertension: 30_000 }, '100.00'],
    ['hypertension', ['diabetes'], {}, '500.00'],
    ['hypertension', ['diabetes'], { hypertension: 30_000, diabetes: 50_000 }, '100.00'],
  ])('of 1000 yuan for %s with %j recognised and %j used, pay %s', (disease, recognised, used, amount) => {
    expect(paid(disease, recognised, used)).toBe(yuan(amount))
  })
})

it('a change in the tables of a later payer or in the order of payers shows as a difference', () => {
  const files = filesBelow(here('../../../policy-packs'))
  const differ = (path: string, from: string, to: string) => {
    const load = loadPacks(new Map(files).set(path, files.get(path)!.replace(from, to)), sha256)
    if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
    return comparePacks(packs, load.packs).map(({ id, before, after }) => [id, before, after])
  }
  const folder = 'cn-36-01-nanchang/benefits'
  expect(differ(`${folder}/resident-critical-illness.yaml`, 'fundShare: 0.6\n', 'fundShare: 0.7\n')).toEqual([
    ['resident-critical-illness', '0.6', '0.7'],
  ])
  expect(
    differ(`${folder}/chain.yaml`, '[deductible, own-share, over-basic-cap]', '[own-share]'),
  ).not.toEqual([])
})
