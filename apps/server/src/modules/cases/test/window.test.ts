import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '@yichuang/contracts'
import type { Caller } from '../../../platform/http/caller.ts'
import { issueVoucher, recordMandate } from '../../insured/index.ts'
import type { CaseRow } from '../case-row.ts'
import { readHistory } from '../case.queries.ts'
import { oneFile, townApp } from './http.ts'
import { content, JINING, openTown, type Town } from './town.ts'
import { PLAIN_ITEM } from './plain-item.ts'

let town: Town
let http: Awaited<ReturnType<typeof townApp>>
const region = `regionCode=${JINING}`

beforeAll(async () => {
  town = await openTown()
  http = await townApp(town)
})

const write = (row: { caseId: string; version: number }, what: string, as: Caller, body: object) =>
  http.call(`POST /api/v1/cases/${row.caseId}/${what}`, {
    as,
    body: { regionCode: JINING, version: row.version, ...body },
  })
const seen = async (row: { caseId: string }, as: Caller) =>
  (await http.call(`GET /api/v1/cases/${row.caseId}?${region}`, { as })).body as CaseView

describe('somebody at the window who wants to take the case back', () => {
  let row: CaseRow
  const withdraw = (as: Caller, body: object = {}) => write(row, 'withdraw', as, body)
  const code = (personId: string, at = new Date()) => issueVoucher(town.db, personId, at)
  beforeAll(async () => {
    row = await town.handedIn()
  })

  it('shows the code of the moment; without one no window may do it, near or far', async () => {
    for (const as of [town.staff.clerk, town.staff.farClerk]) {
      const view = await seen(row, as)
      expect(view.acts).not.toContain('withdraw')
      expect(view.actsOnProof).toEqual(['withdraw'])
      const answer = await withdraw(as, { reason: '本人口头要求' })
      expect([answer.status, answer.body.code]).toEqual([403, 'withdrawal-needs-voucher'])
    }
    expect((await seen(row, town.staff.reviewer)).actsOnProof).toEqual([])
    expect((await seen(row, town.person)).acts).toContain('withdraw')
  })

  it('a wrong code, an old one and one of somebody else are refused, and the case stays as it is', async () => {
    const { clerk } = town.staff
    const wrong = await withdraw(clerk, { voucher: '0'.repeat(28) })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'voucher-invalid'])
    const old = await code(town.person.personId, new Date(Date.now() - 120_000))
    expect((await withdraw(clerk, { voucher: old })).body.code).toBe('voucher-expired')
    const theirs = await code(town.neighbour.personId)
    expect((await withdraw(clerk, { voucher: theirs })).body.code).toBe('voucher-of-another')
    expect(await seen(row, clerk)).toMatchObject({ state: 'submitted', version: row.version })
  })

  it('a reviewer cannot use a code: it is shown at the window', async () => {
    const voucher = await code(town.person.personId)
    expect((await withdraw(town.staff.reviewer, { voucher })).status).toBe(403)
    expect((await seen(row, town.staff.clerk)).state).toBe('submitted')
  })

  it('is served with the code, by a clerk of another office too, once; the history says on what proof', async () => {
    const voucher = await code(town.person.personId)
    const spaced = voucher.replace(/(\d{4})/g, '$1 ')
    const done = await withdraw(town.staff.farClerk, { reason: '不报了', voucher: spaced })
    expect(done.status).toBe(200)
    const { events } = await readHistory(town.db, row)
    expect(events.at(-1)).toMatchObject({
      act: 'withdraw',
      side: 'agency',
      detail: { reason: '不报了', shownBy: 'person' },
    })
    const view = await seen(row, town.person)
    expect(view.state).toBe('withdrawn')
    expect(view.timeline.at(-1)!.text).toContain('showed their e-voucher code')
    const other = await town.handedIn()
    expect((await write(other, 'withdraw', town.staff.clerk, { voucher })).body.code).toBe('voucher-used')
  })

  it('may send the helper whose mandate is recorded', async () => {
    const mine = await town.handedIn()
    const mandate = {
      principalId: town.person.personId,
      agentId: town.neighbour.personId,
      relation: 'helper',
      proof: '委托书原件',
      to: null,
    } as const
    const at = town.at(town.staff.clerk, '2020-01-20T09:00')
    await town.tx((db) => recordMandate(db, JINING, mandate, at))
    const voucher = await code(town.neighbour.personId)
    const done = await write(mine, 'withdraw', town.staff.clerk, { voucher })
    expect(done.body).toMatchObject({ state: 'withdrawn' })
    const { events } = await readHistory(town.db, mine)
    expect(events.at(-1)).toMatchObject({ detail: { shownBy: 'helper' } })
  })
})

