import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { testDatabase } from '../test-database.ts'

const dist = mkdtempSync(path.join(tmpdir(), 'yichuang-web-'))
afterAll(() => rmSync(dist, { recursive: true }))
writeFileSync(path.join(dist, 'index.html'), 'the portal')
writeFileSync(path.join(dist, 'desk.html'), 'the desk')
writeFileSync(path.join(dist, 'robots.txt'), 'for robots')
const { database } = await testDatabase()
const { app } = await testApp(database, () => undefined, { webDist: dist })

test.each([
  ['/', 'the portal'],
  ['/cases/330600/0190', 'the portal'],
  ['/items/330600/claims.inpatient', 'the portal'],
  ['/desk', 'the desk'],
  ['/desk/cases/330600/0190', 'the desk'],
  ['/robots.txt', 'for robots'],
])('%s answers with %s', async (url, body) => {
  const reply = await app.inject(url)
  expect([reply.statusCode, reply.body]).toEqual([200, body])
})

test.each(['/favicon.ico', '/.env', '/.git/config', '/blog/index.php', '/assets/gone.js', '/api/nothing'])(
  '%s is not there, and says so instead of showing a page',
  async (url) => {
    expect((await app.inject(url)).statusCode).toBe(404)
  },
)
