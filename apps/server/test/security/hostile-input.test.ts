import { Day, endpoint, PageQuery, Version } from '@yichuang/contracts'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { route } from '../../src/platform/http/route.ts'
import { testApp } from '../../src/platform/test-app.ts'
import { testDatabase } from '../../src/platform/test-database.ts'
import { oneFile, townApp } from '../../src/modules/cases/test/http.ts'
import { JINING, openTown, type Town } from '../../src/modules/cases/test/town.ts'
import { PLAIN_ITEM } from '../../src/modules/cases/test/plain-item.ts'

const NUL = 'a\u0000b'
const HALF = 'a\ud83db'

describe('what PostgreSQL cannot keep', async () => {
  const { database } = await testDatabase()
  const write = endpoint({
    method: 'POST',
    path: '/notes',
    access: ['public'],
    summary: 'Write',
    query: PageQuery.extend({ q: z.string().optional() }),
    body: z.strictObject({
      bills: z.array(z.strictObject({ code: z.string() })).default([]),
      day: Day.optional(),
    }),
    reply: z.object({ ok: z.boolean() }),
  })
  const send = endpoint({
    method: 'POST',
    path: '/files',
    access: ['public'],
    summary: 'Send',
    upload: true,
    reply: z.object({ name: z.string() }),
  })
  const { call } = await testApp(database, (app) => {
    route(app, write, async () => ({ ok: true }))
    route(app, send, async (call) => {
      const { fileName, stream } = await call.upload()
      for await (const _ of stream);
      return { name: fileName }
    })
  })

  it.each([
    ['a null byte', NUL],
    ['half an emoji', HALF],
  ])('%s is refused where it stands, with a sentence', async (_, code) => {
    const { status, body } = await call('POST /api/v1/notes', { body: { bills: [{ code: 'A1' }, { code }] } })
    expect([status, body.errors]).toMatchObject([400, [{ path: 'bills.1.code', code: 'unstorable-text' }]])
    expect(body.errors[0].message).toMatch(/cannot be kept/)
  })

  it.each([
    ['lists', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['objects', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000)],
    ['lists behind brackets in a text', `{"a":"]]]\\"]]","b":${'['.repeat(65)}${']'.repeat(65)}}`],
  ])('%s nested without end are refused before anybody walks them', async (_, payload) => {
    const { status, body } = await call('POST /api/v1/notes', {
      payload,
      headers: { 'content-type': 'application/json' },
    })
    expect([status, body.code]).toEqual([400, 'unreadable-request'])
    expect(body.detail).toContain('more than 64 levels')
  })

  it.each(['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}'])(
    'the body %s is refused, and no object is changed by it',
    async (payload) => {
      const headers = { 'content-type': 'application/json' }
      expect((await call('POST /api/v1/notes', { payload, headers })).status).toBe(400)
      expect(({} as { a?: number }).a).toBeUndefined()
    },
  )

  it('is a version beyond what a row can have', () => {
    expect([2_147_483_647, 2_147_483_648].map((version) => Version.safeParse(version).success)).toEqual([
      true,
      false,
    ])
  })

  it.each([
    ['turns the direction of writing', '张\u202e三'],
    ['isolates a direction', '\u2067张三\u2069'],
    ['is a control character', '张\u001b[31m三'],
  ])('what %s is refused too: nobody would see it', async (_, code) => {
    const { status, body } = await call('POST /api/v1/notes', { body: { bills: [{ code }] } })
    expect([status, body.errors]).toMatchObject([400, [{ path: 'bills.0.code', code: 'unseen-text' }]])
  })

  it('leaves tabs, ends of lines and the scripts of every people alone', async () => {
    const bills = ['一\t二\r\n三', '阿卜杜拉·买买提 ئابدۇللا', '𠮷田 👩‍🦰'].map((code) => ({ code }))
    expect((await call('POST /api/v1/notes', { body: { bills } })).status).toBe(200)
  })

  it('is refused in a query too', async () => {
    const { status, body } = await call('POST /api/v1/notes?q=%00', { body: {} })
    expect([status, body.errors[0].path]).toEqual([400, 'q'])
  })

  it('does not get into file names, nor what turns the direction of writing', async () => {
    const bytes = Buffer.from('x')
    const sent = oneFile('票\u0000据\u202Egpj.exe', bytes)
    const { body } = await call('POST /api/v1/files', { payload: sent.payload, headers: sent.headers })
    expect(body.name).toBe('票据gpj.exe')
  })

  it('is an upload that breaks off, or that does not say where its parts end', async () => {
    const { payload, headers } = oneFile('a.png', Buffer.alloc(5000))
    const whole = await call('POST /api/v1/files', { payload, headers })
    expect(whole.status).toBe(200)
    for (const sent of [
      { payload: payload.subarray(0, 3000), headers },
      { payload: payload.subarray(0, 60), headers },
      { payload, headers: { 'content-type': 'multipart/form-data' } },
    ]) {
      const { status, body } = await call('POST /api/v1/files', sent)
      expect([status, body.code]).toEqual([400, 'unreadable-request'])
    }
  })

  it.each(['0001-01-01', '9999-12-31', '1899-12-31'])(
    'the day %s is outside what can be counted',
    async (day) => {
      const { status, body } = await call('POST /api/v1/notes', { body: { day } })
      expect([status, body.errors]).toMatchObject([400, [{ path: 'day', code: 'day-out-of-range' }]])
    },
  )

  it('a value of the wrong type is told as that, and not as missing', async () => {
    const { body } = await call('POST /api/v1/notes', { body: { bills: 5 } })
    expect(body.errors[0].message).toBe('must be a list')
  })

  it.each(['//', '///x', '//[', '/a%'])('the address %s is no fault of ours', async (url) => {
    expect((await call(`GET ${url}`)).status).toBeLessThan(500)
  })

  it('an address that cannot be read is answered as every problem is', async () => {
    const { status, headers } = await call('GET /a%')
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })
})

