import path from 'node:path'
import { makeResidentId, plainDate } from '@yichuang/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser } from '../../../test/browser.ts'
import { openDemoIdentityProvider, type DemoAccount } from '../../demo/identity-provider/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../../platform/crypto.ts'
import { inTransaction } from '../../platform/db.ts'
import { buildApp } from '../../platform/http/build-app.ts'
import { createOnce } from '../../platform/http/once.ts'
import { createLog } from '../../platform/log.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { SYSTEM } from '../audit/index.ts'
import { insuredRoutes, openInsured, registerPerson } from '../insured/index.ts'
import { changeStaff, createStaff, foundCity, organisationsRoutes } from '../organisations/index.ts'
import { openIdentity } from './index.ts'
import { ownPath } from './own-path.ts'

const { database, db, sql } = await testDatabase()
const clock = fixedClock('2020-10-15T01:00:00Z')
const today = plainDate('2020-10-15')
const keys = parseKeyRing(newKey())
const cipher = createFieldCipher(keys)
openInsured({
  cipher,
  blindIndex: createBlindIndex(keys[0]![1]),
  places: () => new Map([['330600', '绍兴市']]),
})

const idNumber = makeResidentId({ region: '330602', birth: plainDate('1980-05-06'), sequence: 21 })
const stranger = makeResidentId({ region: '330602', birth: plainDate('1981-05-06'), sequence: 21 })
const who = { zh: '', en: '' }
const account = (login: string, side: 'portal' | 'desk', idNumber?: string): DemoAccount => ({
  login,
  name: login,
  who,
  group: { zh: '绍兴', en: 'Shaoxing' },
  for: side,
  ...(idNumber && { idNumber }),
})
const accounts = [
  account('wang.fang', 'portal', idNumber),
  account('stranger', 'portal', stranger),
  account('clerk', 'desk'),
  account('nobody', 'desk'),
  account('switched.off', 'desk'),
  account('without.role', 'desk'),
]

const publicUrl = 'http://localhost'
const provider = openDemoIdentityProvider(publicUrl, async () => accounts)
const limits = { idleMinutes: 30, longestHours: 12 }
const identity = openIdentity({
  database,
  clock,
  cipher,
  publicUrl,
  oidc: provider.settings,
  limits,
  demo: true,
  maxUploadBytes: 1_000_000,
})
const app = await buildApp({
  log: createLog('silent'),
  database,
  identify: identity.identify,
  publicUrl,
  maxUploadBytes: 1_000_000,
  webDist: path.join(import.meta.dirname, 'no-web'),
  rateLimited: false,
})
const once = createOnce(cipher)
identity.routes(app)
organisationsRoutes(app, {
  database,
  clock,
  once,
  onStaffChanged: (db, id) => identity.sessions.endOfStaff(db, id),
})
insuredRoutes(app, { database, clock, once })
await provider.mount(app)
await app.ready()
afterAll(() => app.close())

let clerkId = ''
beforeAll(async () => {
  const at = clock.now()
  await inTransaction(database.forRegion('330600'), async (db) => {
    const office = {
      regionCode: '330600',
      code: '330600001',
      name: '绍兴市医保中心',
      level: 'city',
      territory: '330600',
    } as const
    const { id } = await foundCity(db, { ...office, parentId: null, phone: '0575-89115826' }, at)
    const by = { actor: SYSTEM, at, offices: [id] }
    const roles = [{ role: 'clerk', officeId: id }] as const
    for (const login of ['clerk', 'switched.off', 'without.role']) {
      const { userId, name } = await createStaff(db, { login, name: `员工 ${login}` }, by)
      if (login === 'clerk') clerkId = userId
      if (login !== 'without.role')
        await changeStaff(db, userId, { name, active: login === 'clerk', roles, version: 0 }, by)
    }
    await registerPerson(db, { regionCode: '330600', name: '王芳', idNumber, phone: '13800005678' }, today)
  })
})

