import { plainDate, type PlainDate } from '@yichuang/kernel'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveHospital } from '../../organisations/index.ts'
import { forgetAgreements } from '../../institutions/index.ts'
import { endAgreement } from '../../institutions/agreement.service.ts'
import { SYSTEM } from '../../audit/index.ts'
import { inTransaction } from '../../../platform/db.ts'
import {
  agreed,
  fiveLines,
  fiveTotal,
  HOSPITAL,
  openClinic,
  OTHER_HOSPITAL,
  PHARMACY,
  REGION,
  registration,
  settling,
  visitWith,
  type Insured,
} from './clinic.ts'
import { admission, admitted, leaving, stayOf } from './ward.ts'

const clinic = await openClinic()
const { ask, send, regionDb: db } = clinic
/** an institution whose agreement holds throughout */
const OTHER = 'H33060200096'
const refused = async (infno: string, input: unknown, institution: string) => {
  const { accepted, reason } = await send(infno, input, { institution })
  expect(accepted).toBe(false)
  return reason
}

/** An institution of the city with an agreement of its own. */
async function institution(code: string, terms?: Parameters<typeof agreed>[2]): Promise<string> {
  const place = { regionCode: REGION, territory: '330602' }
  await saveHospital(clinic.db, { ...place, hospitalCode: code, name: '测试机构', level: 'primary' })
  if (terms) await agreed(db, code, terms)
  forgetAgreements()
  return code
}

beforeAll(async () => void (await institution(OTHER, {})))

describe('care begins only under an agreement', () => {
  it('that is in force on the day of care', async () => {
    const who = await clinic.insured()
    const none = await institution('H33060200091')
    expect(await refused('2201', registration(who), none)).toContain('没有生效的医保服务协议')
    const late = await institution('H33060200092', { from: plainDate('2020-10-12') })
    await ask('2201', registration(who), { institution: late })
    const yesterday = registration(who, { begntime: '2020-10-11 09:00:00' })
    expect(await refused('2201', yesterday, late)).toContain('2020-10-11')
  })

  it('that has the service: no stay at an outpatient clinic, no visit at a pharmacy, no purchase at a hospital', async () => {
    const who = await clinic.insured()
    const clinicOnly = await institution('H33060200093', { services: ['outpatient'] })
    expect(await refused('2401', admission(who), clinicOnly)).toContain('不含住院服务')
    expect(await refused('2201', registration(who), PHARMACY)).toContain('不含门诊服务，只含药店购药')
  })

  it('by which it is networked by then', async () => {
    const who = await clinic.insured()
    const alone = await institution('H33060200094', { network: 'none', networkedFrom: null })
    expect(await refused('2201', registration(who), alone)).toContain('没有开通联网结算')
    const soon = await institution('H33060200095', { networkedFrom: plainDate('2020-10-13') })
    expect(await refused('2201', registration(who), soon)).toContain('自 2020-10-13 起联网结算')
  })

  it('and what has begun is settled to its end, and can be taken back', async () => {
    const who = await clinic.insured()
    const sender = { institution: OTHER_HOSPITAL }
    const visitId = await visitWith(clinic, who, fiveLines, sender)
    await ended(OTHER_HOSPITAL, plainDate('2020-10-12'))
    clinic.clock.set('2020-10-13T02:00:00Z')
    try {
      const next = registration(who, { begntime: '2020-10-13 09:00:00' })
      expect(await refused('2201', next, OTHER_HOSPITAL)).toContain('没有生效')
      const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal), sender)
      const data = { mdtrt_id: visitId, psn_no: who.psnNo, setl_id: setlinfo.setl_id }
      await ask('2208', { data }, sender)
    } finally {
      clinic.clock.set('2020-10-12T02:00:00Z')
    }
  })
})

