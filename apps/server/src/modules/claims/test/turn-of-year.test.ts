import type { Source } from '@yichuang/benefits'
import { plainDate } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import { expect, it } from 'vitest'
import { claim, openTown } from '../../../../test/claims-town.ts'
import { openCases } from '../../cases/index.ts'
import { claimHandler, openClaims, replayDecision } from '../index.ts'

const REGION = '370800'
const town = await openTown({ regionCode: REGION, now: '2021-02-01T02:00:00Z' })
const { sql } = town.test

/** The packs with a city that says which day counts; nothing when it says nothing. */
function withRule(value: string | undefined) {
  const current = (): Pack => {
    const pack = town.packs.current(REGION)
    const parameter = pack.parameters.get('claims.year-of-stay')!
    const source = {
      document: 'x',
      citation: '测试',
      clause: '测试',
      quote: '',
      from: plainDate('2020-01-01'),
    }
    const values = value === undefined ? [] : [{ from: source.from, value, source: source satisfies Source }]
    return { ...pack, parameters: new Map(pack.parameters).set(parameter.id, { ...parameter, values }) }
  }
  const pack = current()
  const packs = { ...town.packs, current: () => pack, byHash: () => Promise.resolve(pack) }
  openClaims({ ...town.keys, packs })
  openCases({ packs, handlers: { claim: claimHandler }, parts: {} })
}

const stay = (from: string, to: string) => {
  const content = claim('60000.00')
  const bills = content.bills.map((bill) => ({ ...bill, issuedOn: to }))
  return { ...content, bills, visit: { ...content.visit, from, to } }
}
const decided = async (from: string, to: string) => {
  const who = await town.person('resident', 'resident-adult')
  const proposed = await town.proposed(await town.accepted(who, stay(from, to)))
  const { status, body } = await town.approve(proposed)
  const years = await sql<{ year: number; paid: string }>(
    `select year, fund_paid as paid from claims.accumulator where person_id = $1
     union all select year, paid from claims.payer_year where person_id = $1`,
    [who.personId],
  )
  return { status, body, years: years.map(({ year, paid }) => [year, paid]) }
}

it('a stay over the turn of a year goes to a person where the place has not said which year it counts in', async () => {
  withRule(undefined)
  const who = await town.person('resident', 'resident-adult')
  const draft = await town.draft(who, stay('2020-12-20', '2021-01-08'))
  const { estimate, missing } = await town.ok(`POST /cases/${draft.caseId}/check`, town.clerk, {})
  expect(estimate.amounts).toBeNull()
  expect(missing.map(({ id }: { id: string }) => id)).toContain('claims.year-of-stay')
})

it('a stay within a year asks for no such rule', async () => {
  withRule(undefined)
  const { status, years } = await decided('2020-12-01', '2020-12-31')
  expect([status, years]).toEqual([
    200,
    [
      [2020, '35640.00'],
      [2020, '4416.00'],
    ],
  ])
})

it.each([
  ['discharge', 2021],
  ['admission', 2020],
])('where the day of the %s counts, every payer’s year is %i', async (value, year) => {
  withRule(value)
  const { status, body, years } = await decided('2020-12-20', '2021-01-08')
  expect([status, body.fund]).toEqual([200, '40056.00'])
  expect(years).toEqual([
    [year, '35640.00'],
    [year, '4416.00'],
  ])
  expect((await replayDecision(town.db, { regionCode: REGION, caseId: body.caseId }))!.same).toBe(true)
})

it('a word that is neither is no rule', async () => {
  withRule('halfway')
  const draft = await town.draft(
    await town.person('resident', 'resident-adult'),
    stay('2020-12-20', '2021-01-08'),
  )
  const { missing } = await town.ok(`POST /cases/${draft.caseId}/check`, town.clerk, {})
  expect(missing.map(({ id }: { id: string }) => id)).toContain('claims.year-of-stay')
})
