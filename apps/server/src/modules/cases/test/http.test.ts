import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '@yichuang/contracts'
import { recordMandate } from '../../insured/index.ts'
import { PLAIN_ITEM } from './plain-item.ts'
import { content, JINING, openTown, type Town } from './town.ts'
import { oneFile, townApp } from './http.ts'

let town: Town
let http: Awaited<ReturnType<typeof townApp>>
let picture: Buffer
const region = `regionCode=${JINING}`

beforeAll(async () => {
  town = await openTown()
  http = await townApp(town)
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#ccc' } })
    .jpeg()
    .toBuffer()
})

async function start(): Promise<CaseView> {
  const body = { regionCode: JINING, itemId: PLAIN_ITEM, personId: town.person.personId }
  const started = await http.call('POST /api/v1/cases', { as: town.person, body })
  expect(started.status).toBe(200)
  return started.body as CaseView
}

async function write(view: CaseView, note = '出具证明'): Promise<number> {
  const body = { regionCode: JINING, version: view.version, content: content(note) }
  const saved = await http.call(`PUT /api/v1/cases/${view.caseId}/content`, { as: town.person, body })
  return (saved.body as { version: number }).version
}

async function addEverything(view: CaseView): Promise<number> {
  let version = 0
  for (const { materialId } of view.materials.filter(({ required }) => required)) {
    const { payload, headers } = oneFile('图片.jpg', picture)
    const url = `POST /api/v1/cases/${view.caseId}/materials/${materialId}?${region}`
    const added = await http.call(url, { as: town.person, payload, headers })
    expect(added.body).toMatchObject({ file: { name: '图片.jpg', type: 'image/jpeg', hasThumbnail: true } })
    version = (added.body as { version: number }).version
  }
  return version
}

