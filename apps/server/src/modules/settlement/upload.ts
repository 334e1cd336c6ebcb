import { fen, type Fen } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import { newId } from '../../platform/uuid.ts'
import { batch, booking, HospitalFault, Overtaken, type HospitalCall } from '../hospital/index.ts'
import { classify, lineResult, type SentLine } from './fee-lines.ts'
import { dropFees, feesOfBatches, feesStand, insertFees, serialsOf, type NewFees } from './fees.queries.ts'
import type { FeeLine } from './messages.ts'
import { daysOf, prescriptionOf } from './prescription.ts'
import { touchVisits, visitsById, type VisitRow } from './visit.queries.ts'
import { orFault, ownVisit } from './visits.ts'
import { around, itemsByCode } from './world.ts'

type Call = HospitalCall<'2204'>
type Items = Awaited<ReturnType<typeof itemsByCode>>

/** the batch number that means all of them, in 2205 */
const EVERY_BATCH = '0000'

/** 2204 门诊费用明细信息上传: classes each line by the catalogue of the place. */
export const uploadFees = batch({
  infno: '2204',
  alone: ({ input }) => input.feedetail[0]!.mdtrt_id,
  async prepare(db, calls) {
    const { regionCode } = calls[0]!
    const visitIds = calls.map(({ input }) => input.feedetail[0]!.mdtrt_id)
    const [visits, taken, settled] = await Promise.all([
      visitsById(db, regionCode, visitIds),
      serialsOf(db, regionCode, visitIds),
      feesOfBatches(db, regionCode, calls.flatMap(batchesOf)),
    ])
    const done = new Set(
      settled
        .filter(({ settlementId }) => settlementId !== null)
        .map(({ visitId, chargeBatch }) => `${visitId} ${chargeBatch}`),
    )
    const byDay = new Map<string, Set<string>>()
    for (const { input } of calls) {
      const day = visits.get(input.feedetail[0]!.mdtrt_id)?.beganOn ?? ''
      const codes = byDay.get(day) ?? new Set()
      byDay.set(day, codes)
      for (const { med_list_codg } of input.feedetail) codes.add(med_list_codg)
    }
    const items = new Map<string, Items>()
    for (const [day, codes] of byDay)
      if (day !== '') items.set(day, await itemsByCode(db, regionCode, [...codes], day))
    const packs = await Promise.all(
      calls.map((call) => packOfPrescriptions(call, visits.get(call.input.feedetail[0]!.mdtrt_id))),
    )
    return calls.map((call, at) =>
      orFault(() => {
        const { mdtrt_id, psn_no } = call.input.feedetail[0]!
        const visit = ownVisit(visits, call, mdtrt_id, psn_no)
        const rules = packs[at]!
        return classed(call, visit, taken.get(mdtrt_id) ?? new Set(), done, items.get(visit.beganOn)!, rules)
      }),
    )
  },
  async book(db, prepared, calls) {
    const { regionCode, now } = calls[0]!
    const visits = prepared.map(({ visit }) => visit)
    const [touched] = await Promise.all([
      touchVisits(db, regionCode, visits),
      insertFees(
        db,
        regionCode,
        now,
        prepared.flatMap(({ fees }) => fees),
      ),
    ])
    if (touched < visits.length) throw new Overtaken()
  },
})

function batchesOf({ input }: Call) {
  const names = new Set(input.feedetail.map(({ chrg_bchno }) => chrg_bchno))
  return [...names].map((chargeBatch) => ({ visitId: input.feedetail[0]!.mdtrt_id, chargeBatch }))
}