describe('the cases', () => {
  let town: Town
  let http: Awaited<ReturnType<typeof townApp>>
  beforeAll(async () => {
    town = await openTown()
    http = await townApp(town)
  })
  const mark = (by: string) =>
    Buffer.from(`00000000-0000-0000-0000-000000000000\n${by}`, 'utf8').toString('base64url')

  it.each(['9999-99-99', '2020-02-30'])('refuse a page mark with the day %s', async (day) => {
    const url = `GET /api/v1/inbox?officeId=${town.county.id}&cursor=${mark(day)}`
    const { status, body } = await http.call(url, { as: town.staff.clerk })
    expect([status, body.code]).toEqual([400, 'cursor-unreadable'])
  })

  it('refuse a page mark with a null byte in the name', async () => {
    const url = `GET /api/v1/cases?regionCode=${JINING}&q=%E5%BC%A0%E5%B0%8F&cursor=${mark('张小\u0000')}`
    const { status, body } = await http.call(url, { as: town.staff.clerk })
    expect([status, body.code]).toEqual([400, 'cursor-unreadable'])
  })

  it('keep a file under the ending of what it is, so that a PDF called .hta starts nothing', async () => {
    const started = await http.call('POST /api/v1/cases', {
      as: town.person,
      body: { regionCode: JINING, itemId: PLAIN_ITEM, personId: town.person.personId },
    })
    const url = `/api/v1/cases/${started.body.caseId}`
    const pdf = Buffer.from('%PDF-1.4\n<html><script>alert(1)</script></html>')
    const sent = oneFile('票据.hta', pdf)
    const added = await http.call(`POST ${url}/materials/receipt?regionCode=${JINING}`, {
      as: town.person,
      ...sent,
    })
    expect(added.body.file).toMatchObject({ name: '票据.hta.pdf', type: 'application/pdf' })
    const file = `${url}/files/${added.body.file.fileId}?regionCode=${JINING}`
    const { headers } = await http.call(`GET ${file}`, { as: town.person })
    expect(headers['content-disposition']).toBe(
      `attachment; filename="yichuang.pdf"; filename*=UTF-8''${encodeURIComponent('票据.hta.pdf')}`,
    )
  })

  it('never reach the database with a null byte in the search or in what is typed', async () => {
    const search = await http.call(`GET /api/v1/cases?regionCode=${JINING}&q=1%002`, { as: town.staff.clerk })
    expect(search.status).toBe(400)
    const started = await http.call('POST /api/v1/cases', {
      as: town.person,
      body: { regionCode: JINING, itemId: PLAIN_ITEM, personId: town.person.personId },
    })
    for (const note of [NUL, HALF]) {
      const { status, body } = await http.call(`PUT /api/v1/cases/${started.body.caseId}/content`, {
        as: town.person,
        body: { regionCode: JINING, version: started.body.version, content: { note } },
      })
      expect([status, body.errors[0].path]).toEqual([400, 'content.note'])
    }
  })
})
