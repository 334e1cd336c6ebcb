import { spawn } from 'node:child_process'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { fen, plainDate, type Fen } from '@yichuang/kernel'
import { inTransaction } from '../src/platform/db.ts'
import { usedBy } from '../src/modules/claims/index.ts'
import { bringIn, heldBy } from '../src/modules/personal-accounts/index.ts'
import { allPayersPack, settleBy } from '../src/modules/settlement/test/all-payers.ts'
import {
  admission,
  admitted,
  leaving,
  staySettling,
  TEN,
  TEN_TOTAL,
  wardLines,
} from '../src/modules/settlement/test/ward.ts'
import {
  fiveTotal,
  HOSPITAL,
  openClinic,
  REGION,
  settling,
  visitWith,
  type Insured,
} from '../src/modules/settlement/test/clinic.ts'

const clinic = await openClinic()
const CHILD = path.join(import.meta.dirname, 'settlement-child.ts')

/** Plays a message in a process of its own; its answer, or undefined when it was killed on the way. */
function inChild(
  text: string,
  statement: number,
  when: 'before' | 'after',
  allPayers: boolean,
): Promise<string | undefined> {
  const { user, database } = clinic.app as { user: string; database: string }
  const order = {
    socketDir: inject('postgresSocketDir'),
    user,
    database,
    key: clinic.key,
    now: clinic.clock.now().toISOString(),
    text,
    institution: HOSPITAL,
    statement,
    when,
    allPayers,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [told, failed] = [[] as Buffer[], [] as Buffer[]]
    child.stdout.on('data', (bytes: Buffer) => told.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => failed.push(bytes))
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(undefined)
      else if (code === 0) resolve(Buffer.concat(told).toString())
      else reject(new Error(Buffer.concat(failed).toString()))
    })
  })
}

/** in a settlement with every payer: institution, visit, fees, years, people, account, payers’ years, and then the writing */
const FIRST_WRITE = 8

async function withAccount({ personId }: Insured, currentYear: Fen): Promise<void> {
  const row = { personId, day: plainDate('2020-01-01'), currentYear, pastYears: fen(0) }
  await inTransaction(clinic.regionDb, (db) => bringIn(db, REGION, [row]))
}

async function leftInAccount({ personId }: Insured): Promise<number | undefined> {
  const held = await heldBy(clinic.regionDb, REGION, [personId], clinic.clock.today())
  return held.get(personId)?.currentYear
}

/** What the payers after the basic fund have booked for a person, in fen. */
async function paidLater({ personId }: Insured): Promise<number> {
  const [row] = await clinic.sql<{ paid: string }>(
    'select coalesce(sum(paid), 0) * 100 as paid from claims.payer_year where person_id = $1',
    [personId],
  )
  return Number(row!.paid)
}

describe('a settlement whose process is killed', () => {
  it.for([
    ['before', 'the basic fund alone'],
    ['after', 'the basic fund alone'],
    ['after', 'every payer and the account'],
  ] as const)(
    '%s any of its statements is there once or not at all, and repeating it makes it once: %s',
    { timeout: 600_000 },
    async ([when, payers]) => {
      const allPayers = payers !== 'the basic fund alone'
      if (allPayers) settleBy(await allPayersPack())
      const flag = { acct_used_flag: allPayers ? '1' : '0' }
      let kills = 0
      // Reading is alike for all; with every payer the kills begin where the writing does.
      for (let statement = allPayers ? FIRST_WRITE : 1; ; statement += 1) {
        const who = await clinic.insured()
        const visitId = await visitWith(clinic, who)
        const account = fen(10_000)
        if (allPayers) await withAccount(who, account)
        const text = clinic.text('2207', settling(who, visitId, 'B1', fiveTotal, flag), {
          msgid: `killed-${when}-${payers.length}-${statement}`,
        })
        const reply = await inChild(text, statement, when, allPayers)
        if (reply === undefined) kills += 1
        const rows = () =>
          clinic.sql<{ setl: string; fund: string }>(
            `select settlement_id as setl, fund_pay_sumamt * 100 as fund from settlement.settlement where person_id = $1`,
            [who.personId],
          )
        const found = await rows()
        expect(found.length).toBeLessThanOrEqual(1)
        const again = await clinic.answer(text)
        expect([statement, again.reason]).toEqual([statement, ''])
        // What was committed before the kill is what the repetition is told.
        expect(found.every(({ setl }) => setl === again.output.setlinfo.setl_id)).toBe(true)
        expect(await rows()).toHaveLength(1)
        const key = { regionCode: REGION, personId: who.personId, insurance: 'employee', year: 2020 } as const
        const used = await usedBy(clinic.regionDb, { ...key, kind: 'outpatient' })
        const { setlinfo } = again.output
        expect(used.fundPaid).toBe(Math.round(setlinfo.hifp_pay * 100))
        const later = setlinfo.fund_pay_sumamt - setlinfo.hifp_pay
        expect(await paidLater(who)).toBe(Math.round(later * 100))
        expect([later > 0, setlinfo.acct_pay > 0]).toEqual([allPayers, allPayers])
        const left = allPayers ? account - Math.round(setlinfo.acct_pay * 100) : undefined
        expect(await leftInAccount(who)).toBe(left)
        if (reply !== undefined) break
      }
      // institution, visit, fees, year, person, begin, outcome, visit, fees, year, settlement, commit – or so
      expect(kills).toBeGreaterThanOrEqual(10)
    },
  )
})

