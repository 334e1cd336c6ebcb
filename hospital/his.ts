import { chinaDateTime } from '@yichuang/hsa'
import { inputs, partsOf, sumOf, type Line } from './client/messages.ts'
import { ReplyLost, type Answer, type AskOptions, type Station } from './client/station.ts'
import type { Booked, Entry, Store, StoredVisit } from './store.ts'

/** What went wrong, in the centre's words or ours. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

type Lose = AskOptions['lose']

/**
 * A small hospital information system: it registers, treats, uploads fees, settles, and knows at each moment what it does not
 * know. Every step is one message; a step whose reply is lost leaves the visit uncertain until it is sent again or taken back.
 */
export function openHis({ station, store }: { station: Station; store: Store }) {
  const { today, institution } = station.options
  const time = () => `${today()} ${chinaDateTime(new Date()).slice(11)}`

  const note = (entry: Omit<Entry, 'at' | 'booked' | 'visit'> & Partial<Pick<Entry, 'booked' | 'visit'>>) =>
    store.write({ at: time(), visit: null, booked: null, ...entry })

  const visitOf = (number: string): StoredVisit => {
    const visit = store.visit(number)
    if (!visit) throw new Refused(`没有就诊 ${number}。`)
    return visit
  }

  /** One message about a visit. `pending` is written before it is sent, so that a crash here loses nothing either. */
  async function step(
    act: string,
    infno: string,
    visit: StoredVisit,
    input: unknown,
    after: (answer: Answer) => { visit: StoredVisit; booked?: Booked | null },
    options: { lose?: Lose; msgid?: string } = {},
  ): Promise<Answer> {
    const msgid = options.msgid ?? station.newMsgid()
    const mustKnow = CHANGES.has(infno)
    if (mustKnow)
      note({
        act: 'send',
        infno,
        msgid,
        ok: true,
        reason: null,
        visit: { ...visit, uncertain: { infno, msgid, input } },
      })
    try {
      const answer = await station.ask(infno, input, { msgid, lose: options.lose })
      if (!answer.ok && answer.status >= 500) throw new ReplyLost(infno, msgid)
      const settled = answer.ok ? after(answer) : { visit }
      note({
        act,
        infno,
        msgid,
        ok: answer.ok,
        reason: answer.reason,
        visit: { ...settled.visit, uncertain: null },
        booked: settled.booked ?? null,
      })
      if (!answer.ok) throw new Refused(`${answer.reason}`)
      return answer
    } catch (error) {
      if (error instanceof ReplyLost)
        note({
          act: 'lost',
          infno,
          msgid,
          ok: false,
          reason: '没有收到回复，结果未知',
          visit: mustKnow ? { ...visit, uncertain: { infno, msgid, input } } : visit,
        })
      throw error
    }
  }

  const settledAs = (visit: StoredVisit, answer: Answer) => {
    const { setlinfo } = answer.output
    return {
      visit: { ...visit, setlId: String(setlinfo.setl_id), preview: setlinfo },
      booked: bookedOf(setlinfo, visit, today()),
    }
  }

  const his = {
    station,
    store,

    /** 9001 */
    async signIn(): Promise<Answer> {
      const answer = await station.ask('9001', inputs.signIn('00-00-00-00-00-00'))
      note({ act: 'sign-in', infno: '9001', msgid: answer.msgid, ok: answer.ok, reason: answer.reason })
      if (!answer.ok) throw new Refused(`${answer.reason}`)
      return answer
    },

    /** 1101 and 2201: reads the person and opens a visit. Returns its number. */
    async register(idNumber: string, options: { lose?: Lose } = {}): Promise<string> {
      const found = await station.ask('1101', inputs.person(idNumber))
      note({ act: 'find', infno: '1101', msgid: found.msgid, ok: found.ok, reason: found.reason })
      if (!found.ok) throw new Refused(`${found.reason}`)
      const { baseinfo, insuinfo } = found.output
      const insured = (insuinfo as { insutype: string; psn_insu_stas: string }[]).find(
        (one) => one.psn_insu_stas === '1',
      )
      if (!insured) throw new Refused('该人员没有有效的参保，请按自费处理。')
      const visit: StoredVisit = {
        number: `MZ${time().replace(/\D/g, '')}${String(store.visits().length + 1).padStart(4, '0')}`,
        patient: String(baseinfo.psn_name),
        psnNo: String(baseinfo.psn_no),
        insutype: insured.insutype,
        idNumber,
        began: time(),
        mdtrtId: null,
        batch: '1',
        lines: [],
        parts: null,
        diagnosed: false,
        preview: null,
        setlId: null,
        uncertain: null,
      }
      await step(
        'register',
        '2201',
        visit,
        inputs.register(visit),
        ({ output }) => ({ visit: { ...visit, mdtrtId: String(output.data.mdtrt_id) } }),
        options,
      )
      return visit.number
    },

    /** 2203A: what the doctor found */
    async diagnose(number: string): Promise<void> {
      const visit = visitOf(number)
      await step('diagnose', '2203A', visit, inputs.findings(visit, idOf(visit)), () => ({
        visit: { ...visit, diagnosed: true },
      }))
    },

    /** 2204: the lines of the bill */
    async upload(number: string, lines: readonly Line[], options: { lose?: Lose } = {}): Promise<void> {
      const visit = visitOf(number)
      await step(
        'upload',
        '2204',
        visit,
        inputs.fees(visit, idOf(visit), visit.batch, lines),
        ({ output }) => ({ visit: { ...visit, lines, parts: partsOf(output.result) } }),
        options,
      )
    },

    /** 2206: what the settlement would come to */
    async preSettle(number: string): Promise<void> {
      const visit = visitOf(number)
      const input = inputs.settle(visit, idOf(visit), visit.batch, sumOf(visit.lines))
      await step('pre-settle', '2206', visit, input, ({ output }) => ({
        visit: { ...visit, preview: output.setlinfo },
      }))
    },

    /** 2207 */
    async settle(number: string, options: { lose?: Lose } = {}): Promise<void> {
      const visit = visitOf(number)
      const input = inputs.settle(
        visit,
        idOf(visit),
        visit.batch,
        sumOf(visit.lines),
        visit.parts ?? undefined,
      )
      await step('settle', '2207', visit, input, (answer) => settledAs(visit, answer), options)
    },

    /** Sends the very message again whose reply was lost: the centre does it once, and answers again. */
    async retry(number: string): Promise<void> {
      const visit = visitOf(number)
      const { uncertain } = visit
      if (!uncertain) throw new Refused('没有结果未知的交易。')
      const { infno, msgid, input } = uncertain
      const known = { ...visit, uncertain: null }
      const after = (answer: Answer) => {
        if (infno === '2207') return settledAs(known, answer)
        if (infno === '2208') return cancelledAs(known, answer, today())
        if (infno === '2201') return { visit: { ...known, mdtrtId: String(answer.output.data.mdtrt_id) } }
        if (infno === '2204') {
          const lines = (input as ReturnType<typeof inputs.fees>).feedetail.map((line) => ({
            code: line.med_list_codg,
            name: line.med_list_codg,
            count: line.cnt,
            price: line.pric,
          }))
          return { visit: { ...known, lines, parts: partsOf(answer.output.result) } }
        }
        return { visit: known }
      }
      await step('retry', infno, known, input, after, { msgid })
    },

    /** 2601: takes back what nobody knows whether it was done */
    async reverse(number: string): Promise<void> {
      const visit = visitOf(number)
      if (!visit.uncertain) throw new Refused('没有结果未知的交易。')
      const { infno, msgid } = visit.uncertain
      const answer = await station.ask('2601', inputs.reverse(visit.psnNo, msgid, infno))
      note({
        act: 'reverse',
        undone: infno,
        infno: '2601',
        msgid: answer.msgid,
        ok: answer.ok,
        reason: answer.reason,
        visit: answer.ok ? { ...visit, uncertain: null } : visit,
      })
      if (!answer.ok) throw new Refused(`${answer.reason}`)
    },

    /** 2208: gives a settlement back; the fees can be settled again */
    async cancel(number: string, options: { lose?: Lose } = {}): Promise<void> {
      const visit = visitOf(number)
      if (visit.setlId === null) throw new Refused('该次就诊没有结算。')
      await step(
        'cancel',
        '2208',
        visit,
        inputs.cancel(visit, idOf(visit), visit.setlId),
        (answer) => cancelledAs(visit, answer, today()),
        options,
      )
    },

    institution,
  }
  return his
}

export type His = ReturnType<typeof openHis>

/** After these the hospital must know what the centre has. */
const CHANGES = new Set(['2201', '2204', '2207', '2208'])

function idOf({ mdtrtId }: StoredVisit): string {
  if (mdtrtId === null) throw new Refused('还没有就诊ID，请先挂号。')
  return mdtrtId
}

function cancelledAs(visit: StoredVisit, answer: Answer, day: string) {
  return {
    visit: { ...visit, setlId: null, preview: null },
    booked: bookedOf(answer.output.setlinfo, visit, day),
  }
}

function bookedOf(setlinfo: Readonly<Record<string, unknown>>, visit: StoredVisit, day: string): Booked {
  const yuan = (key: string) => Number(setlinfo[key] ?? 0).toFixed(2)
  return {
    setlId: String(setlinfo['setl_id']),
    day,
    insutype: visit.insutype,
    clrType: typeof setlinfo['clr_type'] === 'string' ? setlinfo['clr_type'] : '11',
    total: yuan('medfee_sumamt'),
    fund: yuan('fund_pay_sumamt'),
    account: yuan('acct_pay'),
    cash: yuan('psn_cash_pay'),
  }
}
