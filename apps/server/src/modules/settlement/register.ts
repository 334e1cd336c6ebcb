import { recordId } from '@yichuang/hsa'
import { addDays, type PlainDate } from '@yichuang/kernel'
import { randomInt } from 'node:crypto'
import { type Db } from '../../platform/db.ts'
import { Problem } from '../../platform/problem.ts'
import { batch, booking, HospitalFault, Overtaken, type HospitalCall } from '../hospital/index.ts'
import { spendVoucher } from '../insured/index.ts'
import { mustServe } from './agreement.ts'
import { insuranceOf, VOUCHER } from './codes.ts'
import { mustBeThem } from './identity.ts'
import { feesStand } from './fees.queries.ts'
import { alive, enrolledOn, known, peopleOf, personIdOf, type People } from './people.ts'
import { orFault, orFaultLater, ownVisit } from './visits.ts'
import { checkMedType } from './med-type.ts'
import {
  cancelVisit,
  insertVisits,
  noteFindings,
  visitsById,
  type Findings,
  type NewVisit,
  type VisitRow,
} from './visit.queries.ts'

const TAILS = 100_000_000_000
let tail = randomInt(TAILS)

/**
 * The number of a visit or settlement: of this city and this millisecond, and after all that this process gave before. Two
 * processes begin at tails drawn by chance.
 */
export function newRecordId(regionCode: string, now: Date): string {
  tail = (tail + 1) % TAILS
  return recordId(regionCode, now, tail)
}

type Call2201 = HospitalCall<'2201'>

/** 2201 门诊挂号. With an e-voucher, which it uses up, by itself; else many together. */
export const register = batch({
  infno: '2201',
  alone: ({ msgid, institution }) => `${institution.hospitalCode} ${msgid}`,
  async prepare(db, calls) {
    const [first] = calls
    const ids = calls.map((call) => orFault(() => personIdOf(call.regionCode, call.input.data.psn_no)))
    const wanted = ids.filter((id) => typeof id === 'string')
    const people = await peopleOf(db, first!.regionCode, wanted)
    return Promise.all(
      calls.map(async (call, at) => {
        const id = ids[at]!
        if (id instanceof HospitalFault) return id
        const visit = await orFaultLater(newVisit(db, call, id, people))
        return visit instanceof HospitalFault ? visit : prepared(call, visit)
      }),
    )
  },
  async book(db, prepared, calls) {
    const [first] = calls
    const visits = prepared.map(({ visit }) => visit)
    await insertVisits(db, first!.regionCode, first!.now, visits)
  },
  single: {
    when: ({ input }) => input.data.mdtrt_cert_type === VOUCHER.token,
    async handle(db, call) {
      const id = personIdOf(call.regionCode, call.input.data.psn_no)
      const people = await peopleOf(db, call.regionCode, [id])
      const visit = await newVisit(db, call, id, people)
      await useVoucher(db, call, call.input.data.mdtrt_cert_no, id)
      await insertVisits(db, call.regionCode, call.now, [visit])
      return prepared(call, visit).output
    },
  },
})

/** Uses up the e-voucher that opens a visit; it must be the person's. */
export async function useVoucher(
  db: Db,
  { institution }: Pick<HospitalCall, 'institution'>,
  code: string,
  personId: string,
): Promise<void> {
  try {
    const owner = await spendVoucher(db, code, institution.hospitalCode, new Date())
    if (owner === personId) return
  } catch (error) {
    throw error instanceof Problem && error.status < 500 ? new HospitalFault(inChinese(error)) : error
  }
  throw new HospitalFault('医保电子凭证（mdtrt_cert_no）不是该人员（psn_no）的。请用 1101 重新读取人员信息。')
}

/** What is wrong and how to mend it, as an institution is told. */
export function inChinese(problem: Problem): string {
  const { title, detail, mend } = problem.render('zh')
  return `${detail ?? title}。${mend}`.replace('。。', '。')
}

