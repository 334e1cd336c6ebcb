import { describe, expect, it } from 'vitest'
import {
  feeLines,
  finding,
  fiveLines,
  fiveTotal,
  openClinic,
  registration,
  settling,
  visitWith,
  type Insured,
} from '../src/modules/settlement/test/clinic.ts'
import { untilItDies } from './dying-centre.ts'
import {
  admission,
  admitted,
  leaving,
  staySettling,
  stayOf,
  TEN,
  TEN_TOTAL,
  wardLines,
} from '../src/modules/settlement/test/ward.ts'

const clinic = await openClinic()
const { ask } = clinic

interface Step {
  /** Plays everything before the step, and gives what the step sends. */
  readonly send: (who: Insured) => Promise<object>
  /** what the books have once it is done: visits, fee lines, and settlements with their cancellations */
  readonly books: readonly [visits: number, lines: number, settlements: number]
}

/** Every step that books, of a visit and of a stay. */
const steps: Readonly<Record<string, Step>> = {
  '2201': { send: async (who) => registration(who), books: [1, 0, 0] },
  '2203': { send: async (who) => finding(who, await registered(who)), books: [1, 0, 0] },
  '2204': { send: async (who) => feeLines(who, await found(who), 'B1', fiveLines), books: [1, 5, 0] },
  '2205': { send: async (who) => dropping(who, await visitWith(clinic, who)), books: [1, 0, 0] },
  '2207': {
    send: async (who) => settling(who, await visitWith(clinic, who), 'B1', fiveTotal),
    books: [1, 5, 1],
  },
  '2208': {
    async send(who) {
      const visitId = await visitWith(clinic, who)
      const { setlinfo } = await ask('2207', settling(who, visitId, 'B1', fiveTotal))
      return { data: { setl_id: setlinfo.setl_id, mdtrt_id: visitId, psn_no: who.psnNo } }
    },
    books: [1, 5, 2],
  },
  '2401': { send: async (who) => admission(who), books: [1, 0, 0] },
  '2301': {
    send: async (who) => wardLines(who, await admitted(clinic, who), TEN),
    books: [1, TEN.length, 0],
  },
  '2402': { send: async (who) => leaving(who, await treated(who)), books: [1, TEN.length, 0] },
  '2304': {
    send: async (who) => staySettling(who, await discharged(who), TEN_TOTAL),
    books: [1, TEN.length, 1],
  },
  '2305': {
    async send(who) {
      const id = await discharged(who)
      const { setlinfo } = await ask('2304', staySettling(who, id, TEN_TOTAL))
      return stayOf(who, id, { setl_id: setlinfo.setl_id })
    },
    books: [1, TEN.length, 2],
  },
}

describe('a centre that dies', () => {
  it.for(Object.entries(steps))(
    'after any statement of %s has that step once or not at all, and repeating it makes it once',
    async ([infno, { send, books }]) => {
      let deaths = 0
      for (let statement = 1; ; statement += 1) {
        const who = await clinic.insured()
        const text = clinic.text(infno, await send(who), { msgid: `dying-${infno}-${statement}` })
        const before = await booksOf(who)
        const reply = await untilItDies(clinic, text, statement)
        if (reply === undefined) deaths += 1
        // All of the step, or nothing of it.
        expect([before, books]).toContainEqual(await booksOf(who))
        const again = await clinic.answer(text)
        expect([statement, again.reason]).toEqual([statement, ''])
        expect(await booksOf(who)).toEqual(books)
        if (reply !== undefined) break
      }
      expect(deaths).toBeGreaterThanOrEqual(4)
    },
  )
})

async function booksOf({ personId }: Insured): Promise<readonly number[]> {
  const [row] = await clinic.sql<{ visits: number; lines: number; settlements: number }>(
    `select (select count(*)::int from settlement.visit where person_id = $1) as visits,
       (select coalesce(sum(cardinality(f.serials)), 0)::int from settlement.fees f
        join settlement.visit v using (region_code, visit_id) where v.person_id = $1) as lines,
       (select count(*)::int from settlement.settlement where person_id = $1) as settlements`,
    [personId],
  )
  return [row!.visits, row!.lines, row!.settlements]
}

async function registered(who: Insured): Promise<string> {
  const { data } = await ask('2201', registration(who))
  return data.mdtrt_id as string
}

async function found(who: Insured): Promise<string> {
  const visitId = await registered(who)
  await ask('2203', finding(who, visitId))
  return visitId
}

function dropping(who: Insured, visitId: string): object {
  return { data: { mdtrt_id: visitId, psn_no: who.psnNo, chrg_bchno: 'B1' } }
}

async function treated(who: Insured): Promise<string> {
  const id = await admitted(clinic, who)
  await ask('2301', wardLines(who, id, TEN))
  return id
}

async function discharged(who: Insured): Promise<string> {
  const id = await treated(who)
  await ask('2402', leaving(who, id))
  return id
}
