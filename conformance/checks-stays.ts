import { inputs } from '../hospital/client/messages.ts'
import { stayInputs } from '../hospital/client/stay-messages.ts'
import { rowsOf } from './amounts.ts'
import { must, type Check } from './check.ts'
import type { Kit } from './kit.ts'
import { admitted, chargedStay, discharged, settleStay, staySettling } from './stays.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const stay = (id: string, zh: string, en: string, run: (kit: Kit) => Promise<void>): Check => ({
  id: `stay-${id}`,
  zh,
  en,
  source: '住院 stays',
  run,
})

/** From admission to discharge: shapes, once, and each step taken back. */
export const stayChecks: readonly Check[] = [
  stay(
    'in-ward',
    '入院后在院信息（5303）可查，出院后没有',
    'Who lies in hospital is found there until the discharge',
    async (kit) => {
      const visit = await admitted(kit)
      const lies = async () => {
        const { output } = await kit.accepted(
          '在院查询',
          '5303',
          stayInputs.inWard(visit, kit.target.station.today()),
        )
        return rowsOf(output?.data).some(({ mdtrt_id }) => mdtrt_id === visit.mdtrtId)
      }
      must(await lies(), '在院却查不到')
      await discharged(kit, { visit })
      must(!(await lies()), '出院后仍在院')
    },
  ),
  stay('one-bed', '在院期间不能再次入院', 'Nobody lies in two beds', async (kit) => {
    const visit = await admitted(kit)
    await kit.refused('在院再次入院', '2401', stayInputs.admit(await kit.newVisit('Y')))
    await discharged(kit, { visit })
  }),
  stay(
    'shapes',
    '住院报文的列表为对象、数字不加引号、数值为空',
    'Objects for rows, plain numbers, and nothing in numeric fields',
    async (kit) => {
      const visit = await admitted(kit)
      const [row] = stayInputs.fees(visit, visit.mdtrtId, '1', kit.target.lines).feedetail
      const numbers = {
        cnt: Number(row!.cnt),
        pric: Number(row!.pric),
        det_item_fee_sumamt: Number(row!.det_item_fee_sumamt),
      }
      await kit.accepted('feedetail 为对象', '2301', {
        feedetail: { ...row, ...numbers, init_feedetl_sn: null },
      })
      const { adminfo, diseinfo } = stayInputs.change(visit, visit.mdtrtId, '15')
      await kit.accepted('diseinfo 为对象', '2403', {
        adminfo: { ...adminfo, fetts: '', geso_val: '' },
        diseinfo: diseinfo[0],
      })
      const [all] = stayInputs.dropFees(visit, visit.mdtrtId).data
      await kit.accepted('data 为对象', '2302', { data: all })
      await kit.accepted('撤销入院', '2404', stayInputs.undo(visit, visit.mdtrtId))
    },
  ),
  stay(
    'batches',
    '费用分批上传，总额为各批之和',
    'Fees come in batches, and the total is that of all',
    async (kit) => {
      const visit = await admitted(kit)
      const { lines } = kit.target
      for (const batch of ['1', '2'])
        await kit.accepted(`第 ${batch} 批`, '2301', stayInputs.fees(visit, visit.mdtrtId, batch, lines))
      const charged = { visit, lines, total: twice(kit), upload: undefined as never }
      const { output } = await kit.accepted('住院预结算', '2303', staySettling(charged))
      must(Number(output?.setlinfo?.medfee_sumamt) === Number(charged.total), '预结算总额不是两批之和')
      await discharged(kit, charged)
    },
  ),
  stay(
    'refund',
    '退费冲减原明细，且不超过原明细',
    'A refund takes from its line, and not more than is there',
    async (kit) => {
      const { visit, lines } = await chargedStay(kit)
      const [line] = lines
      const refunds = `${visit.number}-1-1`
      const back = (batch: string, count: string) =>
        stayInputs.fees(visit, visit.mdtrtId, batch, [{ ...line!, count, refunds }])
      await kit.refused('退得比原来多', '2301', back('2', `-${Number(line!.count) + 1}`))
      await kit.accepted('全部退掉', '2301', back('3', `-${line!.count}`))
      await kit.refused('退第二次', '2301', back('4', `-${line!.count}`))
      await discharged(kit, { visit })
    },
  ),
  stay(
    'settle-after-discharge',
    '没有办理出院不能出院结算',
    'No settlement at the discharge before the discharge',
    async (kit) => {
      const charged = await chargedStay(kit)
      await kit.refused('在院时出院结算', '2304', staySettling(charged))
      await discharged(kit, charged)
    },
  ),
  stay(
    'once',
    '同一住院结算报文重发，得到原来的结果',
    'The same settlement of a stay again gets the first answer',
    async (kit) => {
      const charged = await chargedStay(kit)
      await discharged(kit, charged)
      const msgid = kit.station.newMsgid()
      const first = await settleStay(kit, charged, { msgid })
      const again = await settleStay(kit, charged, { msgid })
      must(same(first.output, again.output), '两次的 output 不同')
    },
  ),
  stay(
    'second-settlement',
    '同一次住院换一个报文ID再结算，被拒绝',
    'The same stay under another msgid is refused',
    async (kit) => {
      const charged = await chargedStay(kit)
      await discharged(kit, charged)
      await settleStay(kit, charged)
      await kit.refused('同一次住院再次结算', '2304', staySettling(charged))
    },
  ),
  stay(
    'reverse-settlement',
    '住院结算的回复丢失后可以冲正，冲正后可以重新结算',
    'A lost settlement of a stay is taken back by 2601 and made anew',
    async (kit) => {
      const charged = await chargedStay(kit)
      await discharged(kit, charged)
      const { msgid } = await settleStay(kit, charged)
      await kit.accepted('冲正', '2601', inputs.reverse(charged.visit.psnNo, msgid, '2304'))
      await settleStay(kit, charged)
    },
  ),
  stay(
    'reverse-admission',
    '入院的回复丢失后可以冲正，冲正后可以重新入院',
    'A lost admission is taken back by 2601, and the bed is free',
    async (kit) => {
      const msgid = kit.station.newMsgid()
      const { psnNo } = await admitted(kit, { msgid })
      await kit.accepted('冲正', '2601', inputs.reverse(psnNo, msgid, '2401'))
      const answer = await kit.accepted('重新入院', '2401', stayInputs.admit(await kit.newVisit('Y')))
      must(typeof answer.output?.result?.mdtrt_id === 'string', '2401 没有返回就诊ID')
    },
  ),
  stay(
    'undo',
    '逐步撤销：结算、出院、费用、入院；次序颠倒被拒绝',
    'Taken back step by step; in another order it is refused',
    async (kit) => {
      const charged = await chargedStay(kit)
      const { visit } = charged
      const undo = stayInputs.undo(visit, visit.mdtrtId)
      await discharged(kit, charged)
      const { output } = await settleStay(kit, charged)
      await kit.refused('结算后撤销出院', '2405', undo)
      await kit.accepted(
        '撤销结算',
        '2305',
        stayInputs.cancel(visit, visit.mdtrtId, String(output.setlinfo.setl_id)),
      )
      await kit.accepted('撤销出院', '2405', undo)
      await kit.refused('有费用时撤销入院', '2404', undo)
      await kit.accepted('撤销费用', '2302', stayInputs.dropFees(visit, visit.mdtrtId))
      await kit.accepted('撤销入院', '2404', undo)
    },
  ),
]

/** The lines of the target, uploaded two times, in yuan. */
function twice(kit: Kit): string {
  const cents = kit.target.lines.reduce(
    (sum, { count, price }) => sum + Math.round(Number(count) * Math.round(Number(price) * 100)),
    0,
  )
  return ((2 * cents) / 100).toFixed(2)
}