describe('a case can be handed over', () => {
  const to = async (row: { caseId: string }, as: Caller) =>
    (await http.call(`GET /api/v1/cases/${row.caseId}/colleagues?${region}`, { as })).body.items as {
      name: string
      roles: string[]
    }[]
  const roles = async (row: { caseId: string }, as: Caller) =>
    [...new Set((await to(row, as)).flatMap((colleague) => colleague.roles))].sort()

  it('to those who could do its next act, without the owner', async () => {
    const { clerk, otherClerk, farClerk, reviewer, approver, double } = town.staff
    const row = await town.handedIn()
    const names = (await to(row, clerk)).map(({ name }) => name)
    expect(names).toContain(otherClerk.name)
    expect(names).not.toContain(clerk.name)
    expect(names).not.toContain(approver.name)
    // A township's clerk cannot act for the county, only serve the person.
    expect(names).not.toContain(farClerk.name)
    expect(await roles(row, clerk)).toEqual(['clerk', 'reviewer'])
    expect(await to(row, farClerk)).toEqual([])

    const offer = await write(row, 'handover', clerk, { toUserId: approver.userId, reason: '请假' })
    expect([offer.status, offer.body.code]).toEqual([422, 'handover-not-possible'])

    const accepted = (await write(row, 'accept', clerk, {})).body as CaseView
    const proposed = (await write(accepted, 'propose', double, { outcome: 'grant' })).body as CaseView
    expect(proposed.state).toBe('reviewed')
    // Nobody decides on their own proposal, so whoever proposed is not offered either.
    const deciders = await to(row, clerk)
    expect(deciders.map(({ name }) => name)).toEqual([approver.name])
    expect(deciders[0]!.roles).toEqual(['approver'])
    expect(reviewer.name).not.toBe(approver.name)
  })
})

describe('what a clerk has looked over', () => {
  it('a colleague sees, until another file comes in; the applicant does not', async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#ccc' } })
      .jpeg()
      .toBuffer()
    const body = { regionCode: JINING, itemId: PLAIN_ITEM, personId: town.person.personId }
    const draft = (await http.call('POST /api/v1/cases', { as: town.staff.clerk, body })).body as CaseView
    const saved = await http.call(`PUT /api/v1/cases/${draft.caseId}/content`, {
      as: town.staff.clerk,
      body: { regionCode: JINING, version: draft.version, content: content('出具证明') },
    })
    const add = async () => {
      const url = `POST /api/v1/cases/${draft.caseId}/materials/receipt?${region}`
      const added = await http.call(url, { as: town.staff.clerk, ...oneFile('票据.jpg', picture) })
      return added.body as { file: { fileId: string }; version: number }
    }
    const receipt = async (as: Caller) =>
      (await seen(draft, as)).materials.find(({ materialId }) => materialId === 'receipt')!
    const mark = (as: Caller, fileIds: string[], checked = true) =>
      http.call(`PUT /api/v1/cases/${draft.caseId}/materials/receipt/checked`, {
        as,
        body: { regionCode: JINING, fileIds, checked },
      })

    expect(saved.status).toBe(200)
    const first = await add()
    expect((await receipt(town.staff.otherClerk)).checked).toBeNull()
    expect((await mark(town.staff.clerk, [first.file.fileId])).status).toBe(200)
    const view = await seen(draft, town.staff.otherClerk)
    expect((await receipt(town.staff.otherClerk)).checked).toEqual({
      by: town.staff.clerk.name,
      day: '2020-01-20',
    })
    // Looking over disturbs nobody who has the case open.
    expect(view.version).toBe(first.version)
    expect((await receipt(town.person)).checked).toBeNull()

    const second = await add()
    expect((await receipt(town.staff.clerk)).checked).toBeNull()
    expect((await mark(town.staff.reviewer, [first.file.fileId, second.file.fileId])).status).toBe(200)
    expect((await receipt(town.staff.clerk)).checked).not.toBeNull()
    await mark(town.staff.clerk, [second.file.fileId], false)
    expect((await receipt(town.staff.clerk)).checked).toBeNull()

    expect((await mark(town.staff.farClerk, [first.file.fileId])).status).toBe(403)
    const nobodys = '01234567-89ab-7def-8123-456789abcdef'
    const unknown = await mark(town.staff.clerk, [first.file.fileId, nobodys])
    expect([unknown.status, unknown.body.code]).toEqual([404, 'file-not-found'])
  })
})
