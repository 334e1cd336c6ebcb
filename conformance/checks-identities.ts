import { must, type Check } from './check.ts'
import { inputs } from '../hospital/client/messages.ts'
import { fenOf, rowsOf, settleInput, Skipped, type Charged, type Kit } from './kit.ts'

type Info = Readonly<Record<string, unknown>>

interface Settlement {
  readonly charged: Charged
  readonly info: Info
  readonly detail: readonly Info[]
}

/** One settlement for all identities of a run. */
const settlements = new WeakMap<Kit, Promise<Settlement>>()
function settlementOf(kit: Kit): Promise<Settlement> {
  const known = settlements.get(kit)
  if (known) return known
  const made = (async () => {
    const charged = await kit.charged()
    const { output } = await kit.settle(charged)
    return { charged, info: output.setlinfo as Info, detail: rowsOf(output.setldetail) }
  })()
  settlements.set(kit, made)
  return made
}

const sumOf = (row: Info, keys: readonly string[]) =>
  keys.reduce((sum, key) => sum + (fenOf(row[key]) || 0), 0)
const FUNDS = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
  'hifdm_pay',
]
const PARTS = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt']
const LINE_PARTS = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt']

function equal(left: number, right: number, what: string): void {
  must(left === right, `${what}：${(left / 100).toFixed(2)} ≠ ${(right / 100).toFixed(2)}`)
}

function ofSettlement(id: string, zh: string, en: string, look: (settlement: Settlement) => void): Check {
  return { id, zh, en, source: id, run: async (kit) => look(await settlementOf(kit)) }
}

function ofLines(
  id: string,
  zh: string,
  en: string,
  look: (line: Info, sent: Charged['lines'][number]) => void,
): Check {
  return {
    id,
    zh,
    en,
    source: id,
    async run(kit) {
      const { charged } = await settlementOf(kit)
      const result = rowsOf(charged.upload.output?.result)
      must(result.length === charged.lines.length, `${charged.lines.length} 条明细，返回 ${result.length} 条`)
      for (const [index, line] of result.entries()) look(line, charged.lines[index]!)
    },
  }
}

