import type { ChainScheme } from '@yichuang/benefits'
import { addDays, formatYuan, sumFen, type PlainDate } from '@yichuang/kernel'
import { isMissing, type Pack } from '@yichuang/policy'
import type { Messages } from '@yichuang/hsa'
import type { Db } from '../../../platform/db.ts'
import { decidingDay, usedByMany } from '../../claims/index.ts'
import { booking, HospitalFault, query, type HospitalCall } from '../../hospital/index.ts'
import { heldBy } from '../../personal-accounts/index.ts'
import { FAMILY } from '../account.ts'
import { cancelSettlement, cancelledReply } from '../cancel.ts'
import { familyOf } from '../family.ts'
import type { ClassedLine } from '../fee-lines.ts'
import { mustBeThem, ownersOf } from '../identity.ts'
import { billOf } from '../invoice.ts'
import { known, peopleOf, withCertno, withoutCertno } from '../people.ts'
import { newRecordId } from '../register.ts'
import { settledReply } from '../reply.ts'
import { rulesFor } from '../rules.ts'
import { settlementsOfVisit, type SettlementRow, type Workings } from '../settlement.queries.ts'
import { bookSettlements, type Ready } from '../settle.ts'
import { findingsOfVisit } from '../visit.queries.ts'
import { workOut, type WorkedOut } from '../work-out.ts'
import { around } from '../world.ts'
import { yearKeyOn } from '../year.ts'
import { ownStay } from './admit.ts'
import { netLines } from './net-lines.ts'
import { STAY_BATCH } from './stay-fees.ts'
import { openUploads, type StayRow } from './stay.queries.ts'

type Data = Messages['2303']['input']['data'] | Messages['2304']['input']['data']
type Call = Pick<HospitalCall, 'regionCode' | 'institution' | 'msgid' | 'today' | 'now'> & {
  readonly input: { readonly data: Data }
}

const YES = '1'

/** 2303 住院预结算: what 2304 would give now; nothing is booked, and the person may still be in the ward. */
export const preSettleStay = query('2303', async (db, call) => {
  const { row, person, worked } = await readyOf(db, call, false)
  const { setlinfo, setldetail } = settledReply(call.regionCode, row, person, worked)
  const { setl_id: _none, clr_way: _nor, ...told } = setlinfo
  return { setlinfo: told, setldetail }
})

/** 2304 住院结算: at the discharge, or midway (mid_setl_flag 1) while the stay goes on. */
export const settleStay = booking({
  infno: '2304',
  async handle(db, call) {
    const ready = await readyOf(db, call, true)
    await bookSettlements(db, call.regionCode, [ready])
    return settledReply(call.regionCode, ready.row, ready.person, ready.worked)
  },
  subject: ({ setlinfo }) => setlinfo.setl_id,
  undo: async (db, { call, subject }) =>
    void (await takeBack(db, call, { settlementId: subject, psnNo: call.input.data.psn_no })),
  strip: withoutCertno,
  restore: (db, { regionCode, input }, output) => withCertno(db, regionCode, input.data.psn_no, output),
})

/** 2305 住院结算撤销: of several settlements of a stay, the latest first. */
export const undoStaySettlement = booking({
  infno: '2305',
  async handle(db, call) {
    const { setl_id, mdtrt_id, psn_no } = call.input.data
    const asked = { settlementId: setl_id, psnNo: psn_no, visitId: mdtrt_id }
    return cancelledReply(db, call.regionCode, await takeBack(db, call, asked))
  },
})

async function takeBack(
  db: Db,
  by: Pick<HospitalCall, 'regionCode' | 'institution' | 'msgid' | 'today' | 'now'>,
  asked: { readonly settlementId: string; readonly psnNo: string; readonly visitId?: string },
) {
  const row = await cancelSettlement(db, by, { ...asked, care: 'inpatient' })
  await ownStay(db, by, row.visitId, asked.psnNo)
  const others = standing(await settlementsOfVisit(db, by.regionCode, row.visitId))
  const later = others.find(({ settlementId }) => settlementId > (row.cancels ?? ''))
  if (later)
    throw new HospitalFault(
      `该次住院此后还有结算 ${later.settlementId}，其起付线按本次结算连续计算。请先撤销后一次结算。`,
    )
  return row
}

