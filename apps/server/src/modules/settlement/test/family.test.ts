import fc from 'fast-check'
import { fen, formatYuan, plainDate, type Fen } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { createFieldCipher, newKey, parseKeyRing } from '../../../platform/crypto.ts'
import { inTransaction } from '../../../platform/db.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'
import { testApp } from '../../../platform/test-app.ts'
import { createOnce } from '../../../platform/http/once.ts'
import { newId } from '../../../platform/uuid.ts'
import { noteDeath } from '../../insured/index.ts'
import {
  accountSharesRoutes,
  bringIn,
  heldBy,
  payOut,
  personalAccountsRoutes,
} from '../../personal-accounts/index.ts'
import { settlementRoutes } from '../index.ts'
import { forgetPerson } from '../people.ts'
import { allPayersPack, settleBy } from './all-payers.ts'
import {
  feeLines,
  openClinic,
  PHARMACY,
  REGION,
  registration,
  settling,
  type Insured,
  type Line,
} from './clinic.ts'
import { admission, leaving, stayOf, staySettling, wardLines } from './ward.ts'

const clinic = await openClinic()
const { ask, send, clock, regionDb, sql } = clinic
/** 国办发〔2021〕14号 is in force, and the institutions still have their agreements. */
const DAY = '2021-05-10'
const setDay = (day: string) => clock.set(`${day}T02:00:00Z`)
setDay(DAY)
const pack = await allPayersPack('of-country')
settleBy(pack)
const packs = { current: () => pack }
const { call } = await testApp(clinic.database, (app) => {
  const deps = { ...clinic, once: createOnce(createFieldCipher(parseKeyRing(newKey()))) }
  accountSharesRoutes(app, { ...deps, packs, places: () => new Map([[REGION, '绍兴市']]) })
  personalAccountsRoutes(app, clinic)
  settlementRoutes(app, { ...clinic, nameElsewhere: async () => undefined })
})
const as = (who: Insured): PersonCaller => ({
  kind: 'person',
  personId: who.personId,
  name: '王芳',
  sessionId: newId(),
  regionCodes: [REGION],
})

const cents = (amount: number) => Math.round(amount * 100)
const names = new Map<string, string>()
async function resident(name = '李小明'): Promise<Insured> {
  const who = await clinic.insured(name, { insurance: 'resident' })
  names.set(who.personId, name)
  return who
}
async function employee(name: string, currentYear: number, pastYears = 0): Promise<Insured> {
  const who = await clinic.insured(name)
  names.set(who.personId, name)
  const row = {
    personId: who.personId,
    day: plainDate('2021-01-01'),
    currentYear: fen(currentYear),
    pastYears: fen(pastYears),
  }
  await inTransaction(regionDb, (db) => bringIn(db, REGION, [row]))
  return who
}
const holds = async (who: Insured) => {
  const { currentYear, pastYears } = (await heldBy(regionDb, REGION, [who.personId], plainDate(DAY))).get(
    who.personId,
  )!
  return [currentYear, pastYears]
}
const shares = (holder: Insured, member: Insured, name: string, relation = 'child') =>
  call('POST /api/v1/my/account-shares', {
    as: as(holder),
    body: { regionCode: REGION, memberName: name, memberIdNumber: member.idNumber, relation },
  })
async function share(holder: Insured, member: Insured, name: string): Promise<string> {
  const { status, body } = await shares(holder, member, name)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.shareId
}

const oneLine = (amount: Fen): Line[] => [
  { sn: '1', code: 'C1', cnt: '1', pric: formatYuan(amount), amount: formatYuan(amount) },
]
/** A purchase, whoever's money it is: what is bought is out of the catalogue, so that no fund pays. */
async function buys(who: Insured, amount: Fen, flag: string, insutype: string) {
  const total = formatYuan(amount)
  const druginfo = {
    ...settling(who, '', '', total, { acct_used_flag: flag, insutype }).data,
    med_type: '41',
    begntime: `${clock.today()} 09:00:00`,
    psn_cert_type: '01',
    psn_type: '11',
    psn_name: names.get(who.personId),
    certno: who.idNumber,
  }
  const drugdetail = feeLines(who, '', 'B1', oneLine(amount)).feedetail
  return send('2102', { druginfo, drugdetail }, { institution: PHARMACY })
}
async function visits(who: Insured, amount: Fen, flag: string, insutype: string) {
  const begntime = `${clock.today()} 09:00:00`
  const { data } = await ask('2201', registration(who, { begntime, insutype }))
  const visitId = data.mdtrt_id as string
  await ask('2204', feeLines(who, visitId, 'B1', oneLine(amount)))
  const asked = settling(who, visitId, 'B1', formatYuan(amount), { acct_used_flag: flag, insutype })
  return { visitId, asked, settle: () => ask('2207', asked) }
}

