import type { Messages } from '@yichuang/hsa'
import { formatYuan, sumFen, type PlainDate } from '@yichuang/kernel'
import { newId } from '../../../platform/uuid.ts'
import { booking, HospitalFault, Overtaken, type HospitalCall } from '../../hospital/index.ts'
import { classify, lineResult, type ClassedLine, type SentLine } from '../fee-lines.ts'
import { insertFees, serialsOf } from '../fees.queries.ts'
import { touchVisits } from '../visit.queries.ts'
import { itemsByCode } from '../world.ts'
import { ownStay } from './admit.ts'
import { settledForGood } from './discharge.ts'
import { netLines, refundOf, refundParts } from './net-lines.ts'
import { openUploads, rewriteUpload, type OpenUpload } from './stay.queries.ts'

type Line = Messages['2301']['input']['feedetail'][number]
type Result = Messages['2301']['output']['result'][number]
type Items = Awaited<ReturnType<typeof itemsByCode>>

/** All fees of a stay are one batch. */
export const STAY_BATCH = 'stay'
/** the number that means every line, in 2302 */
const EVERY_LINE = '0000'
// Refunds have to be found again: with more than this a stay is settled midway.
const MOST_LINES = 20_000

/** 2301 住院费用明细上传: classed by the catalogue of the day of each fee; refunds are lines with negative amounts. */
export const uploadStayFees = booking({
  infno: '2301',
  async handle(db, call) {
    const [first] = call.input.feedetail
    const { regionCode, now } = call
    const { mdtrt_id, psn_no } = first!
    const { visit, stay } = await ownStay(db, call, mdtrt_id, psn_no)
    await mustBeOpen(db, call, mdtrt_id)
    const [uploads, taken] = [
      await openUploads(db, regionCode, mdtrt_id),
      (await serialsOf(db, regionCode, [mdtrt_id])).get(mdtrt_id) ?? new Set<string>(),
    ]
    if (taken.size + call.input.feedetail.length > MOST_LINES)
      throw new HospitalFault(
        `该次住院的费用明细超过 ${MOST_LINES} 条。请先办理中途结算（mid_setl_flag 1）再上传。`,
      )
    const items = await itemsOfDays(db, call)
    const net = netLines(uploads.flatMap(({ classed }) => classed))
    const seen = new Set(taken)
    const sent: SentLine[] = []
    const classed: ClassedLine[] = []
    const result = call.input.feedetail.map((line, index) => {
      const row = index + 1
      checkLine(line, first!, row, stay.diedOn ?? stay.dischargedOn)
      if (seen.has(line.feedetl_sn))
        throw new HospitalFault(
          `feedetail 第 ${row} 行：费用明细流水号（feedetl_sn）在该次住院中已存在。每条明细使用不同流水号；重传请先用 2302 撤销原明细。`,
        )
      seen.add(line.feedetl_sn)
      const { mdtrt_id: _visit, psn_no: _person, ...rest } = line
      const one = classedOf(rest, items, net, row)
      sent.push(rest)
      classed.push(one.line)
      return one.result
    })
    if ((await touchVisits(db, regionCode, [visit])) === 0) throw new Overtaken()
    const total = sumFen(classed.map(({ amount }) => amount))
    const upload = { visitId: mdtrt_id, uploadId: newId(), chargeBatch: STAY_BATCH, sent, classed, total }
    await insertFees(db, regionCode, now, [upload])
    return { result }
  },
})

/** Classes one line and takes it up into what is left of the stay's lines. */
function classedOf(sent: SentLine, items: Map<string, Items>, net: Map<string, ClassedLine>, row: number) {
  const { init_feedetl_sn: refunds, feedetl_sn: sn } = sent
  const item = items.get(dayOf(sent))?.get(sent.med_list_codg)
  if (!refunds) {
    const line = classify(sent, item, row)
    if (line.amount < 0)
      throw new HospitalFault(
        `feedetail 第 ${row} 行：金额为负数，须填写被退的费用明细流水号（init_feedetl_sn）。`,
      )
    net.set(sn, line)
    return { line, result: lineResult(sent, line, item) as Result }
  }
  const { amount } = classify(sent, undefined, row)
  const line = refundOf({ sn, amount, quantity: Number(sent.cnt), refunds }, net, row)
  const target = net.get(refunds)!
  const { own, over, first, inScope } = refundParts(line, target)
  net.set(refunds, netLines([target, line]).get(refunds)!)
  const told = lineResult(sent, { ...line, class: target.class }, item)
  const parts = {
    fulamt_ownpay_amt: own,
    overlmt_amt: over,
    preselfpay_amt: first,
    inscp_scp_amt: inScope,
  }
  return { line, result: { ...told, ...parts } as Result }
}

