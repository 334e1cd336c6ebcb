import type { Db } from '../../platform/db.ts'
import { booking, HospitalFault, query, type HospitalCall } from '../hospital/index.ts'
import { IDENTITY_CARD } from './codes.ts'
import { mustBeThem } from './identity.ts'
import { known, peopleOf, personIdOf } from './people.ts'
import { psnNo } from './person-number.ts'
import { newRecordId } from './register.ts'
import { putSpecialFlag, specialFlagsOf } from './special-flag.queries.ts'
import { visitsById, type VisitRow } from './visit.queries.ts'
import { ownVisit } from './visits.ts'

const MOST = 100

/** 2406 就医特殊属性上传: kept with the visit; the same attribute said again keeps its number. */
export const noteSpecialFlag = booking({
  infno: '2406',
  async handle(db, call) {
    const { data } = call.input
    const { regionCode, institution, now } = call
    const visit = await visitOf(db, call, data.mdtrt_id, data.psn_no)
    const person = known(await peopleOf(db, regionCode, [visit.personId]), visit.personId)
    mustBeThem(person, data)
    if (visit.visitNo !== data.ipt_otp_no)
      throw new HospitalFault('住院/门诊号（ipt_otp_no）与该就诊登记的号码不一致。请核对后重发。')
    const id = await putSpecialFlag(db, regionCode, now, {
      flagId: newRecordId(regionCode, now),
      visitId: visit.visitId,
      personId: visit.personId,
      institutionCode: institution.hospitalCode,
      kind: data.ipt_psn_sp_flag_type,
      flag: data.ipt_psn_sp_flag,
      memo: data.memo,
    })
    return { IptPsnSpFlagRegOut: { ipt_psn_sp_flag_detl_id: id } }
  },
})

/** 2407 就医特殊属性查询: of one person, or of one visit, at the institution that asks. */
export const specialFlags = query('2407', async (db, call) => {
  const { data } = call.input
  const { regionCode, institution } = call
  const { mdtrt_id: visitId, psn_no, page_num, page_size } = data
  if (psn_no === undefined && visitId === undefined)
    throw new HospitalFault('请填写人员编号（psn_no）或就诊ID（mdtrt_id）。本入口按人或按就诊查询特殊属性。')
  if (!(page_size >= 1 && page_size <= MOST && page_num >= 1))
    throw new HospitalFault(`分页参数不正确：page_num 从 1 起，page_size 为 1 至 ${MOST}。请改正后重发。`)
  const personId =
    psn_no === undefined
      ? (await visitOf(db, call, visitId!, undefined)).personId
      : personIdOf(regionCode, psn_no)
  const person = known(await peopleOf(db, regionCode, [personId]), personId)
  const found = await specialFlagsOf(db, regionCode, {
    personId,
    institutionCode: institution.hospitalCode,
    flagId: data.ipt_psn_sp_flag_detl_id,
    visitId,
    visitNo: data.ipt_otp_no,
    kind: data.ipt_psn_sp_flag_type,
    flag: data.ipt_psn_sp_flag,
    limit: page_size,
    offset: (page_num - 1) * page_size,
  })
  return {
    IptPsnSpFlagReg: found.map((one) => ({
      ipt_psn_sp_flag_detl_id: one.flagId,
      mdtrt_id: one.visitId,
      psn_no: psnNo(regionCode, personId),
      psn_cert_type: IDENTITY_CARD,
      certno: person.idNumber(),
      psn_name: person.name,
      fixmedins_code: institution.hospitalCode,
      fixmedins_name: institution.name,
      ipt_otp_no: one.visitNo,
      ipt_psn_sp_flag_type: one.kind,
      ipt_psn_sp_flag: one.flag,
      admdvs: regionCode,
    })),
  }
})

async function visitOf(
  db: Db,
  call: Pick<HospitalCall, 'regionCode' | 'institution'>,
  visitId: string,
  psnNumber: string | undefined,
): Promise<VisitRow> {
  const { regionCode } = call
  const visits = await visitsById(db, regionCode, [visitId])
  const number = psnNumber ?? psnNo(regionCode, visits.get(visitId)?.personId ?? NOBODY)
  return ownVisit(visits, call, visitId, number, 'any')
}
const NOBODY = '00000000-0000-7000-8000-000000000000'