describe('an insured person', () => {
  it('signs in through the issuer, lands where they wanted to go, and is known by the ID number', async () => {
    const { signIn, json, cookies } = browser(app)
    const page = await signIn('portal', 'wang.fang', '/cases/1?tab=bills')
    expect(page.url).toBe('/cases/1?tab=bills')
    expect([...cookies.keys()]).toContain('yichuang-session')
    const session = await json('/api/v1/session')
    expect(session.body).toMatchObject({
      person: { name: '王芳', idNumberMasked: `330602********${idNumber.slice(-4)}` },
      staff: null,
      today: '2020-10-15',
      demo: true,
    })
    expect((await json('/api/v1/me')).body.person).toMatchObject({ name: '王芳', phoneMasked: '138****5678' })
  })

  it('signs in at whatever address the demonstration was opened under, and no header sends them to another', async () => {
    const elsewhere = browser(app, '192.168.1.20:8080')
    expect((await elsewhere.signIn('portal', 'wang.fang', '/cases/1')).url).toBe('/cases/1')
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    let [url, cookie, hops] = ['/auth/sign-in?for=portal', '', 0]
    for (; hops < 2; hops += 1) {
      const response = await app.inject({ method: 'GET', url, headers: { ...headers, cookie } })
      cookie += response.cookies.map(({ name, value }) => `${name}=${value}; `).join('')
      url = String(response.headers.location)
      expect([response.statusCode, url]).toEqual([303, expect.stringMatching(/^\/demo-idp\//)])
    }
    const login = await app.inject({
      method: 'POST',
      url,
      headers: { ...headers, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'login=wang.fang',
    })
    expect(login.headers.location).toMatch(/^\/demo-idp\//)
  })

  it('who is insured nowhere here is told so, and whom to call', async () => {
    const page = await browser(app).signIn('portal', 'stranger')
    expect(page).toMatchObject({ status: 403 })
    expect(page.text).toContain('没有您的参保登记')
    expect(page.text).toContain('0575-89115826')
  })

  it('who signs in in English is answered in English', async () => {
    const { go } = browser(app)
    const page = await go('/auth/sign-in?for=portal&lang=en')
    expect(page.text).toContain('Choose an insured person')
    expect((await go(page.url, { login: 'stranger' })).text).toContain('Whom to call')
  })

  it('may go back without signing in', async () => {
    const page = await browser(app).signIn('portal', '')
    expect(page).toMatchObject({ status: 400 })
    expect(page.text).toContain('您取消了登录')
  })
})

describe('a member of staff', () => {
  it('signs in at the desk with roles and offices', async () => {
    const { signIn, json } = browser(app)
    expect((await signIn('desk', 'clerk')).url).toBe('/desk')
    expect((await json('/api/v1/session')).body.staff.roles).toMatchObject([
      { role: 'clerk', officeName: '绍兴市医保中心', regionCode: '330600' },
    ])
  })

  it.each([
    ['nobody', '这个账号不是经办人员'],
    ['switched.off', '您的账号已停用'],
    ['without.role', '您还没有岗位'],
  ])('%s is told: %s', async (login, sentence) => {
    const page = await browser(app).signIn('desk', login)
    expect(page).toMatchObject({ status: 403 })
    expect(page.text).toContain(sentence)
  })

  it('is signed out when their roles change', async () => {
    const { signIn, json } = browser(app)
    await signIn('desk', 'clerk')
    expect((await json('/api/v1/session')).body.staff).not.toBeNull()
    await inTransaction(db, (db) => identity.sessions.endOfStaff(db, clerkId))
    expect((await json('/api/v1/session')).body.staff).toBeNull()
  })
})

describe('a session', () => {
  it('is kept by the hash of its token only, in a cookie that scripts cannot read', async () => {
    const { signIn, cookies } = browser(app)
    await signIn('portal', 'wang.fang')
    const token = cookies.get('yichuang-session')!
    const rows = await sql<{ text: string }>(`select row_to_json(s)::text as text from identity.session s`)
    expect(rows.some(({ text }) => text.includes(token))).toBe(false)
    const start = await app.inject('/auth/sign-in?for=portal')
    expect(start.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('needs its own token for every unsafe call', async () => {
    const { signIn, json } = browser(app)
    await signIn('portal', 'wang.fang')
    const { csrfToken } = (await json('/api/v1/session')).body
    const post = (headers: Record<string, string>) => json('/api/v1/me/voucher', { method: 'POST', headers })
    expect(await post({})).toMatchObject({ status: 403, body: { code: 'csrf-token-wrong' } })
    expect(await post({ 'x-csrf-token': 'wrong' })).toMatchObject({ status: 403 })
    expect(await post({ 'x-csrf-token': csrfToken })).toMatchObject({
      status: 200,
      body: { validSeconds: 60 },
    })
  })

  it('ends by signing out, by idling, and after its longest time', async () => {
    const { signIn, json } = browser(app)
    await signIn('portal', 'wang.fang')
    const { csrfToken } = (await json('/api/v1/session')).body
    const end = await json('/api/v1/session/end', { method: 'POST', headers: { 'x-csrf-token': csrfToken } })
    expect(end).toMatchObject({ status: 200, body: { ok: true, next: null } })
    expect((await json('/api/v1/me')).status).toBe(401)

    for (const column of ['seen_at', 'expires_at']) {
      const other = browser(app)
      await other.signIn('portal', 'wang.fang')
      await sql(`update identity.session set ${column} = now() - interval '31 minutes'`)
      expect((await other.json('/api/v1/me')).status).toBe(401)
    }
  })

  it('gives way to the next sign-in of the same browser', async () => {
    const { signIn, json, cookies } = browser(app)
    await signIn('portal', 'wang.fang')
    const before = cookies.get('yichuang-session')!
    await signIn('desk', 'clerk')
    expect((await json('/api/v1/session')).body).toMatchObject({
      person: null,
      staff: { name: '员工 clerk' },
    })
    cookies.set('yichuang-session', before)
    expect((await json('/api/v1/session')).body).toMatchObject({ person: null, staff: null })
  })
})

describe('a sign-in', () => {
  it('that began in another browser is refused', async () => {
    const [mine, theirs] = [browser(app), browser(app)]
    const page = await mine.go('/auth/sign-in?for=portal')
    theirs.cookies.set('yichuang-sign-in', 'something')
    for (const [name, value] of mine.cookies)
      if (!name.startsWith('yichuang')) theirs.cookies.set(name, value)
    const answer = await theirs.go(page.url, { login: 'wang.fang' })
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.text).toContain('不是从本浏览器发起的')
  })

  it('cannot be answered twice', async () => {
    const { go, cookies } = browser(app)
    const page = await go('/auth/sign-in?for=portal')
    const signIn = cookies.get('yichuang-sign-in')!
    const [state] = signIn.split('.')
    await go(page.url, { login: 'wang.fang' })
    cookies.set('yichuang-sign-in', signIn)
    expect(await go(`/auth/callback?code=x&state=${state}`)).toMatchObject({ status: 400 })
  })
})

describe('the way back', () => {
  it.each([
    ['/cases/1?a=b#c', 'portal', '/cases/1?a=b#c'],
    ['/desk/inbox', 'desk', '/desk/inbox'],
    [undefined, 'desk', '/desk'],
    ['', 'portal', '/'],
    ['//evil.example', 'portal', '/'],
    ['/\\evil.example', 'portal', '/'],
    ['/\t/evil.example', 'portal', '/'],
    ['https://evil.example/', 'portal', '/'],
    ['/auth/sign-in', 'portal', '/'],
    ['/api/v1/session', 'desk', '/desk'],
    ['/a/..//evil.example', 'portal', '/'],
  ] as const)('%j on the %s leads to %s', (asked, side, to) => {
    expect(ownPath(asked, side)).toBe(to)
  })
})
