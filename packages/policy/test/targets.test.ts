import { plainDate, ratio } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countsAsMaterial,
  cutOf,
  formatCut,
  meanCut,
  mostAllowed,
  pooledCut,
  reaches,
  targetsOn,
  type Pair,
} from '../src/index.ts'
import { realPacks } from './files.ts'

const packs = realPacks()
const cn = packs.get('cn')!
const on = plainDate('2020-10-15')
const targetOf = (place: string, kind: string, day = on) =>
  targetsOn(packs.get(place)!, cn, day).find((target) => target.kind === kind)!
const shown = (pair: Pair) => formatCut(cutOf(pair)!)

describe('a cut', () => {
  it('is 70.0 % from 30 to 9 working days and 66.7 % from 45 to 15, and both reach 60 %', () => {
    expect([shown({ baseline: 30, here: 9 }), shown({ baseline: 45, here: 15 })]).toEqual(['70.0%', '66.7%'])
    for (const pair of [
      { baseline: 30, here: 9 },
      { baseline: 45, here: 15 },
    ])
      expect(reaches(cutOf(pair)!, ratio('0.6'))).toBe(true)
  })

  it('of everything is 68.0 % pooled and 68.3 % as a mean of those two', () => {
    const pairs = [
      { baseline: 30, here: 9 },
      { baseline: 45, here: 15 },
    ]
    expect([formatCut(pooledCut(pairs)!), formatCut(meanCut(pairs)!)]).toEqual(['68.0%', '68.3%'])
  })

  it('leaves at most 12 of 30 days, 18 of 45, 4 of 10, 2 of 5, and none of 1, when 60 % are to go', () => {
    expect([30, 45, 20, 10, 15, 5, 1].map((days) => mostAllowed(days, ratio('0.6')))).toEqual([
      12, 18, 8, 4, 6, 2, 0,
    ])
  })

  it('is not there where the baseline is nothing, and below zero where more is asked for', () => {
    expect([cutOf({ baseline: 0, here: 0 }), pooledCut([]), meanCut([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(shown({ baseline: 4, here: 5 })).toBe('-25.0%')
  })

  it('that is shown rounded up to the target does not reach it', () => {
    const almost = { baseline: 100_000, here: 40_001 }
    expect(shown(almost)).toBe('60.0%')
    expect(reaches(cutOf(almost)!, ratio('0.6'))).toBe(false)
  })
})

const pairs = fc.array(
  fc.record({ baseline: fc.integer({ min: 1, max: 400 }), here: fc.integer({ min: 0, max: 400 }) }),
  { minLength: 1, maxLength: 40 },
)
const share = ({ part, over }: { part: bigint; over: bigint }) => Number((part * 10n ** 12n) / over) / 1e12
const target = fc.integer({ min: 0, max: 100 }).map((percent) => ratio(String(percent / 100)))

describe('whatever the items', () => {
  it('both readings lie between the smallest and the largest cut of an item', () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const cuts = some.map((pair) => share(cutOf(pair)!))
        for (const reading of [pooledCut(some)!, meanCut(some)!]) {
          expect(share(reading)).toBeGreaterThanOrEqual(Math.min(...cuts) - 1e-9)
          expect(share(reading)).toBeLessThanOrEqual(Math.max(...cuts) + 1e-9)
        }
      }),
    )
  })

  it('the readings agree when all baselines are the same', () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const same = some.map(({ here }) => ({ baseline: 30, here }))
        const [a, b] = [pooledCut(same)!, meanCut(same)!]
        expect(a.part * b.over).toBe(b.part * a.over)
      }),
    )
  })

  it('asking for less never makes a cut smaller', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (some, which) => {
        const less = some.map((pair, index) =>
          index === which % some.length ? { ...pair, here: Math.max(0, pair.here - 1) } : pair,
        )
        for (const reading of [pooledCut, meanCut]) {
          const [before, after] = [reading(some)!, reading(less)!]
          expect(after.part * before.over >= before.part * after.over).toBe(true)
        }
      }),
    )
  })

  it('the most that is allowed reaches the target and one more does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), target, (baseline, aim) => {
        const here = mostAllowed(baseline, aim)
        expect(reaches(cutOf({ baseline, here })!, aim)).toBe(true)
        expect(reaches(cutOf({ baseline, here: here + 1 })!, aim)).toBe(false)
      }),
    )
  })
})

