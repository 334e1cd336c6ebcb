import { inputs } from '../hospital/client/messages.ts'
import { fenOf, rowsOf } from './amounts.ts'
import { must, type Check } from './check.ts'
import { Skipped, type Kit } from './kit.ts'

/** What a centre tells of a person's year and medicines. */
export const queryChecks: readonly Check[] = [
  {
    id: 'query-accumulated',
    zh: '累计信息（5206）：累计起付线（Q0000）随结算增加、随撤销减少，一分不差',
    en: 'The year’s deductible (5206, Q0000) grows with a settlement and shrinks with its cancellation, to the fen',
    source: '查询 queries',
    async run(kit) {
      const charged = await kit.charged()
      const { visit } = charged
      const before = await deductible(kit, visit.psnNo, visit.insutype)
      const { output } = await kit.settle(charged)
      const { setl_id, act_pay_dedc } = output.setlinfo as Record<string, unknown>
      const after = await deductible(kit, visit.psnNo, visit.insutype)
      must(
        after === before + fenOf(act_pay_dedc),
        `结算后 ${after} ≠ ${before} + ${fenOf(act_pay_dedc)}（分）`,
      )
      await kit.accepted('撤销', '2208', inputs.cancel(visit, visit.mdtrtId, String(setl_id)))
      const again = await deductible(kit, visit.psnNo, visit.insutype)
      must(again === before, `撤销后 ${again} ≠ ${before}（分）`)
    },
  },
  {
    id: 'query-medicines',
    zh: '慢特病用药记录（5205）：只有该人员、该时段的明细',
    en: 'Chronic medicines (5205): lines of this person and time only',
    source: '查询 queries',
    async run(kit) {
      const { psnNo } = await kit.newVisit()
      const [begntime, endtime] = [
        `${kit.target.station.today().slice(0, 4)}-01-01`,
        kit.target.station.today(),
      ]
      const answer = await kit.ask('5205', { data: { psn_no: psnNo, begntime, endtime } })
      if (!answer.ok) throw new Skipped(`不适用：5205 没有受理 not served: ${answer.reason?.slice(0, 60)}`)
      for (const row of rowsOf(answer.output?.feedetail)) {
        must(row['psn_no'] === psnNo, '有其他人员的明细')
        const taken = String(row['fee_ocur_time']).slice(0, 10)
        must(taken >= begntime && taken <= endtime, `有 ${taken} 的明细`)
      }
    },
  },
]

/** Deductible used this year, fen. */
async function deductible(kit: Kit, psn_no: string, insutype: string): Promise<number> {
  const answer = await kit.ask('5206', { data: { psn_no, cum_ym: '' } })
  if (!answer.ok) throw new Skipped(`不适用：5206 没有受理 not served: ${answer.reason?.slice(0, 60)}`)
  const year = kit.target.station.today().slice(0, 4)
  const rows = rowsOf(answer.output?.cuminfo).filter(
    (row) => row['cum_type_code'] === 'Q0000' && row['insutype'] === insutype && row['year'] === year,
  )
  if (rows.length === 0) throw new Skipped('不适用：5206 没有 Q0000 not applicable: it tells no Q0000')
  return rows.reduce((sum, row) => sum + fenOf(row['cum']), 0)
}
