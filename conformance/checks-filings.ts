import { inputs } from '../hospital/client/messages.ts'
import { filingInputs, shopInputs } from '../hospital/client/other-messages.ts'
import { rowsOf } from './amounts.ts'
import { must, type Check } from './check.ts'
import { Skipped, type Kit } from './kit.ts'

/** Purchases and filings: once, taken back, and seen by queries. */
export const filingChecks: readonly Check[] = [
  {
    id: 'purchase-once',
    zh: '同一药店结算报文重发，得到原来的结果；冲正后不能再退',
    en: 'The same purchase again gets the first answer; taken back by 2601 it is not returned again',
    source: '药店 pharmacy',
    async run(kit) {
      if (!kit.pharmacy) throw new Skipped('没有给出药店 no pharmacy was named')
      const buyer = await kit.newVisit('P')
      const msgid = kit.pharmacy.newMsgid()
      const buy = () => kit.accepted('药店结算', '2102', shopInputs.buy(buyer, kit.target.lines), { msgid })
      const [first, again] = [await buy(), await buy()]
      must(JSON.stringify(first.output) === JSON.stringify(again.output), '两次的 output 不同')
      const { mdtrt_id, setl_id } = first.output.setlinfo as Record<string, string>
      await kit.accepted('退药', '2103', inputs.cancel(buyer, mdtrt_id!, setl_id!))
      await kit.refused('再次退药', '2103', inputs.cancel(buyer, mdtrt_id!, setl_id!))
    },
  },
  {
    id: 'filing-referral',
    zh: '转院备案（2501）可查（5304），有效期内不重复，撤销（2502）后不再有效',
    en: 'A referral is found, made once, and gone when it is revoked',
    source: '备案 filings',
    async run(kit) {
      const visit = await kit.newVisit('R')
      const input = filingInputs.refer(visit, kit.target.station.today(), inDays(kit, 30))
      const known = async () => {
        const { output } = await kit.accepted('转院查询', '5304', filingInputs.inForce(visit))
        return rowsOf(output?.refmedin).length
      }
      if ((await known()) > 0) throw new Skipped('测试人员已有有效的转院备案 the person is referred already')
      const { output } = await kit.accepted('转院备案', '2501', input)
      const filing = String(output?.result?.trt_dcla_detl_sn)
      must((await known()) === 1, '备案后查不到')
      await kit.refused('重复备案', '2501', input)
      await kit.accepted('撤销', '2502', filingInputs.withdraw(visit, filing))
      must((await known()) === 0, '撤销后仍有效')
    },
  },
  {
    id: 'filing-chronic',
    zh: '慢特病备案（2503）得到流水号，只能撤销（2504）一次',
    en: 'A chronic disease is filed under a number and taken back once',
    source: '备案 filings',
    async run(kit) {
      const visit = await kit.newVisit('M')
      const { institution, today } = kit.target.station
      const answer = await kit.ask('2503', filingInputs.chronic(visit, institution, today()))
      if (!answer.ok) throw new Skipped(`2503 没有受理 not served: ${answer.reason?.slice(0, 60)}`)
      const filing = String(answer.output?.result?.trt_dcla_detl_sn)
      must(/^\S{1,30}$/.test(filing), `待遇申报明细流水号 ${filing}`)
      await kit.accepted('撤销', '2504', filingInputs.withdraw(visit, filing))
      await kit.refused('再次撤销', '2504', filingInputs.withdraw(visit, filing))
    },
  },
]

function inDays({ target }: Kit, days: number): string {
  return new Date(Date.parse(`${target.station.today()}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
}
