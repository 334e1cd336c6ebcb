import { readReply, type Reply } from '@yichuang/hsa'
import { parseYuan, type Fen, type PlainDate } from '@yichuang/kernel'
import { inTransaction, type Database } from '../../platform/db.ts'
import { type Afar, type ForwardedMessage, HospitalFault, insuredCity } from '../hospital/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { HubSilent, type HubLine } from './hub-line.ts'
import { remoteInstitution } from './remote-institution.service.ts'
import { noteAnswer } from './settled-elsewhere.ts'
import { putAnswer, putSent } from './traffic.queries.ts'

export interface CrossRegionOptions {
  readonly database: Database
  readonly clock: { today(): PlainDate; now(): Date }
  /** cities whose people are settled here */
  readonly insures: (city: string) => boolean
  /** how far an institution settles at once by its agreement; undefined: it has none */
  readonly networkOf: (institution: Hospital) => Promise<'none' | 'city' | 'province' | 'nation' | undefined>
  /** undefined: no hub is connected, so people insured elsewhere cannot be settled */
  readonly line?: HubLine | undefined
}

export type CrossRegion = Afar

/**
 * Care outside the insured place. A message about somebody insured elsewhere goes to the insured place as it stands, over
 * the provincial hub, and what comes back is the answer: the insured place decides and books, once per (institution, msgid),
 * so nothing is booked here and a lost answer is mended by sending again. What was sent is kept, and what was settled stands in
 * the institution's books and in the accounts between the two places. (国家医保 接口规范 4.4: the same messages serve people of other places, told apart by insuplc_admdvs.)
 */
export function openCrossRegion({
  database,
  clock,
  insures,
  networkOf,
  line,
}: CrossRegionOptions): CrossRegion {
  const book = async (message: ForwardedMessage): Promise<Reply> => {
    const { envelope, institution } = message
    const sender = {
      regionCode: institution.regionCode,
      institutionCode: institution.hospitalCode,
      msgid: envelope.msgid,
    }
    const db = database.forRegion(institution.regionCode)
    const insuredRegion = insuredCity(envelope, institution.regionCode)
    const { infno } = envelope
    await putSent(db, sender, { infno, insuredRegion, sentOn: clock.today(), sentAt: message.now })
    const reply = await ask(message)
    // Nothing is passed on that does not stand in our books: whoever gets no answer sends the message again, which the
    // insured place answers as before, or takes it back.
    await inTransaction(db, async (db) => {
      await putAnswer(db, sender, { ...outcome(reply, infno), answeredAt: clock.now() })
      await noteAnswer(db, { envelope, institution, insuredRegion, reply, today: clock.today() })
    })
    return reply
  }

  const ask = async ({ text, envelope }: ForwardedMessage): Promise<Reply> => {
    if (!line)
      throw new HospitalFault(
        `参保地区划（insuplc_admdvs）${envelope.insuredRegion} 不在本中心办理范围，且本中心没有接入异地就医平台。请按自费结算，由参保人回参保地手工报销。`,
      )
    const reply = readReply(await line.send(text))
    if (!reply.ok) throw new HubSilent('the hub answered what is no reply')
    return reply.value
  }

  return {
    insures,
    async admit(institution, city) {
      const network = await networkOf(institution)
      const sameProvince = city.slice(0, 2) === institution.regionCode.slice(0, 2)
      if (network === 'nation' || (network === 'province' && sameProvince)) return
      throw new HospitalFault(
        `本机构的服务协议没有开通${sameProvince ? '省内' : '跨省'}异地就医直接结算，参保地 ${city} 的人员不能在此联网结算。请按自费结算，由参保人回参保地手工报销；需要开通的，请联系本地经办机构。`,
      )
    },
    institution: async (code, careRegion) =>
      line && remoteInstitution(database.db, line, { code, careRegion, now: clock.now() }),
    settledHere: async ({ envelope, institution, output }) => {
      const insuredRegion = insuredCity(envelope, institution.regionCode)
      const reply = { accepted: true, output }
      const note = { envelope, institution, insuredRegion, reply, today: clock.today() }
      await inTransaction(database.forRegion(institution.regionCode), (db) => noteAnswer(db, note))
    },
    forward: (message) => (message.books ? book(message) : ask(message)),
  }
}

/** What an answer says for the accounts between the places; amounts only where something was settled or taken back. */
function outcome({ accepted, reason, output }: Reply, infno: string) {
  const settled = accepted && SETTLES.test(infno) ? settlementIn(output) : undefined
  return {
    state: accepted ? ('accepted' as const) : ('refused' as const),
    settlementId: settled?.id ?? null,
    total: settled?.total ?? null,
    fund: settled?.fund ?? null,
    reason: accepted ? null : (reason?.slice(0, 500) ?? null),
  }
}
const SETTLES = /^(?:2102|2103|2207|2208|2304|2305)/

function settlementIn(output: unknown): { id: string; total: Fen | null; fund: Fen | null } | undefined {
  const info = (output as { setlinfo?: Record<string, unknown> } | null)?.setlinfo
  if (!info || typeof info['setl_id'] !== 'string') return undefined
  return { id: info['setl_id'], total: amount(info['medfee_sumamt']), fund: amount(info['fund_pay_sumamt']) }
}

function amount(value: unknown): Fen | null {
  return typeof value === 'string' || typeof value === 'number' ? (parseYuan(String(value)) ?? null) : null
}
