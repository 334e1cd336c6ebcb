import type { CareKind } from '@yichuang/benefits'
import type { Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { forgetCardSettlement } from '../claims/index.ts'
import { booking, HospitalFault, Overtaken, type HospitalCall } from '../hospital/index.ts'
import { balanceBeside, giveAccountsBack } from './account.ts'
import { releaseFees } from './fees.queries.ts'
import { billOf } from './invoice.ts'
import type { Cancelled } from './messages.ts'
import { known, peopleOf, personIdOf, withCertno, withoutCertno } from './people.ts'
import { newRecordId } from './register.ts'
import { detailsOf, negative, settledReply } from './reply.ts'
import { insertSettlements, lockSettlement, markCancelled, type SettlementRow } from './settlement.queries.ts'
import { markUnderMeasures } from './under-measures.ts'
import { giveYearBack } from './year.ts'

type By = Pick<HospitalCall, 'regionCode' | 'institution' | 'msgid' | 'today' | 'now'>

/** 2208 门诊结算撤销: the whole settlement, as a row of its own with every amount the other way round. */
export const cancel = booking({
  infno: '2208',
  async handle(db, call) {
    const { setl_id, psn_no, mdtrt_id } = call.input.data
    const row = await cancelSettlement(db, call, { settlementId: setl_id, psnNo: psn_no, visitId: mdtrt_id })
    return cancelledReply(db, call.regionCode, row)
  },
  strip: withoutCertno,
  restore: (db, { regionCode, input }, output) => withCertno(db, regionCode, input.data.psn_no, output),
})

export async function cancelledReply(db: Db, regionCode: string, row: NewRow): Promise<Cancelled> {
  const person = known(await peopleOf(db, regionCode, [row.personId]), row.personId)
  const balance = await balanceBeside(db, regionCode, row, row.settledOn)
  const told = { limit: 0 as Fen, share: '0', balance, borrowedFrom: undefined }
  const { setlinfo } = settledReply(regionCode, row, person, told)
  return { setlinfo, setldetail: detailsOf(row, told) }
}

type NewRow = Omit<SettlementRow, 'cancelledBy'>

/**
 * Takes a settlement back: its negative row, its fees open again, its part of the year given back, its bill free. In a
 * transaction. What later settlements paid stays as it is: the year is the sum of those that stand.
 */
export async function cancelSettlement(
  db: Db,
  by: By,
  asked: {
    readonly settlementId: string
    readonly psnNo: string
    readonly visitId?: string
    readonly care?: CareKind
  },
): Promise<NewRow> {
  const { regionCode, institution, msgid, today, now } = by
  const settled = await lockSettlement(db, regionCode, asked.settlementId)
  if (!settled || settled.institutionCode !== institution.hospitalCode)
    throw new HospitalFault('结算ID（setl_id）在本机构不存在。请使用本机构结算返回的结算ID。')
  const { care = 'outpatient' } = asked
  if (settled.careKind !== care)
    throw new HospitalFault(
      care === 'inpatient'
        ? '结算ID（setl_id）是门诊或药店结算，请用 2208（门诊）或 2103（药店）撤销。'
        : '结算ID（setl_id）是住院结算，请用 2305 撤销。',
    )
  if (asked.visitId !== undefined && settled.visitId !== asked.visitId)
    throw new HospitalFault('结算ID（setl_id）不属于该就诊（mdtrt_id）。请核对就诊ID。')
  if (settled.personId !== personIdOf(regionCode, asked.psnNo))
    throw new HospitalFault('结算ID（setl_id）不是该人员（psn_no）的结算。请核对人员编号。')
  if (settled.cancels !== null)
    throw new HospitalFault('该结算ID本身是一笔撤销，不能再撤销。请用新的结算重新办理。')
  if (settled.cancelledBy !== null)
    throw new HospitalFault(
      `该结算的退费结算标志不为未退费，已由 ${settled.cancelledBy} 撤销，不能再次撤销或冲正。`,
    )
  if (settled.correctedBy)
    throw new HospitalFault(
      '该结算已由参保地经办机构更正，差额已另行补付或追回，不能再撤销或冲正。确需改变的，请联系经办机构再次更正。',
    )
  // Year before account, as settlements lock them.
  if (!(await giveYearBack(db, regionCode, settled))) throw new Overtaken()
  const given = await giveAccountsBack(db, regionCode, settled, today)
  const row: NewRow = {
    ...settled,
    settlementId: newRecordId(regionCode, now),
    msgid,
    settledOn: today,
    settledAt: now,
    amounts: negative(settled.amounts),
    workings: { ...settled.workings, ...given },
    cancels: settled.settlementId,
  }
  await insertSettlements(db, regionCode, [row])
  await markUnderMeasures(db, regionCode, [row])
  await markCancelled(db, regionCode, settled.settlementId, row.settlementId)
  await releaseFees(db, regionCode, settled.visitId, settled.settlementId)
  const bill = billOf(settled, institution.name)
  if (bill) await forgetCardSettlement(db, regionCode, bill)
  return row
}
