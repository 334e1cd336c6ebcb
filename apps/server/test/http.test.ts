import { endpoint } from '@yichuang/contracts'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { createFieldCipher, newKey, parseKeyRing } from '../src/platform/crypto.ts'
import type { Caller } from '../src/platform/http/caller.ts'
import { createOnce } from '../src/platform/http/once.ts'
import { route } from '../src/platform/http/route.ts'
import { defineProblem } from '../src/platform/problem.ts'
import { statement } from '../src/platform/statement.ts'
import { testApp } from '../src/platform/test-app.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { database, sql } = await testDatabase()
const once = createOnce(createFieldCipher(parseKeyRing(newKey())))
const db = database.forRegion('330600')

const NoteTooSad = defineProblem({
  code: 'note-too-sad',
  status: 409,
  title: { zh: '太伤心了', en: 'Too sad' },
  detail: (about: { text: string }) => ({ zh: `“${about.text}”太伤心`, en: `“${about.text}” is too sad` }),
  mend: { zh: '写得高兴些。', en: 'Write something happier.' },
})
const addJob = statement('httptest.add', 'insert into platform.job (name, due_at) values ($1, $2)')

const Note = z.strictObject({
  text: z.string().min(1).max(20),
  day: z.iso.date(),
  amounts: z
    .array(z.string())
    .max(2)
    .superRefine((amounts, context) => {
      if (amounts.includes('bad'))
        context.addIssue({ code: 'custom', params: { code: 'sum', zh: '合计不符', en: 'does not add up' } })
    }),
})
const writeNote = endpoint({
  method: 'POST',
  path: '/notes/:noteId',
  access: ['clerk'],
  summary: 'Write a note',
  params: z.object({ noteId: z.string().min(3) }),
  body: Note,
  reply: z.object({ id: z.string(), times: z.number() }),
  problems: ['note-too-sad'],
})
const readNote = endpoint({
  method: 'GET',
  path: '/notes',
  access: ['public'],
  summary: 'Read',
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  reply: z.object({ limit: z.number() }),
})
const breaks = endpoint({
  method: 'GET',
  path: '/breaks',
  access: ['public'],
  summary: 'Breaks',
  reply: z.object({}),
})
const upload = endpoint({
  method: 'POST',
  path: '/files',
  access: ['public'],
  summary: 'Upload',
  upload: true,
  reply: z.object({ name: z.string(), bytes: z.number() }),
})
const download = endpoint({
  method: 'GET',
  path: '/files',
  access: ['public'],
  summary: 'Download',
  produces: 'application/pdf',
})

let times = 0
const clerk: Caller = {
  kind: 'staff',
  userId: 'u1',
  name: '王',
  sessionId: 's',
  csrfToken: 'token',
  roles: [{ role: 'clerk', officeId: 'o', regionCode: '330600' }],
}
const person: Caller = { kind: 'person', personId: 'p', name: '李', sessionId: 's', regionCodes: ['330600'] }
const good = { text: 'hello', day: '2020-02-29', amounts: [] }
const signed = { as: clerk, headers: { 'x-csrf-token': 'token' } }

const { call } = await testApp(database, (app) => {
  route(app, writeNote, async ({ params, body, request }) =>
    once(db, request, async (db) => {
      await db.run(addJob, [`${params.noteId}-${body.text}`, new Date(0)])
      await sleep(50)
      if (body.text === 'sad') throw NoteTooSad({ text: body.text })
      times += 1
      return { id: params.noteId, times, secret: 'never shown' }
    }),
  )
  route(app, readNote, async ({ query }) => ({ limit: query.limit }))
  route(app, breaks, async () => {
    throw new Error('the disk of 330602199001011234 is on fire')
  })
  route(app, upload, async (call) => {
    const { fileName, stream } = await call.upload()
    let bytes = 0
    for await (const chunk of stream) bytes += (chunk as Buffer).length
    return { name: fileName, bytes }
  })
  route(app, download, async () => ({ content: Buffer.from('%PDF'), downloadAs: '决定书.pdf' }))
})