describe('a stay whose process is killed', () => {
  it.for(['2401', '2301', '2402', '2304'] as const)(
    'after any statement of %s has that step once or not at all, and repeating it makes it once',
    { timeout: 240_000 },
    async (infno) => {
      let kills = 0
      for (let statement = 1; ; statement += 1) {
        const who = await clinic.insured()
        const text = clinic.text(infno, await stayUpTo(infno, who), { msgid: `stay-${infno}-${statement}` })
        const reply = await inChild(text, statement, 'after', false)
        if (reply === undefined) kills += 1
        const again = await clinic.answer(text)
        expect([statement, again.reason]).toEqual([statement, ''])
        const [stays] = await clinic.sql<{ beds: string; lines: string; settled: string }>(
          `select count(distinct s.visit_id) as beds,
             (select coalesce(sum(cardinality(f.serials)), 0) from settlement.fees f join settlement.visit v using (region_code, visit_id)
              where v.person_id = $1) as lines,
             (select count(*) from settlement.settlement t where t.person_id = $1) as settled
           from settlement.stay s where s.person_id = $1`,
          [who.personId],
        )
        const lines = infno === '2401' ? 0 : TEN.length
        expect([Number(stays!.beds), Number(stays!.lines)]).toEqual([1, lines])
        expect(Number(stays!.settled)).toBe(infno === '2304' ? 1 : 0)
        if (reply !== undefined) break
      }
      expect(kills).toBeGreaterThanOrEqual(5)
    },
  )
})

/** Plays a stay until a step, and gives what that step sends. */
async function stayUpTo(infno: '2401' | '2301' | '2402' | '2304', who: Insured): Promise<object> {
  if (infno === '2401') return admission(who)
  const id = await admitted(clinic, who)
  if (infno === '2301') return wardLines(who, id, TEN)
  await clinic.ask('2301', wardLines(who, id, TEN))
  if (infno === '2402') return leaving(who, id)
  await clinic.ask('2402', leaving(who, id))
  return staySettling(who, id, TEN_TOTAL)
}

describe('a database that is restarted in the middle', () => {
  it('loses no settlement that was acknowledged and doubles none: every message sent again is there once', async () => {
    const visits = await Promise.all(
      Array.from({ length: 20 }, async (_, nth) => {
        const who = await clinic.insured()
        const visitId = await visitWith(clinic, who)
        return {
          who,
          text: clinic.text('2207', settling(who, visitId, 'B1', fiveTotal), { msgid: `restart-${nth}` }),
        }
      }),
    )
    // What a restart does to every connection of the application, while they are at work.
    const cut = async () => {
      for (let times = 0; times < 5; times += 1)
        await clinic.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = $2 and pid <> pg_backend_pid()`,
          [(clinic.app as { database: string }).database, (clinic.app as { user: string }).user],
        )
    }
    const first = Promise.all(
      visits.map(({ text }) => clinic.hospital.dispatch({ text, institution: HOSPITAL })),
    )
    await cut()
    const answers = await first
    // Taken, or unknown: never a refusal that says that it failed.
    expect(answers.filter(({ accepted, status }) => !accepted && status < 500)).toEqual([])
    for (const [nth, { who, text }] of visits.entries()) {
      const again = await clinic.answer(text)
      expect([nth, again.reason]).toEqual([nth, ''])
      const told = answers[nth]!.accepted
        ? (JSON.parse(answers[nth]!.text) as typeof again).output.setlinfo
        : undefined
      if (told) expect(again.output.setlinfo.setl_id).toBe(told.setl_id)
      const key = { regionCode: REGION, personId: who.personId, insurance: 'employee', year: 2020 } as const
      const used = await usedBy(clinic.regionDb, { ...key, kind: 'outpatient' })
      expect(used.fundPaid).toBe(Math.round(again.output.setlinfo.hifp_pay * 100))
    }
  })
})
