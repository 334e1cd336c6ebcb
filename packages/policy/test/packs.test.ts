import { calendarAsKnown, plainDate } from '@yichuang/kernel'
import { describe, expect, it, test } from 'vitest'
import {
  benefitScheme,
  billAcceptedUntil,
  billDeadlines,
  calendarVersions,
  isMissing,
  itemOn,
  itemsOn,
  loadPacks,
  loadStoredPacks,
  materialNeeds,
  parameterOn,
  timeLimits,
} from '../src/index.ts'
import { filesBelow, here, realPacks, sha256 } from './files.ts'

const packs = realPacks()
const [cn, shaoxing, jining] = [
  packs.get('cn')!,
  packs.get('cn-33-06-shaoxing')!,
  packs.get('cn-37-08-jining')!,
]
const day = plainDate

describe('the catalogue', () => {
  it('holds the 28 national items in their 10 groups, in order', () => {
    const items = itemsOn(shaoxing, day('2020-02-03'))
    const listed = Array.from({ length: 28 }, (_, index) => index + 1)
    // What people can ask for besides stands behind the list, without a number of it.
    expect(items.map((item) => item.number)).toEqual([...listed, null])
    const sizes = shaoxing.itemGroups.map(
      (group) => items.filter((item) => item.group.id === group.id).length,
    )
    expect(sizes).toEqual([6, 3, 2, 4, 1, 2, 4, 2, 2, 2, 1])
  })

  it('opens claims, the withdrawal of the account, filings of care elsewhere and objections, and leaves the others as guides, with unknown codes left empty', () => {
    const items = itemsOn(jining, day('2020-09-01'))
    expect(items.filter((item) => item.status === 'live').map((item) => item.id)).toEqual([
      'records.account-withdrawal',
      'away.retired',
      'away.long-stay',
      'away.posted',
      'claims.outpatient',
      'claims.inpatient',
      'objections.settlement',
    ])
    expect(items.filter((item) => item.code === null)).toHaveLength(10)
    expect(itemOn(jining, 'claims.inpatient', day('2020-09-01'))?.code?.digits).toBe('2036023002')
  })

  it('puts the statutory limit of 30 working days beside the 9 that Jining promises, each with its clause', () => {
    const { statutory, promised } = timeLimits(itemOn(jining, 'claims.inpatient', day('2020-09-01'))!)
    expect([statutory?.workingDays, promised?.workingDays]).toEqual([30, 9])
    for (const limit of [statutory, promised])
      expect(limit?.source).toMatchObject({
        clause: '一（一）',
        quote: '医疗费手工报销由国家规定时限的30个工作日缩短至9个工作日',
      })
    expect(promised?.source?.citation).toContain('济医保发〔2020〕13号')
    expect(promised?.source?.fromBasis).toContain('2020年8月底前')
  })

  it('cuts the transfer of the insurance relation from 45 to 15 working days in Jining', () => {
    const limits = timeLimits(itemOn(jining, 'transfer.relation', day('2020-09-01'))!)
    expect([limits.statutory?.workingDays, limits.promised?.workingDays]).toEqual([45, 15])
  })

  it('shows no promise of Shaoxing, for no document gives one', () => {
    const limits = timeLimits(itemOn(shaoxing, 'claims.inpatient', day('2020-09-01'))!)
    expect(limits.statutory?.workingDays).toBe(30)
    expect(limits.promised).toBeNull()
  })

  it('keeps the version that was in force: before 2020-08-31 Jining promised nothing', () => {
    const before = itemOn(jining, 'claims.inpatient', day('2020-08-30'))
    expect(before?.limits.promised).toBeNull()
    expect(before?.version).toBe('2020-01-01')
    expect(itemOn(jining, 'claims.inpatient', day('2020-08-31'))?.version).toBe('2020-01-01+2020-08-31')
    expect(itemOn(jining, 'claims.inpatient', day('2019-12-31'))).toBeUndefined()
  })

  it('rests the limits on the regulation once that is in force', () => {
    const { statutory } = timeLimits(itemOn(shaoxing, 'claims.inpatient', day('2023-12-01'))!)
    expect(statutory).toMatchObject({ workingDays: 30, source: { clause: '第二十条', from: '2023-12-01' } })
  })

  it('quotes the eight online steps of Shaoxing from its letter', () => {
    const online = itemOn(shaoxing, 'claims.outpatient', day('2020-02-03'))!.online
    expect(online.map((way) => [way.channel, way.steps.length])).toEqual([
      ['web', 4],
      ['mobile', 4],
    ])
  })

  test.each([
    [{}, ['identity', 'receipt', 'fee-list', 'discharge']],
    [{ accident: true }, ['identity', 'receipt', 'fee-list', 'discharge', 'accident-proof']],
    [{ carePlace: 'out-referred' as const }, ['identity', 'receipt', 'fee-list', 'discharge', 'referral']],
    [{ agent: true }, ['identity', 'receipt', 'fee-list', 'discharge', 'mandate']],
  ])('in the situation %j it asks for %j', (situation, ids) => {
    const item = itemOn(jining, 'claims.inpatient', day('2020-09-01'))!
    expect(materialNeeds(item, situation).map(({ material }) => material.id)).toEqual(ids)
  })

  it('every fact of every item has a source or says that it is unconfirmed', () => {
    const facts: object[] = []
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('source' in value || 'trust' in value) facts.push(value)
      else Object.values(value).forEach(visit)
    }
    for (const on of ['2020-09-01', '2024-01-01']) itemsOn(jining, day(on)).forEach(visit)
    expect(facts.length).toBeGreaterThan(500)
    expect(facts.filter((fact) => 'source' in fact && 'trust' in fact)).toEqual([])
  })
})

