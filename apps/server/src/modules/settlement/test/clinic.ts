import { readReply } from '@yichuang/hsa'
import { makeResidentId, plainDate, type PlainDate } from '@yichuang/kernel'
import path from 'node:path'
import { fixedClock } from '../../../platform/clock.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../../../platform/crypto.ts'
import { inTransaction, type Db } from '../../../platform/db.ts'
import { createLog } from '../../../platform/log.ts'
import { testDatabase } from '../../../platform/test-database.ts'
import { SYSTEM } from '../../audit/index.ts'
import { openPacks, putFeeItem, type FeeItemRow } from '../../catalogue/index.ts'
import { openClaims } from '../../claims/index.ts'
import { openHospital, type AnyHandler, type FrontDoor } from '../../hospital/index.ts'
import { insertEnrolment, openInsured, registerPerson } from '../../insured/index.ts'
import { concludeAgreement, forgetAgreements, type AgreementTerms } from '../../institutions/index.ts'
import { saveHospital } from '../../organisations/index.ts'
import { openSettlement, psnNo, settlementHandlers } from '../index.ts'

const PACKS = path.join(import.meta.dirname, '../../../../../../policy-packs')
export const REGION = '330600'
export const HOSPITAL = 'H33060200001'
export const OTHER_HOSPITAL = 'H33060200002'
export const PHARMACY = 'P33060200003'
const TODAY = '2020-10-12'

const item = (code: string, cls: 'A' | 'B' | 'C', selfPayRatio: string, ceilingPrice: string | null) =>
  ({
    code,
    name: code,
    kind: 'drug',
    class: cls,
    selfPayRatio,
    unit: '盒',
    ceilingPrice,
    source: '测试',
  }) as FeeItemRow