describe('the targets of 济医保发〔2020〕13号', () => {
  it('are 30, 50, 60 and 50 %, each with the words of the document', () => {
    const targets = targetsOn(packs.get('cn-37-08-jining')!, cn, on)
    expect(targets.map(({ aim }) => aim?.ratio)).toEqual(['0.3', '0.5', '0.6', '0.5'].map(ratio))
    for (const { aim } of targets) expect(aim?.source.citation).toContain('济医保发〔2020〕13号')
    expect(targets[2]?.aim?.source.quote).toBe('非即时办结事项比国家规定时限压缩60%以上')
  })

  it('are computed from the three promises that the document gives: 68.6 % pooled, 68.9 % as a mean', () => {
    const limits = targetOf('cn-37-08-jining', 'non-instant')
    const known = limits.items.filter(({ cut }) => cut !== null)
    expect(known.map(({ itemId, cut }) => [itemId, formatCut(cut!)])).toEqual([
      ['transfer.relation', '66.7%'],
      ['claims.outpatient', '70.0%'],
      ['claims.inpatient', '70.0%'],
    ])
    expect([formatCut(limits.pooled.cut!), limits.pooled.reached]).toEqual(['68.6%', true])
    expect([formatCut(limits.mean.cut!), limits.mean.reached]).toEqual(['68.9%', true])
    expect(limits.compared).toBe(3)
    expect(limits.inScope).toBeGreaterThan(3)
  })

  it('leave out what is finished on the spot, and say who can load what is not known', () => {
    const { items } = targetOf('cn-37-08-jining', 'limits')
    const spot = items.find(({ itemId }) => itemId === 'transfer.certificate')!
    expect(spot).toMatchObject({ instant: true, cut: null, whoCanLoad: [] })
    const who = (day: string, id: string) =>
      targetOf('cn-37-08-jining', 'limits', plainDate(day))
        .items.find(({ itemId }) => itemId === id)!
        .whoCanLoad.map(({ zh }) => zh)
    expect(who('2020-10-15', 'enrolment.employee')).toEqual(['国家医疗保障局', '济宁市医疗保障局'])
    expect(who('2024-01-15', 'enrolment.employee')).toEqual(['济宁市医疗保障局'])
  })

  it('give no figure where the place has not loaded lists of its own, instead of calling them unchanged', () => {
    const materials = targetOf('cn-37-08-jining', 'materials')
    expect([materials.pooled.cut, materials.pooled.reached, materials.compared]).toEqual([null, null, 0])
    expect(materials.items.every(({ here }) => here.count === null)).toBe(true)
    const process = targetOf('cn-37-08-jining', 'process')
    expect(new Set(process.items.map(({ itemId }) => itemId.split('.')[0]))).toEqual(
      new Set(['transfer', 'away']),
    )
    expect(process.pooled.cut).toBeNull()
  })

  it('do not hold before the document, nor at another place, where nothing is reached or missed', () => {
    expect(targetOf('cn-37-08-jining', 'limits', plainDate('2020-08-30')).aim).toBeNull()
    const elsewhere = targetOf('cn-33-06-shaoxing', 'limits')
    expect([elsewhere.aim, elsewhere.pooled.reached]).toEqual([null, null])
  })

  it('count a list of the place’s own once it is loaded', () => {
    const jining = packs.get('cn-37-08-jining')!
    const item = jining.items.get('claims.inpatient')!
    const materials = item.base.versions[0]!.materials.slice(0, 3)
    const changes = item.changes.map((layer) => ({
      ...layer,
      versions: layer.versions.map((version) => ({ ...version, materials })),
    }))
    const loaded = { ...jining, items: new Map(jining.items).set('claims.inpatient', { ...item, changes }) }
    const found = targetsOn(loaded, cn, on)[0]!
    const row = found.items.find(({ itemId }) => itemId === 'claims.inpatient')!
    expect([row.baseline.count, row.here.count, row.here.confirmed]).toEqual([6, 3, false])
    expect([formatCut(row.cut!), row.reached, found.compared]).toEqual(['50.0%', true, 1])
  })
})

it('a material counts when it is required and not only fetched from shared data', () => {
  const material = (required: boolean, formats: ('image' | 'shared-data')[]) => ({
    id: 'a',
    zh: '甲',
    en: 'A',
    required,
    formats,
  })
  expect([
    countsAsMaterial(material(true, ['image', 'shared-data'])),
    countsAsMaterial(material(true, ['shared-data'])),
    countsAsMaterial(material(false, ['image'])),
  ]).toEqual([true, false, false])
})
