import { makeResidentId, plainDate } from '@yichuang/kernel'
import { describe, expect, test } from 'vitest'
import { CITY, faultsOf, testCity } from './test-city.ts'

const { loadCsv, sql } = await testCity()
const idOf = (sequence: number) =>
  makeResidentId({ region: '330602', birth: plainDate('1980-01-31'), sequence })
await loadCsv('persons', [
  '姓名,身份证号码,险种,人员类别,参保开始日期',
  `李明,${idOf(1)},职工,在职,2018-07-01`,
  `王芳,${idOf(2)},职工,在职,2018-07-01`,
])

const HEADING = '身份证号码,账面日期,当年余额,历年余额'
const stored = () =>
  sql(
    'select year, current_year, past_years, entries from accounts.account where region_code = $1 order by past_years',
    [CITY],
  )

describe('yichuang load accounts', () => {
  test('brings balances in, and the same file again changes nothing', async () => {
    const lines = [HEADING, `${idOf(1)},2020-01-10,860.00,"1,350.20"`, `${idOf(2)},2020-01-10,0,12.5`]
    expect((await loadCsv('accounts', lines)).written).toEqual({ accounts: 2 })
    expect(await stored()).toEqual([
      { year: 2020, current_year: '0.00', past_years: '12.50', entries: 1 },
      { year: 2020, current_year: '860.00', past_years: '1350.20', entries: 1 },
    ])
    expect((await loadCsv('accounts', lines)).written).toEqual({ accounts: 0 })
  })

  test('what differs becomes an entry of the difference', async () => {
    await loadCsv('accounts', [HEADING, `${idOf(2)},2020-01-11,30.00,12.50`])
    expect((await stored())[0]).toEqual({
      year: 2020,
      current_year: '30.00',
      past_years: '12.50',
      entries: 2,
    })
  })

  test('every fault is told with row and column, and nothing is stored', async () => {
    const before = await stored()
    const faults = await faultsOf(
      loadCsv('accounts', [
        HEADING,
        `${idOf(1)},2020-01-12,-1,0`,
        `${idOf(1)},2020-01-12,1.005,0`,
        `${idOf(2)},2020-02-30,1,万元`,
      ]),
    )
    expect(faults).toEqual([
      'balance-invalid 2 当年余额',
      'balance-invalid 3 当年余额',
      'day-invalid 4 账面日期',
      'balance-invalid 4 历年余额',
    ])
    const unknown = await faultsOf(
      loadCsv('accounts', [HEADING, `${idOf(9)},2020-01-12,1,0`, `${idOf(1)},2030-01-12,1,0`]),
    )
    expect(unknown).toEqual(['person-unknown 2', 'day-in-future 3'])
    expect(await stored()).toEqual(before)
  })
})
