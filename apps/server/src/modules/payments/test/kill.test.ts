import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inTransaction } from '../../../platform/db.ts'
import { openBank, returnFile } from './bank.ts'
import type { Order } from './child.ts'

const bank = await openBank()
const { town } = bank
const { ok, finance, test } = town
const { sql } = test
const officeId = town.county.id
if (!('socketDir' in test.app)) throw new Error('The test server is reached by its socket')
const { socketDir, user, database } = test.app
const CHILD = path.join(import.meta.dirname, 'child.ts')
// Not registered: the platform has no such statements.
const hold = {
  'payments.payment': { name: 'kill-test.payments', sql: 'lock table payments.payment in share mode' },
  'letters.message': { name: 'kill-test.messages', sql: 'lock table letters.message in share mode' },
}

/**
 * Starts the work in a process of its own, stops it at its first write to a table that is held, and kills it there (-9).
 * The table is one that it reaches after it has written others.
 */
async function killedAt(table: keyof typeof hold, book?: Order['book']): Promise<void> {
  const { promise: done, resolve: release } = Promise.withResolvers<void>()
  const held = inTransaction(town.db, async (db) => {
    await db.run(hold[table], [])
    await done
  })
  const at = town.clock.now().toISOString()
  const order = { socketDir, user, database, caller: finance, at, officeId, book }
  const child = spawn(process.execPath, [CHILD, JSON.stringify(order)], { stdio: 'pipe' })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal)),
  )
  let pid = await waiting(table)
  for (let i = 0; i < 300 && pid === undefined && child.exitCode === null; i++) {
    await sleep(50)
    pid = await waiting(table)
  }
  expect({ pid, complaint }).toEqual({ pid: expect.any(Number), complaint: '' })
  // It has written before it stopped: what follows is a rollback and not an empty transaction.
  const [{ count }] = (await sql<{ count: number }>(
    `select count(*)::int as count from pg_locks where pid = $1 and locktype = 'transactionid' and mode = 'ExclusiveLock'`,
    [pid],
  )) as [{ count: number }]
  expect(count).toBeGreaterThan(0)
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  release()
  await held
  // The server notices that its client is gone when it next speaks to it.
  for (let i = 0; i < 200; i++) {
    const [alive] = await sql('select from pg_stat_activity where pid = $1', [pid])
    if (!alive) return
    await sleep(25)
  }
  throw new Error('The connection of the killed process is still there')
}

/** The child's connection once it waits to write to the held table. */
async function waiting(table: string): Promise<number | undefined> {
  const rows = await sql<{ pid: number }>(
    `select pid from pg_stat_activity where datname = $1 and usename = $2 and wait_event_type = 'Lock'
       and query ilike 'insert into ' || $3 || '%'`,
    [database, user, table],
  )
  return rows[0]?.pid
}

it('a process killed while it makes a run leaves nothing of it, and the next run takes every case', async () => {
  const cases = [await bank.approved(), await bank.approved(), await bank.approved()]
  await killedAt('payments.payment')
  expect(await sql('select from payments.run')).toHaveLength(0)
  expect(await sql('select from payments.payment')).toHaveLength(0)
  for (const { caseId } of cases)
    expect(await ok(`GET /cases/${caseId}?regionCode=330600`, finance)).toMatchObject({ state: 'approved' })
  const run = await ok('POST /payment-runs', finance, { officeId })
  expect(run).toMatchObject({ count: 3, state: 'open' })
  // The number that was lost with the process is given again: no gap.
  expect(run.number).toMatch(/-001$/)
  await ok(`POST /payment-runs/${run.runId}/cancel`, finance, { version: run.version })
}, 60_000)

it('a process killed while it books a return file books nothing, and the file can be sent again', async () => {
  const run = await bank.exported()
  const file = returnFile(run.payments.map((line) => ({ ...line, result: '成功' })))
  await killedAt('letters.message', { runId: run.runId, file })
  expect(await sql('select from payments.bank_return')).toHaveLength(0)
  expect((await bank.run(run.runId)).payments.map(({ state }) => state)).toEqual([
    'in-run',
    'in-run',
    'in-run',
  ])
  const answer = await bank.send(run.runId, file)
  expect(answer.body).toMatchObject({ state: 'settled', paidCount: 3 })
  expect(await sql(`select from letters.message where kind = 'paid'`)).toHaveLength(3)
}, 60_000)
