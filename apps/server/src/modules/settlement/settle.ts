import type { Db } from '../../platform/db.ts'
import { noteCardSettlements, usedByMany, type UsedVersion } from '../claims/index.ts'
import { batch, HospitalFault, Overtaken, type HospitalCall } from '../hospital/index.ts'
import type { PersonInCare } from '../insured/index.ts'
import { heldBy, takeForSettlements, type Held } from '../personal-accounts/index.ts'
import { FAMILY, takings } from './account.ts'
import { familyOf, type Family } from './family.ts'
import { cancelSettlement } from './cancel.ts'
import { feesOfBatches, settleFees, type FeesRow } from './fees.queries.ts'
import { mustBeThem, ownersOf } from './identity.ts'
import { billOf, type SettledBill } from './invoice.ts'
import type { PreSettleData, SettleData } from './messages.ts'
import { checkMedType } from './med-type.ts'
import { known, peopleOf, withCertno, withoutCertno, type People } from './people.ts'
import { withPrescriptions } from './prescription.ts'
import { newRecordId } from './register.ts'
import { settledReply } from './reply.ts'
import { rulesFor, yearKindOf, type Care, type Rules } from './rules.ts'
import { insertSettlements, type SettlementRow } from './settlement.queries.ts'
import { markUnderMeasures } from './under-measures.ts'
import { findingsOfVisit, touchVisits, visitsById, type VisitRow } from './visit.queries.ts'
import { orFault, orFaultLater, ownVisit } from './visits.ts'
import { openLines, workOut, type WorkedOut } from './work-out.ts'
import { bookYears, yearKeyOn, type YearOfOne } from './year.ts'

type Asked = Pick<HospitalCall, 'regionCode' | 'institution' | 'msgid' | 'today' | 'now'> & {
  readonly input: { readonly data: PreSettleData | SettleData }
}

/** A settlement worked out, with all that is needed to write it. */
export interface Ready extends YearOfOne {
  readonly visit: VisitRow
  readonly person: PersonInCare
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

/** Writes settlements of one region and day; throws `Overtaken` when a visit, its fees, a year or an account changed meanwhile. */
export async function bookSettlements(db: Db, regionCode: string, prepared: readonly Ready[]): Promise<void> {
  const rows = prepared.map(({ row }) => row)
  const bills = prepared.flatMap(({ bill }) => bill ?? [])
  const [visits, fees, booked, taken, noted] = await Promise.all([
    touchVisits(
      db,
      regionCode,
      prepared.map(({ visit }) => visit),
    ),
    settleFees(db, regionCode, rows),
    bookYears(db, regionCode, prepared),
    takeForSettlements(db, regionCode, rows[0]!.settledOn, takings(rows)),
    bills.length === 0 ? 0 : noteCardSettlements(db, regionCode, bills),
    insertSettlements(db, regionCode, rows),
    markUnderMeasures(db, regionCode, rows),
  ])
  if (visits < rows.length || fees < rows.length || !booked || !taken) throw new Overtaken()
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
  // A visit of nobody's, or of another institution, is refused below.
  const cares = calls.map((call) => {
    const visit = visits.get(call.input.data.mdtrt_id)
    return visit?.institutionCode === call.institution.hospitalCode
      ? outpatientCare(db, call, visit)
      : undefined
  })
  const keys = cares.flatMap((care) => (care ? [yearOfCare(regionCode, care)] : []))
  const [years, people, accounts, rules, families] = await Promise.all([
    usedByMany(db, regionCode, keys),
    peopleOf(
      db,
      regionCode,
      found.map(({ personId }) => personId),
    ),
    heldBy(
      db,
      regionCode,
      found.map(({ personId }) => personId),
      calls[0]!.today,
    ),
    Promise.all(
      calls.map(async ({ institution }, at) => {
        const care = cares[at]
        return care && orFaultLater(rulesFor(db, regionCode, institution, care))
      }),
    ),
    Promise.all(
      calls.map(async ({ input, today }, at) => {
        const care = cares[at]
        const asked = care && input.data.acct_used_flag === FAMILY
        return asked ? familyOf(db, regionCode, care.visit.personId, today) : undefined
      }),
    ),
  ])
  const owners = await ownersOf(
    db,
    calls.map(({ input }) => input.data),
  )
  const before = years[Symbol.iterator]()
  const means = cares.map((care, at): MeansOfOne | undefined => {
    const known = rules[at]
    if (!care || !known) return undefined
    const family = families[at]
    return {
      care,
      rules: known,
      before: before.next().value!,
      held: accounts.get(care.visit.personId),
      ...(family && { family }),
    }
  })
  return calls.map((call, at) =>
    orFault(() => {
      const { data } = call.input
      const visit = ownVisit(visits, call, data.mdtrt_id, data.psn_no)
      mustBeThem(known(people, visit.personId), data, owners)
      return readyOf(call, visit, people, feesFor(fees, data), means[at]!)
    }),
  )
}

/** The care a call settles; its disease is read only where it is for one. */
function outpatientCare(db: Db, { regionCode, institution, input }: Asked, visit: VisitRow): OutpatientCare {
  const { visitId, beganOn } = visit
  return {
    visit,
    kind: 'outpatient',
    on: beganOn,
    medType: input.data.med_type,
    diseaseCode: async () =>
      (await findingsOfVisit(db, regionCode, visitId, institution.hospitalCode))?.diseaseCode,
    maternityCodes: () => findingsOfVisit(db, regionCode, visitId, institution.hospitalCode),
  }
}

interface OutpatientCare extends Care {
  readonly visit: VisitRow
}

const yearOfCare = (regionCode: string, care: Care) =>
  yearKeyOn(regionCode, care.visit, yearKindOf(care), care.on)

function feesFor(fees: readonly FeesRow[], { mdtrt_id, chrg_bchno }: PreSettleData | SettleData) {
  return fees.filter(({ visitId, chargeBatch }) => visitId === mdtrt_id && chargeBatch === chrg_bchno)
}

/** What a settlement is worked out on, as read. */
export interface MeansOfOne {
  readonly care: Care
  readonly before: UsedVersion
  readonly rules: Rules | HospitalFault
  readonly held: Held | undefined
  readonly family?: Family
}

/** Works one settlement out. */
export function readyOf(
  call: Asked,
  visit: VisitRow,
  people: People,
  fees: readonly FeesRow[],
  { care, before, rules, held, family }: MeansOfOne,
): Ready {
  const { regionCode, institution, msgid, today, now } = call
  const { data } = call.input
  checkMedType(data.med_type)
  const person = known(people, visit.personId)
  const lines = openLines(fees, data.chrg_bchno, data.medfee_sumamt)
  if (rules instanceof HospitalFault) throw rules
  const accounts = { flag: data.acct_used_flag, held, ...(family && { family }) }
  const worked = workOut(rules, lines, { before: before.used, accounts, today })
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
    workings: withPrescriptions(worked.workings, lines),
    cancels: null,
  } as const
  const key = yearOfCare(regionCode, care)
  return { visit, key, person, before, worked, row, bill: billOf(row, institution.name) }
}

/** 清算类别 by 医疗类别, as far as their lists have the same entries. */
const CLR_TYPE: Readonly<Record<string, string>> = { 11: '11', 12: '12', 13: '13', 14: '14', 41: '41' }