function classed(
  { input }: Call,
  visit: VisitRow,
  taken: ReadonlySet<string>,
  settled: ReadonlySet<string>,
  items: Items,
  pack: Pack,
) {
  const seen = new Set<string>()
  const byBatch = new Map<string, { sent: SentLine[]; classed: ReturnType<typeof classify>[] }>()
  const result = input.feedetail.map((line, index) => {
    const row = index + 1
    checkLine(line, input.feedetail[0]!, row)
    const { mdtrt_id: _visit, psn_no: _person, chrg_bchno: chargeBatch, ...sent } = line
    if (seen.has(sent.feedetl_sn) || taken.has(sent.feedetl_sn))
      throw new HospitalFault(
        `feedetail 第 ${row} 行：费用明细流水号（feedetl_sn）在该次就诊中已存在。每条明细使用不同流水号；重传请先用 2205 撤销该批次。`,
      )
    seen.add(sent.feedetl_sn)
    if (settled.has(`${visit.visitId} ${chargeBatch}`))
      throw new HospitalFault(
        `feedetail 第 ${row} 行：收费批次（chrg_bchno）${chargeBatch} 已经结算，不能再加明细。请使用新的收费批次号。`,
      )
    const item = items.get(sent.med_list_codg)
    const prescription = prescriptionOf(pack, visit, sent, row)
    const line_ = { ...classify(sent, item, row), ...(prescription && { longer: prescription.longer }) }
    const group = byBatch.get(chargeBatch) ?? { sent: [], classed: [] }
    byBatch.set(chargeBatch, group)
    group.sent.push(sent)
    group.classed.push(line_)
    const result = lineResult(sent, line_, item)
    if (!prescription) return result
    return { ...result, memo: [result.memo, prescription.memo].filter(Boolean).join('；') }
  })
  const fees = [...byBatch].map(([chargeBatch, group]): NewFees => ({
    visitId: visit.visitId,
    uploadId: newId(),
    chargeBatch,
    ...group,
    total: group.classed.reduce((sum, { amount }) => fen(sum + amount), 0 as Fen),
  }))
  return { visit, fees, output: { result } }
}

/** The rules a call's prescriptions are looked at by: those for the very person where there is something to look at. */
function packOfPrescriptions(
  { regionCode, institution, input }: Call,
  visit: VisitRow | undefined,
): Promise<Pack> {
  const { packs } = around()
  if (!visit || !packs.forCare || !input.feedetail.some((line) => daysOf(line) !== undefined))
    return Promise.resolve(packs.current(regionCode))
  const { insurance, personClass, personId, beganOn: on } = visit
  return packs.forCare({ regionCode, territory: institution.territory, insurance, personClass, personId, on })
}

function checkLine(line: FeeLine, first: FeeLine, row: number): void {
  if (line.mdtrt_id !== first.mdtrt_id || line.psn_no !== first.psn_no)
    throw new HospitalFault(
      `feedetail 第 ${row} 行：就诊ID（mdtrt_id）或人员编号（psn_no）与第 1 行不同。一次上传只能是同一次就诊的明细。`,
    )
}

/** 2205 门诊费用明细信息撤销: of one batch, or of all that is not settled. */
export const dropUploaded = booking({
  infno: '2205',
  async handle(db, call) {
    const { mdtrt_id, psn_no, chrg_bchno } = call.input.data
    const visit = ownVisit(await visitsById(db, call.regionCode, [mdtrt_id]), call, mdtrt_id, psn_no)
    const batchNo = chrg_bchno === EVERY_BATCH ? undefined : chrg_bchno
    if ((await touchVisits(db, call.regionCode, [visit])) === 0) throw new Overtaken()
    const fees = await feesStand(db, call.regionCode, mdtrt_id, batchNo)
    if (batchNo !== undefined && fees.length === 0)
      throw new HospitalFault(`收费批次（chrg_bchno）${batchNo} 没有已上传的费用明细，无需撤销。`)
    if (batchNo !== undefined && fees.some((settled) => settled))
      throw new HospitalFault(
        `收费批次（chrg_bchno）${batchNo} 已经结算，不能撤销明细。请先用 2208 撤销结算。`,
      )
    await dropFees(db, call.regionCode, mdtrt_id, batchNo)
    return null
  },
})
