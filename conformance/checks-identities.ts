import { fenOf } from './amounts.ts'
import { cares, settledOf, type Care, type Info, type Settled } from './cares.ts'
import { must, type Check } from './check.ts'
import { FUNDS, identities, PARTS, sumOf } from './identities.ts'
import { Skipped, type Kit } from './kit.ts'

const LINE_PARTS = ['fulamt_ownpay_amt', 'overlmt_amt', 'preselfpay_amt', 'inscp_scp_amt']

function equal(left: number, right: number, what: string): void {
  must(left === right, `${what}：${(left / 100).toFixed(2)} ≠ ${(right / 100).toFixed(2)}`)
}

interface Asked {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly look: (settled: Settled, kit: Kit) => void | Promise<void>
}

/** A check of each kind of care: A1, A1-stay, A1-purchase. */
const ofCare = ({ id, zh, en, look }: Asked, care: Care): Check => ({
  id: `${id}${care.suffix}`,
  zh: `${care.zh}：${zh}`,
  en: `${care.en}: ${en}`,
  source: id,
  run: async (kit) => look(await settledOf(kit, care), kit),
})

const eachLine =
  (look: (line: Info, code: string) => void) =>
  ({ sent, lines }: Settled): void => {
    must(lines.length === sent.length, `${sent.length} 条明细，返回 ${lines.length} 条`)
    for (const [index, line] of lines.entries()) look(line, sent[index]!.code)
  }

const asked: readonly Asked[] = [
  ...identities.map(({ id, zh, en, what, sides }): Asked => ({
    id,
    zh,
    en,
    look({ info, detail, total }) {
      equal(...sides(info, detail), what)
      if (id === 'A5') equal(fenOf(info['medfee_sumamt']), total, '上传的明细合计')
    },
  })),
  {
    id: 'A4',
    zh: '个人账户支付已含共济支付',
    en: 'The account’s part holds what relatives’ accounts paid',
    look: ({ info }) =>
      must((fenOf(info['acct_mulaid_pay']) || 0) <= fenOf(info['acct_pay']), 'acct_mulaid_pay > acct_pay'),
  },
  {
    id: 'A7',
    zh: '明细：数量 × 单价 = 金额',
    en: 'Line: count × price = amount',
    look: eachLine((line, code) => {
      const product = Math.round(
        (Math.round(Number(line['cnt']) * 10_000) * Math.round(Number(line['pric']) * 1_000_000)) /
          100_000_000,
      )
      equal(fenOf(line['det_item_fee_sumamt']), product, `${code} 明细`)
    }),
  },
  {
    id: 'A8',
    zh: '明细：四部分之和 = 金额',
    en: 'Line: its four parts = its amount',
    look: eachLine((line, code) =>
      equal(sumOf(line, LINE_PARTS), fenOf(line['det_item_fee_sumamt']), `${code} 明细`),
    ),
  },
  {
    id: 'A9',
    zh: '明细：乙类按比例先行自付，丙类全自费，甲类没有',
    en: 'Line: class B pays its share first, C everything, A nothing',
    look: eachLine(classPays),
  },
  {
    id: 'pre-settle-same',
    zh: '结算与之前的预结算金额相同',
    en: 'A settlement is what the trial before it said',
    look({ trial, info }) {
      for (const key of ['medfee_sumamt', 'fund_pay_sumamt', 'psn_part_amt', 'acct_pay'])
        equal(fenOf(trial[key]), fenOf(info[key]), key)
    },
  },
  {
    id: 'A11',
    zh: '对总账：与中心不符的笔数与金额不会报平',
    en: 'Reconciliation: sums that are not the centre’s are not called even',
    look: wrongBooks,
  },
  {
    id: 'A10',
    zh: '撤销是一笔新的结算，每个金额为原来的负数',
    en: 'A cancellation is a settlement of its own, every amount the other way round',
    async look({ info, undo }) {
      const turned = await undo()
      must(turned['setl_id'] !== info['setl_id'], '撤销没有新的结算ID')
      for (const key of ['medfee_sumamt', 'fund_pay_sumamt', 'acct_pay', 'psn_cash_pay', ...FUNDS, ...PARTS])
        if (turned[key] !== undefined && turned[key] !== null)
          equal(fenOf(turned[key]), -fenOf(info[key]), key)
    },
  },
]

function classPays(line: Info, code: string): void {
  const share = Number(line['selfpay_prop'])
  const [own, first, over, amount] = [
    'fulamt_ownpay_amt',
    'preselfpay_amt',
    'overlmt_amt',
    'det_item_fee_sumamt',
  ].map((key) => fenOf(line[key])) as [number, number, number, number]
  if (share === 1) return equal(own, amount, `${code} 丙类全自费`)
  equal(own, 0, `${code} 全自费`)
  equal(first, Math.round((amount - over) * share), `${code} 先行自付`)
}

async function wrongBooks({ info, insutype }: Settled, kit: Kit): Promise<void> {
  const { station } = kit.target
  const day = station.today()
  const answer = await kit.ask('3201', {
    data: {
      insutype,
      clr_type: info['clr_type'],
      setl_optins: station.institution.region,
      stmt_begndate: day,
      stmt_enddate: day,
      medfee_sumamt: '9999999.99',
      fund_pay_sumamt: '0',
      acct_pay: '0',
      fixmedins_setl_cnt: '0',
    },
  })
  if (!answer.ok) throw new Skipped(`3201 没有受理 not served: ${answer.reason?.slice(0, 80)}`)
  // Nobody's books are these: a centre that calls them even compares nothing.
  must(!['0', '000000'].includes(String(answer.output?.stmtinfo?.stmt_rslt)), '金额不符却报告平')
}

/** What must add up, to the fen, for every kind of care. */
export const identityChecks: readonly Check[] = cares.flatMap((care) => asked.map((one) => ofCare(one, care)))
