import { plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { HOSPITAL, REGION } from '../../settlement/test/clinic.ts'
import { closedDays, unclosedDays } from '../index.ts'
import { openExchange, txtOf, zipOf } from './exchange-town.ts'

const town = await openExchange()
const { at, settled, cancelled, reconcile, upload, compare, download } = town
const dayOf = (day: string) => ({ institutionCode: HOSPITAL, from: plainDate(day), to: plainDate(day) })
const closed = (day: string) => closedDays(town.regionDb, REGION, dayOf(day))
const unclosed = (day: string) => unclosedDays(town.regionDb, REGION, dayOf(day))

describe('a day compared row by row', () => {
  it('is closed when every row agrees, a refund as two rows, with sums fund by fund', async () => {
    at('2020-10-12')
    const first = await settled()
    const second = await settled()
    const rows = [first, await cancelled(first), second]
    at('2020-10-13')
    expect(await unclosed('2020-10-12')).toEqual(['2020-10-12'])
    const results = await reconcile(rows, '2020-10-12')
    expect(results.map(({ result, setlId }) => [result, setlId])).toEqual(
      rows.map(({ setl_id }) => ['0', setl_id]),
    )
    expect(await unclosed('2020-10-12')).toEqual([])
    const [day] = await closed('2020-10-12')
    expect(day).toMatchObject({ day: '2020-10-12', closings: [{ seq: 1, basis: 'detail', differences: 0 }] })
    expect(day!.closings[0]!.sums).toEqual([
      expect.objectContaining({ insurance: 'employee', clrType: '11', count: 3 }),
    ])
    expect(day!.closings[0]!.sums[0]!.amounts.medfee_sumamt).toBe(80452)
  })
})
