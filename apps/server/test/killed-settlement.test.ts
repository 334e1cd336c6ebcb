import { spawn } from 'node:child_process'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { usedBy } from '../src/modules/claims/index.ts'
import {
  fiveTotal,
  HOSPITAL,
  openClinic,
  REGION,
  settling,
  visitWith,
} from '../src/modules/settlement/test/clinic.ts'

const clinic = await openClinic()
const CHILD = path.join(import.meta.dirname, 'settlement-child.ts')

/** Plays a message in a process of its own; its answer, or undefined when it was killed on the way. */
function inChild(text: string, statement: number, when: 'before' | 'after'): Promise<string | undefined> {
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

describe('a settlement whose process is killed', () => {
  it.for(['before', 'after'] as const)(
    '%s any of its statements is there once or not at all, and repeating it makes it once',
    { timeout: 240_000 },
    async (when) => {
      let kills = 0
      for (let statement = 1; ; statement += 1) {
        const who = await clinic.insured()
        const visitId = await visitWith(clinic, who)
        const text = clinic.text('2207', settling(who, visitId, 'B1', fiveTotal), {
          msgid: `killed-${when}-${statement}`,
        })
        const reply = await inChild(text, statement, when)
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
        expect(used.fundPaid).toBe(Math.round(again.output.setlinfo.fund_pay_sumamt * 100))
        if (reply !== undefined) break
      }
      // institution, visit, fees, year, person, begin, outcome, visit, fees, year, settlement, commit – or so
      expect(kills).toBeGreaterThanOrEqual(10)
    },
  )
})
