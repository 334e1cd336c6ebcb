import type { Messages } from '@yichuang/hsa'
import { fen, ZERO_FEN } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { usedByMany } from '../claims/index.ts'
import { booking, HospitalFault, query, type HospitalCall } from '../hospital/index.ts'
import { heldBy } from '../personal-accounts/index.ts'
import { cancelSettlement, cancelledReply } from './cancel.ts'
import { FAMILY } from './account.ts'
import { mustServe } from './agreement.ts'
import { insuranceOf, VOUCHER } from './codes.ts'
import { classify, lineResult, type SentLine } from './fee-lines.ts'
import { familyOf } from './family.ts'
import { insertFees, type NewFees } from './fees.queries.ts'
import { mustBeThem, ownersOf } from './identity.ts'
import { alive, enrolledOn, known, peopleOf, personIdOf, withCertno, withoutCertno } from './people.ts'
import { dayOfCare, newRecordId, useVoucher } from './register.ts'
import { settledReply } from './reply.ts'
import { bookSettlements, readyOf, type Ready } from './settle.ts'
import { rulesFor, yearKindOf, type Care } from './rules.ts'
import { insertVisits, type NewVisit } from './visit.queries.ts'
import { orFaultLater } from './visits.ts'
import { itemsByCode } from './world.ts'
import { yearKeyOn } from './year.ts'

type Info = Messages['2101']['input']['druginfo'] | Messages['2102']['input']['druginfo']
type Detail = Messages['2101']['input']['drugdetail'][number]
type Call = Pick<HospitalCall, 'regionCode' | 'institution' | 'msgid' | 'today' | 'now'> & {
  readonly input: { readonly druginfo: Info; readonly drugdetail: readonly Detail[] }
}
type Lines = Messages['2101']['output']['detlcutinfo']

interface Purchase {
  readonly visit: NewVisit
  readonly fees: NewFees
  readonly ready: Ready
  readonly lines: Lines
}

/** the one batch of a purchase */
const BATCH = '1'

/** 2101 药店预结算: what 2102 would give now; nothing is booked, and an e-voucher is not used up. */
export const prePurchase = query('2101', async (db, call) => {
  const { ready, lines } = await workOutPurchase(db, call)
  const { setlinfo, setldetail } = settledReply(call.regionCode, ready.row, ready.person, ready.worked)
  return { setlinfo, setldetail, detlcutinfo: lines }
})

/** 2102 药店结算: visit, lines and settlement of a purchase in one message. */
export const purchase = booking({
  infno: '2102',
  async handle(db, call) {
    const { visit, fees, ready, lines } = await workOutPurchase(db, call)
    const { mdtrt_cert_type, mdtrt_cert_no } = call.input.druginfo
    if (mdtrt_cert_type === VOUCHER.token) await useVoucher(db, call, mdtrt_cert_no, visit.personId)
    await insertVisits(db, call.regionCode, call.now, [visit])
    await insertFees(db, call.regionCode, call.now, [fees])
    await bookSettlements(db, call.regionCode, [ready])
    const reply = settledReply(call.regionCode, ready.row, ready.person, ready.worked)
    return { ...reply, detlcutinfo: lines }
  },
  subject: ({ setlinfo }) => setlinfo.setl_id,
  undo: async (db, { call, subject }) =>
    void (await cancelSettlement(db, call, { settlementId: subject, psnNo: call.input.data.psn_no })),
  strip: withoutCertno,
  restore: (db, { regionCode, input }, output) => withCertno(db, regionCode, input.druginfo.psn_no, output),
})

/** 2103 药店结算撤销 */
export const cancelPurchase = booking({
  infno: '2103',
  async handle(db, call) {
    const { setl_id, psn_no, mdtrt_id } = call.input.data
    const row = await cancelSettlement(db, call, { settlementId: setl_id, psnNo: psn_no, visitId: mdtrt_id })
    // Its answer has no person in it.
    return withoutCertno(await cancelledReply(db, call.regionCode, row))
  },
})

