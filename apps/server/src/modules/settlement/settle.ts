import type { CarePlace } from '@yichuang/benefits'
import type { Db } from '../../platform/db.ts'
import {
  bookMany,
  noteCardSettlements,
  usedByMany,
  type AccumulatorKey,
  type UsedVersion,
} from '../claims/index.ts'
import { batch, HospitalFault, Overtaken, type HospitalCall } from '../hospital/index.ts'
import type { PersonInCare } from '../insured/index.ts'
import { cancelSettlement } from './cancel.ts'
import { carePlaceOf } from './care-place.ts'
import { feesOfBatches, settleFees, type FeesRow } from './fees.queries.ts'
import { billOf, type SettledBill } from './invoice.ts'
import type { PreSettleData, SettleData } from './messages.ts'
import { known, peopleOf, withCertno, withoutCertno, type People } from './people.ts'
import { newRecordId } from './register.ts'
import { settledReply } from './reply.ts'
import { insertSettlements, type SettlementRow } from './settlement.queries.ts'
import { touchVisits, visitsById, type VisitRow } from './visit.queries.ts'
import { orFault, ownVisit } from './visits.ts'
import { checkMedType, workOut, yearKey, type WorkedOut } from './work-out.ts'
import { around } from './world.ts'

type Asked = Pick<HospitalCall, 'regionCode' | 'institution' | 'msgid' | 'today' | 'now'> & {
  readonly input: { readonly data: PreSettleData | SettleData }
}

/** A settlement worked out, with all that is needed to write it. */
export interface Ready {
  readonly visit: VisitRow
  /** whose year it counts in */
  readonly key: AccumulatorKey
  readonly person: PersonInCare
  readonly before: UsedVersion
  readonly worked: WorkedOut
  readonly row: Omit<SettlementRow, 'cancelledBy'>
  readonly bill: SettledBill | undefined
}

/** 2206 门诊预结算: what 2207 would give now; nothing is booked. */
export const preSettle = batch({
  infno: '2206',
  alone: ({ msgid, institution }) => `${institution.hospitalCode} ${msgid}`,
  async prepare(db, calls) {
    const ready = await workOutAll(db, calls)
    return ready.map((one, at) => {
      if (one instanceof HospitalFault) return one
      const { setlinfo, setldetail } = settledReply(calls[at]!.regionCode, one.row, one.person, one.worked)
      const { setl_id: _none, clr_way: _nor, ...told } = setlinfo
      return { output: { setlinfo: told, setldetail } }
    })
  },
})

/** 2207 门诊结算. The year of each person is booked as it was read, or the whole batch is worked out again one by one. */
export const settle = batch({
  infno: '2207',
  alone: ({ input }) => input.data.psn_no.toUpperCase(),
  subject: ({ setlinfo }) => setlinfo.setl_id,
  undo: async (db, { call, subject }) =>
    void (await cancelSettlement(db, call, { settlementId: subject, psnNo: call.input.data.psn_no })),
  strip: withoutCertno,
  restore: (db, { regionCode, input }, output) => withCertno(db, regionCode, input.data.psn_no, output),
  async prepare(db, calls) {
    const ready = await workOutAll(db, calls)
    return ready.map((one, at) =>
      one instanceof HospitalFault
        ? one
        : { ...one, output: settledReply(calls[at]!.regionCode, one.row, one.person, one.worked) },
    )
  },
  async book(db, prepared, [first]) {
    await bookSettlements(db, first!.regionCode, prepared)
  },
})

/** Writes settlements of one region; throws `Overtaken` when a visit, its fees or a year changed since they were read. */
export async function bookSettlements(db: Db, regionCode: string, prepared: readonly Ready[]): Promise<void> {
  const years = prepared.map(({ key, before, worked }) => ({
    key,
    before,
    after: worked.workings.after,
  }))
  const rows = prepared.map(({ row }) => row)
  const bills = prepared.flatMap(({ bill }) => bill ?? [])
  const [visits, fees, booked, noted] = await Promise.all([
    touchVisits(
      db,
      regionCode,
      prepared.map(({ visit }) => visit),
    ),
    settleFees(db, regionCode, rows),
    bookMany(db, regionCode, years),
    bills.length === 0 ? 0 : noteCardSettlements(db, regionCode, bills),
    insertSettlements(db, regionCode, rows),
  ])
  if (visits < rows.length || fees < rows.length || booked < rows.length) throw new Overtaken()
  if (noted < bills.length)
    throw new HospitalFault('发票号（invono）已用于另一笔结算或手工报销，不能重复结算。请核对发票号。')
}