describe('a call', () => {
  it('gets what the reply schema names and nothing else', async () => {
    const { status, body } = await call('POST /api/v1/notes/abc', { ...signed, body: good })
    expect([status, Object.keys(body as object)]).toEqual([200, ['id', 'times']])
  })

  it('has its query parsed, with defaults', async () => {
    expect((await call('GET /api/v1/notes')).body).toEqual({ limit: 20 })
    expect((await call('GET /api/v1/notes?limit=7')).body).toEqual({ limit: 7 })
  })

  it('with bad input names every fault, where it is, in the language asked for', async () => {
    const bad = { text: '', day: '2020-02-30', amounts: ['bad', 'x', 'y'], extra: 1 }
    const { status, body, headers } = await call('POST /api/v1/notes/abc', { ...signed, body: bad })
    expect(status).toBe(400)
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body).toMatchObject({ code: 'invalid-input', title: 'Something in the request is not right' })
    expect((body as { errors: unknown }).errors).toEqual(
      expect.arrayContaining([
        { path: 'text', code: 'too_small', message: 'is empty' },
        { path: 'day', code: 'invalid_format', message: 'must be a day that exists, written YYYY-MM-DD' },
        { path: 'amounts', code: 'too_big', message: 'must have at most 2 items' },
        { path: '', code: 'unrecognized_keys', message: 'has unknown fields extra' },
      ]),
    )
    const chinese = await call('POST /api/v1/notes/abc', {
      ...signed,
      headers: { ...signed.headers, 'accept-language': 'fr, zh-CN;q=0.8, en;q=0.5' },
      body: { ...good, day: undefined, amounts: ['bad'] },
    })
    expect((chinese.body as { errors: unknown }).errors).toEqual([
      { path: 'day', code: 'invalid_type', message: '未填写' },
      { path: 'amounts', code: 'sum', message: '合计不符' },
    ])
    expect((chinese.body as { detail: string }).detail).toBe('日期：未填写；amounts：合计不符')
  })

  test.each([
    [
      'not JSON',
      { payload: '{"a":', headers: { 'content-type': 'application/json' } },
      400,
      'unreadable-request',
    ],
    ['XML', { payload: '<a/>', headers: { 'content-type': 'text/xml' } }, 415, 'unsupported-media-type'],
    [
      'two megabytes of JSON',
      { payload: `"${'x'.repeat(2_000_000)}"`, headers: { 'content-type': 'application/json' } },
      413,
      'request-too-large',
    ],
  ])('with %s is answered by a problem', async (_, options, status, code) => {
    const result = await call('POST /api/v1/notes/abc', {
      as: clerk,
      ...options,
      headers: { ...options.headers, 'x-csrf-token': 'token' },
    })
    expect([result.status, result.body.code]).toEqual([status, code])
  })

  it('to nowhere is a problem too', async () => {
    expect((await call('GET /api/v1/nowhere')).body).toMatchObject({ code: 'not-found', status: 404 })
  })

  it('that breaks gets an incident number and not a word about the inside', async () => {
    const { status, body } = await call('GET /api/v1/breaks')
    expect(status).toBe(500)
    expect(body).toMatchObject({ code: 'unexpected', incident: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(JSON.stringify(body)).not.toMatch(/fire|330602|stack|at /)
  })
})

describe('access', () => {
  test.each([
    ['nobody', undefined, 401, 'not-signed-in'],
    ['an insured person', person, 403, 'not-allowed'],
    [
      'another role',
      { ...clerk, roles: [{ ...clerk.roles[0]!, role: 'finance' as const }] },
      403,
      'not-allowed',
    ],
    ['staff without any role', { ...clerk, roles: [] }, 403, 'not-allowed'],
    ['a clerk without the token', clerk, 403, 'csrf-token-wrong'],
  ])('of %s to a clerk’s call is refused', async (_, as, status, code) => {
    const result = await call('POST /api/v1/notes/abc', { ...(as && { as }), body: good })
    expect([result.status, result.body.code]).toEqual([status, code])
  })

  it('must be declared, or the platform does not start', async () => {
    const forgetful = testApp(database, (app) => void app.get('/forgotten', async () => 1))
    await expect(forgetful).rejects.toThrow('Route GET /forgotten declares no access')
  })
})

describe('the same request', () => {
  it('sent again, and twice at once, is done once and answered alike', async () => {
    const send = () => call('POST /api/v1/notes/again', { ...signed, key: 'key-of-again', body: good })
    const [one, two] = await Promise.all([send(), send()])
    const three = await send()
    expect([one.status, two.status, three.status]).toEqual([200, 200, 200])
    expect(two.body).toEqual(one.body)
    expect(three.body).toEqual(one.body)
    expect(await sql(`select count(*)::int as n from platform.job where name = 'again-hello'`)).toEqual([
      { n: 1 },
    ])
  })

  it('with another content is refused', async () => {
    const send = (text: string) =>
      call('POST /api/v1/notes/other', { ...signed, key: 'key-of-other', body: { ...good, text } })
    expect((await send('a')).status).toBe(200)
    const second = await send('b')
    expect([second.status, second.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  it('of somebody else is another request', async () => {
    const other: Caller = { ...clerk, userId: 'u2' }
    const send = (as: Caller, text: string) =>
      call('POST /api/v1/notes/else', { ...signed, as, key: 'key-of-else', body: { ...good, text } })
    expect((await send(clerk, 'c')).status).toBe(200)
    expect((await send(other, 'd')).status).toBe(200)
  })

  it('that failed leaves nothing and may be sent again', async () => {
    const send = () =>
      call('POST /api/v1/notes/fails', { ...signed, key: 'key-of-fails', body: { ...good, text: 'sad' } })
    const first = await send()
    expect([first.status, first.body.detail]).toEqual([409, '“sad” is too sad'])
    expect((await send()).status).toBe(409)
    expect(await sql(`select count(*)::int as n from platform.request where key = 'key-of-fails'`)).toEqual([
      { n: 0 },
    ])
  })

  it('needs its id', async () => {
    const result = await call('POST /api/v1/notes/abc', { ...signed, key: 'short', body: good })
    expect(result.body).toMatchObject({ code: 'idempotency-key-missing', status: 400 })
  })

  it('has its answer kept unreadable', async () => {
    const rows = await sql<{ reply: Buffer }>('select reply from platform.request where reply is not null')
    for (const { reply } of rows) expect(reply.toString('latin1')).not.toContain('times')
  })
})

describe('files', () => {
  const form = (file: string, fields: Record<string, string> = {}) => {
    const boundary = 'line'
    const parts = [
      ...Object.entries(fields).map(([name, value]) => `name="${name}"\r\n\r\n${value}`),
      `name="file"; filename="../../etc/发票.jpg"\r\nContent-Type: image/jpeg\r\n\r\n${file}`,
    ]
    return {
      payload: `${parts.map((part) => `--${boundary}\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--${boundary}--\r\n`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    }
  }

  it('come in as a stream with a name that is no path, and the fields before them', async () => {
    const { body } = await call('POST /api/v1/files', form('12345'))
    expect(body).toEqual({ name: '发票.jpg', bytes: 5 })
  })

  it('of two gigabytes are refused before they are read', async () => {
    const { status, body } = await call('POST /api/v1/files', {
      ...form('x'),
      headers: { ...form('x').headers, 'content-length': String(2 * 1024 ** 3) },
    })
    expect([status, body.code]).toEqual([413, 'request-too-large'])
  })

  it('missing are asked for', async () => {
    expect((await call('POST /api/v1/files', { body: {} })).body).toMatchObject({ code: 'no-file' })
  })

  it('go out under their name, and can never run as a page', async () => {
    const { headers } = await call('GET /api/v1/files')
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="yichuang.pdf"; filename*=UTF-8''${encodeURIComponent('决定书.pdf')}`,
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toContain('sandbox')
  })
})

describe('around the calls', () => {
  it('every answer carries a strict content policy', async () => {
    const { headers } = await call('GET /api/v1/notes')
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it('a caller who asks too often is told when to come back', async () => {
    const hasty = endpoint({ ...readNote, path: '/hasty', perMinute: 2 })
    const limited = await testApp(database, (app) => route(app, hasty, async () => ({ limit: 1 })), {
      rateLimited: true,
    })
    for (let i = 0; i < 2; i += 1) expect((await limited.call('GET /api/v1/hasty')).status).toBe(200)
    const third = await limited.call('GET /api/v1/hasty')
    expect([third.status, third.body.code]).toEqual([429, 'too-many-requests'])
    expect(third.headers['retry-after']).toBeDefined()
    expect((await limited.call('GET /api/v1/hasty', { as: person })).status).toBe(200)
  })

  it('health, readiness and measures are told', async () => {
    expect((await call('GET /healthz')).body).toEqual({ ok: true })
    expect((await call('GET /readyz')).body).toEqual({ ok: true })
    const { body } = await call('GET /metrics')
    expect(body).toContain(
      'yichuang_http_request_seconds_count{method="GET",route="/api/v1/notes",status="200"}',
    )
    expect(body).toContain('yichuang_database_connections{state="open"}')
  })

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])(
    'measures are not told to what came through a proxy of this machine, known by %s',
    async (header) => {
      expect((await call('GET /metrics', { headers: { [header]: '127.0.0.1' } })).status).toBe(403)
    },
  )

  it('measures are told to the holder of the token only, once there is one, and in production to nobody without', async () => {
    const guarded = await testApp(database, () => undefined, {
      metricsToken: 'a-token-of-some-length',
      metricsOpenToThisMachine: true,
    })
    const asked = async (authorization?: string) =>
      (await guarded.call('GET /metrics', { headers: authorization ? { authorization } : {} })).status
    expect([
      await asked(),
      await asked('Bearer a-token-of-some-lengtH'),
      await asked('Bearer a-token-of-some-length'),
    ]).toEqual([403, 403, 200])
    const production = await testApp(database, () => undefined, { metricsOpenToThisMachine: false })
    expect((await production.call('GET /metrics')).status).toBe(403)
  })

  it('the API describes itself, for programs and for people', async () => {
    const { body } = await call('GET /api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const write = body.paths['/api/v1/notes/{noteId}'].post
    expect(write.requestBody.content['application/json'].schema.properties.text).toMatchObject({
      maxLength: 20,
    })
    expect(write.parameters.map((parameter: { name: string }) => parameter.name)).toEqual([
      'noteId',
      'Idempotency-Key',
      'x-csrf-token',
    ])
    const chinese = await call('GET /api/docs', { headers: { 'accept-language': 'zh-CN' } })
    expect(chinese.body).toContain('<html lang="zh-CN">')
    expect(chinese.body).toContain('POST /api/v1/notes/{noteId}')
    expect(chinese.body).toContain('id="problem-note-too-sad"')
    expect((await call('GET /api/docs?lang=en')).body).toContain('Who may call')
  })
})
