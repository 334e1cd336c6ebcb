import type { Messages } from '@yichuang/hsa'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { booking, HospitalFault, Overtaken, type HospitalCall } from '../../hospital/index.ts'
import { hospitalByCode } from '../../organisations/index.ts'
import { mustServe } from '../agreement.ts'
import { insuranceOf, VOUCHER } from '../codes.ts'
import { carePlaceOf } from '../care-place.ts'
import { feesStand } from '../fees.queries.ts'
import { mustBeThem } from '../identity.ts'
import { checkMaternityLoaded } from '../maternity.ts'
import { checkStayType, isMaternity } from '../med-type.ts'
import { enrolledOn, known, peopleOf, personIdOf } from '../people.ts'
import { dayOfCare, maternityCodes, newRecordId, useVoucher } from '../register.ts'
import { settlementsOfVisit } from '../settlement.queries.ts'
import {
  cancelVisit,
  insertVisits,
  noteFindings,
  visitsById,
  type NewVisit,
  type VisitRow,
} from '../visit.queries.ts'
import { ownVisit } from '../visits.ts'
import { around } from '../world.ts'
import {
  changeAdmission,
  insertStay,
  lockStay,
  openStayOf,
  takeStayBack,
  type StayRow,
} from './stay.queries.ts'

type Admission = Messages['2401']['input']['mdtrtinfo'] | Messages['2403']['input']['adminfo']
type Diagnoses = readonly Readonly<Record<string, unknown>>[]

/** 2401 入院办理: one open stay for a person, wherever it is. */
export const admit = booking({
  infno: '2401',
  async handle(db, call) {
    const { mdtrtinfo, diseinfo } = call.input
    const { regionCode, now } = call
    const personId = personIdOf(regionCode, mdtrtinfo.psn_no)
    const visit = await newStay(db, call, personId)
    if (mdtrtinfo.mdtrt_cert_type === VOUCHER.token)
      await useVoucher(db, call, mdtrtinfo.mdtrt_cert_no ?? '', personId)
    await insertVisits(db, regionCode, now, [visit])
    if (!(await insertStay(db, regionCode, visit))) await refuseSecond(db, call, personId)
    const found = { visit: { ...visit, cancelled: false, version: 0 }, medType: mdtrtinfo.med_type }
    await noteFindings(db, regionCode, [{ ...found, findings: findingsOf(mdtrtinfo, diseinfo) }])
    return { result: { mdtrt_id: visit.visitId } }
  },
  subject: ({ result }) => result.mdtrt_id ?? '',
  undo: async (db, { call, subject }) => takeBack(db, call, subject, call.input.data.psn_no),
})

async function newStay(db: Db, call: HospitalCall<'2401'>, personId: string): Promise<NewVisit> {
  const { mdtrtinfo } = call.input
  const { regionCode, today } = call
  const insurance = insuranceOf(mdtrtinfo.insutype)
  if (!insurance)
    throw new HospitalFault(
      `险种类型（insutype）${mdtrtinfo.insutype} 不在本地办理范围，住院结算支持 310 职工医保和 390 居民医保。`,
    )
  const beganOn = dayOfCare(mdtrtinfo.begntime, today)
  await mustServe(db, regionCode, call.institution, 'inpatient', beganOn)
  await checkKind(db, call, mdtrtinfo.med_type, { personId, beganOn })
  const person = known(await peopleOf(db, regionCode, [personId]), personId)
  mustBeThem(person, mdtrtinfo)
  const { diedOn } = person
  if (diedOn !== null)
    throw new HospitalFault(`该人员已于 ${diedOn} 死亡出院，不能办理入院。请核对人员编号（psn_no）。`)
  return {
    visitId: newRecordId(regionCode, call.now),
    institutionCode: call.institution.hospitalCode,
    personId,
    insurance,
    personClass: enrolledOn(person, insurance, beganOn).personClass,
    kind: 'inpatient',
    visitNo: mdtrtinfo.ipt_no,
    beganOn,
    medType: mdtrtinfo.med_type,
    registered: registeredOf(mdtrtinfo),
  }
}

async function refuseSecond(db: Db, { regionCode }: HospitalCall<'2401'>, personId: string): Promise<never> {
  const open = await openStayOf(db, regionCode, personId)
  // Discharged this very moment: then it may be admitted.
  if (!open) throw new Overtaken()
  const hospital = await hospitalByCode(db, open.institutionCode)
  throw new HospitalFault(
    `该人员是在院状态不能办理入院，在院信息：机构编号：${open.institutionCode}，机构名称：${hospital?.name ?? ''}，入院日期：${open.beganOn}。请先办理出院（2402）或入院撤销（2404）。`,
  )
}