async function workOutPurchase(db: Db, call: Call): Promise<Purchase> {
  const { regionCode, institution, input, now, today } = call
  const { druginfo: info } = input
  const personId = personIdOf(regionCode, info.psn_no)
  const person = known(await peopleOf(db, regionCode, [personId]), personId)
  mustBeThem(person, info, await ownersOf(db, [info]))
  const insurance = insuranceOf(info.insutype)
  if (!insurance)
    throw new HospitalFault(
      `险种类型（insutype）${info.insutype} 不在本地办理范围，药店结算支持 310 职工医保和 390 居民医保。`,
    )
  const beganOn = dayOfCare(info.begntime, today)
  await mustServe(db, regionCode, institution, 'pharmacy', beganOn)
  alive(person, beganOn)
  const visit: NewVisit = {
    visitId: newRecordId(regionCode, now),
    institutionCode: institution.hospitalCode,
    personId,
    insurance,
    personClass: enrolledOn(person, insurance, beganOn).personClass,
    kind: 'pharmacy',
    visitNo: call.msgid,
    beganOn,
    medType: info.med_type,
    registered: {
      begntime: info.begntime,
      voucher: info.mdtrt_cert_type,
      department: '',
      departmentCode: '',
      specialty: '',
    },
  }
  const { fees, lines } = await classifyAll(db, call, visit)
  const care: Care = {
    visit,
    kind: 'outpatient',
    on: beganOn,
    medType: info.med_type,
    diseaseCode: () => Promise.resolve(info.dise_codg),
  }
  const [before] = await usedByMany(db, regionCode, [yearKeyOn(regionCode, visit, yearKindOf(care), beganOn)])
  const means = {
    care,
    before: before!,
    rules: await orFaultLater(rulesFor(db, regionCode, institution, care)),
    held: (await heldBy(db, regionCode, [personId], today)).get(personId),
    ...(info.acct_used_flag === FAMILY && { family: await familyOf(db, regionCode, personId, today) }),
  }
  const ready = readyOf(
    { ...call, input: { data: { ...info, mdtrt_id: visit.visitId, chrg_bchno: BATCH, psn_setlway: '01' } } },
    { ...visit, cancelled: false, version: 0 },
    new Map([[personId, person]]),
    [{ ...fees, settlementId: null }],
    means,
  )
  return { visit, fees, ready, lines }
}

async function classifyAll(db: Db, { regionCode, input }: Call, visit: NewVisit) {
  const { drugdetail } = input
  const codes = drugdetail.map(({ med_list_codg }) => med_list_codg)
  const items = await itemsByCode(db, regionCode, codes, visit.beganOn)
  const seen = new Set<string>()
  const sent = drugdetail.map((line, index): SentLine => {
    if (seen.has(line.feedetl_sn))
      throw new HospitalFault(
        `drugdetail 第 ${index + 1} 行：费用明细流水号（feedetl_sn）重复。每条明细使用不同流水号。`,
      )
    seen.add(line.feedetl_sn)
    // A pharmacy has no departments; the doctor is the prescription's.
    const { bilg_dr_codg = '', bilg_dr_name = '', ...rest } = line
    const none = { bilg_dept_codg: '', bilg_dept_name: '', hosp_appr_flag: '0' }
    return { ...none, ...rest, bilg_dr_codg, bilg_dr_name }
  })
  const classed = sent.map((line, index) =>
    classify(line, items.get(line.med_list_codg), index + 1, 'drugdetail'),
  )
  const fees: NewFees = {
    visitId: visit.visitId,
    uploadId: newId(),
    chargeBatch: BATCH,
    sent,
    classed,
    total: classed.reduce((sum, { amount }) => fen(sum + amount), ZERO_FEN),
  }
  const lines: Lines = sent.map((line, index) =>
    lineResult(line, classed[index]!, items.get(line.med_list_codg)),
  )
  return { fees, lines }
}
