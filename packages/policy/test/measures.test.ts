import { addDays, plainDate } from '@yichuang/kernel'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  BY_DOCUMENT,
  benefitScheme,
  billAcceptedUntil,
  inForce,
  isMissing,
  itemOn,
  loadPacks,
  packUnder,
  parameterOn,
  permanentEdits,
  type ActingMeasure,
  type Pack,
} from '../src/index.ts'
import { filesBelow, here, realPacks, sha256 } from './files.ts'

const day = plainDate
const packs = realPacks()
const [shaoxing, jining] = [packs.get('cn-33-06-shaoxing')!, packs.get('cn-37-08-jining')!]
const act = (
  measure: string,
  from: string,
  until?: string,
  more: Partial<ActingMeasure> = {},
): ActingMeasure => ({
  activation: 'a1',
  measure: `shaoxing-2020-9.${measure}`,
  from: day(from),
  ...(until !== undefined && { until: day(until) }),
  places: [],
  groups: [],
  ...more,
})
const under = (pack: Pack, ...more: ActingMeasure[]) => packUnder(pack, [...pack.acting, ...more], sha256)
const names = (list: ReturnType<typeof inForce>) => list.map(({ acting }) => acting.measure.split('.')[1])

describe('what the notice of 绍兴 orders', () => {
  it('is in force from its day without anybody’s act, and what it permits is not', () => {
    const on = (text: string) => names(inForce(shaoxing, shaoxing.acting, { on: day(text) }))
    expect(on('2020-01-27')).toEqual([])
    expect(on('2020-01-28')).toEqual(['bills-of-2019', 'bills-of-2020'])
    expect(on('2020-02-03')).toEqual([
      'bills-of-2019',
      'bills-of-2020',
      'no-out-of-area-cut',
      'treat-first',
      'prepayment',
    ])
  })

  it('marks the value it gives with the measure', () => {
    const until = billAcceptedUntil(shaoxing, 2019, day('2020-02-03'))
    expect(until).toMatchObject({
      value: '2020-12-31',
      source: {
        from: '2020-01-28',
        measure: { id: 'shaoxing-2020-9.bills-of-2019', activation: BY_DOCUMENT },
      },
    })
  })
})

describe('a pack under measures', () => {
  const phone = act('phone', '2020-02-03', '2020-06-30')

  it('is the pack itself, hash and all, when only its documents act', () => {
    expect(packUnder(shaoxing, shaoxing.acting, sha256).hash).toBe(shaoxing.hash)
    expect(under(shaoxing, phone).hash).not.toBe(shaoxing.hash)
    expect(under(shaoxing, phone).hash).toBe(under(shaoxing, { ...phone }).hash)
  })

  it('opens a channel from the first to the last day', () => {
    const open = (on: string) =>
      itemOn(under(shaoxing, phone), 'claims.outpatient', day(on))!.channels.some(
        ({ channel }) => channel === 'phone',
      )
    expect(['2020-02-02', '2020-02-03', '2020-06-30', '2020-07-01'].map(open)).toEqual([
      false,
      true,
      true,
      false,
    ])
    const channels = itemOn(under(shaoxing, phone), 'away.referral', day('2020-03-01'))!.channels
    expect(channels.some(({ source }) => source?.measure)).toBe(false)
  })

  it('lets a material come later, for those the measure is for, by the days the leader said', () => {
    const pack = under(shaoxing, act('papers-later', '2020-02-03', '2020-06-30', { papersWithin: 45 }))
    const { materials } = itemOn(pack, 'claims.inpatient', day('2020-03-01'))!
    expect(materials[0]!.later).toEqual({
      days: 45,
      measure: 'shaoxing-2020-9.papers-later',
      activation: 'a1',
      groups: ['public-institution'],
    })
    expect(itemOn(pack, 'claims.inpatient', day('2020-07-01'))!.materials[0]!.later).toBeUndefined()
  })

  it('pays the lower share again for care after the waiver was ended', () => {
    const ended = shaoxing.acting.map((entry) =>
      entry.measure.endsWith('cut') ? { ...entry, until: day('2020-12-31') } : entry,
    )
    const pack = packUnder(shaoxing, ended, sha256)
    const scheme = (on: string) =>
      benefitScheme(pack, {
        insurance: 'employee',
        kind: 'inpatient',
        level: 'tertiary',
        personClass: 'active',
        carePlace: 'out-unreferred',
        on: day(on),
      })
    expect(scheme('2020-12-31')).toHaveProperty('outOfAreaWaived')
    expect(scheme('2021-01-01')).not.toHaveProperty('outOfAreaWaived')
  })

  it('has no value any more where only the measure gave one', () => {
    const pack = packUnder(shaoxing, [act('bills-of-2019', '2020-01-28', '2020-03-31')], sha256)
    expect(isMissing(billAcceptedUntil(pack, 2019, day('2020-04-01')))).toBe(true)
  })
})