/** A city with two hospitals, a pharmacy and a small catalogue, spoken to in messages; the front door stands open. */
export async function openClinic(
  options: { handlers?: readonly AnyHandler[]; front?: FrontDoor; unknownMessage?: 'accept' | 'refuse' } = {},
) {
  const test = await testDatabase()
  const db = test.database.forRegion(REGION)
  const key = newKey()
  const keys = {
    cipher: createFieldCipher(parseKeyRing(key)),
    blindIndex: createBlindIndex(Buffer.alloc(32, 7)),
  }
  const clock = fixedClock(`${TODAY}T02:00:00Z`)
  const packs = await openPacks(test.db, PACKS, new Date('2020-01-01T00:00:00Z'))
  openInsured({ ...keys, places: () => new Map([[REGION, '本市']]) })
  openClaims({ ...keys, packs })
  openSettlement({ packs })
  const place = { regionCode: REGION, territory: '330602' }
  await saveHospital(test.db, { ...place, hospitalCode: HOSPITAL, name: '演示人民医院', level: 'tertiary' })
  await saveHospital(test.db, {
    ...place,
    hospitalCode: OTHER_HOSPITAL,
    name: '演示中医院',
    level: 'primary',
  })
  await saveHospital(test.db, { ...place, hospitalCode: PHARMACY, name: '演示药店', level: 'primary' })
  await withAgreements(db)
  for (const row of [
    item('A1', 'A', '0', null),
    item('A2', 'A', '0', '10.00'),
    item('B1', 'B', '0.05', null),
    item('B2', 'B', '0.20', '50.00'),
    item('C1', 'C', '1', null),
  ])
    await putFeeItem(db, REGION, '2019-01-01', row)
  const hospital = openHospital({
    database: test.database,
    clock,
    log: createLog('silent'),
    front: options.front ?? ({} as FrontDoor),
    handlers: options.handlers ?? settlementHandlers,
    ...(options.unknownMessage && { unknownMessage: options.unknownMessage }),
  })

  forgetAgreements()
  let numbers = 0
  const next = () => String((numbers += 1)).padStart(4, '0')
  const text = (infno: string, input: unknown, sender: Sender = {}) => {
    const {
      institution = HOSPITAL,
      msgid = `${institution}20201012100000${next()}`,
      named = institution,
    } = sender
    return JSON.stringify({
      infno,
      msgid,
      mdtrtarea_admvs: REGION,
      insuplc_admdvs: REGION,
      recer_sys_code: 'FSI_LOCAL',
      infver: 'V1.0',
      opter_type: '1',
      opter: 'op1',
      opter_name: '收费员',
      inf_time: '2020-10-12 10:00:00',
      fixmedins_code: named,
      fixmedins_name: '医院',
      sign_no: '',
      input,
    })
  }
  const answer = async (sent: string, institution = HOSPITAL) => {
    const { text: reply, status } = await hospital.dispatch({ text: sent, institution })
    const read = readReply(reply)
    if (!read.ok) throw new Error(reply)
    const { accepted, reason, output } = read.value
    return { accepted, reason: reason ?? '', output: output as Output, status, raw: reply }
  }
  const send = (infno: string, input: unknown, sender: Sender = {}) =>
    answer(text(infno, input, sender), sender.institution)
  /** the output of a message that must be accepted */
  const ask = async (infno: string, input: unknown, sender: Sender = {}): Promise<Output> => {
    const { accepted, reason, output } = await send(infno, input, sender)
    if (!accepted) throw new Error(`${infno} was refused: ${reason}`)
    return output
  }

  return {
    ...test,
    /** that people's ID numbers are encrypted with */
    key,
    packs,
    regionDb: db,
    clock,
    hospital,
    text,
    answer,
    send,
    ask,
    /** Somebody insured here; `to` ends the enrolment. */
    async insured(
      name = '王芳',
      enrolment: { insurance?: 'employee' | 'resident'; to?: PlainDate } = {},
    ): Promise<Insured> {
      const { insurance = 'employee', to } = enrolment
      const sequence = Number(next())
      const idNumber = makeResidentId({ region: '330602', birth: plainDate('1970-01-01'), sequence })
      const personId = await inTransaction(db, async (db) => {
        const id = await registerPerson(db, { regionCode: REGION, name, idNumber }, plainDate(TODAY))
        await insertEnrolment(db, REGION, id, {
          insurance,
          personClass: insurance === 'employee' ? 'active' : 'resident-adult',
          from: plainDate('2019-01-01'),
          ...(to && { to }),
        })
        return id
      })
      return { personId, idNumber, psnNo: psnNo(REGION, personId) }
    },
  }
}

/** Agreements of the clinic's institutions, each with its kind of service. */
async function withAgreements(db: Db): Promise<void> {
  await agreed(db, HOSPITAL)
  await agreed(db, OTHER_HOSPITAL)
  await agreed(db, PHARMACY, { services: ['pharmacy'] })
}

/** Concludes an agreement with an institution of the city: for all care and anywhere, unless told otherwise. */
export async function agreed(
  db: Db,
  hospitalCode: string,
  terms: Partial<AgreementTerms> = {},
): Promise<void> {
  const first = plainDate('2019-01-01')
  const whole: AgreementTerms = {
    number: `协${hospitalCode}`,
    from: first,
    until: plainDate('2021-12-31'),
    services: ['outpatient', 'inpatient', 'chronic', 'maternity'],
    network: 'nation',
    networkedFrom: first,
    depositShare: '0.05',
    ...terms,
  }
  const by = { actor: SYSTEM, at: new Date('2019-01-01T02:00:00Z'), today: first }
  await inTransaction(db, (db) =>
    concludeAgreement(db, REGION, hospitalCode, { ...whole, replace: false, reason: '测试' }, by),
  )
}

export interface Insured {
  readonly personId: string
  readonly idNumber: string
  readonly psnNo: string
}
export interface Sender {
  /** whose credentials are used */
  readonly institution?: string
  /** who the message says it is from */
  readonly named?: string
  readonly msgid?: string
}
// Tests look at what they expect.
// oxlint-disable-next-line typescript/no-explicit-any
export type Output = any
export type Clinic = Awaited<ReturnType<typeof openClinic>>

