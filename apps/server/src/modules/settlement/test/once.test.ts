import { describe, expect, it } from 'vitest'
import { createLog } from '../../../platform/log.ts'
import { knownBills } from '../../claims/bill.queries.ts'
import { usedBy } from '../../claims/index.ts'
import { openHospital, type FrontDoor } from '../../hospital/index.ts'
import { settlementHandlers } from '../index.ts'
import {
  fiveTotal,
  HOSPITAL,
  openClinic,
  OTHER_HOSPITAL,
  REGION,
  registration,
  settling,
  visitWith,
  type Insured,
} from './clinic.ts'

const clinic = await openClinic()
const { ask, send, sql } = clinic

const settlementsOf = async (who: Insured) =>
  sql<{ settlement_id: string; fund: string; cancels: string | null }>(
    `select settlement_id, fund_pay_sumamt as fund, cancels from settlement.settlement where person_id = $1
     order by settlement_id`,
    [who.personId],
  )
const yearOf = ({ personId }: Insured) =>
  usedBy(clinic.regionDb, {
    regionCode: REGION,
    personId,
    insurance: 'employee',
    kind: 'outpatient',
    year: 2020,
  })
const undo = (who: Insured, omsgid: string, oinfno = '2207', sender = {}) =>
  send('2601', { data: { psn_no: who.psnNo, omsgid, oinfno } }, sender)

describe('a message', () => {
  it('that is repeated is answered as before and changes nothing', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const sender = { msgid: 'repeat-1' }
    const first = await ask('2207', settling(who, visitId, 'B1', fiveTotal), sender)
    expect(await ask('2207', settling(who, visitId, 'B1', fiveTotal), sender)).toEqual(first)
    expect(await settlementsOf(who)).toHaveLength(1)
  })

  it('that comes twice at once is booked once, and both get the one answer', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const text = clinic.text('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'twice-1' })
    const [one, two] = await Promise.all([clinic.answer(text), clinic.answer(text)])
    expect(one.accepted).toBe(true)
    expect(two.output).toEqual(one.output)
    expect(await settlementsOf(who)).toHaveLength(1)
  })

  it('that comes to two processes at once is booked once, and both give the one answer', async () => {
    const { database, clock } = clinic
    const second = openHospital({
      database,
      clock,
      log: createLog('silent'),
      front: {} as FrontDoor,
      handlers: settlementHandlers,
    })
    for (let round = 0; round < 6; round += 1) {
      const who = await clinic.insured()
      const visitId = await visitWith(clinic, who)
      const text = clinic.text('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: `both-${round}` })
      const delivered = { text, institution: HOSPITAL }
      const replies = await Promise.all([clinic.hospital.dispatch(delivered), second.dispatch(delivered)])
      const [one, two] = replies.map(
        (reply) => JSON.parse(reply.text) as { infcode: number; output: unknown },
      )
      expect([one!.infcode, two!.infcode]).toEqual([0, 0])
      expect(two!.output).toEqual(one!.output)
      expect(await settlementsOf(who)).toHaveLength(1)
    }
  })

  it('with the number of another and different content is refused', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const sender = { msgid: 'reused-1' }
    await ask('2207', settling(who, visitId, 'B1', fiveTotal), sender)
    const other = await send('2207', settling(who, visitId, 'B1', '1.00'), sender)
    expect(other.reason).toContain('内容不同')
    expect((await send('2201', registration(who), sender)).reason).toContain('内容不同')
  })

  it('that was refused leaves no trace and may come again with its number', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const sender = { msgid: 'refused-1' }
    expect((await send('2207', settling(who, visitId, 'B2', fiveTotal), sender)).accepted).toBe(false)
    expect((await send('2207', settling(who, visitId, 'B1', fiveTotal), sender)).accepted).toBe(true)
  })

  it('of one institution has nothing to do with the same number of another', async () => {
    const who = await clinic.insured()
    const sender = { msgid: 'same-number' }
    const here = await ask('2201', registration(who), sender)
    const there = await ask('2201', registration(who), { ...sender, institution: OTHER_HOSPITAL })
    expect(there.data.mdtrt_id).not.toBe(here.data.mdtrt_id)
  })
})

describe('a visit', () => {
  it('settled by two messages at once is settled by one of them', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const answers = await Promise.all([
      send('2207', settling(who, visitId, 'B1', fiveTotal)),
      send('2207', settling(who, visitId, 'B1', fiveTotal)),
    ])
    expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1)
    expect(answers.find(({ accepted }) => !accepted)!.reason).toContain('已经结算')
    expect(await settlementsOf(who)).toHaveLength(1)
  })

  it('is settled in a crowd as it is alone, and one bad message spoils no other', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => clinic.insured()))
    const visits = await Promise.all(people.map((who) => visitWith(clinic, who)))
    const answers = await Promise.all(
      people.map((who, at) => send('2207', settling(who, visits[at]!, 'B1', at === 5 ? '1.00' : fiveTotal))),
    )
    expect(answers.map(({ accepted }) => accepted)).toEqual(people.map((_, at) => at !== 5))
    for (const [at, who] of people.entries()) {
      const { fundPaid } = await yearOf(who)
      expect(fundPaid).toBe(at === 5 ? 0 : Math.round(answers[at]!.output.setlinfo.fund_pay_sumamt * 100))
    }
  })

  it('of one person may be settled at several places at once, and the year is exact', async () => {
    const who = await clinic.insured()
    const visits = await Promise.all(Array.from({ length: 5 }, () => visitWith(clinic, who)))
    const answers = await Promise.all(
      visits.map((visitId) => ask('2207', settling(who, visitId, 'B1', fiveTotal))),
    )
    const sum = answers.reduce((so, { setlinfo }) => so + Math.round(setlinfo.fund_pay_sumamt * 100), 0)
    const used = await yearOf(who)
    expect(used.fundPaid).toBe(sum)
    expect(used.inScopeUsed).toBe(5 * 83429)
    // The deductible is paid once, whoever came first.
    expect(answers.reduce((so, { setlinfo }) => so + setlinfo.act_pay_dedc, 0)).toBe(300)
  })
})

