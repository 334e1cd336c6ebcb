import type { issueVoucher } from '../../apps/server/src/modules/insured/index.ts'
import { BASKET, BILL } from '../demo.ts'
import { inputs, partsOf, sumOf } from '../client/messages.ts'
import { filingInputs, shopInputs } from '../client/other-messages.ts'
import { stayInputs } from '../client/stay-messages.ts'
import type { His } from '../his.ts'
import type { StoredVisit } from '../store.ts'

export interface Playing {
  readonly hospital: His
  readonly pharmacy: His
  readonly today: string
  /** ID numbers of people who may be treated */
  readonly people: readonly string[]
  /** a code somebody shows on the phone, by ID number */
  readonly voucher: (idNumber: string) => ReturnType<typeof issueVoucher>
}

const PAGE = { updt_time: '2020-01-01', page_num: 1, page_size: 3 }

/** Sends what the play of the hospital (script.ts) does not: forms with A, queries, filings, the catalogue, settlement lists. */
export async function playTheRest(playing: Playing): Promise<void> {
  const { hospital: his, people, today } = playing
  const ask = (infno: string, input: unknown) => his.station.ask(infno, input)
  await theCounter(playing)
  const settled = await aVisit(his, people[0]!)
  await theCatalogue(his)
  await aPurchase(playing)
  const stay = await aStay(his, people[1]!, today)
  await theList(his, stay, today)
  await theFilings(his, settled, today)
  await theQueries(his, settled, today)
  await ask('2407', { data: { psn_no: stay.psnNo, page_num: 1, page_size: 10 } })
  await ask('5205', { data: { psn_no: settled.psnNo, begntime: today, endtime: today } })
  await ask('5206', { data: { psn_no: settled.psnNo } })
}

async function theCounter({ hospital: his, people, voucher, today }: Playing): Promise<void> {
  const { code, name } = his.institution
  const { output } = await his.signIn()
  await his.station.ask('9002', { signOut: { sign_no: output.signinoutb.sign_no } })
  const ecQrCode = await voucher(people[0]!)
  const operator = { operatorId: '001', operatorName: '收费员', officeId: '01', officeName: '收费处' }
  await his.station.ask('6101', { InData: { orgId: code, businessType: '01101', ...operator, ecQrCode } })
  await his.station.ask('1162', { data: { orgId: code, businessType: '01101', ...operator, ecQrCode } })
  await his.station.ask('1201', {
    medinsinfo: { fixmedins_type: '1', fixmedins_code: code, fixmedins_name: name },
  })
  await his.station.ask('1901', {
    data: { type: 'insutype', parentValue: '', admdvs: his.institution.region, date: today, valiFlag: '1' },
  })
}

/** A visit by the forms with A, with a remark on a line, settled. */
async function aVisit(his: His, idNumber: string): Promise<StoredVisit> {
  const ask = (infno: string, input: unknown) => his.station.ask(infno, input)
  const number = await his.register(idNumber)
  const visit = his.store.visit(number)!
  const id = visit.mdtrtId!
  await ask('2001', inputs.entitlement(visit, his.institution.code))
  await ask('2203', inputs.findings(visit, id))
  const { output } = await ask('2204', inputs.fees(visit, id, '1', BILL))
  const line = { mdtrt_id: id, psn_no: visit.psnNo, bkkp_sn: `${number}-1-1` }
  await ask('2306', { data: [{ ...line, med_list_codg: BILL[0]!.code, memo: '备注' }] })
  const total = sumOf(BILL)
  await ask('2206A', inputs.settle(visit, id, '1', total))
  const settled = await ask('2207A', inputs.settle(visit, id, '1', total, partsOf(output.result)))
  return { ...visit, setlId: String(settled.output?.setlinfo?.setl_id) }
}

async function theCatalogue(his: His): Promise<void> {
  const mapping = {
    fixmedins_hilist_id: 'YN001',
    fixmedins_hilist_name: '院内奥美拉唑',
    list_type: '101',
    med_list_codg: 'DEMO-YP028',
    begndate: '2020-01-01',
    enddate: '2020-12-31',
  }
  await his.station.ask('3301', { data: [mapping] })
  for (const infno of ['1312', '1316', '1317', '1318', '1319']) await his.station.ask(infno, { data: PAGE })
  const { fixmedins_hilist_id, list_type, med_list_codg } = mapping
  const withdrawn = { fixmedins_code: his.institution.code, fixmedins_hilist_id, list_type, med_list_codg }
  await his.station.ask('3302', { data: [withdrawn] })
}

async function aPurchase({ pharmacy, people }: Playing): Promise<void> {
  const basket = await pharmacy.basket(people[0]!, BASKET)
  await pharmacy.station.ask('2102A', shopInputs.buy(pharmacy.store.visit(basket)!, BASKET))
}