describe('bills', () => {
  it('of 2019 and 2020 are accepted in Shaoxing until the end of the year after', () => {
    expect(
      billDeadlines(shaoxing, day('2020-02-03')).map(({ billYear, until }) => [billYear, until.value]),
    ).toEqual([
      [2019, '2020-12-31'],
      [2020, '2021-12-31'],
    ])
  })

  it('of 2018 have no rule, and none was known before the letter of 2020-01-28', () => {
    expect(isMissing(billAcceptedUntil(shaoxing, 2018, day('2020-02-03')))).toBe(true)
    expect(isMissing(billAcceptedUntil(shaoxing, 2019, day('2020-01-27')))).toBe(true)
    const missing = billAcceptedUntil(jining, 2019, day('2020-09-01'))
    expect(isMissing(missing) && missing.sentence.zh).toContain('由济宁市医疗保障局加载')
  })
})

describe('the calendar', () => {
  test.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('of %i has %i working days', (year, days) => {
    const calendar = calendarAsKnown(calendarVersions(cn), day('2026-01-01'))
    const before = year === 2019 ? day('2019-01-01') : day(`${year - 1}-12-31`)
    expect(calendar.count(before, day(`${year}-12-31`))).toBe(days)
  })

  it('of 2020 was changed on 2020-01-27: Friday 31 January and Saturday 1 February are off', () => {
    const works = (known: string) =>
      ['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map(
        (text) => calendarAsKnown(calendarVersions(cn), day(known)).kind(day(text)).working,
      )
    expect(works('2020-01-26')).toEqual([true, true, false, true])
    expect(works('2020-01-27')).toEqual([false, false, false, true])
  })
})

