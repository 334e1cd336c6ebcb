import { chinaDateTime, type Messages } from '@yichuang/hsa'
import { ageOn, formatRatio, formatYuan, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { HospitalFault, query, type HospitalCall } from '../hospital/index.ts'
import type { PersonInCare } from '../insured/index.ts'
import { balanceBeside } from './account.ts'
import { CHRGITM_LV, CHRGITM_TYPE, gendOf, HOSP_LV, IDENTITY_CARD, INSUTYPE, PSN_TYPE } from './codes.ts'
import type { ClassedLine, partsOf, SentLine } from './fee-lines.ts'
import { feeDetails } from './fees.queries.ts'
import { known, peopleOf, personIdOf } from './people.ts'
import { detailsOf, settledReply } from './reply.ts'
import { findSettlement, type SettlementRow } from './settlement.queries.ts'
import { partsInOrder } from './stay/net-lines.ts'
import { findingsOfVisit, visitsById, visitsOfPerson, type VisitRow } from './visit.queries.ts'
import { ownVisit } from './visits.ts'
import { itemsByCode } from './world.ts'

type Visit = Messages['5201']['output']['mdtrtinfo'][number]
type Decimal = NonNullable<Visit['age']>
const decimal = (text: string | number) => String(text) as Decimal

/** 5201 就诊信息查询: a person's visits at the institution that asks. */
export const visits = query('5201', async (db, call) => {
  const { regionCode, institution } = call
  const { psn_no, begntime, endtime, mdtrt_id, med_type } = call.input.data
  const personId = personIdOf(regionCode, psn_no)
  const person = known(await peopleOf(db, regionCode, [personId]), personId)
  const found = await visitsOfPerson(db, regionCode, {
    personId,
    institutionCode: institution.hospitalCode,
    from: begntime.slice(0, 10) as PlainDate,
    to: endtime.slice(0, 10) as PlainDate,
    visitId: mdtrt_id,
  })
  return {
    mdtrtinfo: found
      .filter((visit) => !visit.cancelled && (visit.medType ?? med_type) === med_type)
      .map((visit) => visitTold(visit, person, psn_no, med_type)),
  }
})

function visitTold(
  visit: Awaited<ReturnType<typeof visitsOfPerson>>[number],
  person: PersonInCare,
  psn_no: string,
  asked: string,
): Visit {
  const { registered, findings } = visit
  return {
    mdtrt_id: visit.visitId,
    psn_no,
    psn_cert_type: IDENTITY_CARD,
    certno: person.idNumber(),
    psn_name: person.name,
    gend: gendOf(person.sex),
    brdy: person.birth,
    age: decimal(ageOn(person.birth, visit.beganOn)),
    insutype: INSUTYPE[visit.insurance],
    psn_type: PSN_TYPE[visit.personClass],
    cvlserv_flag: '0',
    begntime: registered.begntime as Visit['begntime'],
    endtime: registered.begntime as Visit['endtime'],
    mdtrt_cert_type: registered.voucher,
    med_type: visit.medType ?? asked,
    ipt_otp_no: visit.visitNo,
    adm_dept_codg: registered.departmentCode,
    adm_dept_name: registered.department,
    ...(registered.doctorCode !== undefined && { atddr_no: registered.doctorCode }),
    ...(registered.doctor !== undefined && { chfpdr_name: registered.doctor }),
    ...(findings?.complaint !== undefined && { main_cond_dscr: findings.complaint }),
    ...(findings?.diseaseCode !== undefined && { dise_codg: findings.diseaseCode }),
    ...(findings?.diseaseName !== undefined && { dise_name: findings.diseaseName }),
  }
}

type Diagnosis = Messages['5202']['output']['diseinfo'][number]

/** 5202 诊断信息查询 */
export const diagnoses = query('5202', async (db, call) => {
  const { mdtrt_id, psn_no } = call.input.data
  await visitOf(db, call, mdtrt_id, psn_no)
  const code = call.institution.hospitalCode
  const findings = await findingsOfVisit(db, call.regionCode, mdtrt_id, code)
  const rows = (findings?.diagnoses ?? []) as readonly Partial<Diagnosis & { vali_flag: string }>[]
  return {
    diseinfo: rows
      .filter(({ vali_flag }) => vali_flag !== '0')
      .map((row, index) => ({
        ...(row as Diagnosis),
        diag_info_id: `${mdtrt_id.slice(0, 26)}${index + 1}`,
        mdtrt_id,
        psn_no,
        inout_diag_type: '1',
        maindiag_flag: index === 0 ? '1' : '0',
      })),
  }
})

/** 5203 结算信息查询 */
export const settlement = query('5203', async (db, call) => {
  const { mdtrt_id, psn_no, setl_id } = call.input.data
  const visit = await visitOf(db, call, mdtrt_id, psn_no)
  const row = await settlementOf(db, call, visit, setl_id)
  const person = known(await peopleOf(db, call.regionCode, [row.personId]), row.personId)
  const balance = await balanceBeside(db, call.regionCode, row, call.today)
  const told = { limit: row.amounts.hifp_pay, share: shareOf(row), balance, borrowedFrom: undefined }
  const { setlinfo } = settledReply(call.regionCode, row, person, told)
  const { institution } = call
  return {
    setlinfo: {
      ...setlinfo,
      gend: gendOf(person.sex),
      insutype: INSUTYPE[row.insurance],
      act_pay_dedc: row.amounts.act_pay_dedc,
      pay_loc: '2',
      fixmedins_code: institution.hospitalCode,
      fixmedins_name: institution.name,
      hosp_lv: HOSP_LV[institution.level],
      begndate: visit.beganOn,
      enddate: row.settledOn,
      psn_pay: row.amounts.psn_part_amt,
      cash_payamt: row.amounts.psn_cash_pay,
      refd_setl_flag: row.cancels === null && row.cancelledBy === null ? '0' : '1',
      year: String(row.year),
      opt_time: chinaDateTime(row.settledAt) as Visit['begntime'],
      ...(row.invoice !== null && { invono: row.invoice }),
    },
    setldetail: detailsOf(row, told),
  }
})

function shareOf({ amounts }: SettlementRow): string {
  const base = amounts.inscp_scp_amt - amounts.act_pay_dedc
  return base === 0 ? '0' : String(Math.round((amounts.hifp_pay / base) * 10_000) / 10_000)
}

/** 5204 费用明细查询 */
export const feeList = query('5204', async (db, call) => {
  const { mdtrt_id, psn_no, setl_id } = call.input.data
  const visit = await visitOf(db, call, mdtrt_id, psn_no)
  const row = await settlementOf(db, call, visit, setl_id)
  const uploads = await feeDetails(db, call.regionCode, mdtrt_id, row.settlementId)
  const codes = uploads.flatMap(({ sent }) => sent.map(({ med_list_codg }) => med_list_codg))
  const items = await itemsByCode(db, call.regionCode, codes, visit.beganOn)
  const lines = uploads.flatMap(({ classed }) => classed)
  const parts = partsInOrder(lines)
  const all = uploads.flatMap(({ sent }) => sent)
  return all.map((line, at) => lineTold(line, lines[at]!, parts[at]!, row, items.get(line.med_list_codg)))
})

type Item = Awaited<ReturnType<typeof itemsByCode>> extends ReadonlyMap<string, infer I> ? I : never

function lineTold(
  sent: SentLine,
  line: ClassedLine,
  { own, over, first, inScope }: ReturnType<typeof partsOf>,
  row: SettlementRow,
  item: Item | undefined,
) {
  return {
    ...sent,
    rx_circ_flag: sent.rx_circ_flag ?? '0',
    mdtrt_id: row.visitId,
    setl_id: row.settlementId,
    med_type: row.medType,
    pric_uplmt_amt: decimal(line.ceiling === undefined ? '0' : Number(formatYuan(line.ceiling))),
    selfpay_prop: decimal(formatRatio(line.ratio)),
    fulamt_ownpay_amt: own,
    overlmt_amt: over,
    preselfpay_amt: first,
    inscp_scp_amt: inScope,
    chrgitm_lv: CHRGITM_LV[line.class],
    hilist_code: sent.med_list_codg,
    hilist_name: item?.name ?? '',
    list_type: item?.kind === 'drug' ? '101' : item?.kind === 'supply' ? '301' : '201',
    medins_list_name: item?.name ?? '',
    med_chrgitm_type: item ? CHRGITM_TYPE[item.kind] : '14',
    dosform_name: '',
  }
}

async function visitOf(
  db: Db,
  call: Pick<HospitalCall, 'regionCode' | 'institution'>,
  visitId: string,
  psnNo: string,
): Promise<VisitRow> {
  return ownVisit(await visitsById(db, call.regionCode, [visitId]), call, visitId, psnNo, 'any')
}

async function settlementOf(
  db: Db,
  { regionCode }: Pick<HospitalCall, 'regionCode'>,
  visit: VisitRow,
  settlementId: string,
): Promise<SettlementRow> {
  const row = await findSettlement(db, regionCode, settlementId)
  if (!row || row.visitId !== visit.visitId)
    throw new HospitalFault('结算ID（setl_id）不属于该次就诊（mdtrt_id）。请核对结算ID。')
  return row
}
