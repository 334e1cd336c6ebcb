import { beforeAll, expect, it } from 'vitest'
import { PACKS_FOLDER } from '../../packs/index.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { openPacks, type Packs } from '../catalogue/index.ts'
import { calculatorPlaces } from './calculator-places.ts'

const { db } = await testDatabase()
let packs: Packs
beforeAll(async () => {
  packs = await openPacks(db, PACKS_FOLDER, new Date('2020-10-15T01:00:00Z'))
})

const place = (pack: string) => calculatorPlaces(packs, 'zh').find((one) => one.pack === pack)!

it('offers the places that are served first, then those with figures only, and no province', () => {
  expect(calculatorPlaces(packs, 'zh').map(({ name, figuresOnly }) => [name, figuresOnly])).toEqual([
    ['绍兴市', false],
    ['济宁市', false],
    ['北京市', true],
    ['南昌市', true],
    ['随州市', true],
    ['商洛市', true],
  ])
})

it('says whose figures stand in and from which day', () => {
  expect(place('cn-33-06-shaoxing').schemes).toContainEqual({
    insurance: 'resident',
    kind: 'inpatient',
    from: '2020-01-01',
    borrowedFrom: '南昌市',
    diseases: [],
  })
})

it('names the first day on which deductible and share are both known', () => {
  expect(place('cn-36-01-nanchang').schemes.find(({ diseases }) => diseases.length > 0)).toBeDefined()
  const resident = place('cn-36-01-nanchang').schemes.find(
    ({ insurance, kind }) => insurance === 'resident' && kind === 'inpatient',
  )
  expect(resident).toMatchObject({ from: '2023-01-31', borrowedFrom: null })
})

it('gives no day where no document says what the fund pays', () => {
  expect(place('cn-61-10-shangluo').schemes).toMatchObject([{ insurance: 'employee', from: null }])
})

it('names the payers after the basic fund and whether years of enrolment count', () => {
  expect(place('cn-36-01-nanchang').stages).toContainEqual({
    id: 'resident-critical-illness',
    title: '城乡居民大病保险',
    insurance: 'resident',
    kind: 'inpatient',
    from: '2025-01-01',
    countsYears: true,
  })
})

it('names borrowed payers from the day they stand in, with the groups they tell apart', () => {
  expect(place('cn-37-08-jining').stages).toEqual([
    {
      id: 'resident-critical-illness',
      title: '城乡居民大病保险',
      insurance: 'resident',
      kind: 'inpatient',
      from: '2020-01-01',
      countsYears: true,
    },
  ])
  expect(place('cn-37-08-jining').groups).toEqual([{ id: 'hardship', title: '困难群体' }])
})
