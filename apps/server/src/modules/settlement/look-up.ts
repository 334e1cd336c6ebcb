import type { Insurance } from '@yichuang/benefits'
import { codeLists, type Messages } from '@yichuang/hsa'
import { ageOn, parseResidentId, ZERO_FEN, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { HospitalFault, query, type HospitalCall } from '../hospital/index.ts'
import { findKnown, type CareEnrolment, type PersonInCare } from '../insured/index.ts'
import { heldBy, type Held } from '../personal-accounts/index.ts'
import { lookUpHospitals } from '../organisations/index.ts'
import { balanceOf } from './account.ts'
import { mustServe } from './agreement.ts'
import { carePlaceOf } from './care-place.ts'
import {
  FUND_TYPE,
  gendOf,
  HOSP_LV,
  IDENTITY_CARD,
  insuranceOf,
  INSUTYPE,
  PSN_TYPE,
  VOUCHER,
} from './codes.ts'
import { holderOf } from './e-voucher.ts'
import { mustBeThem } from './identity.ts'
import { alive, enrolledOn, known, peopleOf, personIdOf } from './people.ts'
import { checkMedType, checkStayType } from './med-type.ts'
import { psnNo } from './person-number.ts'
import { rulesFor, type Rules } from './rules.ts'
import { orFaultLater } from './visits.ts'

type Ask = Messages['1101']['input']['data']
type Insured = Messages['1101']['output']['insuinfo'][number]

/** 1101 人员信息获取: by e-voucher, by ID number, or by a card with the ID number beside it. */
export const person = query('1101', async (db, call) => {
  const { data } = call.input
  const personId = await ownerOf(db, call, data)
  const found = (await peopleOf(db, call.regionCode, [personId])).get(personId)
  if (!found) throw new HospitalFault(NOT_HERE)
  mustBeThem(found, data)
  const held = await heldBy(db, call.regionCode, [personId], call.today)
  return {
    baseinfo: {
      psn_no: psnNo(call.regionCode, personId),
      psn_cert_type: IDENTITY_CARD,
      certno: found.idNumber(),
      psn_name: found.name,
      gend: gendOf(found.sex),
      brdy: found.birth,
      age: String(ageOn(found.birth, call.today)) as Messages['1101']['output']['baseinfo']['age'],
    },
    insuinfo: latest(found.enrolments, call.today).map((one) => insured(call, one, held.get(personId))),
    idetinfo: [],
  }
})

const NOT_HERE =
  '本地查询错误：该人员在本统筹区没有参保登记。请核对证件号码；在其他统筹区参保的请按异地就医办理。'

async function ownerOf(db: Db, call: HospitalCall<'1101'>, data: Ask): Promise<string> {
  if (data.mdtrt_cert_type === VOUCHER.token) return holderOf(db, call, data.mdtrt_cert_no)
  const number = data.mdtrt_cert_type === VOUCHER.paper ? data.mdtrt_cert_no : data.certno
  if (number === undefined)
    throw new HospitalFault(
      '按社会保障卡（03）查询时请同时传入证件号码（certno）。本中心不保存卡号，只按证件号码核对人员。',
    )
  const read = parseResidentId(number, { notAfter: call.today })
  if (!read.ok) throw new HospitalFault(`证件号码不正确：${read.fault.sentences['zh-CN']}`)
  const owner = await findKnown(db, number, call.today)
  if (!owner) throw new HospitalFault(NOT_HERE)
  return owner.personId
}

/** The enrolment that holds, of each insurance; else the last one. */
function latest(enrolments: readonly CareEnrolment[], today: PlainDate): CareEnrolment[] {
  const byInsurance = new Map<string, CareEnrolment>()
  for (const one of enrolments)
    if (one.from <= today && !byInsurance.has(one.insurance)) byInsurance.set(one.insurance, one)
  return [...byInsurance.values()].toSorted((a, b) => (a.insurance < b.insurance ? -1 : 1))
}

function insured(
  { regionCode, today }: Pick<HospitalCall, 'regionCode' | 'today'>,
  one: CareEnrolment,
  held: Held | undefined,
): Insured {
  const ended = one.to !== null && one.to < today
  return {
    // Only employees' insurance has accounts.
    balc: one.insurance === 'employee' ? balanceOf(held) : ZERO_FEN,
    insutype: INSUTYPE[one.insurance],
    psn_type: PSN_TYPE[one.personClass],
    psn_insu_stas: ended ? '4' : '1',
    psn_insu_date: one.from,
    ...(ended && one.to !== null && { paus_insu_date: one.to }),
    cvlserv_flag: '0',
    insuplc_admdvs: regionCode,
    ...(one.employer !== null && { emp_name: one.employer }),
  }
}

/** 2001 人员待遇享受检查: which funds pay for a kind of care on a day, and if none, why. */
export const entitlement = query('2001', async (db, call) => {
  const { data } = call.input
  const personId = personIdOf(call.regionCode, data.psn_no)
  const found = known(await peopleOf(db, call.regionCode, [personId]), personId)
  const insurance = insuranceOf(data.insutype)
  if (!insurance) throw new HospitalFault(`险种类型（insutype）${data.insutype} 不在本地办理范围。`)
  const day = data.begntime.slice(0, 10) as PlainDate
  const rules = await orFaultLater(entitled(db, call, { person: found, insurance, day }))
  const refused = rules instanceof HospitalFault
  const payers = refused || !('chain' in rules) ? [] : rules.chain.stages.map(({ payer }) => payer)
  return {
    trtinfo: [...new Set(['hifp_pay' as const, ...payers])].map((payer) => ({
      psn_no: data.psn_no,
      trt_chk_type: '01',
      fund_pay_type: FUND_TYPE[payer][insurance][0],
      trt_enjymnt_flag: refused ? '0' : '1',
      begndate: day,
      ...(data.endtime !== undefined && { enddate: data.endtime.slice(0, 10) as PlainDate }),
      ...(refused && { trt_chk_rslt: rules.message }),
    })),
  }
})

interface Asking {
  readonly person: PersonInCare
  readonly insurance: Insurance
  readonly day: PlainDate
}

/** The rules under which care would be settled, by the same checks as where it begins. */
async function entitled(
  db: Db,
  { regionCode, institution, input: { data } }: HospitalCall<'2001'>,
  { person, insurance, day }: Asking,
): Promise<Rules> {
  alive(person, day)
  const { personClass } = enrolledOn(person, insurance, day)
  const visit = { personId: person.personId, insurance, personClass, beganOn: day }
  const medType = data.med_type
  const inpatient = medType.startsWith('2') || medType === '52'
  if (inpatient) checkStayType(medType, await carePlaceOf(db, regionCode, institution, visit))
  else checkMedType(medType)
  const service = inpatient ? 'inpatient' : medType === AT_PHARMACY ? 'pharmacy' : 'outpatient'
  await mustServe(db, regionCode, institution, service, day)
  return rulesFor(db, regionCode, institution, {
    visit,
    kind: inpatient ? 'inpatient' : 'outpatient',
    on: day,
    medType,
    diseaseCode: () => Promise.resolve(data.dise_codg),
  })
}
const AT_PHARMACY = '41'

/** 1201 医药机构信息获取: by code, or by a part of the name; at most twenty. */
export const institution = query('1201', async (db, { regionCode, input }) => {
  const { fixmedins_code, fixmedins_name, fixmedins_type } = input.medinsinfo
  const text = fixmedins_code ?? fixmedins_name
  if (text === undefined)
    throw new HospitalFault('请传入定点医药机构编号（fixmedins_code）或名称关键字（fixmedins_name）。')
  const found = await lookUpHospitals(db, text, regionCode)
  const matching = fixmedins_code === undefined ? found : found.filter((one) => one.hospitalCode === text)
  return {
    medinsinfo: matching
      .map(({ hospitalCode, name, level }) => ({
        fixmedins_code: hospitalCode,
        fixmedins_name: name,
        // The list of institutions has no credit codes; some clients demand the key.
        uscc: '',
        fixmedins_type: hospitalCode.startsWith('P') ? '2' : '1',
        hosp_lv: HOSP_LV[level],
      }))
      .filter((one) => fixmedins_type === undefined || one.fixmedins_type === fixmedins_type),
  }
})

/** 1901 字典表查询: a code list of the interface. */
export const dictionary = query('1901', async (_db, { input }) => {
  const type = input.data.type.trim()
  const list = codeLists[type] ?? codeLists[type.toLowerCase()]
  if (!list)
    throw new HospitalFault(`字典类型（type）${type.slice(0, 30)} 不存在。请使用接口规范附录中的字典代码。`)
  return {
    list: Object.entries(list.values).map(([value, label], index) => ({
      type,
      label,
      value,
      sort: index + 1,
      valiFlag: '1',
      version: 1,
    })),
  }
})
