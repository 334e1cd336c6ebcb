import { must, type Check } from './check.ts'
import { inputs } from '../hospital/client/messages.ts'
import { rowsOf } from './amounts.ts'
import { settleInput } from './kit.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** One message, one result: whatever is repeated, lost or taken back. */
export const onceChecks: readonly Check[] = [
  {
    id: 'once-same-msgid',
    zh: '同一报文重发，得到原来的结果，不会再结算一次',
    en: 'The same message again gets the first answer and settles nothing twice',
    source: '一次 once',
    async run(kit) {
      const charged = await kit.charged()
      const msgid = kit.station.newMsgid()
      const first = await kit.settle(charged, { msgid })
      const again = await kit.settle(charged, { msgid })
      must(same(first.output, again.output), '两次的 output 不同')
    },
  },
  {
    id: 'once-at-once',
    zh: '同一报文同时到达两次，只结算一次',
    en: 'Two of the same message at once settle once',
    source: '一次 once',
    async run(kit) {
      const charged = await kit.charged()
      const msgid = kit.station.newMsgid()
      const answers = await Promise.all([1, 2].map(() => kit.ask('2207', settleInput(charged), { msgid })))
      const ids = new Set(
        answers.filter(({ ok }) => ok).map(({ output }) => output.setlinfo.setl_id as unknown),
      )
      must(ids.size === 1, `得到 ${ids.size} 个结算ID`)
    },
  },
  {
    id: 'once-other-content',
    zh: '同一报文ID、不同内容，被拒绝',
    en: 'The same msgid with another content is refused',
    source: '一次 once',
    async run(kit) {
      const [first, second] = [await kit.charged(), await kit.charged()]
      const msgid = kit.station.newMsgid()
      await kit.settle(first, { msgid })
      await kit.refused('同一 msgid 结算另一次就诊', '2207', settleInput(second), { msgid })
    },
  },
  {
    id: 'once-second-settlement',
    zh: '同一批费用换一个报文ID再结算，被拒绝',
    en: 'The same fees under another msgid are refused',
    source: '一次 once',
    async run(kit) {
      const charged = await kit.charged()
      await kit.settle(charged)
      await kit.refused('同一批费用再次结算', '2207', settleInput(charged))
    },
  },
  {
    id: 'reverse-lost',
    zh: '结算的回复丢失后可以冲正（2601），冲正后可以重新结算',
    en: 'A settlement whose reply was lost is taken back by 2601 and made anew',
    source: '冲正 reversal',
    async run(kit) {
      const charged = await kit.charged()
      const { msgid } = await kit.settle(charged)
      await kit.accepted('冲正', '2601', inputs.reverse(charged.visit.psnNo, msgid, '2207'))
      await kit.settle(charged)
    },
  },
  {
    id: 'reverse-after-cancel',
    zh: '已经撤销（2208）的结算不能再冲正',
    en: 'What 2208 took back is not taken back again by 2601',
    source: '冲正 reversal',
    async run(kit) {
      const charged = await kit.charged()
      const { msgid, output } = await kit.settle(charged)
      const { visit } = charged
      await kit.accepted('撤销', '2208', inputs.cancel(visit, visit.mdtrtId, String(output.setlinfo.setl_id)))
      await kit.refused('撤销后冲正', '2601', inputs.reverse(visit.psnNo, msgid, '2207'))
    },
  },
  {
    id: 'cancel-once',
    zh: '一笔结算只能撤销一次',
    en: 'A settlement is taken back once',
    source: '冲正 reversal',
    async run(kit) {
      const charged = await kit.charged()
      const { output } = await kit.settle(charged)
      const input = inputs.cancel(charged.visit, charged.visit.mdtrtId, String(output.setlinfo.setl_id))
      await kit.accepted('撤销', '2208', input)
      await kit.refused('再次撤销', '2208', input)
    },
  },
  {
    id: 'fees-withdrawn',
    zh: '费用明细可以撤销（2205）后重传，已结算的不能撤销',
    en: 'Fees can be withdrawn and sent anew, but not once they are settled',
    source: '费用 fees',
    async run(kit) {
      const charged = await kit.charged()
      const { visit, batch, lines } = charged
      const drop = inputs.dropFees(visit, visit.mdtrtId, batch)
      await kit.accepted('撤销明细', '2205', drop)
      const upload = await kit.accepted('重传明细', '2204', inputs.fees(visit, visit.mdtrtId, batch, lines))
      must(rowsOf(upload.output?.result).length === lines.length, '重传后的明细条数不同')
      await kit.settle(charged)
      await kit.refused('撤销已结算的明细', '2205', drop)
    },
  },
]
