import { partsOf, type Line } from '../client/messages.ts'
import type { Answer } from '../client/station.ts'
import type { Booked, StoredVisit } from '../store.ts'

/** What an accepted message leaves behind in the hospital's books. */
export interface Effect {
  readonly visit: StoredVisit
  readonly booked?: Booked | null
}

type EffectOf = (visit: StoredVisit, answer: Answer, sent: { input: unknown; day: string }) => Effect

/**
 * What each number does to a visit once it is accepted, whether at the first attempt or sent again after a lost reply: both
 * end in the same books.
 */
const effects: Readonly<Record<string, EffectOf>> = {
  '2201': (visit, { output }) => ({ visit: { ...visit, mdtrtId: String(output.data.mdtrt_id) } }),
  '2202': closed,
  '2203A': (visit) => ({ visit: { ...visit, diagnosed: true } }),
  '2204': (visit, { output }, { input }) => ({
    visit: { ...visit, lines: linesIn(input), parts: partsOf(output.result) },
  }),
  '2205': (visit) => ({ visit: { ...visit, lines: [], parts: null } }),
  '2206': previewed,
  '2207': settled,
  '2208': cancelled,
  '2101': previewed,
  '2102': (visit, answer, sent) => {
    const { visit: after, booked } = settled(visit, answer, sent)
    return { visit: { ...after, mdtrtId: String(answer.output.setlinfo.mdtrt_id) }, booked: booked! }
  },
  '2103': cancelled,
  '2401': (visit, { output }) => ({ visit: { ...visit, mdtrtId: String(output.result.mdtrt_id) } }),
  '2301': (visit, _answer, { input }) => ({
    visit: { ...visit, lines: [...visit.lines, ...linesIn(input)], batch: String(Number(visit.batch) + 1) },
  }),
  '2302': (visit) => ({ visit: { ...visit, lines: [] } }),
  '2303': previewed,
  '2304': settled,
  '2305': cancelled,
  '2402': (visit) => ({ visit: { ...visit, discharged: true } }),
  '2405': (visit) => ({ visit: { ...visit, discharged: false } }),
  '2404': closed,
  '2501': filed,
  '2503': filed,
  '2502': closed,
  '2504': closed,
}

export function effectOf(
  infno: string,
  visit: StoredVisit,
  answer: Answer,
  sent: { readonly input: unknown; readonly day: string },
): Effect {
  return effects[infno]?.(visit, answer, sent) ?? { visit }
}

/** What a reversal (2601) leaves behind: as if the message had never been. */
export function reversedTo(infno: string, visit: StoredVisit): StoredVisit {
  return infno === '2401' ? { ...visit, mdtrtId: null, closed: true } : { ...visit, setlId: null }
}

function previewed(visit: StoredVisit, { output }: Answer): Effect {
  return { visit: { ...visit, preview: output.setlinfo } }
}

function closed(visit: StoredVisit): Effect {
  return { visit: { ...visit, closed: true } }
}

function filed(visit: StoredVisit, { output }: Answer): Effect {
  return { visit: { ...visit, filing: String(output.result.trt_dcla_detl_sn) } }
}

function settled(visit: StoredVisit, { output }: Answer, { day }: { day: string }): Effect {
  const { setlinfo } = output
  return {
    visit: { ...visit, setlId: String(setlinfo.setl_id), preview: setlinfo },
    booked: bookedOf(setlinfo, visit, day),
  }
}

function cancelled(visit: StoredVisit, { output }: Answer, { day }: { day: string }): Effect {
  const after = visit.kind === 'purchase' ? { mdtrtId: null, closed: true } : {}
  return {
    visit: { ...visit, setlId: null, preview: null, ...after },
    booked: bookedOf(output.setlinfo, visit, day),
  }
}

const CLEARING: Readonly<Record<StoredVisit['kind'], string>> = {
  outpatient: '11',
  stay: '21',
  purchase: '41',
  referral: '',
  chronic: '',
}

/** 清算类别 of what a visit books. */
export const clearingOf = ({ kind }: Pick<StoredVisit, 'kind'>): string => CLEARING[kind]

function bookedOf(setlinfo: Readonly<Record<string, unknown>>, visit: StoredVisit, day: string): Booked {
  const yuan = (key: string) => Number(setlinfo[key] ?? 0).toFixed(2)
  return {
    setlId: String(setlinfo['setl_id']),
    mdtrtId: visit.mdtrtId ?? String(setlinfo['mdtrt_id']),
    psnNo: visit.psnNo,
    day,
    insutype: visit.insutype,
    clrType: typeof setlinfo['clr_type'] === 'string' ? setlinfo['clr_type'] : clearingOf(visit),
    total: yuan('medfee_sumamt'),
    fund: yuan('fund_pay_sumamt'),
    account: yuan('acct_pay'),
    cash: yuan('psn_cash_pay'),
  }
}

/** The lines an upload has sent. */
function linesIn(input: unknown): Line[] {
  const { feedetail } = input as {
    readonly feedetail: readonly Readonly<Record<'feedetl_sn' | 'med_list_codg' | 'cnt' | 'pric', string>>[]
  }
  return feedetail.map(({ feedetl_sn, med_list_codg, cnt, pric }) => ({
    serial: feedetl_sn,
    code: med_list_codg,
    name: med_list_codg,
    count: cnt,
    price: pric,
  }))
}