describe('money of Shaoxing and Jining', () => {
  const facts = {
    insurance: 'employee',
    kind: 'inpatient',
    level: 'tertiary',
    personClass: 'active',
  } as const

  it('is borrowed, and every figure says from where and why', () => {
    const scheme = benefitScheme(jining, { ...facts, carePlace: 'out-unreferred', on: day('2020-09-01') })
    if (!('deductible' in scheme)) throw new Error('nothing was compiled')
    const sources = JSON.stringify(scheme).match(/"source":/g)?.length
    const borrowed = JSON.stringify(scheme).match(/"borrowed":\{"pack":"cn-36-01-nanchang"/g)?.length
    expect(sources).toBe(4)
    expect(borrowed).toBe(sources)
    expect(scheme.outOfAreaFirst?.value).toBe(200_000)
  })

  it('of care elsewhere is not cut in Shaoxing since 2020-01-29, and the reason is its own letter', () => {
    const of = (on: string) => benefitScheme(shaoxing, { ...facts, carePlace: 'out-unreferred', on: day(on) })
    const [before, since] = [of('2020-01-28'), of('2020-01-29')]
    if (!('deductible' in before && 'deductible' in since)) throw new Error('nothing was compiled')
    expect([before.outOfAreaFirst?.value, before.outOfAreaWaived]).toEqual([200_000, undefined])
    expect(since.outOfAreaFirst).toBeUndefined()
    expect(since.outOfAreaWaived).toMatchObject({
      value: 'true',
      source: { clause: '二（三）', from: '2020-01-29' },
    })
    expect(since.outOfAreaWaived?.source.borrowed).toBeUndefined()
  })

  it('of residents’ out-patient care is missing, and people are told what and who', () => {
    const answer = benefitScheme(shaoxing, {
      insurance: 'resident',
      kind: 'outpatient',
      level: 'primary',
      personClass: 'resident-adult',
      carePlace: 'local',
      on: day('2020-02-03'),
    })
    if ('deductible' in answer) throw new Error('a scheme was compiled from nothing')
    expect(answer.map((missing) => missing.rule)).toEqual([
      'resident-outpatient.deductible',
      'resident-outpatient.bands',
    ])
    expect(answer[0]?.sentence.zh).toContain('由绍兴市医疗保障局加载')
  })
})

it('lists in which points each place differs from the packs below', () => {
  const report = (pack: typeof cn) =>
    pack.overrides.map(({ kind, id, ofPack }) => `${kind} ${id} of ${ofPack}`).sort()
  expect(report(shaoxing)).toEqual(['item claims.inpatient of cn', 'item claims.outpatient of cn'])
  expect(report(jining)).toEqual([
    'item away.referral of cn',
    'item claims.inpatient of cn',
    'item claims.outpatient of cn',
    'item records.account-withdrawal of cn',
    'item transfer.relation of cn',
    'parameter chronic.anytime of cn',
    'parameter chronic.hand-over-day of cn',
    'parameter chronic.networked of cn',
    'parameter chronic.networked-count of cn',
    'parameter institutions.networked-by of cn',
    'parameter institutions.networked-per-county of cn',
    'parameter referral.valid-years of cn',
    'parameter targets.frequent-items of cn',
    'parameter targets.limits-cut of cn',
    'parameter targets.materials-cut of cn',
    'parameter targets.non-instant-cut of cn',
    'parameter targets.process-cut of cn',
  ])
})

it('gives the telephone numbers of every centre of Shaoxing with their topic where the letter names one', () => {
  const entries = shaoxing.directories.get('shaoxing-centres')!.entries
  expect(entries).toHaveLength(13)
  expect(entries.filter((entry) => entry.topic === undefined).map((entry) => entry.phone)).toEqual([
    '82219077',
    '87013576',
    '87373999',
  ])
})

it('a parameter that no pack declares is a mistake of the program and is named', () => {
  expect(() => parameterOn(cn, 'claims.nothing', undefined, day('2020-01-01'))).toThrow('claims.nothing')
})

it('changes the hash of a place when a pack it extends or borrows from changes, and only then', () => {
  const files = filesBelow(here('../../../policy-packs'))
  const hashes = (edit: string) => {
    const load = loadPacks(new Map(files).set(edit, `${files.get(edit)}\n# edited\n`), sha256)
    if (!load.ok) throw new Error('the edited packs do not load')
    return [...load.packs.values()]
      .filter((pack) => pack.hash !== packs.get(pack.id)?.hash)
      .map((pack) => pack.id)
  }
  expect(hashes('cn-36-01-nanchang/pack.yaml')).toEqual([
    'cn-33-06-shaoxing',
    'cn-36-01-nanchang',
    'cn-37-08-jining',
  ])
  expect(hashes('cn-33-zhejiang/pack.yaml')).toEqual(['cn-33-zhejiang', 'cn-33-06-shaoxing'])
  expect(hashes('cn/pack.yaml')).toHaveLength(packs.size)
})

it('reads a version that was in force before a check was made, and refuses it as a new one', () => {
  const files = filesBelow(here('../../../policy-packs'))
  const file = 'cn-42-13-suizhou/benefits/resident-inpatient.yaml'
  const unsaid = new Map(files).set(file, files.get(file)!.replace(/unknown:\n( {2}- .*\n( {4}.*\n)*)+/, ''))
  expect(unsaid.get(file)).not.toContain('unknown:')
  const anew = loadPacks(unsaid, sha256)
  expect(anew.ok ? [] : anew.faults.map(({ kind }) => kind)).toContain('cap-unsaid')
  const stored = loadStoredPacks(unsaid, sha256)
  if (!stored.ok) throw new Error('what was in force cannot be read')
  expect([...stored.packs.keys()]).toEqual([...packs.keys()])
  expect(stored.packs.get('cn-42-13-suizhou')!.benefits.size).toBe(
    packs.get('cn-42-13-suizhou')!.benefits.size,
  )
  const broken = loadStoredPacks(new Map(unsaid).set(file, 'id: ['), sha256)
  expect(broken.ok).toBe(false)
})
