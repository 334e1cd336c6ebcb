import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inTransaction, openDatabase, violatedConstraint } from '../src/platform/db.ts'
import { statement } from '../src/platform/statement.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { app, db, database, sql } = await testDatabase()

const values = statement<Record<string, unknown>>(
  'dbtest.values',
  `select 12.50::numeric(16,2) as money, date '2024-02-29' as day, timestamptz '2024-02-29 16:00:00+00' as instant,
          9007199254740991::bigint as safe, '{"a":[1]}'::jsonb as doc, array[1.10, 2]::numeric[] as amounts,
          array[date '2020-01-31'] as days, array[1, 2]::bigint[] as counts`,
)
const tooLarge = statement('dbtest.too-large', 'select 9007199254740993::bigint as n')
const addJob = statement('dbtest.add-job', 'insert into platform.job (name, due_at) values ($1, $2)')
const countJobs = statement<{ n: number }>(
  'dbtest.count-jobs',
  'select count(*) as n from platform.job where name = $1',
)
const twoRows = statement('dbtest.two-rows', 'select 1 as n union all select 2')
const at = new Date('2020-03-01T00:00:00Z')

describe('values', () => {
  it('come back as money text, day text, instants, whole numbers and parsed json', async () => {
    expect(await db.one(values, [])).toEqual({
      money: '12.50',
      day: '2024-02-29',
      instant: new Date('2024-02-29T16:00:00Z'),
      safe: 9007199254740991,
      doc: { a: [1] },
      amounts: ['1.10', '2'],
      days: ['2020-01-31'],
      counts: [1, 2],
    })
  })

  it('refuse a bigint that a number cannot hold', async () => {
    await expect(db.one(tooLarge, [])).rejects.toThrow('9007199254740993 is too large')
  })

  it('are counted: one means one', async () => {
    await expect(db.one(twoRows, [])).rejects.toThrow('dbtest.two-rows gave 2 rows')
    await expect(db.maybe(twoRows, [])).rejects.toThrow('may give one')
  })
})

describe('a transaction', () => {
  it('keeps what it wrote, and keeps nothing when the work throws', async () => {
    const [kept, lost] = [randomUUID(), randomUUID()]
    await inTransaction(db, (tx) => tx.run(addJob, [kept, at]))
    const failing = inTransaction(db, async (tx) => {
      await tx.run(addJob, [lost, at])
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await db.one(countJobs, [kept])).toEqual({ n: 1 })
    expect(await db.one(countJobs, [lost])).toEqual({ n: 0 })
  })

  it('refuses one inside another, and its handle is dead afterwards', async () => {
    await expect(inTransaction(db, (tx) => inTransaction(tx, async () => 1))).rejects.toThrow(
      'already inside',
    )
    const escaped = await inTransaction(db, async (tx) => tx)
    await expect(escaped.many(values, [])).rejects.toThrow('after its transaction had ended')
  })

  it('keeps what it wrote without waiting, before whatever comes after it', async () => {
    const name = randomUUID()
    const seen = await inTransaction(db, async (tx) => {
      await tx.write(addJob, [name, at])
      return tx.one(countJobs, [name])
    })
    expect(seen).toEqual({ n: 1 })
    const last = randomUUID()
    await inTransaction(db, (tx) => tx.write(addJob, [last, at]))
    expect(await db.one(countJobs, [last])).toEqual({ n: 1 })
  })

  it('fails for the first write that failed, although nobody waited for it, and keeps nothing', async () => {
    const [name, other] = [randomUUID(), randomUUID()]
    const twice = inTransaction(db, async (tx) => {
      await tx.write(addJob, [other, at])
      await tx.write(addJob, [name, at])
      await tx.write(addJob, [name, at])
    })
    expect(violatedConstraint(await twice.catch((caught: unknown) => caught))).toBe('job_identity')
    const noticedLater = inTransaction(db, async (tx) => {
      await tx.write(addJob, [name, at])
      await tx.write(addJob, [name, at])
      await tx.one(countJobs, [name])
    })
    expect(violatedConstraint(await noticedLater.catch((caught: unknown) => caught))).toBe('job_identity')
    expect(await db.one(countJobs, [name])).toEqual({ n: 0 })
    expect(await db.one(countJobs, [other])).toEqual({ n: 0 })
  })

  it('may ask for something beside it, however many do so at once', async () => {
    const asked = Array.from({ length: 40 }, () =>
      inTransaction(db, async (tx) => {
        await tx.one(countJobs, ['nobody'])
        return db.one(countJobs, ['nobody'])
      }),
    )
    expect(new Set((await Promise.all(asked)).map(({ n }) => n))).toEqual(new Set([0]))
  })

  it('carries the region of the handle it began on', async () => {
    expect(await inTransaction(database.forRegion('330600'), async (tx) => tx.regionCode)).toBe('330600')
  })
})

describe('faults', () => {
  it('name the constraint a write violated', async () => {
    const name = randomUUID()
    await db.run(addJob, [name, at])
    const error: unknown = await db.run(addJob, [name, at]).catch((caught: unknown) => caught)
    expect(violatedConstraint(error)).toBe('job_identity')
    expect(
      violatedConstraint({ code: '23505', message: 'violates unique constraint "job_identity_102930"' }),
    ).toBe('job_identity')
    expect(violatedConstraint(new Error('other'))).toBeUndefined()
  })

  it('of one statement leave alone those that were asked for with it', async () => {
    const [good, bad, also] = await Promise.allSettled([
      db.one(values, []),
      db.one(tooLarge, []),
      db.one(countJobs, ['nobody']),
    ])
    expect(good.status).toBe('fulfilled')
    expect(bad.status).toBe('rejected')
    expect(also).toEqual({ status: 'fulfilled', value: { n: 0 } })
  })

  it('of a cut connection are a 503 problem, and the pool recovers by itself', async () => {
    const cut = inTransaction(db, async (tx) => {
      await sql('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', ['yichuang_app'])
      await tx.many(values, [])
    })
    await expect(cut).rejects.toMatchObject({ code: 'database-unavailable', status: 503, retryAfter: 5 })
    // An idle connection that was cut as well may not have heard of it yet.
    await expect.poll(() => db.one(countJobs, ['none']).catch(() => undefined)).toEqual({ n: 0 })
  })

  it('of a server ends when a statement, or whoever should go on with it, takes too long', async () => {
    const hasty = openDatabase(app, { longestMs: 150 })
    const sleep = statement('dbtest.sleep', 'select pg_sleep(5) as slept')
    await expect(hasty.db.one(sleep, [])).rejects.toMatchObject({ code: 'database-too-slow', status: 503 })
    const key = randomUUID()
    const forgotten = inTransaction(hasty.db, async (tx) => {
      await tx.run(addJob, [key, at])
      await new Promise((resolve) => setTimeout(resolve, 400))
      await tx.one(countJobs, [key])
    })
    await expect(forgotten).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(await hasty.db.one(countJobs, [key])).toEqual({ n: 0 })
    await hasty.close()
  })

  it('of the application role: it may not change what migrations did not grant', async () => {
    const forbidden = statement('dbtest.forbidden', `delete from platform.setting where name = 'x'`)
    await expect(db.run(forbidden, [])).rejects.toMatchObject({ code: '42501' })
  })
})
