import type { Packs } from '../catalogue/index.ts'
import {
  anytimeClasses,
  chronicBenefits,
  CLASS_OF_CODE,
  collectChronic,
  findApplication,
  OTHER,
  undoChronic,
  withdrawChronic,
} from '../chronic/index.ts'
import type { Db } from '../../platform/db.ts'
import { booking, HospitalFault, query, type AnyHandler, type HospitalCall } from '../hospital/index.ts'
import { mustServe } from '../settlement/index.ts'
import { byMessage, inWords, mustBeOwn, personIn } from './said.ts'

/** 2503 人员慢特病备案, 2504 撤销, 5301 查询: the recognition of the hospital room, from the hospital's own system. */
export function chronicMessages(packs: Packs): readonly AnyHandler[] {
  return [
    booking({
      infno: '2503',
      async handle(db, call) {
        const { data } = call.input
        mustBeOwn(call, 'ide_fixmedins_no', data.ide_fixmedins_no)
        if (data.hosp_ide_date > call.today)
          throw new HospitalFault(
            `hosp_ide_date（${data.hosp_ide_date}）晚于今天（${call.today}）。请改为实际鉴定日期。`,
          )
        await mustServe(db, call.regionCode, call.institution, undefined, call.today)
        const classId = classOf(packs, call.regionCode, call.today, data)
        const row = await inWords(() =>
          collectChronic(
            db,
            packs,
            {
              personId: personIn(call, data.psn_no),
              classId,
              diseaseName: data.opsp_dise_name,
              diseaseCode: data.opsp_dise_code,
              doctor: data.diag_dr_name,
              doctorCode: data.diag_dr_codg,
              note: data.memo ?? '',
              identifiedOn: data.hosp_ide_date,
              benefitFrom: data.begndate,
              // The hospital files what it has found; of what it may decide itself this is the decision.
              ...(classId !== OTHER && { outcome: 'granted' as const }),
            },
            byMessage(call),
          ),
        )
        return { result: { trt_dcla_detl_sn: row.number } }
      },
      subject: ({ result }) => result.trt_dcla_detl_sn,
      undo: async (db, { call, subject: number }) => {
        const row = await ownApplication(db, call, number, call.input.data.psn_no)
        const { actor, at } = byMessage(call)
        const about = { regionCode: call.regionCode, applicationId: row.applicationId, reason: '冲正' }
        await inWords(() => undoChronic(db, about, { actor, at }))
      },
    }),
    booking({
      infno: '2504',
      async handle(db, call) {
        const { trt_dcla_detl_sn: number, psn_no, memo } = call.input.data
        const row = await ownApplication(db, call, number, psn_no)
        const { actor, at } = byMessage(call)
        const about = { regionCode: call.regionCode, applicationId: row.applicationId, reason: memo }
        await inWords(() => withdrawChronic(db, about, { actor, at }))
        return null
      },
    }),
    query('5301', async (db, call) => {
      const personId = personIn(call, call.input.data.psn_no)
      const benefits = await chronicBenefits(db, call.regionCode, personId, call.today)
      return {
        feedetail: benefits.map(({ diseaseCode, classId, diseaseName, from, until }) => ({
          opsp_dise_code: diseaseCode ?? classId,
          opsp_dise_name: diseaseName,
          begndate: from,
          ...(until !== null && { enddate: until }),
        })),
      }
    }),
  ]
}

/** A filing of the hospital that sends the message, for the person it names. */
async function ownApplication(db: Db, call: HospitalCall, number: string, psnNo: string) {
  const row = await findApplication(db, call.regionCode, number)
  const own = row?.hospitalCode === call.institution.hospitalCode
  if (!row || !own || row.personId !== personIn(call, psnNo))
    throw new HospitalFault(
      `没有待遇申报明细流水号为 ${number} 的本机构慢特病备案，或人员编号不符。请核对后重发。`,
    )
  return row
}

/** The class a filing means: by its code where that is beyond doubt, else by the very words of the document. */
function classOf(
  packs: Packs,
  regionCode: string,
  today: Parameters<typeof anytimeClasses>[1],
  { opsp_dise_code, opsp_dise_name }: { readonly opsp_dise_code: string; readonly opsp_dise_name: string },
): string {
  const classes = anytimeClasses(packs.current(regionCode), today)
  const byCode = CLASS_OF_CODE[opsp_dise_code.toUpperCase()]
  const found = classes.find(({ id, name }) => id === byCode || name === opsp_dise_name)
  return found?.id ?? OTHER
}