/** 2403 住院信息变更: what was said at the admission, anew. The day can change until something is settled. */
export const changeStay = booking({
  infno: '2403',
  async handle(db, call) {
    const { adminfo, diseinfo } = call.input
    const { regionCode, today } = call
    const { visit } = await ownStay(db, call, adminfo.mdtrt_id, adminfo.psn_no)
    const beganOn = dayOfCare(adminfo.begntime, today)
    const { personId } = visit
    await checkKind(db, call, adminfo.med_type, { personId, beganOn })
    if (beganOn !== visit.beganOn) {
      await mustServe(db, regionCode, call.institution, 'inpatient', beganOn)
      await mayMove(db, regionCode, visit, beganOn)
    }
    const changed = await changeAdmission(db, regionCode, visit, {
      visitNo: adminfo.ipt_otp_no,
      beganOn,
      medType: adminfo.med_type,
      registered: registeredOf(adminfo),
      findings: findingsOf(adminfo, diseinfo),
    })
    if (changed === 0) throw new Overtaken()
    return null
  },
})

async function mayMove(db: Db, regionCode: string, visit: VisitRow, beganOn: PlainDate): Promise<void> {
  if (await anyStands(db, regionCode, visit.visitId))
    throw new HospitalFault('该次住院已有结算，不能更改入院时间（begntime）。请先用 2305 撤销结算。')
  const person = known(await peopleOf(db, regionCode, [visit.personId]), visit.personId)
  enrolledOn(person, visit.insurance, beganOn)
}

/** 2404 入院撤销: only a stay without fees, and before its discharge. */
export const undoAdmission = booking({
  infno: '2404',
  async handle(db, call) {
    await takeBack(db, call, call.input.data.mdtrt_id, call.input.data.psn_no)
    return null
  },
})

type By = Pick<HospitalCall, 'regionCode' | 'institution'>

async function takeBack(db: Db, by: By, visitId: string, psnNo: string): Promise<void> {
  const { visit, stay } = await ownStay(db, by, visitId, psnNo)
  const fees = await feesStand(db, by.regionCode, visitId, undefined)
  if (fees.some((settled) => settled))
    throw new HospitalFault(
      '该次住院已有结算，不能撤销入院。请依次撤销：结算（2305）、出院（2405）、费用明细（2302），再撤销入院。',
    )
  if (!stay.open) throw new HospitalFault('该次住院已办理出院，不能撤销入院。请先用 2405 撤销出院。')
  if (fees.length > 0)
    throw new HospitalFault('该次住院已上传费用明细，不能撤销入院。请先用 2302 撤销费用明细。')
  await takeStayBack(db, by.regionCode, visitId)
  if ((await cancelVisit(db, by.regionCode, visit)) === 0) throw new Overtaken()
}

/** A stay a message may go on with, locked. */
export async function ownStay(
  db: Db,
  by: By,
  visitId: string,
  psnNo: string,
): Promise<{ readonly visit: VisitRow; readonly stay: StayRow }> {
  const visit = ownVisit(await visitsById(db, by.regionCode, [visitId]), by, visitId, psnNo, 'inpatient')
  return { visit, stay: await lockStay(db, by.regionCode, visitId) }
}

/** Whether a settlement of the stay stands, mid-way ones included. */
export async function anyStands(db: Db, regionCode: string, visitId: string): Promise<boolean> {
  const all = await settlementsOfVisit(db, regionCode, visitId)
  return all.some(({ cancels, cancelledBy }) => cancels === null && cancelledBy === null)
}

/** That a stay of this kind is settled here; where the person lies is asked only where the kind turns on it. */
async function checkKind(
  db: Db,
  { regionCode, institution }: Pick<HospitalCall, 'regionCode' | 'institution'>,
  medType: string,
  visit: Pick<VisitRow, 'personId' | 'beganOn'>,
): Promise<void> {
  checkStayType(medType, await carePlaceOf(db, regionCode, institution, visit))
  if (isMaternity(medType)) checkMaternityLoaded(around().packs.current(regionCode), medType, visit.beganOn)
}

function registeredOf(info: Admission): NewVisit['registered'] & Readonly<Record<string, unknown>> {
  return {
    begntime: info.begntime,
    voucher: info.mdtrt_cert_type,
    department: info.adm_dept_name,
    departmentCode: info.adm_dept_codg,
    specialty: '',
    doctor: info.chfpdr_name,
    doctorCode: info.atddr_no,
    bed: info.adm_bed,
  }
}

function findingsOf(info: Admission, diseinfo: readonly object[]) {
  return {
    complaint: info.main_cond_dscr ?? info.adm_diag_dscr,
    diseaseCode: info.dscg_maindiag_code,
    diseaseName: info.dscg_maindiag_name,
    ...maternityCodes(info),
    diagnoses: diseinfo as Diagnoses,
  }
}