/** A stay by the forms with A, with a special attribute, settled. */
async function aStay(his: His, idNumber: string, today: string): Promise<StoredVisit & { info: Settled }> {
  const number = await his.admit(idNumber)
  const stay = his.store.visit(number)!
  const id = stay.mdtrtId!
  await his.uploadStay(number, BILL)
  await his.station.ask('2406', {
    data: {
      mdtrt_id: id,
      psn_no: stay.psnNo,
      psn_cert_type: '01',
      certno: idNumber,
      psn_name: stay.patient,
      ipt_otp_no: number,
      ipt_psn_sp_flag_type: '1',
      ipt_psn_sp_flag: '11',
    },
  })
  const settling = stayInputs.settle(stay, id, sumOf(BILL))
  await his.station.ask('2303A', settling)
  await his.station.ask('2402', stayInputs.discharge(stay, id, today))
  const { output } = await his.station.ask('2304A', settling)
  return { ...stay, setlId: String(output?.setlinfo?.setl_id), info: output }
}

interface Settled {
  readonly setldetail: readonly { readonly fund_pay_type: string; readonly fund_payamt: number }[]
}

async function theList(his: His, stay: StoredVisit & { info: Settled }, today: string): Promise<void> {
  const about = { psn_no: stay.psnNo, setl_id: stay.setlId }
  const list = {
    setlinfo: {
      ...about,
      mdtrt_id: stay.mdtrtId,
      medcasno: stay.number,
      ntly: 'CHN',
      prfs: '90',
      curr_addr: '演示路1号',
      patn_rlts: '1',
      coner_name: stay.patient,
      coner_addr: '演示路1号',
      coner_tel: '13900000000',
      dscg_caty: 'A03',
      bill_code: '37080120',
      bill_no: '0000000001',
      biz_sn: 'SN1',
      setl_begn_date: stay.began.slice(0, 10),
      setl_end_date: today,
      medins_fill_dept: '医保办',
      medins_fill_psn: '填报员',
    },
    diseinfo: [
      { diag_type: '1', diag_code: 'J18.900', diag_name: '肺炎', adm_cond_type: '1', maindiag_flag: '1' },
    ],
    payinfo: stay.info.setldetail.map(({ fund_pay_type, fund_payamt }) => ({ fund_pay_type, fund_payamt })),
  }
  await his.station.ask('4101', list)
  await his.station.ask('4101A', list)
  await his.station.ask('4102', { data: { stastinfo: [{ ...about, stas_type: '1' }] } })
  await his.station.ask('4103', { data: about })
  await his.station.ask('4104', {
    data: { setl_ym: today.slice(0, 7).replace('-', ''), page_num: 1, page_size: 10 },
  })
  await his.station.ask('4105', { data: { fixmedins_code: his.institution.code, medtype_list: ['21'] } })
}

async function theFilings(his: His, visit: StoredVisit, today: string): Promise<void> {
  const { code, name, region } = his.institution
  const ask = (infno: string, input: unknown) => his.station.ask(infno, input)
  const withdrawn = (filing: unknown) => ({
    data: { trt_dcla_detl_sn: String(filing), psn_no: visit.psnNo, memo: '填错' },
  })
  const chronic = await ask('2503', filingInputs.chronic(visit, his.institution, today))
  await ask('5301', filingInputs.inForce(visit))
  await ask('2504', withdrawn(chronic.output?.result?.trt_dcla_detl_sn))
  const kind = { psn_no: visit.psnNo, biz_appy_type: '03' }
  const designated = await ask('2505', {
    data: { ...kind, begndate: today, fix_srt_no: '1', fixmedins_code: code, fixmedins_name: name },
  })
  await ask('5302', { data: kind })
  await ask('2506', withdrawn(designated.output?.result?.trt_dcla_detl_sn))
  await ask('2507', {
    data: {
      dcla_souc: '01',
      psn_no: visit.psnNo,
      psn_cert_type: '01',
      certno: visit.idNumber,
      psn_name: visit.patient,
      insu_admdvs: region,
      trum_time: today,
      trum_site: '家中',
      trum_rea: '滑倒',
      chk_pay_flag: '0',
      begndate: today,
    },
  })
}

async function theQueries(his: His, { psnNo, mdtrtId, setlId }: StoredVisit, today: string): Promise<void> {
  const about = { data: { psn_no: psnNo, mdtrt_id: mdtrtId, setl_id: setlId } }
  const days = { psn_no: psnNo, begntime: `${today} 00:00:00`, endtime: `${today} 23:59:59` }
  await his.station.ask('5201', { data: { ...days, med_type: '11' } })
  for (const infno of ['5202', '5203', '5204']) await his.station.ask(infno, about)
  await his.station.ask('5303', { data: days })
  await his.station.ask('5304', { data: days })
  await his.station.ask('100001', { data: { psn_No: psnNo, setl_Id: setlId, mdtrt_Id: mdtrtId } })
}
