import { Readable } from 'node:stream'
import type { ClaimContent, StaffRole } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import {
  acceptCase,
  answerHandover,
  answerNotice,
  decide,
  explainOverdue,
  handIn,
  notifyGaps,
  offerHandover,
  passUp,
  propose,
  readCase,
  requester,
  returnCase,
  saveContent,
  startCase,
  touchCase,
  withdrawCase,
  correctAccount,
  type CaseRow,
  type Requester,
} from '../../modules/cases/index.ts'
import { addFile } from '../../modules/materials/index.ts'
import { rateCase, type RatingInput } from '../../modules/ratings/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { MATERIAL_KINDS } from '../../platform/files/index.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { SeededCity } from '../recall.ts'
import { demoStaff } from '../staff.ts'
import { drawPaper, type Paper } from './images.ts'

/** When something happens: a day, and a minute of the working day. */
export interface Moment {
  readonly day: PlainDate
  readonly minute: string
}

/** Acts upon one made-up case, each through the service a person would use. */
export interface DemoCase {
  readonly row: CaseRow
  handIn(by: string, at: Moment): Promise<void>
  accept(by: string, at: Moment): Promise<void>
  notify(by: string, at: Moment, gaps: readonly { materialId: string | null; text: string }[]): Promise<void>
  answer(by: string, at: Moment, text: string): Promise<void>
  passUp(by: string, at: Moment, reason: string): Promise<void>
  returnWith(by: string, at: Moment, guidance: string): Promise<void>
  propose(
    by: string,
    at: Moment,
    outcome: 'grant' | 'refuse',
    reason: string,
    coding?: Parameters<typeof propose>[3]['coding'],
  ): Promise<void>
  decide(by: string, at: Moment, outcome: 'approve' | 'refuse' | 'send-back', reason: string): Promise<void>
  offer(by: string, at: Moment, to: string, reason: string): Promise<void>
  takeOver(by: string, at: Moment): Promise<void>
  explain(by: string, at: Moment, reason: string): Promise<void>
  withdraw(by: string, at: Moment, reason: string): Promise<void>
  attach(by: string, at: Moment, materialId: string, fileName: string, paper: Paper): Promise<void>
  correctAccount(by: string, at: Moment, payee: ClaimContent['payee']): Promise<void>
  rate(by: string, at: Moment, rating: RatingInput): Promise<void>
  /** the case as it is now: alarms and finance move it on too */
  look(): Promise<CaseRow>
}

export interface Driver {
  /** somebody of the demonstration, by login or key, at a moment */
  as(who: string, at: Moment): Requester
  begin(
    by: string,
    at: Moment,
    about: {
      readonly person: string
      readonly itemId: string
      readonly channel?: 'web' | 'phone' | 'window' | 'township' | 'village'
    },
    content: ClaimContent,
  ): Promise<DemoCase>
}

/** Drives the cases of a city, all in the transaction of `db`. */
export function openDriver(db: Db, deps: Pick<Deps, 'files' | 'config'>, seeded: SeededCity): Driver {
  const { regionCode } = seeded.city
  const papers = new Map<string, Promise<Buffer>>()

  function as(who: string, { day, minute }: Moment): Requester {
    return requester(callerOf(who, seeded), new Date(`${day}T${minute}:00+08:00`), 'zh')
  }

  function draw(paper: Paper): Promise<Buffer> {
    const key = JSON.stringify(paper)
    const drawn = papers.get(key) ?? drawPaper(paper)
    papers.set(key, drawn)
    return drawn
  }

  async function begin(...[by, at, about, content]: Parameters<Driver['begin']>): Promise<DemoCase> {
    const { personId } = seeded.people.get(about.person)!
    const started = await startCase(db, as(by, at), {
      regionCode,
      itemId: about.itemId,
      personId,
      channel: about.channel,
    })
    const ref = { regionCode, caseId: started.caseId }
    const version = await saveContent(db, as(by, at), ref, { version: started.version, content })
    let row: CaseRow = { ...started, version }
    const look = async () => (row = (await readCase(db, ref))!)
    const step = async (
      by: string,
      at: Moment,
      act: (db: Db, who: Requester, version: number) => Promise<CaseRow>,
    ) => {
      const { version } = await look()
      row = await act(db, as(by, at), version)
    }
    return {
      get row() {
        return row
      },
      handIn: (by, at) => step(by, at, (db, who, version) => handIn(db, who, ref, version)),
      accept: (by, at) => step(by, at, (db, who, version) => acceptCase(db, who, ref, { version })),
      notify: (by, at, gaps) =>
        step(by, at, (db, who, version) =>
          notifyGaps(db, who, ref, { version, gaps: gaps.map((gap) => ({ ...gap, field: null })) }),
        ),
      answer: (by, at, text) =>
        step(by, at, (db, who, version) => answerNotice(db, who, ref, { version, text })),
      passUp: (by, at, reason) =>
        step(by, at, (db, who, version) => passUp(db, who, ref, { version, reason, suggestsRefusal: false })),
      returnWith: (by, at, guidance) =>
        step(by, at, (db, who, version) => returnCase(db, who, ref, { version, guidance })),
      propose: (by, at, outcome, reason, coding) =>
        step(by, at, (db, who, version) => propose(db, who, ref, { version, outcome, reason, coding })),
      decide: (by, at, outcome, reason) =>
        step(by, at, (db, who, version) => decide(db, who, ref, { version, outcome, reason })),
      offer: (by, at, to, reason) =>
        step(by, at, (db, who, version) =>
          offerHandover(db, who, ref, { version, toUserId: seeded.staff.get(to)!.userId, reason }),
        ),
      takeOver: (by, at) =>
        step(by, at, (db, who, version) => answerHandover(db, who, ref, { version, accept: true })),
      explain: (by, at, reason) =>
        step(by, at, (db, who, version) => explainOverdue(db, who, ref, { version, reason })),
      withdraw: (by, at, reason) =>
        step(by, at, (db, who, version) => withdrawCase(db, who, ref, { version, reason })),
      correctAccount: (by, at, payee) =>
        step(by, at, (db, who, version) => correctAccount(db, who, ref, { version, payee })),
      rate: (by, at, rating) => step(by, at, (db, who) => rateCase(db, ref, rating, who)),
      async attach(by, at, materialId, fileName, paper) {
        const who = as(by, at)
        const bytes = await draw(paper)
        const options = { fileName, maxBytes: deps.config.maxUploadBytes, accept: MATERIAL_KINDS }
        const stored = await deps.files.receive(Readable.from([bytes]), options)
        await addFile(db, ref, { materialId, fileName, stored, at: who.at, by: who.actor.id! })
        const version = await touchCase(db, ref, who.at)
        row = { ...row, version }
      },
      look,
    }
  }

  return { as, begin }
}

function callerOf(who: string, { city, offices, staff, people }: SeededCity): Caller {
  const member = staff.get(who)
  const sessionId = 'demo'
  if (!member) {
    const person = people.get(who)
    if (!person) throw new Error(`Nobody in ${city.name.en} is called ${who}`)
    const { personId, name } = person
    return { kind: 'person', personId, name, sessionId, regionCodes: [city.regionCode] }
  }
  const { role, at } = demoStaff.find(({ login }) => login === who)! as { role: StaffRole; at: string }
  const roles = [{ role, officeId: offices.get(at)!, regionCode: city.regionCode }]
  return { kind: 'staff', ...member, sessionId, roles }
}
