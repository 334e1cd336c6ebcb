import { booking, HospitalFault, Overtaken, query } from '../../hospital/index.ts'
import { ageOn, type PlainDate } from '@yichuang/kernel'
import type { Messages } from '@yichuang/hsa'
import type { Db } from '../../../platform/db.ts'
import { noteDeath } from '../../insured/index.ts'
import { gendOf, IDENTITY_CARD, INSUTYPE } from '../codes.ts'
import { forgetPerson, known, peopleOf, personIdOf } from '../people.ts'
import { dayOfCare } from '../register.ts'
import { settlementsOfVisit } from '../settlement.queries.ts'
import { touchVisits } from '../visit.queries.ts'
import { ownStay } from './admit.ts'
import { closeStay, openUploads, reopenStay, staysInWard } from './stay.queries.ts'

/** 离院方式: died */
const DIED = '5'

/** 2402 出院办理; a death ends the stay, and no later one begins. */
export const discharge = booking({
  infno: '2402',
  async handle(db, call) {
    const { dscginfo, diseinfo } = call.input
    const { regionCode, today } = call
    const { visit, stay } = await ownStay(db, call, dscginfo.mdtrt_id, dscginfo.psn_no)
    if (!stay.open)
      throw new HospitalFault('该次住院已经办理出院，不能重复办理。需要更改请先用 2405 撤销出院。')
    const on = dayOfCare(dscginfo.endtime, today)
    if (on < visit.beganOn)
      throw new HospitalFault(`出院时间（endtime）${on} 早于入院日期 ${visit.beganOn}。请核对后重新办理。`)
    const diedOn = dscginfo.dscg_way === DIED ? (dscginfo.die_date ?? on) : null
    if (diedOn !== null && (diedOn < visit.beganOn || diedOn > on))
      throw new HospitalFault(
        `死亡日期（die_date）${diedOn} 不在住院期间 ${visit.beganOn} 至 ${on} 之内。请核对后重新办理。`,
      )
    if (diedOn === null && dscginfo.die_date !== undefined)
      throw new HospitalFault(
        '填写了死亡日期（die_date），离院方式（dscg_way）应为 5 死亡。请改正后重新办理。',
      )
    const last = diedOn ?? on
    const late = (await openUploads(db, regionCode, visit.visitId))
      .flatMap(({ sent }) => sent)
      .find(({ fee_ocur_time, init_feedetl_sn }) => !init_feedetl_sn && fee_ocur_time.slice(0, 10) > last)
    if (late)
      throw new HospitalFault(
        `费用明细 ${late.feedetl_sn} 的发生时间 ${late.fee_ocur_time} 晚于${diedOn === null ? '出院' : '死亡'}日期 ${last}。请先用 2302 撤销该明细，或核对日期。`,
      )
    const said = { ...dscginfo, diseinfo, psn_no: undefined }
    if ((await touchVisits(db, regionCode, [visit])) === 0) throw new Overtaken()
    await closeStay(db, regionCode, visit.visitId, { on, said, diedOn })
    if (diedOn !== null) await deathOf(db, regionCode, visit.personId, diedOn)
    return null
  },
})

/** 2405 出院撤销: before that, its settlement is taken back; settlements made midway stand. */
export const undoDischarge = booking({
  infno: '2405',
  async handle(db, call) {
    const { mdtrt_id, psn_no } = call.input.data
    const { regionCode } = call
    const { visit, stay } = await ownStay(db, call, mdtrt_id, psn_no)
    if (stay.open) throw new HospitalFault('该次住院没有办理出院，无需撤销。')
    if (await settledForGood(db, regionCode, mdtrt_id))
      throw new HospitalFault('该次住院已出院结算，不能撤销出院。请先用 2305 撤销结算。')
    if ((await reopenStay(db, regionCode, mdtrt_id)) === 0)
      throw new HospitalFault('该人员已在其他住院中，不能撤销这次出院。请先办理那次住院的出院（2402）。')
    if ((await touchVisits(db, regionCode, [visit])) === 0) throw new Overtaken()
    if (stay.diedOn !== null) await deathOf(db, regionCode, visit.personId, null)
    return null
  },
})

/** A death is known of the person, wherever they might be treated next; or it was a mistake. */
async function deathOf(
  db: Db,
  regionCode: string,
  personId: string,
  diedOn: PlainDate | null,
): Promise<void> {
  await noteDeath(db, regionCode, personId, diedOn)
  forgetPerson(regionCode, personId)
}

/** Whether the settlement at the discharge stands. */
export async function settledForGood(
  db: Parameters<typeof settlementsOfVisit>[0],
  regionCode: string,
  visitId: string,
): Promise<boolean> {
  const all = await settlementsOfVisit(db, regionCode, visitId)
  return all.some(
    ({ cancels, cancelledBy, workings }) => cancels === null && cancelledBy === null && workings.mid !== true,
  )
}

type InWard = Messages['5303']['output']['data'][number]

/** 5303 在院信息查询: whether and where somebody lies in hospital. */
export const inWard = query('5303', async (db, call) => {
  const { psn_no, begntime, endtime } = call.input.data
  const { regionCode, today } = call
  if (psn_no === undefined)
    throw new HospitalFault('请填写人员编号（psn_no）。本入口按人查询在院信息，不提供全院名单。')
  const personId = personIdOf(regionCode, psn_no)
  const person = known(await peopleOf(db, regionCode, [personId]), personId)
  const [from, to] = [begntime.slice(0, 10) as PlainDate, endtime.slice(0, 10) as PlainDate]
  const stays = await staysInWard(db, regionCode, personId, from, to)
  return {
    data: stays.map(({ visitId, beganOn, insurance, medType, visitNo }): InWard => ({
      mdtrt_id: visitId,
      psn_no,
      psn_cert_type: IDENTITY_CARD,
      certno: person.idNumber(),
      psn_name: person.name,
      gend: gendOf(person.sex),
      brdy: person.birth,
      age: String(ageOn(person.birth, today)) as InWard['age'],
      insutype: INSUTYPE[insurance],
      begndate: beganOn,
      med_type: medType ?? '21',
      ipt_otp_no: visitNo,
    })),
  }
})
