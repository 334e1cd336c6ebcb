import { chinaDateTime } from '@yichuang/hsa'
import { inputs, partsOf, sumOf, type Line, type Parts, type Visit } from '../hospital/client/messages.ts'
import type { Buyer } from '../hospital/client/other-messages.ts'
import {
  openStation,
  ReplyLost,
  type Answer,
  type AskOptions,
  type Station,
} from '../hospital/client/station.ts'
import { rowsOf } from './amounts.ts'
import { openBooks, type Books } from './books.ts'
import type { Target } from './target.ts'

/** What a check found wrong, in one sentence for both languages. */
export class Finding extends Error {
  override readonly name = 'Finding'
}

/** A check that does not apply to this centre or profile, and why. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}

export interface OpenVisit extends Visit {
  readonly mdtrtId: string
}

/** A visit with its fees uploaded. */
export interface Charged {
  readonly visit: OpenVisit
  readonly batch: string
  readonly total: string
  readonly parts: Parts
  readonly lines: readonly Line[]
  readonly upload: Answer
}

export interface Kit {
  readonly target: Target
  readonly station: Station
  /** the pharmacy's computer, where the target names one */
  readonly pharmacy: Station | undefined
  /** every answer of the centre so far, for the checks that look at all of them */
  readonly answers: Answer[]
  /** what the hospital of the examination has settled, to be reconciled */
  readonly books: Books
  /** Sends a message; no reply is a finding. */
  ask(infno: string, input: unknown, options?: AskOptions): Promise<Answer>
  /** The same, and being refused is a finding. `why` says what was special about the message. */
  accepted(why: string, infno: string, input: unknown, options?: AskOptions): Promise<Answer>
  /** The same, and being accepted is a finding. */
  refused(why: string, infno: string, input: unknown, options?: AskOptions): Promise<Answer>
  /** a visit of the person of the examination that is not registered yet; `letter` begins its number */
  newVisit(letter?: string): Promise<Buyer>
  visit(): Promise<OpenVisit>
  charged(lines?: readonly Line[]): Promise<Charged>
  settle(charged: Charged, options?: AskOptions): Promise<Answer>
}

/** The examiner's tools. Each check makes visits of its own, so that none depends on another. */
export function openKit(target: Target): Kit {
  const station = openStation(target.station)
  const pharmacy = target.pharmacy && openStation(target.pharmacy)
  const answers: Answer[] = []
  const books = openBooks()
  const { today } = target.station
  let person: ReturnType<typeof findPerson> | undefined
  let number = 0

  const kit: Kit = {
    target,
    station,
    pharmacy,
    answers,
    books,
    async ask(infno, input, options) {
      const at = FROM_PHARMACY.test(infno) && pharmacy ? pharmacy : station
      try {
        const answer = await at.ask(infno, input, options)
        // A file is no reply in JSON (9102).
        if (answer.file === null) answers.push(answer)
        if (answer.ok && at === station) books.note(today(), answer, input)
        return answer
      } catch (error) {
        if (error instanceof ReplyLost) throw new Finding(`${infno} 没有收到回复 no reply`)
        throw error
      }
    },
    async accepted(why, infno, input, options) {
      const answer = await kit.ask(infno, input, options)
      if (!answer.ok)
        throw new Finding(`${why}：${infno} 被拒绝（${answer.reason?.slice(0, 200)}） was refused`)
      return answer
    },
    async refused(why, infno, input, options) {
      const answer = await kit.ask(infno, input, options)
      if (answer.ok) throw new Finding(`${why}：${infno} 没有被拒绝 was accepted`)
      return answer
    },
    async newVisit(letter = 'C') {
      person ??= findPerson(kit)
      number += 1
      return {
        ...(await person),
        number: `${letter}${Date.now()}${String(number).padStart(3, '0')}`,
        idNumber: target.idNumber,
        began: `${today()} ${chinaDateTime(new Date()).slice(11)}`,
      }
    },
    async visit() {
      const visit = await kit.newVisit()
      const { output } = await kit.accepted('普通挂号', '2201', inputs.register(visit))
      return { ...visit, mdtrtId: String(output?.data?.mdtrt_id) }
    },
    async charged(lines = target.lines) {
      const visit = await kit.visit()
      await kit.accepted('诊断', '2203A', inputs.findings(visit, visit.mdtrtId))
      const upload = await kit.accepted('费用明细', '2204', inputs.fees(visit, visit.mdtrtId, '1', lines))
      const result = rowsOf(upload.output?.result)
      return { visit, batch: '1', total: sumOf(lines), parts: partsOf(result), lines, upload }
    },
    settle(charged, options) {
      return kit.accepted('结算', '2207', settleInput(charged), options)
    },
  }
  return kit
}

/** What pharmacies send: purchases, and the taking back of them. */
const FROM_PHARMACY = /^210/

async function findPerson(
  kit: Kit,
): Promise<Pick<Visit, 'psnNo' | 'insutype'> & Pick<Buyer, 'patient' | 'psnType'>> {
  const { output } = await kit.accepted('按身份证查人', '1101', inputs.person(kit.target.idNumber))
  const insured = rowsOf(output?.insuinfo).find(({ psn_insu_stas }) => psn_insu_stas === '1')
  if (!insured) throw new Finding('1101 没有返回有效的参保 no valid enrolment')
  return {
    psnNo: String(output.baseinfo.psn_no),
    insutype: String(insured['insutype']),
    patient: String(output.baseinfo.psn_name),
    psnType: String(insured['psn_type']),
  }
}

export function settleInput({ visit, batch, total, parts }: Charged) {
  return inputs.settle(visit, visit.mdtrtId, batch, total, parts)
}