async function itemsOfDays(
  db: Parameters<typeof itemsByCode>[0],
  { regionCode, input }: HospitalCall<'2301'>,
) {
  const byDay = Map.groupBy(input.feedetail, dayOf)
  const found = new Map<string, Items>()
  for (const [day, lines] of byDay)
    found.set(
      day,
      await itemsByCode(
        db,
        regionCode,
        lines.map(({ med_list_codg }) => med_list_codg),
        day,
      ),
    )
  return found
}

const dayOf = ({ fee_ocur_time }: Pick<Line, 'fee_ocur_time'>) => fee_ocur_time.slice(0, 10)

function checkLine(line: Line, first: Line, row: number, last: PlainDate | null): void {
  if (line.mdtrt_id !== first.mdtrt_id || line.psn_no !== first.psn_no)
    throw new HospitalFault(
      `feedetail 第 ${row} 行：就诊ID（mdtrt_id）或人员编号（psn_no）与第 1 行不同。一次上传只能是同一次住院的明细。`,
    )
  if (last !== null && !line.init_feedetl_sn && dayOf(line) > last)
    throw new HospitalFault(
      `feedetail 第 ${row} 行：费用发生时间（fee_ocur_time）${dayOf(line)} 晚于出院日期 ${last}。请核对日期，或先用 2405 撤销出院。`,
    )
}

/** 2302 住院费用明细撤销: lines that are not settled, or all of them. */
export const dropStayFees = booking({
  infno: '2302',
  async handle(db, call) {
    const [first] = call.input.data
    const { mdtrt_id, psn_no } = first!
    const { regionCode } = call
    const { visit } = await ownStay(db, call, mdtrt_id, psn_no)
    await mustBeOpen(db, call, mdtrt_id)
    if (call.input.data.some((row) => row.mdtrt_id !== mdtrt_id || row.psn_no !== psn_no))
      throw new HospitalFault(
        '一次撤销只能是同一次住院的明细：各行的就诊ID（mdtrt_id）和人员编号（psn_no）应相同。',
      )
    const uploads = await openUploads(db, regionCode, mdtrt_id)
    const asked = new Set(call.input.data.map(({ feedetl_sn }) => feedetl_sn))
    const every = asked.has(EVERY_LINE)
    if (!every) checkDropped(asked, uploads)
    if ((await touchVisits(db, regionCode, [visit])) === 0) throw new Overtaken()
    for (const upload of uploads) {
      const stays = upload.classed.map(({ sn }) => !every && !asked.has(sn))
      if (!stays.includes(false)) continue
      const left = {
        uploadId: upload.uploadId,
        sent: upload.sent.filter((_, at) => stays[at]),
        classed: upload.classed.filter((_, at) => stays[at]),
      }
      await rewriteUpload(db, regionCode, mdtrt_id, left, sumFen(left.classed.map(({ amount }) => amount)))
    }
    return null
  },
})

function checkDropped(asked: ReadonlySet<string>, uploads: readonly OpenUpload[]): void {
  const lines = uploads.flatMap(({ classed }) => classed)
  const open = new Set(lines.map(({ sn }) => sn))
  for (const sn of asked)
    if (!open.has(sn))
      throw new HospitalFault(
        `费用明细流水号（feedetl_sn）${sn} 不在该次住院的未结算明细中。已结算的请先用 2305 撤销结算。`,
      )
  const refund = lines.find(
    ({ sn, refunds }) => refunds !== undefined && asked.has(refunds) && !asked.has(sn),
  )
  if (refund)
    throw new HospitalFault(
      `费用明细 ${refund.refunds} 已有退费 ${refund.sn}（${formatYuan(refund.amount)} 元），不能单独撤销。请连同退费明细一起撤销。`,
    )
}

async function mustBeOpen(
  db: Parameters<typeof settledForGood>[0],
  { regionCode }: Pick<HospitalCall, 'regionCode'>,
  visitId: string,
): Promise<void> {
  if (await settledForGood(db, regionCode, visitId))
    throw new HospitalFault('该次住院已出院结算，不能再增减费用明细。请先用 2305 撤销结算。')
}
