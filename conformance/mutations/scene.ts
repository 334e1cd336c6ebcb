import { transactions } from '@yichuang/hsa'
import type { Random } from '../../apps/server/src/demo/random.ts'
import { admissionDay, BASKET, BILL, WARD_BILLS } from '../../hospital/demo.ts'
import { inputs } from '../../hospital/client/messages.ts'
import { filingInputs, shopInputs } from '../../hospital/client/other-messages.ts'
import { stayInputs } from '../../hospital/client/stay-messages.ts'
import { sumOf } from '../../hospital/client/messages.ts'
import { Refused, type His } from '../../hospital/his.ts'
import type { StoredVisit } from '../../hospital/store.ts'
import { fileMessages } from './files.ts'
import { shaped } from './shaped.ts'

/** A valid message about something that is there, ready to be spoilt. */
export interface Valid {
  /** whose machine sends it */
  readonly by: His
  readonly infno: string
  readonly input: unknown
  /** rows of the file that goes beside it, as a form */
  readonly table?: string
}

export type Said = Omit<Valid, 'by'>

/** A hospital and the pharmacy beside it. */
export interface House {
  readonly hospital: His
  readonly pharmacy: His
}

/** What an institution has just now: visits and stays at every step, and a valid message of every number about them. */
export interface Scene {
  /** written by hand, as hospitals send them */
  readonly messages: readonly Valid[]
  /** of every other number, in the shape of its field table */
  readonly others: readonly Valid[]
  /** its own people, visits and settlements */
  readonly ids: readonly string[]
}

/** Makes visits and stays at every step; again with other people where somebody cannot be treated by now. */
export async function openScene(house: House, people: readonly string[], random: Random): Promise<Scene> {
  for (let times = 1; ; times += 1) {
    try {
      return await sceneOf(house, people, random)
    } catch (error) {
      if (!(error instanceof Refused) || times === 10) throw error
    }
  }
}

async function sceneOf(
  { hospital: his, pharmacy }: House,
  people: readonly string[],
  random: Random,
): Promise<Scene> {
  const someone = () => random.pick(people)
  const of = (number: string) => his.store.visit(number)!
  const charged = async () => {
    const number = await his.register(someone())
    await his.diagnose(number)
    await his.upload(number, BILL)
    return number
  }
  const open = await charged()
  const settled = await charged()
  await his.settle(settled)
  const empty = await his.register(someone())
  const bought = await pharmacy.basket(someone(), BASKET)
  await pharmacy.buy(bought)
  const purchase = pharmacy.store.visit(bought)!
  const { fresh, lying, leaving, left } = await stays(his, people, random)
  const referred = await tried(() => his.refer(someone()))
  const ill = await tried(() => his.fileChronic(someone()))
  const visits = { open: of(open), settled: of(settled), empty: of(empty) }
  const known = [
    purchase,
    ...Object.values(visits),
    ...[fresh, lying, leaving, left, referred, ill].flatMap((one) => (one ? [of(one)] : [])),
  ]
  const lastSettle = his.store.journal().findLast(({ infno, ok }) => infno === '2207' && ok)!.msgid
  const own: Said[] = [
    ...clinicMessages(his, visits, lastSettle),
    ...(lying && of(lying).lines.length > 0 ? wardMessages(of(lying), his) : []),
    ...(fresh ? [{ infno: '2404', input: stayInputs.undo(of(fresh), of(fresh).mdtrtId!) }] : []),
    ...(leaving ? leavingMessages(of(leaving)) : []),
    ...(left && of(left).setlId ? leftMessages(of(left)) : []),
    ...filingMessages(his, visits.open),
    ...(await fileMessages(his)),
    ...(referred ? [{ infno: '2502', input: withdrawal(of(referred)) }] : []),
    ...(ill ? [{ infno: '2504', input: withdrawal(of(ill)) }] : []),
  ]
  const messages = [
    ...own.map((one) => ({ ...one, by: his })),
    ...shopMessages(purchase).map((one) => ({ ...one, by: pharmacy })),
  ]
  const made = new Set(messages.map(({ infno }) => infno))
  const facts = factsOf(his, visits.settled)
  return {
    messages,
    others: Object.keys(transactions)
      .filter((infno) => !made.has(infno))
      .map((infno) => ({ infno, input: shaped(infno, facts, random), by: his })),
    ids: known
      .flatMap(({ psnNo, mdtrtId, setlId, number }) => [psnNo, mdtrtId, setlId, number])
      .filter((id) => id !== null),
  }
}

/** A stay just begun, one going on, one after its discharge, one settled; nothing where nobody is free. */
async function stays(his: His, people: readonly string[], random: Random) {
  const admitted = async (lines: boolean) => {
    for (let times = 0; times < 5; times += 1) {
      const number = await admittedAnew(his, random.pick(people))
      if (number === undefined) continue
      if (lines) await tried(() => his.uploadStay(number, WARD_BILLS[0]!))
      return number
    }
    return undefined
  }
  const fresh = await admitted(false)
  const [lying, leaving, left] = [await admitted(true), await admitted(true), await admitted(true)]
  for (const number of [leaving, left]) if (number) await tried(() => his.discharge(number))
  if (left) await tried(() => his.settleStay(left))
  return { fresh, lying, leaving, left }
}

/** Admits somebody; whom an earlier scene or a spoilt message has put to bed is discharged first. */
async function admittedAnew(his: His, idNumber: string): Promise<string | undefined> {
  const today = his.station.options.today()
  const known = await his.knownStay(idNumber)
  if (known !== undefined) {
    const { output } = await his.station.ask('1101', inputs.person(idNumber))
    const { psn_no: psnNo } = output.baseinfo
    const visit = { psnNo, idNumber, number: '', insutype: '310', began: admissionDay(today) }
    await his.station.ask('2402', stayInputs.discharge(visit, known, today))
  }
  return tried(() => his.admit(idNumber, { began: admissionDay(today) }))
}

