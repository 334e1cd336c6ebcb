import { readReply, readRequest, type Envelope } from '@yichuang/hsa'
import { makeResidentId, plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../../platform/db.ts'
import { createFieldCipher, newKey, parseKeyRing } from '../../../platform/crypto.ts'
import type { StaffCaller } from '../../../platform/http/caller.ts'
import { createLog } from '../../../platform/log.ts'
import { testApp } from '../../../platform/test-app.ts'
import { newId } from '../../../platform/uuid.ts'
import { clearingHandlers } from '../../clearing/index.ts'
import { books } from '../../clearing/test/clearing-town.ts'
import { openHospital, type FrontDoor } from '../../hospital/index.ts'
import { insertEnrolment, registerPerson } from '../../insured/index.ts'
import { compareTotals } from '../../reconciliation/totals.ts'
import { psnNo, rowsToClear, settlementHandlers } from '../../settlement/index.ts'
import {
  feeLines,
  fiveLines,
  HOSPITAL,
  openClinic,
  REGION,
  registration,
  settling,
  type Insured,
  type Output,
} from '../../settlement/test/clinic.ts'
import { stayOf } from '../../settlement/test/ward.ts'
import { crossRegionRoutes, HubSilent, openCrossRegion } from '../index.ts'

const ELSEWHERE = '370800'
const clinic = await openClinic()
const { clock, database } = clinic
/** The insured place's books, as its own program keeps them: what it settled, by number. */
const theirBooks = new Map<string, Record<string, unknown>>()
const ours = new Set([REGION])
let silent = false
const line = {
  send: async (text: string) => {
    const read = readRequest(text)
    if (!read.ok) throw new Error('unreadable')
    if (silent) throw new HubSilent('no answer')
    return JSON.stringify({ infcode: 0, inf_refmsgid: '1', err_msg: null, output: answered(read.value) })
  },
}
let settledNumber = 0
function answered({ infno, input }: Envelope): unknown {
  const { data } = input as { data: Record<string, string> }
  if (infno === '2601') return null
  if (infno === '5203') {
    const setlinfo = theirBooks.get(data['setl_id']!)
    return setlinfo ? { setlinfo, setldetail: [] } : null
  }
  const was = infno === '2208' ? theirBooks.get(data['setl_id']!)! : undefined
  const turn = (name: string, amount: number) => (was ? -Number(was[name]) : amount)
  const total = Number(data['medfee_sumamt'] ?? 0)
  const setlinfo = {
    setl_id: `S${String((settledNumber += 1)).padStart(4, '0')}`,
    mdtrt_id: data['mdtrt_id'],
    psn_no: data['psn_no'],
    insutype: '310',
    med_type: '11',
    medfee_sumamt: turn('medfee_sumamt', total),
    fund_pay_sumamt: turn('fund_pay_sumamt', total / 2),
    hifp_pay: turn('hifp_pay', total / 2),
    acct_pay: turn('acct_pay', total / 4),
    psn_cash_pay: turn('psn_cash_pay', total / 4),
  }
  theirBooks.set(setlinfo.setl_id, setlinfo)
  return { setlinfo, setldetail: [] }
}

const log = createLog('silent')
const insures = (city: string) => ours.has(city)
const afar = openCrossRegion({ database, clock, insures, networkOf: async () => 'nation', line })
const cipher = createFieldCipher(parseKeyRing(newKey()))
const clearing = { cipher, books: books(() => clock.today()) }
const hospital = openHospital({
  database,
  clock,
  log,
  front: {} as FrontDoor,
  handlers: [...settlementHandlers, compareTotals, ...clearingHandlers(clearing)],
  afar,
})
const { call } = await testApp(database, (app) =>
  crossRegionRoutes(app, { database, clock, dispatch: hospital.dispatch, insures, line }),
)
const finance: StaffCaller = {
  kind: 'staff',
  userId: newId(),
  name: '钱财务',
  sessionId: newId(),
  roles: [{ role: 'finance', officeId: newId(), regionCode: REGION }],
}
const month = { regionCode: REGION, month: '2020-10' }
const list = async () =>
  (await call(`GET /api/v1/cross-region/statements?regionCode=${REGION}&month=2020-10`, { as: finance })).body
    .items
const rows = async (open: boolean) =>
  (
    await call(
      `GET /api/v1/cross-region/statements/${ELSEWHERE}?regionCode=${REGION}&month=2020-10&open=${open}`,
      { as: finance },
    )
  ).body.items
const confirm = (as = finance) =>
  call(`POST /api/v1/cross-region/statements/${ELSEWHERE}/confirmation`, { as, body: month })

let sequence = 0
async function send(infno: string, input: unknown, insured = '370802') {
  const msgid = `${HOSPITAL}20201012120000${String((sequence += 1)).padStart(4, '0')}`
  const sent = { ...(JSON.parse(clinic.text(infno, input, { msgid })) as object), insuplc_admdvs: insured }
  const text = JSON.stringify(sent)
  const read = readReply((await hospital.dispatch({ text, institution: HOSPITAL })).text)
  if (!read.ok) throw new Error('no reply')
  return { ...read.value, output: read.value.output as Output, text, msgid }
}
const guest: Insured = { personId: '', idNumber: '370802197001010013', psnNo: '370800GUEST' }
const settle = (total: string) => send('2207', settling(guest, 'V1', 'B1', total))
const totals = (sum: object) => ({
  data: {
    insutype: '310',
    clr_type: '310112',
    setl_optins: REGION,
    stmt_begndate: '2020-10-12',
    stmt_enddate: '2020-10-12',
    ...sum,
  },
})

describe('what another insured place settled here', () => {
  it('stands in the hospital’s books under the kind of care elsewhere, once, and is paid with them', async () => {
    const first = await settle('400.00')
    const second = await settle('100.00')
    const third = await settle('60.00')
    const { setl_id } = third.output.setlinfo
    const taken = await send('2208', { data: { setl_id, mdtrt_id: 'V1', psn_no: guest.psnNo } })
    expect(taken.output.setlinfo.medfee_sumamt).toBe(-60)
    const reversal = { data: { psn_no: guest.psnNo, omsgid: second.msgid, oinfno: '2207' } }
    expect((await send('2601', reversal)).accepted).toBe(true)
    expect((await send('2601', reversal)).accepted).toBe(true)

    const listed = await rowsToClear(
      clinic.regionDb,
      REGION,
      {
        institutionCode: HOSPITAL,
        clrType: '310112',
        from: plainDate('2020-10-12'),
        to: plainDate('2020-10-12'),
      },
      undefined,
      10,
    )
    expect(listed.map(({ medical }) => medical).toSorted()).toEqual([
      '-100.00',
      '-60.00',
      '100.00',
      '400.00',
      '60.00',
    ])
    const sum = { medfee_sumamt: 400, fund_pay_sumamt: 200, acct_pay: 100, fixmedins_setl_cnt: 5 }
    expect((await send('3201', totals(sum))).output.stmtinfo.stmt_rslt).toBe('0')
    expect((await send('3201', totals({ ...sum, acct_pay: 99 }))).output.stmtinfo.stmt_rslt_dscr).toContain(
      '个人账户 中心 100.00 元、机构 99.00 元',
    )
    clock.set('2020-10-13T02:00:00Z')
    const application = {
      data: {
        clr_type: '310112',
        clr_way: '1',
        setlym: '202010',
        psntime: 5,
        medfee_sumamt: 400,
        med_sumfee: 400,
        fund_appy_sum: 200,
        cash_payamt: 100,
        acct_pay: 100,
        begndate: '2020-10-12',
        enddate: '2020-10-12',
      },
    }
    const applied = await send('3203', application)
    expect(applied.output?.result.clr_appy_evt_id ?? applied.reason).toMatch(/^QS330600/)
    clock.set('2020-10-12T02:00:00Z')
    expect(first.accepted).toBe(true)
  })

  it('is listed by insured place and month; that place confirms it row by row, and differing rows are shown', async () => {
    const lost = await settle('80.00')
    const wrong = await settle('20.00')
    theirBooks.delete(lost.output.setlinfo.setl_id)
    theirBooks.set(wrong.output.setlinfo.setl_id, { ...wrong.output.setlinfo, fund_pay_sumamt: 11 })
    expect(await list()).toMatchObject([
      {
        insuredRegion: ELSEWHERE,
        count: 7,
        cancellations: 2,
        fund: '250.00',
        due: '375.00',
        same: 0,
        open: 7,
      },
    ])
    silent = true
    expect((await confirm()).body.code).toBe('insured-place-silent')
    silent = false
    expect((await confirm()).body).toEqual({ asked: 7, same: 5, differing: 2, next: null })
    expect(await list()).toMatchObject([{ same: 5, differing: 2, open: 0 }])
    const doubtful = await rows(true)
    expect(doubtful).toHaveLength(2)
    expect(doubtful).toMatchObject([
      { settlementId: lost.output.setlinfo.setl_id, state: 'unknown', theirs: null },
      {
        settlementId: wrong.output.setlinfo.setl_id,
        state: 'differs',
        fund: '10.00',
        theirs: { fund: '11.00' },
      },
    ])
    // Mended there, it is confirmed; what was confirmed is not asked again.
    theirBooks.set(wrong.output.setlinfo.setl_id, wrong.output.setlinfo)
    expect((await confirm()).body).toMatchObject({ asked: 2, same: 1 })
    expect(await rows(false)).toHaveLength(7)
    const auditor = { ...finance, roles: [{ ...finance.roles[0]!, role: 'auditor' as const }] }
    expect((await confirm(auditor)).status).toBe(403)
  })

  it('is listed as well where the other city is settled in this installation, and confirmed from its own books', async () => {
    ours.add(ELSEWHERE)
    const db = database.forRegion(ELSEWHERE)
    const idNumber = makeResidentId({ region: '370802', birth: plainDate('1980-05-05'), sequence: 1 })
    const personId = await inTransaction(db, async (tx) => {
      const named = { regionCode: ELSEWHERE, name: '孔静', idNumber }
      const id = await registerPerson(tx, named, plainDate('2020-01-01'))
      const enrolment = {
        insurance: 'employee',
        personClass: 'active',
        from: plainDate('2019-01-01'),
      } as const
      await insertEnrolment(tx, ELSEWHERE, id, enrolment)
      return id
    })
    const who = { idNumber, personId, psnNo: psnNo(ELSEWHERE, personId) }
    const visit = await send('2201', registration(who))
    const visitId: string = visit.output.data.mdtrt_id
    await send('2204', feeLines(who, visitId, 'B1', fiveLines))
    const { output } = await send('2207', settling(who, visitId, 'B1', '867.02'))
    const { setl_id } = output.setlinfo
    await send('2208', stayOf(who, visitId, { setl_id }))
    const mine = (await rows(true)).filter((one: { settlementId: string }) =>
      one.settlementId.startsWith('3'),
    )
    expect(mine).toMatchObject([
      { settlementId: setl_id, medical: '867.02', clrType: '310112', cancels: null },
      { medical: '-867.02', cancels: setl_id },
    ])
    await confirm()
    ours.delete(ELSEWHERE)
    const after = (await rows(false)).filter((one: { settlementId: string }) =>
      one.settlementId.startsWith('3'),
    )
    expect(after.map(({ state }: { state: string }) => state)).toEqual(['same', 'same'])
  })
})