/** Works out the open fees of a stay: at the discharge by its day, midway by today. */
async function readyOf(db: Db, call: Call, forGood: boolean): Promise<Ready> {
  const { data } = call.input
  const { regionCode, institution, today } = call
  const { visit, stay } = await ownStay(db, call, data.mdtrt_id, data.psn_no)
  const mid = data.mid_setl_flag === YES
  const [uploads, all] = [
    await openUploads(db, regionCode, visit.visitId),
    await settlementsOfVisit(db, regionCode, visit.visitId),
  ]
  const earlier = standing(all)
  checkStand(earlier, stay, mid, forGood)
  const lines = openLines(
    uploads.flatMap(({ classed }) => classed),
    data,
  )
  const pack = around().packs.current(regionCode)
  const on = dayThatCounts(pack, visit, earlier, mid ? today : (stay.dischargedOn ?? data.dscg_time ?? today))
  const rules = await rulesFor(db, regionCode, institution, {
    visit,
    kind: 'inpatient',
    on,
    medType: visit.medType ?? '21',
    maternityCodes: () => findingsOfVisit(db, regionCode, visit.visitId, institution.hospitalCode),
  })
  if (mid && 'maternity' in rules)
    throw new HospitalFault(
      '生育医疗费按一次生育的标准支付，不能中途结算（mid_setl_flag 1）。请在出院后结算。',
    )
  const key = yearKeyOn(regionCode, visit, 'inpatient', on)
  const [before] = await usedByMany(db, regionCode, [key])
  const { personId } = visit
  const accounts = {
    flag: data.acct_used_flag,
    held: (await heldBy(db, regionCode, [personId], today)).get(personId),
    ...(data.acct_used_flag === FAMILY && { family: await familyOf(db, regionCode, personId, today) }),
  }
  const person = known(await peopleOf(db, regionCode, [visit.personId]), visit.personId)
  mustBeThem(person, data, await ownersOf(db, [data]))
  const transferred = earlier.length > 0 ? oneAdmission(earlier) : undefined
  const worked = workOut(
    transferred && 'chain' in rules ? { ...rules, chain: sameAdmission(rules.chain) } : rules,
    lines,
    { before: before!.used, accounts, today },
    { ...(mid && { mid: true as const }), ...(transferred && { transferred }) },
  )
  const row = rowOf(call, visit, worked, key.year)
  return { visit, key, person, before: before!, worked, row, bill: billOf(row, institution.name) }
}

/**
 * The day whose rules and year count, as for claims by hand. What was settled midway is behind: what is left began the day
 * after. Over the turn of a year the place says which year it is, or it is not settled here.
 */
function dayThatCounts(
  pack: Pack,
  { beganOn }: Ready['visit'],
  earlier: readonly SettlementRow[],
  last: PlainDate,
): PlainDate {
  const settledTo = earlier.at(-1)?.settledOn
  const next = settledTo === undefined ? beganOn : addDays(settledTo, 1)
  const on = decidingDay(pack, { from: next < last ? next : last, on: last })
  if (!isMissing(on)) return on
  throw new HospitalFault(
    '该次住院跨年度，本地没有规定按入院还是出院年度结算，不能联网结算。请到经办机构手工报销；今后请在年末先办理中途结算（mid_setl_flag 1）。',
  )
}

function checkStand(earlier: readonly SettlementRow[], stay: StayRow, mid: boolean, forGood: boolean): void {
  const final = earlier.find(({ workings }) => workings.mid !== true)
  if (final)
    throw new HospitalFault(
      `该次住院已经结算，结算ID ${final.settlementId}。如需重新结算，请先用 2305 撤销。`,
    )
  if (mid && !stay.open)
    throw new HospitalFault('该次住院已办理出院，不能中途结算。请按出院结算（mid_setl_flag 0）办理。')
  if (forGood && !mid && stay.open)
    throw new HospitalFault(
      '该次住院尚未办理出院，不能出院结算。请先办理出院（2402）；住院期间结算请填 mid_setl_flag 1。',
    )
}

/** What is left to be paid, and that it is what the institution says. */
function openLines(classed: readonly ClassedLine[], { medfee_sumamt }: Data): ClassedLine[] {
  if (classed.length === 0)
    throw new HospitalFault('该次住院没有未结算的费用明细。请先用 2301 上传全部明细。')
  const total = sumFen(classed.map(({ amount }) => amount))
  if (total !== medfee_sumamt)
    throw new HospitalFault(
      `医疗费总额（medfee_sumamt）${formatYuan(medfee_sumamt)} 元与该次住院未结算的 ${classed.length} 条明细合计 ${formatYuan(total)} 元不一致。请核对明细后重新结算。`,
    )
  return [...netLines(classed).values()].filter(({ amount }) => amount !== 0)
}

const standing = (all: readonly SettlementRow[]) =>
  all.filter(({ cancels, cancelledBy }) => cancels === null && cancelledBy === null)

/** A stay is one admission however often it is settled: which of the year it was, and what was deducted so far. */
function oneAdmission(earlier: readonly SettlementRow[]): NonNullable<Workings['transferred']> {
  const [first] = earlier
  return {
    admission: first!.workings.transferred?.admission ?? first!.workings.before.admissions + 1,
    deducted: sumFen(earlier.map(({ amounts }) => amounts.act_pay_dedc)),
  }
}

/** The deductible of an admission is asked once, whatever the place says of going on in another hospital. */
export function sameAdmission(chain: ChainScheme): ChainScheme {
  const { basic } = chain
  const { deductible } = basic
  const cited = deductible.design === 'per-admission' ? deductible.amounts[0]! : deductible.amount
  return { ...chain, basic: { ...basic, transfer: { ...cited, value: 'continuous' } } }
}

function rowOf(
  { regionCode, institution, msgid, today, now, input: { data } }: Call,
  visit: Ready['visit'],
  worked: WorkedOut,
  year: number,
): Ready['row'] {
  return {
    settlementId: newRecordId(regionCode, now),
    visitId: visit.visitId,
    institutionCode: institution.hospitalCode,
    personId: visit.personId,
    insurance: visit.insurance,
    personClass: visit.personClass,
    careKind: 'inpatient',
    year,
    chargeBatch: STAY_BATCH,
    msgid,
    settledOn: today,
    settledAt: now,
    medType: visit.medType ?? '21',
    clrType: '21',
    voucherKind: data.mdtrt_cert_type,
    invoice: 'invono' in data ? (data.invono ?? null) : null,
    amounts: worked.amounts,
    workings: worked.workings,
    cancels: null,
  }
}