describe('a reversal', () => {
  it('takes back a settlement whose answer was lost, once', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    await ask('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'lost-1' })
    const undoing = await undo(who, 'lost-1')
    expect([undoing.accepted, undoing.output]).toEqual([true, null])
    expect(await yearOf(who)).toMatchObject({ fundPaid: 0, inScopeUsed: 0 })
    const rows = await settlementsOf(who)
    const settled = rows.find(({ cancels }) => cancels === null)
    const taken = rows.find(({ cancels }) => cancels !== null)
    expect(taken!.cancels).toBe(settled!.settlement_id)
    expect(Number(taken!.fund)).toBe(-Number(settled!.fund))
    expect((await undo(who, 'lost-1')).reason).toContain('已经冲正')
    const late = await send('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'lost-1' })
    expect(late.reason).toContain('已被冲正')
    await ask('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'lost-1-again' })
    expect(await settlementsOf(who)).toHaveLength(3)
  })

  it('takes 2207A for 2207, since clients write both', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    await ask('2207A', settling(who, visitId, 'B1', fiveTotal), { msgid: 'lost-a' })
    expect((await undo(who, 'lost-a', '2207A')).accepted).toBe(true)
  })

  it('of a settlement that was cancelled is refused', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'lost-2' })
    await ask('2208', { data: { setl_id: setlinfo.setl_id, mdtrt_id: visitId, psn_no: who.psnNo } })
    expect((await undo(who, 'lost-2')).reason).toContain('不为未退费')
    expect(await yearOf(who)).toMatchObject({ fundPaid: 0 })
  })

  it('of a message that never came is accepted, and shuts the message out', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    expect((await undo(who, 'never-1')).accepted).toBe(true)
    const late = await send('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'never-1' })
    expect(late.reason).toContain('已被冲正')
    expect(await settlementsOf(who)).toEqual([])
  })

  it('racing with its message leaves the settlement taken back or never made', async () => {
    for (let round = 0; round < 6; round += 1) {
      const who = await clinic.insured()
      const visitId = await visitWith(clinic, who)
      const msgid = `race-${round}`
      const [, undoing] = await Promise.all([
        send('2207', settling(who, visitId, 'B1', fiveTotal), { msgid }),
        undo(who, msgid),
      ])
      expect(undoing.accepted).toBe(true)
      expect(await yearOf(who)).toMatchObject({ fundPaid: 0, inScopeUsed: 0 })
    }
  })

  it('names what it may take back, whose it is, and what it was', async () => {
    const who = await clinic.insured()
    const other = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    await ask('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: 'mine-1' })
    expect((await undo(who, 'mine-1', '2204')).reason).toContain('不能冲正')
    expect((await undo(who, 'mine-1', '2102')).reason).toContain('是交易 2207')
    expect((await undo(other, 'mine-1')).reason).toContain('不是该人员')
    expect((await undo(who, 'mine-1', '2207', { institution: OTHER_HOSPITAL })).accepted).toBe(true)
    expect((await yearOf(who)).fundPaid).toBeGreaterThan(0)
  })
})

describe('the bill of a settlement', () => {
  const invono = '330601200001234567'
  const bill = { code: '33060120', number: '0001234567' }

  it('cannot be claimed by hand until the settlement is taken back', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal, { invono }))
    const { settled } = await knownBills(clinic.db, [bill])
    expect(settled).toMatchObject([{ settlementId: setlinfo.setl_id, hospitalName: '演示人民医院' }])
    const again = await visitWith(clinic, who)
    const twice = await send('2207', settling(who, again, 'B1', fiveTotal, { invono }))
    expect(twice.reason).toContain('发票号')
    await ask('2208', { data: { setl_id: setlinfo.setl_id, mdtrt_id: visitId, psn_no: who.psnNo } })
    expect((await knownBills(clinic.db, [bill])).settled).toEqual([])
    await ask('2207', settling(who, again, 'B1', fiveTotal, { invono }))
  })

  it('that is under claim by hand is not settled', async () => {
    const who = await clinic.insured()
    const visitId = await visitWith(clinic, who)
    const other = '330601200007654321'
    await sql(
      `insert into claims.bill (bill_code, bill_number, region_code, case_id, claimed_on, amount)
       values ('33060120', '7654321', $1, $2, '2020-10-01', 10)`,
      [REGION, who.personId],
    )
    const refused = await send('2207', settling(who, visitId, 'B1', fiveTotal, { invono: other }))
    expect(refused.reason).toContain('手工报销')
    expect(await settlementsOf(who)).toEqual([])
  })
})