/** What the centre may refuse by now: spoilt messages before have admitted and referred people as well. */
async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

type Visits = Readonly<Record<'open' | 'settled' | 'empty', StoredVisit>>

function clinicMessages(his: His, { open, settled, empty }: Visits, lastSettle: string): Said[] {
  const [id, total] = [open.mdtrtId!, sumOf(open.lines)]
  const about = { psn_no: settled.psnNo, mdtrt_id: settled.mdtrtId!, setl_id: settled.setlId! }
  const days = {
    begntime: `${his.station.options.today()} 00:00:00`,
    endtime: `${his.station.options.today()} 23:59:59`,
  }
  return [
    { infno: '9001', input: inputs.signIn('00-00-00-00-00-00') },
    { infno: '1101', input: inputs.person(open.idNumber) },
    { infno: '2001', input: inputs.entitlement(open, his.institution.code) },
    { infno: '2201', input: inputs.register({ ...open, number: `${open.number}n` }) },
    { infno: '2202', input: inputs.unregister(empty, empty.mdtrtId!) },
    { infno: '2203', input: inputs.findings(open, id) },
    { infno: '2203A', input: inputs.findings(open, id) },
    { infno: '2204', input: inputs.fees(open, id, '2', BILL) },
    { infno: '2205', input: inputs.dropFees(open, id, open.batch) },
    { infno: '2206', input: inputs.settle(open, id, open.batch, total) },
    { infno: '2207', input: inputs.settle(open, id, open.batch, total, open.parts!) },
    { infno: '2207', input: inputs.settle(settled, settled.mdtrtId!, settled.batch, total, settled.parts!) },
    { infno: '2208', input: inputs.cancel(settled, settled.mdtrtId!, settled.setlId!) },
    { infno: '2601', input: inputs.reverse(settled.psnNo, lastSettle, '2207') },
    { infno: '5201', input: { data: { ...about, ...days, med_type: '11' } } },
    { infno: '5202', input: { data: about } },
    { infno: '5203', input: { data: about } },
    { infno: '5204', input: { data: about } },
  ]
}

function shopMessages(bought: StoredVisit): Said[] {
  const buyer = { ...bought, number: `${bought.number}x` }
  return [
    { infno: '2101', input: shopInputs.buy(buyer, BASKET) },
    { infno: '2102', input: shopInputs.buy(buyer, BASKET) },
    { infno: '2103', input: inputs.cancel(bought, bought.mdtrtId!, bought.setlId!) },
  ]
}

function wardMessages(stay: StoredVisit, his: His): Said[] {
  const [id, total, today] = [stay.mdtrtId!, sumOf(stay.lines), his.station.options.today()]
  return [
    { infno: '2401', input: stayInputs.admit({ ...stay, number: `${stay.number}n` }) },
    { infno: '2301', input: stayInputs.fees(stay, id, '2', WARD_BILLS[1]!) },
    { infno: '2302', input: stayInputs.dropFees(stay, id, [stay.lines[0]!.serial!]) },
    { infno: '2303', input: stayInputs.settle(stay, id, total) },
    { infno: '2304', input: stayInputs.settle(stay, id, total, true) },
    { infno: '2402', input: stayInputs.discharge(stay, id, today) },
    { infno: '2403', input: stayInputs.change(stay, id, '15') },
    { infno: '5303', input: stayInputs.inWard(stay, today) },
  ]
}

function leavingMessages(stay: StoredVisit): Said[] {
  const [id, total] = [stay.mdtrtId!, sumOf(stay.lines)]
  return [
    { infno: '2304', input: stayInputs.settle(stay, id, total) },
    { infno: '2405', input: stayInputs.undo(stay, id) },
  ]
}

function leftMessages(stay: StoredVisit): Said[] {
  return [
    { infno: '2305', input: stayInputs.cancel(stay, stay.mdtrtId!, stay.setlId!) },
    { infno: '2405', input: stayInputs.undo(stay, stay.mdtrtId!) },
  ]
}

function filingMessages(his: His, visit: StoredVisit): Said[] {
  const today = his.station.options.today()
  return [
    { infno: '2501', input: filingInputs.refer(visit, today, '2020-12-31') },
    { infno: '2503', input: filingInputs.chronic(visit, his.institution, today) },
    { infno: '5301', input: filingInputs.inForce(visit) },
    { infno: '5304', input: filingInputs.inForce(visit) },
  ]
}

const withdrawal = (filed: StoredVisit) => filingInputs.withdraw(filed, filed.filing!)

/** What fields of any transaction may hold, by their code. */
function factsOf(his: His, visit: StoredVisit): Readonly<Record<string, string>> {
  const today = his.station.options.today()
  return {
    psn_no: visit.psnNo,
    mdtrt_id: visit.mdtrtId!,
    setl_id: visit.setlId!,
    mdtrt_cert_type: '02',
    mdtrt_cert_no: visit.idNumber,
    certno: visit.idNumber,
    psn_name: visit.patient,
    insutype: visit.insutype,
    fixmedins_code: his.institution.code,
    fixmedins_name: his.institution.name,
    insu_optins: his.institution.region,
    setl_optins: his.institution.region,
    med_type: '11',
    clr_type: '11',
    begndate: today,
    enddate: today,
    stmt_begndate: today,
    stmt_enddate: today,
    medfee_sumamt: sumOf(visit.lines),
  }
}
