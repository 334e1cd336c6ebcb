import { makeResidentId, plainDate } from '@yichuang/kernel'
import { expect, test } from 'vitest'
import { findByIdNumber, groupFacts } from '../../modules/insured/index.ts'
import { faultsOf, testCity } from './test-city.ts'

const CITY = '370800'
const { deps, loadCsv } = await testCity(CITY)
const db = deps.database.forRegion(CITY)
const TODAY = plainDate('2020-10-15')
const HEADING = '身份证号码,人群,认定日期,截止日期,来源'
const idOf = (sequence: number) =>
  makeResidentId({ region: '370811', birth: plainDate('1960-05-06'), sequence })
const [poor, other] = [idOf(1), idOf(2)]
await loadCsv('persons', [
  '姓名,身份证号码,险种,人员类别,参保开始日期',
  `李明,${poor},居民,成年居民,2020-01-01`,
  `王芳,${other},居民,成年居民,2020-01-01`,
])
const groupsOf = async (idNumber: string, day: string) => {
  const person = (await findByIdNumber(db, CITY, idNumber, TODAY))!
  return (await groupFacts(db, CITY, person.personId, plainDate(day))).recorded
}

test('groups are loaded by title or id, hold on their days, and show with the register they were taken from', async () => {
  const rows = [
    HEADING,
    `${poor},困难群体,2020-01-01,2020-06-30,民政名册第1号`,
    `${other},hardship,2020/7/1,,民政名册第2号`,
  ]
  expect(await loadCsv('person-groups', rows)).toMatchObject({ rows: 2, written: { groups: 2 } })
  expect([await groupsOf(poor, '2020-06-30'), await groupsOf(poor, '2020-07-01')]).toEqual([['hardship'], []])
  expect([await groupsOf(other, '2020-06-30'), await groupsOf(other, '2021-07-01')]).toEqual([
    [],
    ['hardship'],
  ])
  expect((await findByIdNumber(db, CITY, poor, TODAY))!.groups).toMatchObject([
    { group: 'hardship', from: '2020-01-01', to: '2020-06-30', source: '民政名册第1号' },
  ])
  expect(await loadCsv('person-groups', rows)).toMatchObject({ written: { groups: 0 } })
})

test('groups of relief measures can be recorded where the city has some; groups of age never are', async () => {
  const load = (group: string) => loadCsv('person-groups', [HEADING, `${other},${group},2021-02-01,,名册`])
  expect(await load('失能人员')).toMatchObject({ written: { groups: 1 } })
  expect(await groupsOf(other, '2021-02-01')).toEqual(['disabled', 'hardship'])
  expect(await faultsOf(load('aged-60'))).toEqual(['group-of-age 2'])
})

test('what no rule knows, nobody is insured as, ends before it begins or comes twice is told with its row, and nothing is stored', async () => {
  const good = `${poor},困难群体,2021-01-01,,名册`
  expect(await faultsOf(loadCsv('person-groups', [HEADING, good, `${other},军人,2021-01-01,,名册`]))).toEqual(
    ['group-unknown 3'],
  )
  expect(
    await faultsOf(loadCsv('person-groups', [HEADING, good, `${idOf(9)},困难群体,2021-01-01,,名册`])),
  ).toEqual(['person-unknown 3'])
  expect(
    await faultsOf(
      loadCsv('person-groups', [HEADING, good, good, `${other},困难群体,2021-01-01,2020-01-01,名册`]),
    ),
  ).toEqual(['row-twice 3', 'ends-before-start 4 截止日期'])
  expect(await groupsOf(poor, '2021-01-01')).toEqual([])
})