/** What must add up, to the fen. */
export const identityChecks: readonly Check[] = [
  ofSettlement(
    'A1',
    '医疗费总额 = 基金支付总额 + 个人负担 + 医院负担',
    'Total = funds + person + hospital',
    ({ info }) =>
      equal(
        fenOf(info['medfee_sumamt']),
        sumOf(info, ['fund_pay_sumamt', 'psn_part_amt', 'hosp_part_amt']),
        'medfee_sumamt',
      ),
  ),
  ofSettlement('A2', '基金支付总额 = 各基金支付之和', 'Funds together = each fund', ({ info }) =>
    equal(fenOf(info['fund_pay_sumamt']), sumOf(info, FUNDS), 'fund_pay_sumamt'),
  ),
  ofSettlement('A3', '个人负担 = 个人账户 + 现金', 'Person = account + cash', ({ info }) =>
    equal(fenOf(info['psn_part_amt']), sumOf(info, ['acct_pay', 'psn_cash_pay']), 'psn_part_amt'),
  ),
  ofSettlement(
    'A4',
    '个人账户支付已含共济支付',
    'The account’s part holds what relatives’ accounts paid',
    ({ info }) =>
      must((fenOf(info['acct_mulaid_pay']) || 0) <= fenOf(info['acct_pay']), 'acct_mulaid_pay > acct_pay'),
  ),
  ofSettlement(
    'A5',
    '全自费 + 超限价 + 先行自付 + 符合范围 = 医疗费总额',
    'The four parts = the total',
    ({ info, charged }) => {
      equal(sumOf(info, PARTS), fenOf(info['medfee_sumamt']), 'medfee_sumamt')
      equal(fenOf(info['medfee_sumamt']), fenOf(charged.total), '上传的明细合计')
    },
  ),
  ofSettlement(
    'A6',
    '基金支付明细之和 = 基金支付总额 + 个人账户 + 医院负担',
    'Rows of funds = funds + account + hospital',
    ({ info, detail }) =>
      equal(
        detail.reduce((sum, row) => sum + fenOf(row['fund_payamt']), 0),
        sumOf(info, ['fund_pay_sumamt', 'acct_pay', 'hosp_part_amt']),
        'setldetail',
      ),
  ),
  ofLines('A7', '明细：数量 × 单价 = 金额', 'Line: count × price = amount', (line, sent) => {
    const product = Math.round(
      (Math.round(Number(line['cnt']) * 10_000) * Math.round(Number(line['pric']) * 1_000_000)) / 100_000_000,
    )
    equal(fenOf(line['det_item_fee_sumamt']), product, `${sent.code} 明细`)
  }),
  ofLines('A8', '明细：四部分之和 = 金额', 'Line: its four parts = its amount', (line, sent) =>
    equal(sumOf(line, LINE_PARTS), fenOf(line['det_item_fee_sumamt']), `${sent.code} 明细`),
  ),
  ofLines(
    'A9',
    '明细：乙类按比例先行自付，丙类全自费，甲类没有',
    'Line: class B pays its share first, C everything, A nothing',
    (line, sent) => {
      const [share, own, first, over, amount] = [
        Number(line['selfpay_prop']),
        ...LINE_PARTS.slice(0, 1).map((key) => fenOf(line[key])),
        fenOf(line['preselfpay_amt']),
        fenOf(line['overlmt_amt']),
        fenOf(line['det_item_fee_sumamt']),
      ] as [number, number, number, number, number]
      if (share === 1) equal(own, amount, `${sent.code} 丙类全自费`)
      else {
        equal(own, 0, `${sent.code} 全自费`)
        equal(first, Math.round((amount - over) * share), `${sent.code} 先行自付`)
      }
    },
  ),
  {
    id: 'A10',
    zh: '撤销是一笔新的结算，每个金额为原来的负数',
    en: 'A cancellation is a settlement of its own, every amount the other way round',
    source: 'A10',
    async run(kit) {
      const charged = await kit.charged()
      const { output } = await kit.settle(charged)
      const info = output.setlinfo as Info
      const back = await kit.accepted(
        '撤销结算',
        '2208',
        inputs.cancel(charged.visit, charged.visit.mdtrtId, String(info['setl_id'])),
      )
      const turned = back.output.setlinfo as Info
      must(turned['setl_id'] !== info['setl_id'], '撤销没有新的结算ID')
      for (const key of ['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay', 'psn_cash_pay', ...FUNDS, ...PARTS])
        if (turned[key] !== undefined && turned[key] !== null)
          equal(fenOf(turned[key]), -fenOf(info[key]), key)
    },
  },
  {
    id: 'A11',
    zh: '对总账：当天的笔数与金额之和，含负数的撤销',
    en: 'Reconciliation: the sums of the day, cancellations among them',
    source: 'A11',
    async run(kit) {
      const { info, charged } = await settlementOf(kit)
      const { region } = kit.target.station.institution
      const day = kit.target.station.today()
      const ask = (more: number) =>
        kit.ask('3201', {
          data: {
            insutype: charged.visit.insutype,
            clr_type: info['clr_type'],
            setl_optins: region,
            stmt_begndate: day,
            stmt_enddate: day,
            medfee_sumamt: (more / 100).toFixed(2),
            fund_pay_sumamt: '0',
            acct_pay: '0',
            fixmedins_setl_cnt: '0',
          },
        })
      const answer = await ask(999_999_999)
      if (!answer.ok) throw new Skipped(`3201 没有受理 not served: ${answer.reason?.slice(0, 80)}`)
      // Nobody's books are these: a centre that calls them even compares nothing.
      must(!['0', '000000'].includes(String(answer.output?.stmtinfo?.stmt_rslt)), '金额不符却报告平')
    },
  },
  {
    id: 'pre-settle-same',
    zh: '结算与之前的预结算金额相同',
    en: 'A settlement is what the trial before it said',
    source: '2206',
    async run(kit) {
      const charged = await kit.charged()
      const trial = (await kit.accepted('预结算', '2206', settleInput(charged))).output.setlinfo as Info
      const info = (await kit.settle(charged)).output.setlinfo as Info
      for (const key of ['medfee_sumamt', 'fund_pay_sumamt', 'psn_part_amt', 'acct_pay'])
        equal(fenOf(trial[key]), fenOf(info[key]), key)
    },
  },
]
