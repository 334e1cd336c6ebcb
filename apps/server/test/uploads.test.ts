import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { materialsRoutes } from '../src/modules/cases/index.ts'
import { oneFile } from '../src/modules/cases/test/http.ts'
import { createLog } from '../src/platform/log.ts'
import { testApp } from '../src/platform/test-app.ts'
import { claim, openTown } from './claims-town.ts'

const town = await openTown({ register: materialsRoutes })
const { call, clerk, deps } = town
const photo = async (background: string) =>
  sharp({ create: { width: 900, height: 700, channels: 3, background } })
    .jpeg()
    .toBuffer()
const [red, blue] = [await photo('#c33'), await photo('#33c')]
const drafts = await Promise.all(
  [0, 1].map(async () => town.draft(await town.person(), claim('100.00'), 'claims.outpatient')),
)
const view = await town.ok(`GET /cases/${drafts[0]!.caseId}?regionCode=330600`, clerk)
const material = view.materials[0].materialId as string
const pathOf = (caseId: string) => `/api/v1/cases/${caseId}/materials/${material}?regionCode=330600`
const send = (caseId: string, content: Buffer, key?: string) =>
  call(`POST ${pathOf(caseId)}`, { as: clerk, ...oneFile('a.jpg', content), ...(key && { key }) })

// On a socket whoever calls is the clerk.
const refusals: string[] = []
const onSocket = await testApp(town.test.database, (app) => materialsRoutes(app, deps), {
  identify: async () => clerk,
  log: createLog('info', { write: (line: string) => void refusals.push(line) }),
})
await onSocket.app.listen({ host: '127.0.0.1', port: 0 })
const { port } = onSocket.app.server.address() as AddressInfo

/** Begins to send a file and hangs up in the middle of it, as a telephone in a lift does. */
const hangUp = (caseId: string, content: Buffer, after: number) =>
  new Promise<void>((resolve) => {
    const { payload, headers } = oneFile('a.jpg', content)
    const request = http.request({
      port,
      method: 'POST',
      path: pathOf(caseId),
      headers: { ...headers, 'content-length': payload.length, 'idempotency-key': `cut-${after}-${caseId}` },
    })
    request.on('error', () => undefined).on('close', () => resolve())
    // Not before the server has begun with it.
    request.write(payload.subarray(0, after), () => setTimeout(() => request.destroy(), 300))
  })

it('many uploads at once, of the same picture and to the same case, are each answered and kept', async () => {
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, n) => send(drafts[n % 2]!.caseId, n % 3 === 0 ? red : blue)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const shown = await Promise.all(
    answers.map(({ body }, n) =>
      call(
        `GET /api/v1/cases/${drafts[n % 2]!.caseId}/files/${body.file.fileId}?regionCode=330600&size=thumbnail`,
        {
          as: clerk,
        },
      ),
    ),
  )
  expect(new Set(shown.map(({ status }) => status))).toEqual(new Set([200]))
  for (const { caseId } of drafts) {
    const { materials } = await town.ok(`GET /cases/${caseId}?regionCode=330600`, clerk)
    expect(materials[0].files).toHaveLength(12)
  }
})

it('of the same upload sent twice at once one is kept, and both are told of it', async () => {
  const twice = await Promise.all([1, 2, 3].map(() => send(drafts[0]!.caseId, red, 'the-same-upload')))
  expect(new Set(twice.map(({ body }) => body.file.fileId)).size).toBe(1)
})

it('whoever hangs up in the middle leaves nothing, and disturbs nobody', async () => {
  const cuts = [10, 200, 400, 2000, red.length].map((after) => hangUp(drafts[0]!.caseId, red, after))
  const others = Array.from({ length: 8 }, () => send(drafts[1]!.caseId, blue))
  const answers = await Promise.all(others)
  await Promise.all(cuts)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  await expect
    .poll(() => readdirSync(path.join(deps.config.dataDir, 'incoming')), { timeout: 5000 })
    .toEqual([])
  // Nobody waits for these answers: they are seen in the log, when they come.
  const cutShort = /upload-broken|unreadable-request/
  await expect.poll(() => refusals.some((line) => cutShort.test(line)), { timeout: 10_000 }).toBe(true)
  expect(refusals.filter((line) => line.includes('"level":50'))).toEqual([])
})
