import { chinaDateTime } from '@yichuang/hsa'
import { inputs } from '../client/messages.ts'
import { ReplyLost, type Answer, type AskOptions, type Station } from '../client/station.ts'
import type { Entry, Store, StoredVisit, VisitKind } from '../store.ts'
import { effectOf, reversedTo } from './effects.ts'

/** What went wrong, in the centre's words or ours. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** `lose`: what of a message gets lost on its way. */
export interface StepOptions {
  readonly lose?: AskOptions['lose']
}

/** After these the hospital must know what the centre has: they book something. */
const QUERIES = new Set(['2101', '2206', '2303', '2203A'])
/** What 2601 takes back; everything else has a message of its own for that. */
export const REVERSIBLE: ReadonlySet<string> = new Set(['2102', '2207', '2304', '2401'])

/**
 * One message of a visit at a time, written down before it is sent and after it is answered: a step whose reply is lost
 * leaves the visit uncertain until it is sent again or taken back.
 */
export function openSteps({ station, store }: { station: Station; store: Store }) {
  const { today } = station.options
  const time = () => `${today()} ${chinaDateTime(new Date()).slice(11)}`

  const note = (entry: Omit<Entry, 'at' | 'booked' | 'visit'> & Partial<Pick<Entry, 'booked' | 'visit'>>) =>
    store.write({ at: time(), visit: null, booked: null, ...entry })

  const visitOf = (number: string): StoredVisit => {
    const visit = store.visit(number)
    if (!visit) throw new Refused(`没有就诊 ${number}。`)
    return visit
  }

  /** Sends one message about a visit, and keeps what its answer does to it. */
  async function step(
    act: string,
    infno: string,
    visit: StoredVisit,
    input: unknown,
    options: StepOptions & { msgid?: string } = {},
  ): Promise<Answer> {
    const msgid = options.msgid ?? station.newMsgid()
    const mustKnow = !QUERIES.has(infno)
    const doubtful = { ...visit, uncertain: { infno, msgid, input } }
    if (mustKnow) note({ act: 'send', infno, msgid, ok: true, reason: null, visit: doubtful })
    try {
      const answer = await station.ask(infno, input, { msgid, lose: options.lose })
      if (!answer.ok && answer.status >= 500) throw new ReplyLost(infno, msgid)
      const after = answer.ok ? effectOf(infno, visit, answer, { input, day: today() }) : { visit }
      note({
        act,
        infno,
        msgid,
        ok: answer.ok,
        reason: answer.reason,
        visit: { ...after.visit, uncertain: null },
        booked: after.booked ?? null,
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
          visit: mustKnow ? doubtful : visit,
        })
      throw error
    }
  }

  /** A question that is about no visit. */
  async function query(act: string, infno: string, input: unknown): Promise<Answer> {
    const answer = await station.ask(infno, input)
    note({ act, infno, msgid: answer.msgid, ok: answer.ok, reason: answer.reason })
    if (!answer.ok) throw new Refused(`${answer.reason}`)
    return answer
  }

  return {
    station,
    store,
    today,
    note,
    visitOf,
    step,
    query,

    /** 1101: somebody with a valid enrolment, as a visit that is yet to begin. */
    begin: async (idNumber: string, kind: VisitKind, began = time()): Promise<StoredVisit> => {
      const { output } = await query('find', '1101', inputs.person(idNumber))
      const { baseinfo, insuinfo } = output
      const insured = (insuinfo as { insutype: string; psn_type: string; psn_insu_stas: string }[]).find(
        (one) => one.psn_insu_stas === '1',
      )
      if (!insured) throw new Refused('该人员没有有效的参保，请按自费处理。')
      const count = String(store.visits().length + 1).padStart(4, '0')
      return {
        kind,
        number: `${LETTERS[kind]}${time().replace(/\D/g, '')}${count}`,
        patient: String(baseinfo.psn_name),
        psnNo: String(baseinfo.psn_no),
        psnType: insured.psn_type,
        insutype: insured.insutype,
        idNumber,
        began,
        mdtrtId: null,
        batch: '1',
        lines: [],
        parts: null,
        diagnosed: false,
        preview: null,
        setlId: null,
        discharged: false,
        filing: null,
        closed: false,
        uncertain: null,
      }
    },

    /** Sends the very message again whose reply was lost: the centre does it once, and answers again. */
    retry: async (number: string, options: StepOptions = {}): Promise<void> => {
      const visit = visitOf(number)
      if (!visit.uncertain) throw new Refused('没有结果未知的交易。')
      const { infno, msgid, input } = visit.uncertain
      await step('retry', infno, { ...visit, uncertain: null }, input, { ...options, msgid })
    },

    /** 2601: takes back what nobody knows whether it was done */
    reverse: async (number: string): Promise<void> => {
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
        visit: answer.ok ? { ...reversedTo(infno, visit), uncertain: null } : visit,
      })
      if (!answer.ok) throw new Refused(`${answer.reason}`)
    },
  }
}

export type Steps = ReturnType<typeof openSteps>

const LETTERS: Readonly<Record<VisitKind, string>> = {
  outpatient: 'MZ',
  stay: 'ZY',
  purchase: 'YD',
  referral: 'ZZ',
  chronic: 'MT',
}

/** 就诊ID of a visit that has begun. */
export function idOf({ mdtrtId, kind }: StoredVisit): string {
  if (mdtrtId === null)
    throw new Refused(kind === 'stay' ? '还没有就诊ID，请先办理入院。' : '还没有就诊ID，请先挂号。')
  return mdtrtId
}

/** 结算ID of a visit that is settled. */
export function settlementOf({ setlId }: StoredVisit): string {
  if (setlId === null) throw new Refused('该次就诊没有结算。')
  return setlId
}