describe('over HTTP', () => {
  it('somebody at home hands in once everything is there, and is told all that is missing at once', async () => {
    const draft = await start()
    expect(draft).toMatchObject({
      state: 'draft',
      channel: 'web',
      acts: ['hand-in', 'withdraw'],
      number: null,
    })
    const tooEarly = await http.call(`POST /api/v1/cases/${draft.caseId}/hand-in`, {
      as: town.person,
      body: { regionCode: JINING, version: draft.version },
    })
    expect(tooEarly.status).toBe(422)
    const paths = (tooEarly.body as { errors: { path: string }[] }).errors.map(({ path }) => path)
    expect(paths).toEqual([
      'materials.identity',
      'materials.receipt',
      'materials.fee-list',
      'materials.medical-record',
      'note',
    ])

    await write(draft)
    const version = await addEverything(draft)
    const key = 'the-same-request-twice'
    const handIn = { as: town.person, key, body: { regionCode: JINING, version } }
    const handed = await http.call(`POST /api/v1/cases/${draft.caseId}/hand-in`, handIn)
    expect(handed.body).toMatchObject({ state: 'submitted', ownerName: '孙双岗', handedInOn: '2020-01-20' })
    const again = await http.call(`POST /api/v1/cases/${draft.caseId}/hand-in`, handIn)
    expect(again.body).toEqual(handed.body)

    const receipt = await http.call(`GET /api/v1/cases/${draft.caseId}/letters/receipt?${region}`, {
      as: town.person,
    })
    expect(receipt.headers['content-type']).toBe('application/pdf')
    const messages = await http.call('GET /api/v1/my/messages', { as: town.person })
    expect(messages.body).toMatchObject({ unread: 1, items: [{ kind: 'handed-in', title: 'Handed in' }] })
  })

  it('a stranger gets the answer of a case that does not exist, for the case, its files and its letters', async () => {
    const draft = await start()
    const version = await addEverything(draft)
    expect(version).toBeGreaterThan(1)
    const { materials } = (
      await http.call(`GET /api/v1/cases/${draft.caseId}?${region}`, { as: town.person })
    ).body as CaseView
    const fileId = materials[0]!.files[0]!.fileId
    const nowhere = '01234567-89ab-7def-8123-456789abcdef'
    const missing = await http.call(`GET /api/v1/cases/${nowhere}?${region}`, { as: town.neighbour })
    for (const what of ['', `/files/${fileId}`, '/letters/receipt', '/ledger'])
      for (const as of [town.neighbour, town.staff.clerk]) {
        const answer = await http.call(
          `GET /api/v1/cases/${draft.caseId}${what}${what.includes('?') ? '&' : '?'}${region}`,
          { as },
        )
        expect([answer.status, answer.body]).toEqual([404, missing.body])
      }
    const file = await http.call(`GET /api/v1/cases/${draft.caseId}/files/${fileId}?${region}`, {
      as: town.person,
    })
    expect(file.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
    const small = await http.call(
      `GET /api/v1/cases/${draft.caseId}/files/${fileId}?${region}&size=thumbnail`,
      { as: town.person },
    )
    expect(small.headers['content-type']).toBe('image/webp')
  })

  it('papers opened by a clerk of another office stand in the person’s trail, once for a sitting', async () => {
    const handedIn = await town.handedIn()
    const receipt = `GET /api/v1/cases/${handedIn.caseId}/letters/receipt?${region}`
    for (const as of [town.person, town.staff.clerk, town.staff.farClerk, town.staff.farClerk])
      expect((await http.call(receipt, { as })).status).toBe(200)
    const trail = await town.test.sql(
      `select actor_name as by from audit.entry where act = 'papers-read-elsewhere' and case_id = $1`,
      [handedIn.caseId],
    )
    expect(trail).toEqual([{ by: '周街道' }])
  })

  it('a helper with a mandate does it for the person, and without one cannot even begin', async () => {
    const body = { regionCode: JINING, itemId: PLAIN_ITEM, personId: town.person.personId }
    const refused = await http.call('POST /api/v1/cases', { as: town.neighbour, body })
    expect([refused.status, refused.body.code]).toEqual([403, 'no-mandate'])
    const clerk = town.at(town.staff.clerk, '2020-01-20T09:00')
    await town.tx((db) =>
      recordMandate(
        db,
        JINING,
        {
          principalId: town.person.personId,
          agentId: town.neighbour.personId,
          relation: 'helper',
          proof: '委托书原件',
          to: null,
        },
        clerk,
      ),
    )
    const started = await http.call('POST /api/v1/cases', { as: town.neighbour, body })
    expect(started.body).toMatchObject({ agentName: '欧阳大海', applicantName: '张小明' })
    const { materials, caseId } = started.body as CaseView
    expect(materials.filter(({ required }) => required).map(({ materialId }) => materialId)).toContain(
      'mandate',
    )
    const seen = await http.call(`GET /api/v1/cases/${caseId}?${region}`, { as: town.person })
    expect(seen.status).toBe(200)
    const mine = await http.call('GET /api/v1/my/cases?limit=1', { as: town.neighbour })
    expect(mine.body).toMatchObject({ items: [{ caseId }], next: expect.any(String) as string })
  })

  it('a file that is not what its name says, or is too large, is refused and leaves nothing', async () => {
    const draft = await start()
    const url = `POST /api/v1/cases/${draft.caseId}/materials/receipt?${region}`
    const program = oneFile('照片.jpg', Buffer.from('MZ\u0090\u0000 this is a program', 'latin1'))
    expect((await http.call(url, { as: town.person, ...program })).status).toBe(415)
    const large = oneFile('照片.jpg', Buffer.concat([picture, Buffer.alloc(2_100_000)]))
    expect((await http.call(url, { as: town.person, ...large })).status).toBe(413)
    const unknown = oneFile('照片.jpg', picture)
    const elsewhere = url.replace('receipt', 'no-such-material')
    expect((await http.call(elsewhere, { as: town.person, ...unknown })).body).toMatchObject({
      code: 'unknown-material',
    })
    const seen = (await http.call(`GET /api/v1/cases/${draft.caseId}?${region}`, { as: town.person }))
      .body as CaseView
    expect(seen.materials.flatMap(({ files }) => files)).toEqual([])
    expect(seen.version).toBe(draft.version)
  })

  it('a clerk finds it in the inbox, by number and by name; a second clerk is told what the first did', async () => {
    const handed = await town.handedIn()
    const { clerk, otherClerk } = town.staff
    const inbox = await http.call(`GET /api/v1/inbox?officeId=${town.county.id}`, { as: clerk })
    expect(inbox.body).toMatchObject({ next: null })
    expect(inbox.body.items.map(({ caseId }: { caseId: string }) => caseId)).toContain(handed.caseId)
    expect(inbox.body.counts.mine).toBeGreaterThan(0)
    for (const q of [handed.number!, '张小']) {
      const found = await http.call(`GET /api/v1/cases?${region}&q=${encodeURIComponent(q)}`, {
        as: otherClerk,
      })
      expect(found.body.items).toContainEqual(
        expect.objectContaining({ caseId: handed.caseId, applicantName: '张*明' }),
      )
    }
    const ofPerson = (personId: string) =>
      http.call(`GET /api/v1/cases?${region}&personId=${personId}&limit=100`, { as: otherClerk })
    const own = (await ofPerson(town.person.personId)).body.items as CaseView[]
    expect(own.map(({ caseId }) => caseId)).toContain(handed.caseId)
    expect(own.filter(({ state }) => state === 'draft')).toEqual([])
    expect((await ofPerson(otherClerk.userId)).body.items).toEqual([])
    expect((await http.call(`GET /api/v1/cases?${region}`, { as: otherClerk })).status).toBe(400)
    const body = { regionCode: JINING, version: handed.version }
    const accepted = await http.call(`POST /api/v1/cases/${handed.caseId}/accept`, { as: clerk, body })
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      dueOn: '2020-02-06',
      clock: { daysLeft: 9, promised: { days: 9 } },
    })
    const late = await http.call(`POST /api/v1/cases/${handed.caseId}/accept`, { as: otherClerk, body })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      code: 'case-changed',
      detail: 'Since you looked: Accept by 王窗口 at 2020-01-20 10:00.',
    })
    const ledger = await http.call(`GET /api/v1/cases/${handed.caseId}/ledger?${region}`, { as: clerk })
    expect(ledger.body.days.filter(({ counted }: { counted: boolean }) => counted)).toHaveLength(9)
  })
})
