import { termOf, type TraceStep } from '@yichuang/benefits'
import type { Messages } from '@yichuang/hsa'
import { fen, formatYuan, yuan, type Fen } from '@yichuang/kernel'
import { HospitalFault, query } from '../../hospital/index.ts'
import { findSettlement, type SettlementRow } from '../settlement.queries.ts'
import { visitsById } from '../visit.queries.ts'
import { ownVisit } from '../visits.ts'
import { around } from '../world.ts'
import { linesOf } from './told-view.service.ts'
import { workAgain } from './work-again.ts'

type Item = Messages['100001']['output'][number]
/** What an item holds beside the ids of its settlement. */
type Said = Omit<Item, 'setlId' | 'mdtrtId' | 'psnNo'>
type Decimal = NonNullable<Item['selfPayAmt']>

/** 100001 政策项查询: what a settlement rests on, one row for each rule that gave or took an amount. */
export const policyItems = query('100001', async (db, call) => {
  const { psn_No, setl_Id, mdtrt_Id } = call.input.data
  ownVisit(await visitsById(db, call.regionCode, [mdtrt_Id]), call, mdtrt_Id, psn_No, 'any')
  const row = await findSettlement(db, call.regionCode, setl_Id)
  if (!row || row.visitId !== mdtrt_Id)
    throw new HospitalFault('结算ID（setl_Id）不属于该次就诊（mdtrt_Id）。请核对结算ID。')
  if (row.cancels !== null)
    throw new HospitalFault('该结算ID是撤销结算的红字记录，没有政策项。请查询原结算ID。')
  const { id, hash } = row.workings.pack
  const { classed } = await linesOf(db, call.regionCode, row)
  const again = workAgain(row, await around().packs.byHash(id, hash), classed, (serial) => serial)
  if (!again)
    throw new HospitalFault('该结算的费用明细在撤销后已被修改，无法逐项列出。请查询重新结算后的结算ID。')
  return [...ofLines(row), ...ofSteps(again.trace)].map((said) => ({
    setlId: setl_Id,
    mdtrtId: mdtrt_Id,
    psnNo: psn_No,
    ...said,
  }))
})

/** What the person pays before any rule of the insurance: by the catalogue. */
function ofLines({ amounts }: SettlementRow): Said[] {
  return (
    [
      ['line.out-of-catalogue', '目录外全自费', amounts.fulamt_ownpay_amt],
      ['line.over-ceiling', '超过限价', amounts.overlmt_selfpay],
      ['line.first-self-pay', '乙类先行自付', amounts.preselfpay_amt],
    ] as const
  )
    .filter(([, , amount]) => amount !== 0)
    .map(([polItemCode, polItemName, amount]) => ({ polItemCode, polItemName, selfPayAmt: decimal(amount) }))
}

/** The rules of each payer, in the order in which they were applied. */
function ofSteps(trace: TraceStep, payer = '统筹基金'): Said[] {
  return (trace.children ?? []).flatMap((step) => [
    ...ofStep(step, payer),
    ...ofSteps(step, step.says === 'stage' ? step.values['zh'] : payer),
  ])
}

function ofStep(step: TraceStep, payer: string): Said[] {
  const { says, amount, values, id } = step
  const isBand = says.startsWith('band.')
  const name = isBand ? `${payer}第${id.split('.').at(-1)!}段` : termOf(step, 'zh-CN')
  const named = { polItemCode: id.slice(0, 50), polItemName: name.slice(0, 50) }
  if (amount === 0 && !CAPS.has(says)) return []
  if (says.startsWith('deductible.') || says === 'out-of-area.first')
    return [{ ...named, selfPayAmt: decimal(amount) }]
  if (isBand) {
    const part = yuan(values['part']!)
    return [
      {
        ...named,
        selfPayAmt: decimal(fen(part - amount)),
        fundPayAmt: decimal(amount),
        fundPayProp: values['share'] as Decimal,
        polItemPaySum: decimal(part),
      },
    ]
  }
  if (CAPS.has(says)) {
    const over = fen(yuan(values['of']!) - amount)
    if (over === 0) return []
    return [{ ...named, selfPayAmt: decimal(over), fundPayAmt: decimal(fen(0 - over)) }]
  }
  return says === 'pot' ? [{ ...named, fundPayAmt: decimal(amount) }] : []
}
/** Steps that hold back what the steps before would give. */
const CAPS: ReadonlySet<string> = new Set(['cap', 'disease-cap', 'stage.cap'])

const decimal = (amount: Fen) => formatYuan(amount) as Decimal
