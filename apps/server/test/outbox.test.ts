import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../src/platform/clock.ts'
import { inTransaction } from '../src/platform/db.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { createLog } from '../src/platform/log.ts'
import { createOutbox, type News } from '../src/platform/outbox.ts'
import { writeSetting } from '../src/platform/setting.queries.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { database, sql } = await testDatabase()
const log = createLog('silent')
const shaoxing = database.forRegion('330600')
const clock = fixedClock('2020-02-10T02:00:00Z')
const waiting = () =>
  sql<{ n: number }>('select count(*)::int as n from platform.outbox').then(([row]) => row!.n)

function outboxWith(receive: (news: News) => Promise<void> | void = () => undefined) {
  const outbox = createOutbox({ database, clock, log })
  const heard: News[] = []
  outbox.subscribe({
    name: 'letters',
    topic: 'case.decided',
    async receive(db, news) {
      await writeSetting(db, `heard-${news.id}`, news.payload)
      await receive(news)
      heard.push(news)
    },
  })
  return { outbox, heard }
}

beforeEach(() => sql('delete from platform.outbox'))

describe('news', () => {
  it('come only with the transaction they tell of, once each, region by region', async () => {
    const { outbox, heard } = outboxWith()
    for (const region of ['370800', '330600'])
      await inTransaction(database.forRegion(region), (db) => outbox.publish(db, 'case.decided', { region }))
    const lost = inTransaction(shaoxing, async (db) => {
      await outbox.publish(db, 'case.decided', { lost: true })
      throw new Error('rolled back')
    })
    await expect(lost).rejects.toThrow('rolled back')
    await outbox.publish(shaoxing, 'nobody.listens', {})
    expect(await outbox.deliverDue()).toBe(2)
    expect(heard.map(({ regionCode, payload }) => [regionCode, payload])).toEqual([
      ['330600', { region: '330600' }],
      ['370800', { region: '370800' }],
    ])
    expect(await outbox.deliverDue()).toBe(0)
    expect(await waiting()).toBe(0)
  })

  it('wait for their day on the platform clock, and can be taken back', async () => {
    const { outbox, heard } = outboxWith()
    const dueAt = new Date('2020-02-12T00:00:00Z')
    await outbox.publish(shaoxing, 'case.decided', 'kept', { dueAt, key: 'a' })
    await outbox.publish(shaoxing, 'case.decided', 'taken back', { dueAt, key: 'b' })
    await outbox.cancel(shaoxing, 'case.decided', 'b')
    expect(await outbox.deliverDue()).toBe(0)
    clock.set('2020-02-12T00:00:01Z')
    expect(await outbox.deliverDue()).toBe(1)
    expect(heard.map(({ payload }) => payload)).toEqual(['kept'])
  })

  it('that could not be delivered leave no trace of the attempt, do not hold up others, and come again', async () => {
    let broken = true
    const { outbox, heard } = outboxWith(({ payload }) => {
      if (broken && payload === 'first') throw new Error('no paper for 13812345678')
    })
    await outbox.publish(shaoxing, 'case.decided', 'first')
    await outbox.publish(shaoxing, 'case.decided', 'second')
    await outbox.deliverDue()
    expect(heard.map(({ payload }) => payload)).toEqual(['second'])
    const [row] = await sql('select id, attempts, last_error, retry_at > now() as later from platform.outbox')
    expect(row).toMatchObject({ attempts: 1, last_error: 'no paper for ***', later: true })
    expect(await sql('select 1 from platform.setting where name = $1', [`heard-${row!['id']}`])).toEqual([])
    broken = false
    await sql(`update platform.outbox set retry_at = now() - interval '1 second'`)
    await outbox.deliverDue()
    expect(heard.map(({ payload, attempts }) => [payload, attempts])).toEqual([
      ['second', 0],
      ['first', 1],
    ])
  })

  it('are not delivered twice by two processes', async () => {
    const counts: unknown[] = []
    const slow = async ({ payload }: News) => {
      await sleep(5)
      counts.push(payload)
    }
    const [one, two] = [outboxWith(slow).outbox, outboxWith(slow).outbox]
    for (let i = 0; i < 20; i += 1) await one.publish(shaoxing, 'case.decided', i)
    await Promise.all([one.deliverDue(), two.deliverDue()])
    expect(counts.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, i) => i))
  })

  it('flow by themselves once started, and stop when told', async () => {
    const { outbox, heard } = outboxWith()
    outbox.start()
    await outbox.publish(shaoxing, 'case.decided', 'soon')
    for (let i = 0; i < 100 && heard.length === 0; i += 1) await sleep(30)
    await outbox.stop()
    expect(heard).toHaveLength(1)
  })
})

describe('a job', () => {
  it('is run by one of two processes, not before its time, again after it failed', async () => {
    let runs = 0
    const job = {
      name: 'test-job',
      everyMs: 3_600_000,
      atMostMs: 60_000,
      run: async () => {
        runs += 1
        await sleep(30)
        if (runs === 1) throw new Error('first time fails')
      },
    }
    const [one, two] = [createJobs(database.db, log), createJobs(database.db, log)]
    one.add(job)
    two.add(job)
    await Promise.all([one.runDue(), two.runDue()])
    await one.runDue()
    expect(runs).toBe(1)
    expect(await sql('select last_error, leased_until from platform.job')).toEqual([
      { last_error: 'first time fails', leased_until: null },
    ])
    await sql(`update platform.job set due_at = now() - interval '1 second'`)
    await two.runDue()
    expect(runs).toBe(2)
  })

  it('of a killed process is taken over when its lease ends', async () => {
    await sql(`insert into platform.job (name, due_at, leased_until)
               values ('orphan', now() - interval '1 hour', now() - interval '1 second')`)
    let ran = false
    const jobs = createJobs(database.db, log)
    jobs.add({ name: 'orphan', everyMs: 1000, atMostMs: 1000, run: async () => void (ran = true) })
    await jobs.runDue()
    expect(ran).toBe(true)
  })
})
