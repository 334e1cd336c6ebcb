import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Config } from '../../../config.ts'
import { fixedClock } from '../../../platform/clock.ts'
import { createFieldCipher, newKey, parseKeyRing } from '../../../platform/crypto.ts'
import { createDiskStore, openFiles } from '../../../platform/files/index.ts'
import { createOnce } from '../../../platform/http/once.ts'
import { testApp } from '../../../platform/test-app.ts'
import { lettersRoutes } from '../../letters/index.ts'
import { casesRoutes } from '../cases.routes.ts'
import { materialsRoutes } from '../materials.routes.ts'
import { JINING, type Town } from './town.ts'

const MAX_UPLOAD = 2_000_000

/** The routes of cases, materials and letters over a town, and a clock that can be set. */
export async function townApp(town: Town) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-files-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const clock = fixedClock('2020-01-20T10:00:00+08:00')
  const { database } = town.test
  const deps = {
    config: { maxUploadBytes: MAX_UPLOAD, publicUrl: 'http://localhost:8080' } as Config,
    database,
    clock,
    once: createOnce(createFieldCipher(parseKeyRing(newKey()))),
    files: await openFiles({ dir, store: createDiskStore(dir) }),
    regions: () => [JINING],
  }
  const app = await testApp(
    database,
    (app) => {
      casesRoutes(app, deps)
      materialsRoutes(app, deps)
      lettersRoutes(app, deps)
    },
    { maxUploadBytes: MAX_UPLOAD },
  )
  return { ...app, clock, deps }
}

/** A body of multipart/form-data with one file, and the header that goes with it. */
export function oneFile(name: string, content: Buffer, type = 'application/octet-stream') {
  const boundary = 'a-boundary-of-the-test'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

/** A form with JSON, where there is any, and the same file for each of some materials. */
export function manyFiles(json: string | undefined, fields: readonly string[], content: Buffer) {
  const boundary = 'a-boundary-of-the-test'
  const part = (about: string, bytes: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${about}\r\n\r\n`),
      Buffer.from(bytes as string),
      Buffer.from('\r\n'),
    ])
  return {
    payload: Buffer.concat([
      ...(json === undefined ? [] : [part('name="json"', json)]),
      ...fields.map((field) => part(`name="${field}"; filename="图片.jpg"`, content)),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