describe('a personal account shared with a relative', () => {
  it('pays for the relative at the bedside, and each side reads what it may', async () => {
    const mother = await employee('王芳芳', 3_000, 50_000)
    const child = await resident()
    await share(mother, child, '李小明')
    const { settle } = await visits(child, fen(10_000), '2', '390')
    const { setlinfo, setldetail } = await settle()
    expect(setlinfo).toMatchObject({
      psn_part_amt: 100,
      acct_pay: 100,
      acct_mulaid_pay: 100,
      psn_cash_pay: 0,
      balc: 0,
    })
    expect(setldetail).toEqual(
      expect.arrayContaining([expect.objectContaining({ fund_pay_type: '310200', fund_payamt: 100 })]),
    )
    expect(await holds(mother)).toEqual([0, 43_000])

    const told = await call(`GET /api/v1/settlements/${setlinfo.setl_id}?regionCode=${REGION}`, {
      as: as(child),
    })
    expect(told.body).toMatchObject({
      account: '100.00',
      cash: '0.00',
      relatives: [{ holder: '王*芳', amount: '100.00' }],
    })
    // What the mother has left is hers to know.
    expect(JSON.stringify(told.body.explanation)).toContain('this time 100.00 yuan')
    expect(JSON.stringify(told.body)).not.toContain('530.00')
    const books = await call(`GET /api/v1/my/personal-account?regionCode=${REGION}`, { as: as(mother) })
    expect(books.body.account.entries[0]).toMatchObject({
      kind: 'family',
      title: 'Paid for care of a relative',
      relative: '李*明',
      currentYear: '-30.00',
      pastYears: '-70.00',
    })
    // What was treated is the relative's own.
    const peek = await call(`GET /api/v1/settlements/${setlinfo.setl_id}?regionCode=${REGION}`, {
      as: as(mother),
    })
    expect(peek.status).toBe(404)
  })

  it('gets its money back when the settlement is taken back, in the visit, the pharmacy and the ward', async () => {
    const father = await employee('李大明', 40_000, 10_000)
    const child = await resident()
    await share(father, child, '李小明')
    const { settle, visitId } = await visits(child, fen(10_000), '2', '390')
    const { setlinfo } = await settle()
    const bought = await buys(child, fen(2_000), '2', '390')
    expect(bought.output.setlinfo).toMatchObject({ acct_mulaid_pay: 20, psn_cash_pay: 0 })
    const { result } = await ask('2401', admission(child, { begntime: `${DAY} 08:00:00`, insutype: '390' }))
    const line = { ...oneLine(fen(5_000))[0]!, day: DAY }
    await ask('2301', wardLines(child, result.mdtrt_id, [line]))
    await ask('2402', leaving(child, result.mdtrt_id, { endtime: `${DAY} 18:00:00` }))
    const stay = await ask(
      '2304',
      staySettling(child, result.mdtrt_id, '50.00', { acct_used_flag: '2', insutype: '390' }),
    )
    expect(stay.setlinfo).toMatchObject({ acct_pay: 50, acct_mulaid_pay: 50, psn_cash_pay: 0 })
    expect(await holds(father)).toEqual([23_000, 10_000])

    const { data } = stayOf(child, visitId, { setl_id: setlinfo.setl_id })
    const back = await ask('2208', { data })
    expect(back.setlinfo).toMatchObject({ acct_pay: -100, acct_mulaid_pay: -100 })
    const { setl_id, mdtrt_id } = bought.output.setlinfo
    await ask('2103', stayOf(child, mdtrt_id, { setl_id }), { institution: PHARMACY })
    await ask('2305', stayOf(child, result.mdtrt_id, { setl_id: stay.setlinfo.setl_id }))
    expect(await holds(father)).toEqual([40_000, 10_000])
  })

  it('of both parents pays in the order in which leave was given, and each account has its own entries', async () => {
    const [mother, father] = [await employee('王芳芳', 3_000, 1_000), await employee('李大明', 0, 9_000)]
    const child = await resident()
    await share(father, child, '李小明')
    setDay(DAY)
    await share(mother, child, '李小明')
    const { settle } = await visits(child, fen(12_000), '2', '390')
    expect((await settle()).setlinfo).toMatchObject({ acct_mulaid_pay: 120, psn_cash_pay: 0 })
    expect(await holds(father)).toEqual([0, 0])
    expect(await holds(mother)).toEqual([0, 1_000])
  })

  it('is not used with the person’s own flag, and an own account not with the family’s', async () => {
    const [husband, wife] = [await employee('李大明', 5_000), await employee('王芳芳', 7_000)]
    expect((await shares(husband, wife, '王芳芳', 'spouse')).status).toBe(200)
    const own = await visits(wife, fen(1_000), '1', '310')
    expect((await own.settle()).setlinfo).toMatchObject({ acct_pay: 10, acct_mulaid_pay: 0, balc: 60 })
    const shared = await visits(wife, fen(1_000), '2', '310')
    expect((await shared.settle()).setlinfo).toMatchObject({ acct_pay: 10, acct_mulaid_pay: 10, balc: 60 })
    expect([await holds(husband), await holds(wife)]).toEqual([
      [4_000, 0],
      [6_000, 0],
    ])
  })

  it('pays two relatives at once no more than it holds', async () => {
    const mother = await employee('王芳芳', 5_000)
    const children = [await resident(), await resident(), await resident()]
    for (const child of children) await share(mother, child, '李小明')
    const asked = await Promise.all(children.map((child) => visits(child, fen(3_000), '2', '390')))
    const settled = await Promise.all([
      ...asked.map(({ settle }) => settle()),
      buys(mother, fen(500), '1', '310'),
    ])
    const paid = settled
      .slice(0, 3)
      .map((one) => cents((one as { setlinfo: { acct_pay: number } }).setlinfo.acct_pay))
    const own = (settled[3] as { output: { setlinfo: { acct_pay: number } } }).output.setlinfo.acct_pay
    expect(paid.reduce((sum, one) => sum + one, cents(own))).toBe(5_000)
    expect(await holds(mother)).toEqual([0, 0])
  })

  it('in any order of settlements, by anybody, and cancellations holds what those that stand left', async () => {
    const step = fc.record({
      who: fc.constantFrom(0, 1, 2),
      amount: fc.integer({ min: 1, max: 4_000 }),
      back: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const [mother, father] = [await employee('王芳芳', 4_000, 2_000), await employee('李大明', 0, 3_000)]
        const child = await resident()
        await share(mother, child, '李小明')
        await share(father, child, '李小明')
        let left = 9_000
        for (const { who, amount, back } of steps) {
          const buyer = [child, mother, father][who]!
          const { output } = await buys(buyer, fen(amount), who === 0 ? '2' : '1', who === 0 ? '390' : '310')
          const s = output.setlinfo
          expect(cents(s.psn_part_amt)).toBe(cents(s.acct_pay) + cents(s.psn_cash_pay))
          expect(s.acct_mulaid_pay).toBe(who === 0 ? s.acct_pay : 0)
          if (back)
            await ask('2103', stayOf(buyer, s.mdtrt_id, { setl_id: s.setl_id }), { institution: PHARMACY })
          else left -= cents(s.acct_pay)
        }
        const [of, and] = [await holds(mother), await holds(father)]
        expect(of[0]! + of[1]! + and[0]! + and[1]!).toBe(left)
      }),
      { numRuns: 8 },
    )
  })
})

