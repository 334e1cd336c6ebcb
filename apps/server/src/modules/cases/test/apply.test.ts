import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '@yichuang/contracts'
import type { Caller } from '../../../platform/http/caller.ts'
import { manyFiles, townApp } from './http.ts'
import { PLAIN_ITEM } from './plain-item.ts'
import { content, JINING, openTown, type Town } from './town.ts'

let town: Town
let http: Awaited<ReturnType<typeof townApp>>
let picture: Buffer
const REQUIRED = ['identity', 'receipt', 'fee-list', 'medical-record']

beforeAll(async () => {
  town = await openTown()
  http = await townApp(town)
  const background = '#ccc'
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer()
})

const application = (note = '出具证明') => ({
  regionCode: JINING,
  itemId: PLAIN_ITEM,
  personId: town.person.personId,
  content: content(note),
})

function apply(as: Caller, body: unknown, materials: readonly string[], key?: string) {
  const form = manyFiles(body === undefined ? undefined : JSON.stringify(body), materials, picture)
  return http.call('POST /api/v1/applications', { as, ...form, ...(key !== undefined && { key }) })
}

async function stored(): Promise<unknown> {
  const [counts] = await town.test.sql(`select (select count(*)::int from cases."case") as cases,
    (select count(*)::int from cases.event) as events, (select count(*)::int from materials.file) as files,
    (select count(*)::int from plain.request) as contents, (select count(*)::int from letters.letter) as letters`)
  return counts
}

describe('a whole application', () => {
  it('is handed in with one call, like one that was typed step by step', async () => {
    const { status, body } = await apply(town.person, application(), REQUIRED)
    expect(status).toBe(200)
    const view = body as CaseView
    expect(view).toMatchObject({
      state: 'submitted',
      version: 2,
      channel: 'web',
      content: { note: '出具证明' },
    })
    expect(view.number).toMatch(/^370800001-20200120-/)
    expect(view.timeline.map(({ act }) => act)).toEqual(['start', 'hand-in'])
    const files = view.materials.filter(({ files }) => files.length === 1).map(({ materialId }) => materialId)
    expect(files.sort()).toEqual([...REQUIRED].sort())
    expect(view.letters.map(({ kind }) => kind)).toEqual(['receipt'])
  })

  it('at the window belongs to the clerk asked first, whatever papers are still missing', async () => {
    const { status, body } = await apply(town.staff.clerk, application(), [])
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'submitted', channel: 'window', ownerName: '王窗口' })
  })

  it('sent again, and twice at once, is one case', async () => {
    const before = await stored()
    const send = () => apply(town.person, application(), REQUIRED, 'application-once')
    const [one, two] = await Promise.all([send(), send()])
    const three = await send()
    expect([one.status, two.status, three.status]).toEqual([200, 200, 200])
    expect(new Set([one, two, three].map(({ body }) => (body as CaseView).caseId)).size).toBe(1)
    expect(await stored()).toMatchObject({ cases: (before as { cases: number }).cases + 1 })
    const other = await apply(town.person, application('别的'), REQUIRED, 'application-once')
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    const fewer = await apply(town.person, application(), REQUIRED.slice(1), 'application-once')
    expect([fewer.status, fewer.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  it('that cannot be handed in is told everything that is missing, and nothing is left of it', async () => {
    const before = await stored()
    const { status, body } = await apply(town.person, application(''), ['receipt'])
    expect(status).toBe(422)
    expect((body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      'materials.identity',
      'materials.fee-list',
      'materials.medical-record',
      'note',
    ])
    expect(await stored()).toEqual(before)
  })

  it('says what is wrong with the form itself', async () => {
    const before = await stored()
    expect((await apply(town.person, undefined, ['receipt'])).body.code).toBe('form-without-json')
    const words = manyFiles('{"regionCode"', [], picture)
    const unread = await http.call('POST /api/v1/applications', { as: town.person, ...words })
    expect([unread.status, unread.body.code]).toEqual([400, 'form-without-json'])
    const { content: _, ...rest } = application()
    const lacking = await apply(town.person, rest, [])
    expect([lacking.status, lacking.body.errors[0].path]).toEqual([400, 'content'])
    const unknown = await apply(town.person, application(), ['receipt', 'holiday-pictures'])
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown-material'])
    const noForm = await http.call('POST /api/v1/applications', { as: town.person, body: application() })
    expect([noForm.status, noForm.body.code]).toEqual([400, 'form-without-json'])
    expect(await stored()).toEqual(before)
  })

  it('for somebody else needs a mandate', async () => {
    const { status, body } = await apply(town.neighbour, application(), REQUIRED)
    expect([status, body.code]).toEqual([403, 'no-mandate'])
  })
})
