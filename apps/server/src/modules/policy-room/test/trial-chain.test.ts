import { formatYuan, plainDate, yuan, type Fen } from '@yichuang/kernel'
import { beforeAll, expect, it } from 'vitest'
import { claim } from '../../../../test/claims-town.ts'
import { inTransaction } from '../../../platform/db.ts'
import { putGroups } from '../../insured/group.queries.ts'
import { runTrial } from '../trial/run.ts'
import { openRoom } from './room.ts'

// 济宁 borrows the critical-illness insurance of residents from 南昌, so that a change of the lender is one here.
const REGION = '370800'
const { town, packs } = await openRoom(REGION)
const CRITICAL = 'cn-36-01-nanchang/benefits/resident-critical-illness.yaml'

/** cases by what is theirs: below the deductible, above it, in hardship, second of a year, of an employee */
const cases: Record<string, string> = {}

beforeAll(async () => {
  const decide = async (name: string, amount: string, who: Awaited<ReturnType<typeof town.person>>) => {
    const view = await town.proposed(await town.accepted(who, claim(amount)))
    if ((await town.approve(view)).status !== 200) throw new Error('the claim was not decided')
    cases[name] = view.caseId
  }
  const resident = () => town.person('resident', 'resident-adult')
  await decide('below', '8000.00', await resident())
  const twice = await resident()
  await decide('first', '60000.00', twice)
  await decide('second', '20000.00', twice)
  const poor = await resident()
  const [{ index }] = (await town.test.sql(
    'select id_number_index as index from insured.person where person_id = $1',
    [poor.personId],
  )) as [{ index: Buffer }]
  const from = plainDate('2020-01-01')
  await inTransaction(town.db, (db) =>
    putGroups(db, REGION, [{ index, group: 'hardship', from, to: undefined, source: '民政名册' }]),
  )
  await decide('hardship', '60000.00', poor)
  await decide('employee', '60000.00', await town.person())
}, 60_000)

/** A trial of the packs in force against the same with one text of the lender's critical-illness file replaced. */
async function tried(from = '', to = '') {
  const { files } = packs.library()
  const text = files.get(CRITICAL)!
  if (from !== '' && text.split(from).length !== 2) throw new Error(`“${from}” is not there just once`)
  const draft = new Map(files).set(CRITICAL, text.replace(from, to))
  const places = new Map([[REGION, 'cn-37-08-jining']])
  const task = {
    inForce: files,
    draft,
    places,
    acting: new Map(),
    asIf: null,
    today: plainDate('2020-10-12'),
  }
  return (await runTrial(town.test.database, task, () => undefined)).result
}
const named = (result: Awaited<ReturnType<typeof tried>>) =>
  new Map(
    result.cases.map(({ caseId, before, after }) => [
      Object.keys(cases).find((name) => cases[name] === caseId),
      formatYuan((yuan(after!) - yuan(before!)) as Fen),
    ]),
  )

it('the packs in force give every stored decision its own answer, whoever paid', async () => {
  expect(await tried()).toMatchObject({ decisions: 5, changed: 0, drifted: 0, unanswered: 0 })
})

it('another deductible of critical illness changes exactly the cases that had to bear it, in the group it is for', async () => {
  const lower = await tried('amount: 17000\n', 'amount: 16000\n')
  expect(lower).toMatchObject({ decisions: 5, changed: 1, winners: 1, losers: 0, drifted: 0 })
  expect(named(lower)).toEqual(new Map([['first', '600.00']]))
  const poorer = await tried('amount: 8500\n', 'amount: 9500\n')
  expect(poorer).toMatchObject({ changed: 1, winners: 0, losers: 1, drifted: 0 })
  expect(named(poorer)).toEqual(new Map([['hardship', '-650.00']]))
  expect(poorer.groups.find(({ changed }) => changed === 1)?.group.zh).toContain('困难群体')
  expect(poorer.synthetic.cases.every(({ group }) => group.zh.includes('困难群体'))).toBe(true)
})

it('another share of critical illness changes all it pays on, and nobody whom it pays nothing', async () => {
  // 7360 of the first claim lie above the deductible, and all 8360 that the fund leaves of the second.
  const more = await tried('fundShare: 0.6\n', 'fundShare: 0.7\n')
  expect(named(more)).toEqual(
    new Map([
      ['first', '736.00'],
      ['second', '836.00'],
    ]),
  )
})
