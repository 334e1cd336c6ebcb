import { plainDate } from '@yichuang/kernel'
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { PACKS_FOLDER } from '../../packs/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { guideOf, phonesOf, placeOf } from './guide.ts'
import { cityNames, openPacks, type Packs } from './packs.ts'

const NOW = new Date('2020-10-15T01:00:00Z')
const today = plainDate('2020-10-15')
const { db } = await testDatabase()
let packs: Packs
beforeAll(async () => {
  packs = await openPacks(db, PACKS_FOLDER, NOW)
})

describe('the packs of an installation', () => {
  it('serve the two cities and leave out country, provinces and lenders', () => {
    expect(packs.served().map(({ regionCode }) => regionCode)).toEqual(['330600', '370800'])
  })

  it('know the names of cities, also of those that only lend figures, and of no country or province', () => {
    const names = cityNames(packs)
    expect(names.get('330600')).toBe('绍兴市')
    expect(names.get('360100')).toBe('南昌市')
    expect([...names.keys()].filter((code) => code.endsWith('0000'))).toEqual([])
  })

  it('refuse a place without a pack and name those that there are', () => {
    expect(() => packs.current('110000')).toThrow(/serves .*Jining/)
  })

  it('give a running case its version from the database after the folder has changed', async () => {
    const { id, hash } = packs.current('370800')
    const empty = await mkdtemp(join(tmpdir(), 'packs-'))
    try {
      await mkdir(join(empty, 'xx'))
      await writeFile(
        join(empty, 'xx', 'pack.yaml'),
        'id: xx\nversion: 1.0.0\ntitle: { zh: 空, en: Empty }\nregionCode: "000000"\nagency: { zh: 无, en: None }\n',
      )
      const later = await openPacks(db, empty, NOW)
      const pack = await later.byHash(id, hash)
      expect(pack.hash).toBe(hash)
      expect(guideOf(pack, 'claims.inpatient', today, 'zh').promisedDays).toBe(9)
    } finally {
      await rm(empty, { recursive: true })
    }
  })

  it('stop the start with every fault named when they are not sound', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'packs-'))
    try {
      await mkdir(join(broken, 'xx'))
      await writeFile(join(broken, 'xx', 'pack.yaml'), 'id: xx\n')
      const opening = openPacks(db, broken, NOW)
      await expect(opening).rejects.toThrow(Refusal)
      await expect(opening).rejects.toThrow(/xx\/pack\.yaml/)
    } finally {
      await rm(broken, { recursive: true })
    }
  })
})

describe('a guide', () => {
  it('of 济宁 shows 30 days by the national rule beside the 9 promised, each with its words', () => {
    const guide = guideOf(packs.current('370800'), 'claims.inpatient', today, 'zh')
    expect(guide.statutory?.days).toBe(30)
    expect(guide.promised?.days).toBe(9)
    expect(guide.promised?.source.quote).toContain('9个工作日')
  })

  it('of 济宁 before its document was in force promises nothing of its own', () => {
    const guide = guideOf(packs.current('370800'), 'claims.inpatient', plainDate('2020-03-02'), 'zh')
    expect(guide.promised).toBeNull()
  })

  it('of 绍兴 says until when bills of 2019 and 2020 are accepted', () => {
    const { billDeadlines } = guideOf(packs.current('330600'), 'claims.outpatient', today, 'zh')
    expect(billDeadlines.map(({ billYear, until }) => [billYear, until])).toEqual([
      [2019, '2020-12-31'],
      [2020, '2021-12-31'],
    ])
  })

  it('says which rule is missing, and who can load it', () => {
    const { missing } = guideOf(packs.current('330600'), 'claims.outpatient', today, 'zh')
    expect(missing.map(({ message }) => message).join()).toMatch(/居民医保普通门诊.*由.*加载/)
  })

  it('refuses an item that is not in force', () => {
    expect(() => guideOf(packs.current('330600'), 'no.such', today, 'zh')).toThrow(/no\.such/)
  })

  it.each(['zh', 'en'] as const)('exists for all 28 national items and objections in %s', (language) => {
    const pack = packs.current('370800')
    const guides = [...pack.items.keys()].map((id) => guideOf(pack, id, today, language))
    expect(guides).toHaveLength(29)
    expect(guides.filter(({ status }) => status === 'live').map(({ itemId }) => itemId)).toEqual([
      'away.long-stay',
      'away.posted',
      'away.retired',
      'claims.inpatient',
      'claims.outpatient',
      'objections.settlement',
      'records.account-withdrawal',
    ])
  })

  it('says for which reason each paper is asked, where the applicant has to choose one', () => {
    const { reasons, materials } = guideOf(packs.current('370800'), 'records.account-withdrawal', today, 'zh')
    expect(reasons.map(({ reasonId }) => reasonId)).toEqual(['death', 'settled-abroad'])
    expect(materials.find(({ materialId }) => materialId === 'inheritance')).toMatchObject({
      need: 'conditional',
      condition: '参保人死亡，由继承人支取',
    })
  })
})

it('the directory of 绍兴 tells 报销 from 参保, and keeps both numbers of 诸暨', () => {
  const phones = phonesOf(packs.current('330600'), today, 'zh')
  expect(phones.find(({ office, topic }) => office.includes('越城') && topic === '报销')?.numbers).toEqual([
    '89102755',
  ])
  expect(phones.find(({ office }) => office.includes('诸暨'))).toMatchObject({
    topic: null,
    numbers: ['87013576', '87373999'],
  })
})

it('a place says whose figures it borrows', () => {
  expect(placeOf(packs.current('330600'), packs.all(), 'zh').borrowed?.from).toContain('南昌')
})
