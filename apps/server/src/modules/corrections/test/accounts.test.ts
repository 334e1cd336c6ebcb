import { fen, formatYuan, plainDate, sumFen, yuan } from '@yichuang/kernel'
import { expect, it } from 'vitest'
import { inTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/uuid.ts'
import { bringIn, heldBy, payOut } from '../../personal-accounts/index.ts'
import { allPayersPack } from '../../settlement/test/all-payers.ts'
import { openCity, outOfCatalogue, type Subject } from './city.ts'

const city = await openCity()
city.rule(await allPayersPack())
const { town } = city
const { db, ok, test, clock } = town
const REGION = '330600'

type Who = Awaited<ReturnType<typeof town.person>>
async function withAccount(currentYear: number): Promise<Who> {
  const who = await town.person()
  const row = {
    personId: who.personId,
    day: plainDate('2020-01-01'),
    currentYear: fen(currentYear),
    pastYears: fen(0),
  }
  await inTransaction(db, (db) => bringIn(db, REGION, [row]))
  return who
}
const holds = async ({ personId }: Who) => {
  const held = (await heldBy(db, REGION, [personId], clock.today())).get(personId)!
  return formatYuan(fen(held.currentYear + held.pastYears))
}
const entries = ({ personId }: Who) =>
  test.sql<{ kind: string; current_year: string }>(
    'select kind, current_year from accounts.entry where person_id = $1 order by seq',
    [personId],
  )
const settlementOf = async ({ id }: Subject) => {
  const [row] = await test.sql<{ fund: string; account: string; cash: string }>(
    `select fund_pay_sumamt as fund, acct_pay as account, psn_cash_pay as cash
     from settlement.settlement where settlement_id = $1`,
    [id],
  )
  return row!
}
const lineOf = async ({ kind, id }: Subject) => {
  const found = await ok(`GET /corrections/subject?regionCode=${REGION}&kind=${kind}&id=${id}`, town.reviewer)
  return found.lines[0].lineId as string
}
const inCatalogue = (lineId: string) => ({
  kind: 'recode',
  lines: [{ lineId, class: 'A', selfPayRatio: '0', ceilingPrice: null, cutAmount: null, cutReason: null }],
})
const less = (one: string, other: string) => formatYuan(fen(yuan(one) - yuan(other)))

it('what funds pay less is taken from the account that paid the rest, and comes back with the next correction', async () => {
  const who = await withAccount(500_000)
  const settled = await city.settled(who, '3000.00', { flag: '1' })
  const was = await settlementOf(settled)
  expect(was.cash).toBe('0.00')
  const done = await city.corrected(settled, outOfCatalogue(await lineOf(settled)))
  // The whole bill is the person's now, and the account has it: nothing is asked of the person.
  expect(done).toMatchObject({ toPay: '0.00', toRecover: '0.00', due: null, recovery: null })
  expect(done.decisions[0].funds).toContainEqual({
    payer: 'acct_pay',
    title: expect.any(String),
    more: was.fund,
  })
  expect(await holds(who)).toBe('2000.00')
  const back = await city.corrected(settled, inCatalogue(await lineOf(settled)))
  expect(back).toMatchObject({ toPay: '0.00', toRecover: '0.00' })
  expect(await holds(who)).toBe(less('5000.00', was.account))
  expect((await entries(who)).map(({ kind }) => kind)).toEqual([
    'brought-in',
    'settlement',
    'correction',
    'correction',
  ])
})

it('what funds pay more goes to the account for what it paid too much, and the rest to the person, fund by fund', async () => {
  const who = await withAccount(60_000)
  const settled = await city.settled(who, '1000.00', { code: 'C1', flag: '1' })
  expect(await settlementOf(settled)).toEqual({ fund: '0.00', account: '600.00', cash: '400.00' })
  const done = await city.corrected(settled, inCatalogue(await lineOf(settled)))
  const fund = done.decisions[0].after.fund as string
  const given = await holds(who)
  expect(sumFen([yuan(done.toPay), yuan(given)])).toBe(yuan(fund))
  expect(yuan(given)).toBeGreaterThan(0)
  const [due] = await test.sql<{ payers: Record<string, string> }>(
    'select payers from payments.due where number = $1',
    [done.number],
  )
  expect(sumFen(Object.values(due!.payers).map((part) => yuan(part)))).toBe(yuan(done.toPay))
})

it('an account holds too little, or was paid out: the rest is asked of, or given to, the person', async () => {
  const poor = await withAccount(200_000)
  const settled = await city.settled(poor, '3000.00', { flag: '1' })
  const was = await settlementOf(settled)
  const left = await holds(poor)
  const done = await city.corrected(settled, outOfCatalogue(await lineOf(settled)))
  expect(await holds(poor)).toBe('0.00')
  expect(done).toMatchObject({ toRecover: less(was.fund, left), recovery: { open: less(was.fund, left) } })

  const gone = await withAccount(500_000)
  const other = await city.settled(gone, '3000.00', { flag: '1' })
  const { fund } = await settlementOf(other)
  await inTransaction(db, (db) =>
    payOut(db, REGION, gone.personId, { caseId: gone.personId, day: clock.today() }),
  )
  expect(await city.corrected(other, { kind: 'take-out' })).toMatchObject({ toRecover: fund })
  expect((await entries(gone)).at(-1)!.kind).toBe('withdrawal')
})

it('an account gives no more than it holds, however many decisions change at once', async () => {
  const who = await withAccount(500_000)
  const first = await city.settled(who, '600.00', { flag: '1' })
  const second = await city.settled(who, '600.00', { flag: '1' })
  const funds = [await settlementOf(first), await settlementOf(second)].map(({ fund }) => yuan(fund))
  await test.sql('update accounts.account set current_year = 100 where person_id = $1', [who.personId])
  const done = await city.corrected(first, outOfCatalogue(await lineOf(first)))
  expect(done.decisions).toHaveLength(2)
  const after = done.decisions.map((one: { after: { fund: string } }) => yuan(one.after.fund))
  expect(await holds(who)).toBe('0.00')
  expect(yuan(done.toRecover)).toBe(sumFen(funds) - sumFen(after) - 100_00)
})

it('a relative’s account gives no more once its leave has ended', async () => {
  clock.set('2021-05-10T02:00:00Z')
  city.rule(await allPayersPack('of-country'))
  const [holder, member] = [await withAccount(500_000), await town.person()]
  await test.sql(
    `insert into accounts.share (region_code, share_id, holder_id, holder_name, member_id, member_name, relation,
       valid_from, granted_at, recorded_by, recorded_by_name)
     values ($1, $2, $3, '张', $4, '张', 'child', '2021-05-01', '2021-05-01', 'holder', '张')`,
    [REGION, newId(), holder.personId, member.personId],
  )
  const settled = await city.settled(member, '3000.00', { flag: '2', begntime: '2021-05-10 09:30:00' })
  const [was, left] = [await settlementOf(settled), await holds(holder)]
  expect(was.cash).toBe('0.00')
  await test.sql(
    `update accounts.share set revoked_on = '2021-05-10', revoked_by_name = '张' where holder_id = $1`,
    [holder.personId],
  )
  const done = await city.corrected(settled, outOfCatalogue(await lineOf(settled)))
  expect(done.toRecover).toBe(was.fund)
  expect(await holds(holder)).toBe(left)
})