export const registration = (who: Insured, more: object = {}) => ({
  data: {
    psn_no: who.psnNo,
    insutype: '310',
    begntime: '2020-10-12 09:30:00',
    mdtrt_cert_type: '02',
    mdtrt_cert_no: who.idNumber,
    ipt_otp_no: 'MZ1',
    atddr_no: 'D1',
    dr_name: '李医生',
    dept_code: '01',
    dept_name: '内科',
    caty: 'A03',
    ...more,
  },
})

export const finding = (who: Insured, visitId: string, more: object = {}) => ({
  mdtrtinfo: {
    mdtrt_id: visitId,
    psn_no: who.psnNo,
    med_type: '11',
    begntime: '2020-10-12 09:30:00',
    dise_codg: 'J06',
    dise_name: '上呼吸道感染',
    ...more,
  },
  diseinfo: [
    {
      diag_type: '1',
      diag_srt_no: 1,
      diag_code: 'J06.900',
      diag_name: '急性上呼吸道感染',
      diag_dept: '内科',
      dise_dor_no: 'D1',
      dise_dor_name: '李医生',
      diag_time: '2020-10-12 09:40:00',
      vali_flag: '1',
    },
  ],
})

export interface Line {
  readonly sn: string
  readonly code: string
  readonly cnt: string
  readonly pric: string
  readonly amount: string
}

export const feeLines = (who: Insured, visitId: string, batch: string, lines: readonly Line[]) => ({
  feedetail: lines.map(({ sn, code, cnt, pric, amount }) => ({
    feedetl_sn: sn,
    mdtrt_id: visitId,
    psn_no: who.psnNo,
    chrg_bchno: batch,
    rx_circ_flag: '0',
    fee_ocur_time: '2020-10-12 09:50:00',
    med_list_codg: code,
    medins_list_codg: code,
    det_item_fee_sumamt: Number(amount),
    cnt,
    pric,
    bilg_dept_codg: '01',
    bilg_dept_name: '内科',
    bilg_dr_codg: 'D1',
    bilg_dr_name: '李医生',
    hosp_appr_flag: '1',
  })),
})

export const settling = (who: Insured, visitId: string, batch: string, total: string, more: object = {}) => ({
  data: {
    psn_no: who.psnNo,
    mdtrt_cert_type: '02',
    mdtrt_cert_no: who.idNumber,
    med_type: '11',
    medfee_sumamt: total,
    psn_setlway: '01',
    mdtrt_id: visitId,
    chrg_bchno: batch,
    insutype: '310',
    acct_used_flag: '0',
    fulamt_ownpay_amt: '0',
    overlmt_selfpay: '0',
    preselfpay_amt: '0',
    inscp_scp_amt: total,
    ...more,
  },
})

/** Lines that show every way a line can go: 甲, over its ceiling, 乙, 丙, and one the catalogue does not have. */
export const fiveLines: readonly Line[] = [
  { sn: '1', code: 'A1', cnt: '2', pric: '400.00', amount: '800.00' },
  { sn: '2', code: 'A2', cnt: '3', pric: '12.50', amount: '37.50' },
  { sn: '3', code: 'B1', cnt: '1', pric: '4.52', amount: '4.52' },
  { sn: '4', code: 'C1', cnt: '1', pric: '20.00', amount: '20.00' },
  { sn: '5', code: 'NOT-LISTED', cnt: '0.5', pric: '10.00', amount: '5.00' },
]
export const fiveTotal = '867.02'

/** A visit with its fees, up to the settlement. */
export async function visitWith(
  clinic: Clinic,
  who: Insured,
  lines: readonly Line[] = fiveLines,
  sender: Sender = {},
): Promise<string> {
  const { data } = await clinic.ask('2201', registration(who), sender)
  const visitId = data.mdtrt_id as string
  await clinic.ask('2203', finding(who, visitId), sender)
  await clinic.ask('2204', feeLines(who, visitId, 'B1', lines), sender)
  return visitId
}