describe('who and where a measure is for', () => {
  const some = [
    act('phone', '2020-02-03', '2020-06-30', { places: ['330681'] }),
    act('im', '2020-02-03', '2020-06-30', { groups: ['employee'] }),
  ]
  test.each([
    [{ place: '330681', groups: ['employee'] as const }, ['phone', 'im']],
    [{ place: '330602', groups: ['employee'] as const }, ['im']],
    [{ place: '330681', groups: ['resident'] as const }, ['phone']],
    [{}, []],
  ])('%j: %j', (scope, expected) => {
    expect(names(inForce(shaoxing, some, { ...scope, on: day('2020-03-01') }))).toEqual(expected)
  })
})

it('济宁 names what it did for the epidemic, and by which clause it becomes permanent', () => {
  const set = jining.measures.get('jining-2020-13')!
  expect(set.permanence?.source.quote).toContain('上升为常态化办事流程')
  expect(set.measures.map(({ effect }) => effect.kind)).toEqual([
    'open-channel',
    'open-channel',
    'internet-care',
  ])
  expect(inForce(jining, jining.acting, { on: day('2020-10-15') })).toEqual([])
})

test('a measure acts on exactly the days from its first to its last, whatever they are', () => {
  const offset = fc.integer({ min: -400, max: 400 })
  fc.assert(
    fc.property(offset, fc.nat(300), offset, (start, length, asked) => {
      const from = addDays(day('2020-06-01'), start)
      const until = addDays(from, length)
      const on = addDays(day('2020-06-01'), asked)
      const pack = packUnder(shaoxing, [act('no-out-of-area-cut', from, until)], sha256)
      const value = parameterOn(pack, 'claims.out-of-area-cut-applies', undefined, on)
      expect(isMissing(value)).toBe(!(from <= on && on <= until))
    }),
    { numRuns: 200 },
  )
})

describe('a measure made permanent', () => {
  const files = filesBelow(here('../../../policy-packs'))
  const source = {
    document: 'shaoxing-2020-9',
    clause: '二（三）',
    quote: '报销不再执行异地转外就医支付比例调减政策',
  }
  const made = (measure: string, more = {}) => {
    const edits = permanentEdits(files, packs, {
      pack: shaoxing.id,
      measure: `shaoxing-2020-9.${measure}`,
      from: day('2021-01-01'),
      source,
      ...more,
    })
    const load = loadPacks(new Map([...files, ...edits]), sha256)
    if (!load.ok) throw new Error(load.faults.map(({ file, what }) => `${file} ${what}`).join('\n'))
    return load.packs.get(shaoxing.id)!
  }

  it('holds from its day as a rule of its own, and the measure gives way the day before', () => {
    const value = (on: string) =>
      parameterOn(made('no-out-of-area-cut'), 'claims.out-of-area-cut-applies', undefined, day(on))
    expect(value('2020-12-31')).toMatchObject({
      value: 'false',
      source: { measure: { id: 'shaoxing-2020-9.no-out-of-area-cut' } },
    })
    expect(value('2021-01-01')).toMatchObject({ value: 'false' })
    expect(value('2021-01-01')).not.toHaveProperty('source.measure')
  })

  it('lets papers come later for good, by as many days as it was switched on with', () => {
    const later = (on: string) =>
      itemOn(made('papers-later', { papersWithin: 45 }), 'claims.inpatient', day(on))!.materials.map(
        (material) => material.later?.days,
      )
    expect(new Set(later('2020-12-31'))).toEqual(new Set([undefined]))
    expect(new Set(later('2021-01-01'))).toEqual(new Set([45]))
    const { materials } = itemOn(
      made('papers-later', { papersWithin: 45 }),
      'claims.inpatient',
      day('2021-01-01'),
    )!
    expect(materials[0]!.later?.groups).toEqual(['public-institution'])
    expect(() => made('papers-later')).toThrow(/how many days/)
  })

  it('stands without an end where no file of the place can say what it does, on the words that decide it', () => {
    const pack = made('prepayment')
    const on = (text: string) => names(inForce(pack, pack.acting, { on: day(text) }))
    expect(on('2020-12-31')).toContain('prepayment')
    expect(on('2020-12-31')).not.toContain('prepayment-permanent')
    expect(on('2021-01-01')).toContain('prepayment-permanent')
    expect(on('2021-01-01')).not.toContain('prepayment')
    expect(on('2099-01-01')).toContain('prepayment-permanent')
  })

  it.each(shaoxing.measures.get('shaoxing-2020-9')!.measures.map(({ id }) => id))(
    'makes a change of the packs that loads out of every measure of the notice: %s',
    (id) => {
      expect(made(id, { papersWithin: 45 }).hash).not.toBe(shaoxing.hash)
    },
  )
})
