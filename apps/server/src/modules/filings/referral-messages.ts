import type { Db } from '../../platform/db.ts'
import { booking, HospitalFault, query, type AnyHandler, type HospitalCall } from '../hospital/index.ts'
import { INSUTYPE, known, mustServe, peopleOf } from '../settlement/index.ts'
import {
  findReferral,
  issueReferral,
  referralsInForce,
  revokeReferral,
  type ReferralWorld,
} from '../referral/index.ts'
import { byMessage, inWords, personIn } from './said.ts'

const WITHIN_CITY = '1'

/** 2501 转院备案, 2502 撤销, 5304 查询: the referral of the hospital room, from the hospital's own system. */
export function referralMessages(world: ReferralWorld): readonly AnyHandler[] {
  return [
    booking({
      infno: '2501',
      async handle(db, call) {
        const { refmedin } = call.input
        if (refmedin.refl_type === WITHIN_CITY)
          throw new HospitalFault('refl_type 为 1（市内转院）。市内转院不需要转诊备案，请直接办理入院。')
        await mustServe(db, call.regionCode, call.institution, undefined, call.today)
        const row = await inWords(() =>
          issueReferral(
            db,
            world,
            {
              personId: personIn(call, refmedin.psn_no),
              target: refmedin.mdtrtarea_admdvs,
              diagnosisCode: refmedin.diag_code,
              diagnosisName: refmedin.diag_name,
              reason: refmedin.refl_rea,
              opinion: refmedin.refl_opnn,
              from: refmedin.begndate,
              until: refmedin.enddate,
              // The national message names a hospital; the person may choose another of the place.
              suggested: { code: refmedin.reflin_medins_no, name: refmedin.reflin_medins_name },
            },
            byMessage(call),
          ),
        )
        return { result: { trt_dcla_detl_sn: row.number } }
      },
      subject: ({ result }) => result.trt_dcla_detl_sn,
      undo: async (db, { call, subject: number }) => {
        const row = await ownReferral(db, call, number, call.input.data.psn_no)
        const about = { regionCode: call.regionCode, referralId: row.referralId, reason: '冲正' }
        await inWords(() => revokeReferral(db, about, { ...byMessage(call), side: 'hospital' }))
      },
    }),
    booking({
      infno: '2502',
      async handle(db, call) {
        const { trt_dcla_detl_sn: number, psn_no, memo } = call.input.data
        const row = await ownReferral(db, call, number, psn_no)
        const about = {
          regionCode: call.regionCode,
          referralId: row.referralId,
          reason: memo || '转出医院撤销',
        }
        await inWords(() => revokeReferral(db, about, { ...byMessage(call), side: 'hospital' }))
        return null
      },
    }),
    query('5304', async (db, call) => {
      const { psn_no } = call.input.data
      const personId = personIn(call, psn_no)
      const person = known(await peopleOf(db, call.regionCode, [personId]), personId)
      const rows = await referralsInForce(db, call.regionCode, personId, call.today)
      const [enrolment] = person.enrolments
      return {
        refmedin: rows.map((row) => ({
          insutype: INSUTYPE[enrolment?.insurance ?? 'employee'],
          psn_no,
          psn_cert_type: '01',
          certno: person.idNumber(),
          psn_name: person.name,
          gend: person.sex === 'male' ? '1' : '2',
          brdy: person.birth,
          insu_optins: call.regionCode,
          diag_code: row.diagnosisCode,
          diag_name: row.diagnosisName,
          ...(row.suggestedCode !== null && { reflin_medins_no: row.suggestedCode }),
          // No hospital is fixed: whoever must show a name shows the place.
          reflin_medins_name: row.suggestedName ?? `${row.targetName}异地住院联网医院`,
          refl_date: row.issuedOn,
          refl_rea: row.reason,
          begndate: row.from,
          enddate: row.until,
          hosp_agre_refl_flag: '1',
        })),
      }
    }),
  ]
}

/** A filing of the hospital that sends the message, for the person it names. */
async function ownReferral(db: Db, call: HospitalCall, number: string, psnNo: string) {
  const row = await findReferral(db, call.regionCode, number)
  const own = row?.hospitalCode === call.institution.hospitalCode
  if (!row || !own || row.personId !== personIn(call, psnNo))
    throw new HospitalFault(
      `没有待遇申报明细流水号为 ${number} 的本机构转院备案，或人员编号不符。请核对后重发。`,
    )
  return row
}