describe('a person who died in hospital', () => {
  it('is treated nowhere after that day, until the discharge turns out to be a mistake', async () => {
    const who = await clinic.insured()
    const id = await admitted(clinic, who)
    await ask(
      '2402',
      leaving(who, id, { dscg_way: '5', die_date: '2020-10-11', endtime: '2020-10-11 20:00:00' }),
    )
    expect(await refused('2201', registration(who), OTHER)).toContain('2020-10-11 死亡')
    expect(await refused('2401', admission(who), OTHER)).toContain('2020-10-11 死亡')
    // Care of that day and before was care.
    await ask('2201', registration(who, { begntime: '2020-10-11 08:00:00' }), { institution: OTHER })
    await ask('2405', stayOf(who, id))
    await ask('2201', registration(who), { institution: OTHER })
  })
})

describe('special attributes of a visit (2406, 2407)', () => {
  const of = (who: Insured, mdtrt_id: string, more: object = {}) => ({
    data: {
      mdtrt_id,
      psn_no: who.psnNo,
      psn_cert_type: '01',
      certno: who.idNumber,
      psn_name: '王芳',
      ipt_otp_no: 'ZY1',
      ipt_psn_sp_flag_type: '1',
      ipt_psn_sp_flag: '11',
      ...more,
    },
  })
  const page = { page_num: 1, page_size: 10 }

  it('are kept with it, once each, and told to its institution page by page', async () => {
    const who = await clinic.insured()
    const id = await admitted(clinic, who)
    const first = (await ask('2406', of(who, id))).IptPsnSpFlagRegOut.ipt_psn_sp_flag_detl_id
    const again = (await ask('2406', of(who, id, { memo: '更正' }))).IptPsnSpFlagRegOut
    expect(again.ipt_psn_sp_flag_detl_id).toBe(first)
    await ask('2406', of(who, id, { ipt_psn_sp_flag: '12' }))
    const all = await ask('2407', { data: { ...page, mdtrt_id: id } })
    expect(all.IptPsnSpFlagReg).toMatchObject([
      {
        ipt_psn_sp_flag_detl_id: first,
        mdtrt_id: id,
        ipt_psn_sp_flag: '11',
        ipt_otp_no: 'ZY1',
        certno: who.idNumber,
      },
      { ipt_psn_sp_flag: '12' },
    ])
    const second = await ask('2407', { data: { page_num: 2, page_size: 1, psn_no: who.psnNo } })
    expect(second.IptPsnSpFlagReg).toMatchObject([{ ipt_psn_sp_flag: '12' }])
    const elsewhere = await ask('2407', { data: { ...page, psn_no: who.psnNo } }, { institution: OTHER })
    expect(elsewhere.IptPsnSpFlagReg).toEqual([])
  })

  it('of another person, another institution or nobody in particular are refused', async () => {
    const who = await clinic.insured()
    const id = await admitted(clinic, who)
    expect(await refused('2406', of(who, id, { psn_name: '别人' }), HOSPITAL)).toContain('psn_name')
    expect(await refused('2406', of(who, id), OTHER)).toContain('在本机构不存在')
    expect(await refused('2407', { data: page }, HOSPITAL)).toContain('psn_no')
    expect(await refused('2407', { data: { ...page, mdtrt_id: id } }, OTHER)).toContain('在本机构不存在')
    expect(
      await refused('2407', { data: { page_num: 0, page_size: 10, psn_no: who.psnNo } }, HOSPITAL),
    ).toContain('page_num')
  })
})

async function ended(code: string, lastDay: PlainDate): Promise<void> {
  const [row] = await clinic.sql<{ id: string }>(
    'select agreement_id as id from institutions.agreement where hospital_code = $1',
    [code],
  )
  const by = { actor: SYSTEM, at: clinic.clock.now(), today: clinic.clock.today() }
  await inTransaction(db, (db) =>
    endAgreement(db, REGION, row!.id, { version: 0, lastDay, reason: '测试' }, by),
  )
  forgetAgreements()
}