async function newVisit(db: Db, call: Call2201, personId: string, people: People): Promise<NewVisit> {
  const { data } = call.input
  const insurance = insuranceOf(data.insutype)
  if (!insurance)
    throw new HospitalFault(
      `险种类型（insutype）${data.insutype} 不在本地办理范围，门诊结算支持 310 职工医保和 390 居民医保。`,
    )
  const beganOn = dayOfCare(data.begntime, call.today)
  await mustServe(db, call.regionCode, call.institution, 'outpatient', beganOn)
  const person = known(people, personId)
  mustBeThem(person, data)
  alive(person, beganOn)
  const { personClass } = enrolledOn(person, insurance, beganOn)
  return {
    visitId: newRecordId(call.regionCode, call.now),
    institutionCode: call.institution.hospitalCode,
    personId,
    insurance,
    personClass,
    kind: 'outpatient',
    visitNo: data.ipt_otp_no,
    beganOn,
    medType: null,
    registered: {
      begntime: data.begntime,
      voucher: data.mdtrt_cert_type,
      department: data.dept_name,
      departmentCode: data.dept_code,
      specialty: data.caty,
      doctor: data.dr_name,
      doctorCode: data.atddr_no,
    },
  }
}

function prepared({ input }: Call2201, visit: NewVisit) {
  const { psn_no, ipt_otp_no } = input.data
  return { visit, output: { data: { mdtrt_id: visit.visitId, psn_no, ipt_otp_no } } }
}

/** Clients' clocks go wrong by hours, so tomorrow is today; what lies further ahead is an error. */
export function dayOfCare(moment: string, today: PlainDate): PlainDate {
  const day = moment.slice(0, 10) as PlainDate
  if (day <= today) return day
  if (day === addDays(today, 1)) return today
  throw new HospitalFault(`开始时间（begntime）${day} 晚于今天 ${today}。请核对本机日期后重新挂号。`)
}

/** Codes of births and family planning; one form of 2203 leaves the first as it came. */
export function maternityCodes(said: {
  readonly matn_type?: unknown
  readonly birctrl_type?: string | undefined
}): Pick<Findings, 'matn' | 'birctrl'> {
  const { matn_type: matn, birctrl_type: birctrl } = said
  const typed = typeof matn === 'number' ? String(matn) : matn
  return {
    ...(typeof typed === 'string' && /^\w{1,8}$/.test(typed) && { matn: typed }),
    ...(birctrl && { birctrl }),
  }
}

/** 2203 门诊就诊信息上传, and 2203A. What is sent again replaces what was sent before. */
function findings<N extends '2203' | '2203A'>(infno: N) {
  return batch<N, { visit: VisitRow; output: null }>({
    infno,
    alone: ({ input }) => input.mdtrtinfo.mdtrt_id,
    async prepare(db, calls) {
      const visits = await visitsById(
        db,
        calls[0]!.regionCode,
        calls.map(({ input }) => input.mdtrtinfo.mdtrt_id),
      )
      return calls.map((call) =>
        orFault(() => {
          const { mdtrt_id, psn_no, med_type } = call.input.mdtrtinfo
          checkMedType(med_type)
          return { visit: ownVisit(visits, call, mdtrt_id, psn_no), output: null }
        }),
      )
    },
    async book(db, prepared, calls) {
      const found = prepared.map(({ visit }, at) => {
        const { mdtrtinfo, diseinfo } = calls[at]!.input
        return {
          visit,
          medType: mdtrtinfo.med_type,
          findings: {
            complaint: mdtrtinfo.main_cond_dscr,
            diseaseCode: mdtrtinfo.dise_codg,
            diseaseName: mdtrtinfo.dise_name,
            ...maternityCodes(mdtrtinfo),
            diagnoses: diseinfo as readonly object[] as readonly Record<string, unknown>[],
          },
        }
      })
      if ((await noteFindings(db, calls[0]!.regionCode, found)) < found.length) throw new Overtaken()
    },
  })
}
export const findingsPlain = findings('2203')
export const findingsA = findings('2203A')

/** 2202 门诊挂号撤销: only a visit without fees. */
export const unregister = booking({
  infno: '2202',
  async handle(db, call) {
    const { mdtrt_id, psn_no } = call.input.data
    const visits = await visitsById(db, call.regionCode, [mdtrt_id])
    const visit = ownVisit(visits, call, mdtrt_id, psn_no)
    const fees = await feesStand(db, call.regionCode, mdtrt_id, undefined)
    if (fees.some((settled) => settled))
      throw new HospitalFault('该次就诊已有结算，不能撤销挂号。请先用 2208 撤销结算，再用 2205 撤销明细。')
    if (fees.length > 0)
      throw new HospitalFault('该次就诊已上传费用明细，不能撤销挂号。请先用 2205 撤销明细。')
    if ((await cancelVisit(db, call.regionCode, visit)) === 0) throw new Overtaken()
    return null
  },
})