/** Reads visits, fees, years and people of a batch in one go, and works each out. */
async function workOutAll(db: Db, calls: readonly Asked[]): Promise<readonly (Ready | HospitalFault)[]> {
  const { regionCode } = calls[0]!
  const batches = calls.map(({ input }) => ({
    visitId: input.data.mdtrt_id,
    chargeBatch: input.data.chrg_bchno,
  }))
  const [visits, fees] = await Promise.all([
    visitsById(
      db,
      regionCode,
      batches.map(({ visitId }) => visitId),
    ),
    feesOfBatches(db, regionCode, batches),
  ])
  const found = [...visits.values()]
  const [years, people] = await Promise.all([
    usedByMany(
      db,
      regionCode,
      found.map((visit) => yearKey(regionCode, visit)),
    ),
    peopleOf(
      db,
      regionCode,
      found.map(({ personId }) => personId),
    ),
  ])
  const treatedAt = new Map(calls.map(({ institution }) => [institution.hospitalCode, institution]))
  const places = await Promise.all(
    found.map(async (visit) => {
      const institution = treatedAt.get(visit.institutionCode)
      return institution ? carePlaceOf(db, regionCode, institution, visit) : 'local'
    }),
  )
  const placeOfVisit = new Map(found.map(({ visitId }, at) => [visitId, places[at]!]))
  const yearOfVisit = new Map(found.map(({ visitId }, at) => [visitId, years[at]!]))
  return calls.map((call) =>
    orFault(() => {
      const { data } = call.input
      const visit = ownVisit(visits, call, data.mdtrt_id, data.psn_no)
      const before = yearOfVisit.get(visit.visitId)!
      return readyOf(call, visit, people, feesFor(fees, data), {
        before,
        carePlace: placeOfVisit.get(visit.visitId)!,
      })
    }),
  )
}

function feesFor(fees: readonly FeesRow[], { mdtrt_id, chrg_bchno }: PreSettleData | SettleData) {
  return fees.filter(({ visitId, chargeBatch }) => visitId === mdtrt_id && chargeBatch === chrg_bchno)
}

/** Works one settlement out. */
export function readyOf(
  call: Asked,
  visit: VisitRow,
  people: People,
  fees: readonly FeesRow[],
  { before, carePlace }: { readonly before: UsedVersion; readonly carePlace: CarePlace },
): Ready {
  const { regionCode, institution, msgid, today, now } = call
  const { data } = call.input
  checkMedType(data.med_type)
  const person = known(people, visit.personId)
  const pack = around().packs.current(regionCode)
  const worked = workOut(pack, visit, { level: institution.level, carePlace }, fees, {
    chargeBatch: data.chrg_bchno,
    total: data.medfee_sumamt,
    before: before.used,
  })
  const row = {
    settlementId: newRecordId(regionCode, now),
    visitId: visit.visitId,
    institutionCode: visit.institutionCode,
    personId: visit.personId,
    insurance: visit.insurance,
    personClass: visit.personClass,
    careKind: 'outpatient',
    year: before.used.year,
    chargeBatch: data.chrg_bchno,
    msgid,
    settledOn: today,
    settledAt: now,
    medType: data.med_type,
    clrType: CLR_TYPE[data.med_type] ?? '11',
    voucherKind: data.mdtrt_cert_type,
    invoice: 'invono' in data ? (data.invono ?? null) : null,
    amounts: worked.amounts,
    workings: worked.workings,
    cancels: null,
  } as const
  const key = yearKey(regionCode, visit)
  return { visit, key, person, before, worked, row, bill: billOf(row, institution.name) }
}

/** 清算类别 by 医疗类别, as far as their lists have the same entries. */
const CLR_TYPE: Readonly<Record<string, string>> = { 11: '11', 12: '12', 13: '13', 41: '41' }
