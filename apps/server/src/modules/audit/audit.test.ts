import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { brokenLink, chain, CHAIN_START, record, verifyStreams } from './index.ts'

const { db, sql } = await testDatabase()
const at = new Date('2020-10-15T02:03:04.567Z')
const actor = { id: randomUUID(), name: '王审计', side: 'agency' } as const

function entry(stream: string, act: string, detail: Record<string, unknown> = {}) {
  return { regionCode: '330600', stream: `person:${stream}`, actor, act, at, detail } as const
}

describe('a chain', () => {
  const first = { seq: 1, content: { act: 'a', detail: { b: 1, a: [2] } } }
  const one = chain(CHAIN_START, first.content)
  const two = chain(one, { act: 'b' })
  const rows = [
    { ...first, hash: one },
    { seq: 2, content: { act: 'b' }, hash: two },
  ]
  const end = { seq: 2, hash: two }

  it('does not depend on the order of keys', () => {
    expect(chain(CHAIN_START, { detail: { a: [2], b: 1 }, act: 'a' })).toBe(one)
  })

  it.each([
    ['whole', end, rows, undefined],
    [
      'with a changed row',
      end,
      [{ ...rows[0]!, content: { act: 'x' } }, rows[1]!],
      { seq: 1, why: 'changed' },
    ],
    ['without its first row', end, [rows[1]!], { seq: 1, why: 'missing' }],
    ['with its tail cut', end, [rows[0]!], { seq: 2, why: 'missing' }],
    ['with a row behind its end', { seq: 1, hash: one }, rows, { seq: 2, why: 'end' }],
    ['with another end', { seq: 2, hash: one }, rows, { seq: 2, why: 'changed' }],
  ] as const)('%s is judged', (_, end, rows, broken) => {
    expect(brokenLink(end, rows)).toEqual(broken)
  })
})

describe('the trail', () => {
  it('keeps entries in order also when acts on one thing happen at once, and holds when verified', async () => {
    const person = randomUUID()
    const act = (n: number) =>
      inTransaction(db, (db) =>
        record(db, entry(person, 'reveal', { n, 名: '张三', nested: { z: 1, a: null } })),
      )
    await Promise.all(Array.from({ length: 12 }, (_, n) => act(n)))
    const rows = await sql<{ seq: number }>('select seq from audit.entry where stream = $1 order by seq', [
      `person:${person}`,
    ])
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    expect(await verifyStreams(db)).toMatchObject({ rows: 12 })
    expect((await verifyStreams(db)).broken).toBeUndefined()
  })

  it('leaves no entry behind when the act is rolled back', async () => {
    const person = randomUUID()
    await expect(
      inTransaction(db, async (db) => {
        await record(db, entry(person, 'reveal'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await sql('select seq from audit.head where stream = $1', [`person:${person}`])).toEqual([])
  })

  it('names the first entry that was changed, cut off, or robbed of its end', async () => {
    const person = randomUUID()
    for (const n of [1, 2, 3]) await inTransaction(db, (db) => record(db, entry(person, 'reveal', { n })))
    const name = `330600 person:${person}`
    const chainOf = async () => (await verifyStreams(db)).broken

    await sql(`update audit.entry set actor_name = '别人' where stream = $1 and seq = 2`, [
      `person:${person}`,
    ])
    expect(await chainOf()).toEqual({ chain: name, seq: 2, why: 'changed' })
    await sql(`update audit.entry set actor_name = $2 where stream = $1 and seq = 2`, [
      `person:${person}`,
      actor.name,
    ])
    expect(await chainOf()).toBeUndefined()

    const [last] = await sql<{ hash: string }>(
      `delete from audit.entry where stream = $1 and seq = 3 returning *`,
      [`person:${person}`],
    )
    expect(last).toBeDefined()
    expect(await chainOf()).toEqual({ chain: name, seq: 3, why: 'missing' })

    await sql('delete from audit.head where stream = $1', [`person:${person}`])
    expect(await chainOf()).toEqual({ chain: name, seq: 1, why: 'end' })
  })

  it('can be written but not changed by the application', async () => {
    const [allowed] = await sql<{ may: boolean }>(
      `select has_table_privilege('yichuang_app', 'audit.entry', 'update') or
              has_table_privilege('yichuang_app', 'audit.entry', 'delete') as may`,
    )
    expect(allowed?.may).toBe(false)
  })
})