describe('leave to use an account', () => {
  it('is refused before the day the rule begins, to the holder and at the bedside', async () => {
    const mother = await employee('王芳芳', 5_000)
    const child = await resident()
    setDay('2021-04-12')
    const refused = await shares(mother, child, '李小明')
    expect(refused.body).toMatchObject({ code: 'account-sharing-not-allowed' })
    const { reason } = await buys(child, fen(100), '2', '390')
    expect(reason).toContain('本地在 2021-04-12 没有允许职工个人账户家庭共济的规定')
    setDay('2021-04-13')
    expect((await shares(mother, child, '李小明')).status).toBe(200)
    expect((await buys(child, fen(100), '2', '390')).output.setlinfo.acct_mulaid_pay).toBe(1)
    setDay(DAY)
  })

  it('is given by name and number, once, by who has an account, and to another insured person only', async () => {
    const [mother, child] = [await employee('王芳芳', 5_000), await resident()]
    const list = await call('GET /api/v1/my/account-shares', { as: as(mother) })
    expect(list.body).toMatchObject({
      items: [],
      places: [{ regionCode: REGION, relations: ['spouse', 'parent', 'child'] }],
    })
    expect(list.body.places[0].citation).toContain('国办发〔2021〕14号')
    expect(list.body.places[0].begins).toBeNull()
    setDay('2020-10-15')
    const before = (await call('GET /api/v1/my/account-shares', { as: as(mother) })).body.places
    expect(before).toMatchObject([{ relations: [], citation: null, begins: { day: '2021-04-13' } }])
    expect(before[0].begins.citation).toContain('国办发〔2021〕14号')
    setDay(DAY)
    expect((await shares(mother, child, '李小红')).body.code).toBe('person-unknown')
    expect((await shares(mother, mother, '王芳芳')).body.code).toBe('account-shared-with-self')
    expect((await shares(child, mother, '王芳芳', 'parent')).body.code).toBe('account-none-to-share')
    await share(mother, child, '李小明')
    expect((await shares(mother, child, '李小明')).body.code).toBe('account-shared-already')
    const [one] = (await call('GET /api/v1/my/account-shares', { as: as(child) })).body.items
    expect(one).toMatchObject({ side: 'member', other: '王*芳', relation: 'child' })
  })

  it('ends when either side says so, when the holder dies, and when the account is paid out', async () => {
    const [mother, child] = [await employee('王芳芳', 5_000), await resident()]
    const revoke = (shareId: string, who: Insured) =>
      call(`POST /api/v1/account-shares/${shareId}/revoke`, { as: as(who), body: { regionCode: REGION } })
    const first = await share(mother, child, '李小明')
    expect((await revoke(first, await resident())).status).toBe(404)
    expect((await revoke(first, child)).body.revokedOn).toBe(DAY)
    const none = await buys(child, fen(100), '2', '390')
    expect(none.reason).toContain('没有家人授权该人员使用个人账户')

    await share(mother, child, '李小明')
    await inTransaction(regionDb, (db) => noteDeath(db, REGION, mother.personId, plainDate(DAY)))
    forgetPerson(REGION, mother.personId)
    expect((await buys(child, fen(100), '2', '390')).accepted).toBe(false)
    await inTransaction(regionDb, (db) => noteDeath(db, REGION, mother.personId, null))
    forgetPerson(REGION, mother.personId)
    const { output } = await buys(child, fen(100), '2', '390')
    await inTransaction(regionDb, (db) =>
      payOut(db, REGION, mother.personId, { caseId: newId(), day: plainDate(DAY) }),
    )
    expect((await buys(child, fen(100), '2', '390')).reason).toContain('没有家人授权')
    const { setl_id, mdtrt_id } = output.setlinfo
    const back = await send('2103', stayOf(child, mdtrt_id, { setl_id }), { institution: PHARMACY })
    expect(back.reason).toContain('一次性支取')
  })

  it('that ends between two looks at it pays nothing', async () => {
    const [mother, child] = [await employee('王芳芳', 5_000), await resident()]
    const shareId = await share(mother, child, '李小明')
    const { asked } = await visits(child, fen(1_000), '2', '390')
    expect((await ask('2206', asked)).setlinfo.acct_mulaid_pay).toBe(10)
    await sql('update accounts.share set revoked_on = $2 where share_id = $1', [shareId, DAY])
    expect((await send('2207', asked)).reason).toContain('没有家人授权')
    expect(await holds(mother)).toEqual([5_000, 0])
  })
})
