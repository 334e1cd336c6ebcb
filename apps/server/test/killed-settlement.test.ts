import { spawn } from 'node:child_process'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { fen, plainDate, type Fen } from '@yichuang/kernel'
import { inTransaction } from '../src/platform/db.ts'
import { usedBy } from '../src/modules/claims/index.ts'
import { bringIn, heldBy } from '../src/modules/personal-accounts/index.ts'
import { allPayersPack, settleBy } from '../src/modules/settlement/test/all-payers.ts'
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
function inChild(text: string, statement: number, allPayers: boolean): Promise<string | undefined> {
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
  // Before a statement nothing has happened that had not after the one before it.
  it.for(['the basic fund alone', 'every payer and the account'] as const)(
    'after any of its statements is there once or not at all, and repeating it makes it once: %s',
    { timeout: 600_000 },
    async (payers) => {
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
          msgid: `killed-${payers.length}-${statement}`,
        })
        const reply = await inChild(text, statement, allPayers)
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
