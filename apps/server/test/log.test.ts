import { endpoint } from '@yichuang/contracts'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { route } from '../src/platform/http/route.ts'
import { createLog } from '../src/platform/log.ts'
import { testApp } from '../src/platform/test-app.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { database } = await testDatabase()

const person = {
  name: '王小明',
  idNumber: '11010519491231002X',
  phone: '13812345678',
  account: '6222020200112233445',
  holder: '王小明',
}
const secrets = Object.values(person)

function listen() {
  const lines: string[] = []
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { log: createLog('trace', to), text: () => lines.join('') }
}

describe('a full person in the log', () => {
  it('is masked as fields, inside objects, in words and in errors', () => {
    const { log, text } = listen()
    log.info(person, 'as fields')
    log.info({ person, payee: { person }, list: [{ of: [person] }] }, 'inside')
    log.info(
      {
        socket: new (class Socket {
          readonly person = person
        })(),
      },
      'an object of a library',
    )
    log.info({ body: person, query: { q: person.name } }, 'a request')
    log.info(`about ${person.idNumber}, call ${person.phone} or pay ${person.account}`)
    const detail = Object.assign(new Error('duplicate key'), { detail: `Key (name)=(${person.name}) exists` })
    log.error({ err: new Error(`no account ${person.account}`, { cause: detail }) }, 'an error')
    for (const secret of secrets) expect(text()).not.toContain(secret)
    expect(text()).toContain('duplicate key')
    expect(text().match(/\*\*\*/g)!.length).toBeGreaterThan(10)
  })

  it('does not get there through requests: searches, bodies, refusals, faults', async () => {
    const { log, text } = listen()
    const search = endpoint({
      method: 'POST',
      path: '/people/:idNumber',
      access: ['public'],
      summary: 'Search',
      params: z.object({ idNumber: z.string() }),
      query: z.object({ name: z.string() }),
      body: z.object({ phone: z.string(), account: z.string() }),
      reply: z.object({}),
    })
    const { call } = await testApp(
      database,
      (app) =>
        route(app, search, async ({ body }) => {
          throw new Error(`cannot call ${body.phone}`)
        }),
      { log },
    )
    const url = `/api/v1/people/${person.idNumber}?name=${encodeURIComponent(person.name)}`
    expect((await call(`POST ${url}`, { body: person })).status).toBe(500)
    expect((await call(`POST ${url}`, { body: { phone: 1, account: person.account } })).status).toBe(400)
    expect((await call(`POST /api/v1/nowhere/${person.idNumber}`, { body: person })).status).toBe(404)
    expect(text()).toContain('cannot call ***')
    for (const secret of [...secrets, encodeURIComponent(person.name)]) expect(text()).not.toContain(secret)
  })

  it('leaves ids, times and measures readable', () => {
    const { log, text } = listen()
    log.info({ caseId: '0197a0d2-7c3e-7abc-9def-123456789012', ms: 12.5 }, 'case decided')
    expect(text()).toContain('0197a0d2-7c3e-7abc-9def-123456789012')
    expect(text()).toMatch(/"time":"\d{4}-\d\d-\d\dT/)
  })
})
