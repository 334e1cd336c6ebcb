import { BILL, connections, dayOf, patientsOf, stationOptions } from '../hospital/demo.ts'
import { filingInputs } from '../hospital/client/other-messages.ts'
import { inputs, sumOf, type Visit } from '../hospital/client/messages.ts'
import { openStation, type Answer } from '../hospital/client/station.ts'

/** A city of the demonstration and where its centre is. */
export interface Place {
  readonly city: string
  readonly url: string
}

/**
 * Walks an out-patient visit outside the insured place, as the institution's own system sends it: settled without a referral,
 * taken back, referred by a hospital at home, settled again. Throws at the first answer that is not as it must be.
 */
export async function walk(
  insured: Place,
  care: Place,
  tell: (line: string) => void,
): Promise<{ readonly unreferred: number; readonly referred: number }> {
  const away = await stationOf(care, { insuplc_admdvs: insured.city })
  const home = await stationOf(insured)
  const [patient] = patientsOf(insured.city).filter(({ employee }) => employee)
  if (!patient) throw new Error(`Nobody of the demonstration is insured as an employee in ${insured.city}`)
  const { output: found } = await away.ask('1101', inputs.person(patient.idNumber))
  const visit: Visit = {
    number: `YD${String(Date.now()).slice(-10)}`,
    psnNo: found.baseinfo.psn_no,
    insutype: [found.insuinfo].flat()[0].insutype,
    idNumber: patient.idNumber,
    began: `${away.today()} 09:00:00`,
  }
  tell(`1101 ${patient.name} ${visit.psnNo}`)

  const first = await settled(away, visit)
  tell(`2207 ${first.answer.output.setlinfo.setl_id}: ${sumOf(BILL)}, funds ${first.fund} (not referred)`)
  const again = await away.ask('2207', first.input, { msgid: first.answer.msgid })
  if (again.output.setlinfo.setl_id !== first.answer.output.setlinfo.setl_id)
    throw new Error('The same message again made another settlement')
  const back = {
    data: { setl_id: again.output.setlinfo.setl_id, psn_no: visit.psnNo, mdtrt_id: first.mdtrtId },
  }
  await away.ask('2208', back)
  tell('2207 again: the same settlement; 2208: taken back')

  const until = `${home.today().slice(0, 4)}-12-31`
  const { refmedin } = filingInputs.refer(visit, home.today(), until)
  const target = { reflin_medins_no: away.code, reflin_medins_name: away.name, mdtrtarea_admdvs: care.city }
  await home.ask('2501', { refmedin: { ...refmedin, ...target } })
  tell(`2501 referred by ${home.name}`)
  const second = await settled(away, { ...visit, number: `${visit.number}R` })
  tell(`2207 ${second.answer.output.setlinfo.setl_id}: ${sumOf(BILL)}, funds ${second.fund} (referred)`)
  return { unreferred: first.fund, referred: second.fund }
}

/** The first institution of a city, its messages checked as they come back. */
async function stationOf({ city, url }: Place, envelope: Readonly<Record<string, unknown>> = {}) {
  const connection = connections.find(({ profile, regionCode }) => profile === 'x-ca' && regionCode === city)
  if (!connection) throw new Error(`The demonstration has no institution in ${city}`)
  const today = await dayOf(url)
  const station = openStation(stationOptions(url, connection, today))
  const ask = async (
    infno: string,
    input: unknown,
    asked: { readonly msgid?: string } = {},
  ): Promise<Answer> => {
    const answer = await station.ask(infno, input, { ...asked, envelope })
    if (!answer.ok) throw new Error(`${infno} was refused: ${answer.reason}`)
    return answer
  }
  return { ask, today, code: connection.institutionCode, name: connection.institutionName }
}

/** 2201 to 2207 with the fees of a stomach ache. */
async function settled({ ask }: Awaited<ReturnType<typeof stationOf>>, visit: Visit) {
  const { output } = await ask('2201', inputs.register(visit))
  const mdtrtId = [output.data].flat()[0].mdtrt_id as string
  await ask('2203', inputs.findings(visit, mdtrtId))
  await ask('2204', inputs.fees(visit, mdtrtId, '1', BILL))
  const total = sumOf(BILL)
  const parts = { fulamt_ownpay_amt: '0', overlmt_selfpay: '0', preselfpay_amt: '0', inscp_scp_amt: total }
  const input = inputs.settle(visit, mdtrtId, '1', total, parts)
  const trial = await ask('2206', input)
  const answer = await ask('2207', input)
  const fund = Number(answer.output.setlinfo.fund_pay_sumamt)
  if (fund !== Number(trial.output.setlinfo.fund_pay_sumamt))
    throw new Error('What was settled is not what was asked before')
  return { mdtrtId, input, answer, fund }
}
