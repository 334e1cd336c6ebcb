import { plainDate } from '@yichuang/kernel'
import { expect, it } from 'vitest'
import { claim, openCity } from './city.ts'

// 济宁 borrows critical-illness insurance for residents, so that two payers' years are at stake.
const city = await openCity('370800', '2021-02-01T02:00:00Z')
const { town } = city
const from = plainDate('2020-01-01')

/** The city's pack with a rule that says which day of a stay over New Year counts. */
function withRule(value: 'admission' | 'discharge') {
  const pack = town.packs.current('370800')
  const parameter = pack.parameters.get('claims.year-of-stay')!
  const source = { document: 'x', citation: '测试', clause: '测试', quote: '', from }
  const values = [{ from, value, source }]
  city.rule({ ...pack, parameters: new Map(pack.parameters).set(parameter.id, { ...parameter, values }) })
}
const stay = (begin: string, end: string, amount = '60000.00') => {
  const content = claim(amount)
  const bills = content.bills.map((bill) => ({ ...bill, issuedOn: end }))
  return { ...content, bills, visit: { ...content.visit, from: begin, to: end } }
}

it.each([
  ['admission', 2020],
  ['discharge', 2021],
] as const)(
  'where the day of the %s counts, a correction of a stay over New Year is one of %i',
  async (rule, year) => {
    withRule(rule)
    const who = await town.person('resident', 'resident-adult')
    const other = {
      admission: ['2021-01-10', '2021-01-20'],
      discharge: ['2020-11-10', '2020-11-20'],
    } as const
    const over = await city.granted(who, stay('2020-12-20', '2021-01-08'))
    // In the other year, and so untouched; then one after it in the same.
    const [begin, end] = other[rule]
    await city.granted(who, stay(begin, end))
    const after = await city.granted(who, stay(`${year}-01-02`, `${year}-01-05`))
    await city.payAll()
    const years = () =>
      town.test.sql<{ year: number; paid: string }>(
        `select year, fund_paid as paid from claims.accumulator where person_id = $1 and fund_paid > 0
       union all select year, paid from claims.payer_year where person_id = $1 and paid > 0 order by 1, 2 desc`,
        [who.personId],
      )
    const before = await years()
    const done = await city.corrected(over, { kind: 'take-out' })
    expect(done).toMatchObject({ year, state: 'approved' })
    expect(done.decisions.map(({ subject }: { subject: { id: string } }) => subject.id)).toEqual([
      over.id,
      after.id,
    ])
    const now = await years()
    const elsewhere = year === 2020 ? 2021 : 2020
    const of = (rows: typeof now, wanted: number) => rows.filter((row) => row.year === wanted)
    expect(of(now, elsewhere)).toEqual(of(before, elsewhere))
    // What is left of the year is what the other stay alone gives: 35640 by the fund and 4416 by critical illness.
    expect(of(now, year).map(({ paid }) => paid)).toEqual(['35640.00', '4416.00'])
  },
)
