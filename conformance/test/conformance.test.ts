import { generateKeyPairSync } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { plainDate } from '@yichuang/kernel'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { demoCity } from '../../apps/server/test/demo-city.ts'
import { profileNames } from '../../apps/server/src/modules/hospital/front/profiles/index.ts'
import type { Check } from '../check.ts'
import { checks, examine } from '../examine.ts'
import { asHtml, asMarkdown } from '../readable.ts'
import { isGenuine, signReport } from '../sign.ts'
import { demoTarget, type DayBooks } from '../target.ts'
import { defects } from './defects.ts'
import { faultyCentre, type Plant } from './proxy.ts'

const { app } = await demoCity(plainDate('2020-10-15'))
let url = ''
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
const servers: Server[] = []
afterAll(() => servers.forEach((server) => server.close()))

const failed = (report: Awaited<ReturnType<typeof examine>>) =>
  report.results.filter(({ status }) => status === 'failed').map(({ id, finding }) => `${id}: ${finding}`)

const skipped = (report: Awaited<ReturnType<typeof examine>>) =>
  report.results.flatMap(({ status, id, finding }) => (status === 'skipped' ? [[id, finding]] : []))
const OF_BOOKS = /^(books|clearing|query)-/

describe('the conformance kit', () => {
  test.each(profileNames)('passes our own centre, signed by %s', async (name) => {
    const report = await examine(await demoTarget(url, name))
    expect(failed(report)).toEqual([])
    expect(report.passed).toBeGreaterThan(checks.length - 4)
    expect(skipped(report).filter(([id]) => OF_BOOKS.test(id!))).toEqual([])
  })

  it('says why nothing is reconciled where no day can be over, and does so later with the books it wrote', async () => {
    const { moveOn, ...fixed } = await demoTarget(url)
    await moveOn!()
    const some = checks.filter(({ id }) => ['A10', 'once-same-msgid', 'reverse-lost'].includes(id))
    const ofBooks = checks.filter(({ id }) => OF_BOOKS.test(id) && !id.startsWith('query'))
    let books: DayBooks | undefined
    const today = await examine(fixed, [...some, ...ofBooks], (made) => void (books = made))
    expect(failed(today)).toEqual([])
    expect(skipped(today).map(([id]) => id)).toEqual(ofBooks.map(({ id }) => id))
    for (const [, why] of skipped(today)) expect(why).toMatch(/^不适用：.*--books.*not applicable/)
    await moveOn!()
    const later = await examine({ ...fixed, books }, ofBooks)
    expect([failed(later), skipped(later)]).toEqual([[], []])
  })

  it('has at least one planted defect for every check, and none for a check there is not', () => {
    const planted = new Set(defects.map(({ check }) => check))
    expect(checks.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([])
    expect([...planted].filter((id) => !checks.some((check) => check.id === id))).toEqual([])
  })

  it('passes through the proxy of these tests as long as nothing is planted', async () => {
    expect(failed(await behind((reply) => reply, checks))).toEqual([])
  })

  test.each(defects.map((defect) => [defect.what, defect] as const))(
    'finds that %s',
    async (_what, { check, plant }) => {
      const wanted = checks.filter(({ id }) => id === check || (!ALONE.test(check) && COURSE.has(id)))
      expect(failed(await behind(plant, wanted)).map((line) => line.split(':')[0])).toContain(check)
    },
  )
})

/** Checks that make all their messages themselves. */
const ALONE = /^(A\d|pre-settle|stay-|purchase-|filing-|books-|clearing-|query-|shape-content|refuse-no-json)/
/** Enough messages for the checks that look at all replies, and so that there is something to copy a faulty yes from. */
const COURSE = new Set(['pre-settle-same', 'A10', 'once-same-msgid', 'reverse-lost', 'refuse-unknown-number'])

/** Examines our centre through a proxy with a defect; the profile leaves replies in plain, so that they can be spoilt. */
async function behind(plant: Plant, wanted: readonly Check[]) {
  const { url: faulty, server } = await faultyCentre(url, plant)
  servers.push(server)
  const target = await demoTarget(url)
  const through = <S extends object>(station: S) => ({ ...station, url: faulty })
  return examine({ ...target, station: through(target.station), pharmacy: through(target.pharmacy!) }, wanted)
}

describe('its report', () => {
  it('is signed: whoever changes a word of it is found out', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const target = await demoTarget(url)
    const signed = signReport(await examine(target, checks.slice(0, 2)), pem)
    expect(isGenuine(signed)).toBe(true)
    expect(isGenuine(signed, signReport(signed.report).signature.publicKey)).toBe(false)
    expect(isGenuine({ ...signed, report: { ...signed.report, failed: 0, passed: 99 } })).toBe(false)
    expect(isGenuine({ ...signed, signature: { ...signed.signature, value: 'x' } })).toBe(false)
    expect(JSON.stringify(signed)).not.toContain(target.idNumber)
  })

  it('shows what was found wrong with the books, signed', async () => {
    const { check, plant } = defects.find((defect) => defect.check === 'books-amount')!
    const report = await behind(
      plant,
      checks.filter(({ id }) => id === check),
    )
    const signed = signReport(report)
    expect(isGenuine(signed)).toBe(true)
    expect(asMarkdown(signed)).toMatch(/\| ✗ \| books-amount \|.*stmt_rslt 0/)
    expect(asHtml(signed)).toContain('<td>books-amount</td>')
  })

  it('can be read as a page and as Markdown, failures first, with nothing of a reply running as markup', async () => {
    const report = await examine(await demoTarget(url), checks.slice(0, 1))
    const bad = { ...report.results[0]!, status: 'failed' as const, finding: '<script>alert(1)</script> | x' }
    const signed = signReport({ ...report, failed: 1, results: [report.results[0]!, bad] })
    expect(asHtml(signed)).not.toContain('<script>')
    expect(asHtml(signed).indexOf('不通过')).toBeLessThan(asHtml(signed).indexOf('✓'))
    expect(asMarkdown(signed)).toContain('| ✗ |')
    expect(asMarkdown(signed)).not.toContain('<script>')
  })
})
