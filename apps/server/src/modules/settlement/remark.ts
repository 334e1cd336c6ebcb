import { booking, HospitalFault } from '../hospital/index.ts'
import { remarkFees, type Remark } from './fees.queries.ts'
import { visitsById } from './visit.queries.ts'
import { ownVisit } from './visits.ts'

/** 2306 费用明细修改备注: sets the remark of uploaded lines (e.g. a traceability code); no amount changes by it. */
export const remark = booking({
  infno: '2306',
  async handle(db, call) {
    const { data } = call.input
    const [first] = data
    if (!first) throw new HospitalFault('data 没有内容。请至少传入一行明细。')
    for (const [index, row] of data.entries())
      if (row.mdtrt_id !== first.mdtrt_id || row.psn_no !== first.psn_no)
        throw new HospitalFault(
          `data 第 ${index + 1} 行：就诊ID（mdtrt_id）或人员编号（psn_no）与第 1 行不同。一次只能修改同一次就诊的明细。`,
        )
    const visits = await visitsById(db, call.regionCode, [first.mdtrt_id])
    ownVisit(visits, call, first.mdtrt_id, first.psn_no, 'any')
    const remarks = data.map(({ bkkp_sn, med_list_codg, memo }): Remark => ({
      serial: bkkp_sn,
      code: med_list_codg,
      memo: memo ?? '',
    }))
    const done = await remarkFees(db, call.regionCode, first.mdtrt_id, remarks)
    const missing = remarks.findIndex(({ serial }) => !done.has(serial))
    if (missing >= 0)
      throw new HospitalFault(
        `data 第 ${missing + 1} 行：该次就诊没有记账流水号（bkkp_sn）${remarks[missing]!.serial}、医疗目录编码（med_list_codg）${remarks[missing]!.code} 的明细，整批未修改。请核对后重发。`,
      )
    return null
  },
})
