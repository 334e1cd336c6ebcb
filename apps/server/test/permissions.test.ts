import * as contracts from '@yichuang/contracts'
import { outsideRoles, staffRoles, type Endpoint, type StaffRole } from '@yichuang/contracts'
import { makeResidentId, plainDate } from '@yichuang/kernel'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSessions } from '../src/modules/identity/index.ts'
import { SYSTEM } from '../src/modules/audit/index.ts'
import { registerPerson } from '../src/modules/insured/index.ts'
import { changeStaff, createStaff, forgetOffices, foundCity } from '../src/modules/organisations/index.ts'
import { inTransaction } from '../src/platform/db.ts'
import { API_PREFIX } from '../src/platform/http/route.ts'
import { newId } from '../src/platform/uuid.ts'
import { sampleOf } from './sample.ts'
import { wholeServer } from './whole-server.ts'

const { app, database } = await wholeServer()
const sessions = openSessions(database.db, { idleMinutes: 60, longestHours: 12 })

type Caller = 'anonymous' | 'person' | StaffRole | 'everybody of the other city'
const callers: readonly Caller[] = ['anonymous', 'person', ...staffRoles, 'everybody of the other city']

const endpoints = (Object.values(contracts) as unknown[]).filter(
  (value): value is Endpoint =>
    typeof value === 'object' && value !== null && 'access' in value && 'path' in value,
)
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`

const [SHAOXING, JINING] = ['330600', '370800']
/** what nobody of the other city may know */
const known: Record<string, unknown> = { regionCode: SHAOXING }
const tokens = new Map<Caller, string>()

beforeAll(async () => {
  const at = new Date('2020-10-15T01:00:00Z')
  for (const regionCode of [SHAOXING, JINING])
    await inTransaction(database.forRegion(regionCode), async (db) => {
      const office = {
        regionCode,
        code: `${regionCode}001`,
        name: '医保中心',
        level: 'city',
        territory: regionCode,
      } as const
      const { id } = await foundCity(db, { ...office, parentId: null }, at)
      const by = { actor: SYSTEM, at, offices: [id] }
      if (regionCode === SHAOXING) known['officeId'] = id
      // Of the other city one who may do everything there, and nothing here.
      const callers: readonly (readonly [Caller, readonly StaffRole[]])[] =
        regionCode === SHAOXING
          ? staffRoles.map((role) => [role, [role]])
          : [['everybody of the other city', staffRoles]]
      for (const [caller, all] of callers) {
        const { userId, name } = await createStaff(db, { login: `${all[0]}.${regionCode}`, name: caller }, by)
        const roles = all.map((role) => ({ role, officeId: id }))
        await changeStaff(db, userId, { name, active: true, roles, version: 0 }, by)
        tokens.set(caller, await sessions.start(db, { staffId: userId }, null))
      }
    })
  const idNumber = makeResidentId({ region: '330602', birth: plainDate('1980-05-06'), sequence: 21 })
  const person = { regionCode: SHAOXING, name: '王芳', idNumber }
  const personId = await inTransaction(database.forRegion(SHAOXING), (db) =>
    registerPerson(db, person, plainDate('2020-10-15')),
  )
  known['personId'] = personId
  const who = { personId, name: '王芳', idNumberMasked: '', regionCodes: [SHAOXING] }
  tokens.set('person', await sessions.start(database.db, who, null))
  forgetOffices()
})

async function csrfOf(token: string | undefined): Promise<string | undefined> {
  return token === undefined ? undefined : (await sessions.find(token))?.csrfToken
}

/** Calls an endpoint with the smallest request it accepts. */
async function call(endpoint: Endpoint, caller: Caller, options: { csrf?: boolean } = {}) {
  const params = (sampleOf(endpoint.params, known) ?? {}) as Record<string, string>
  const query = (sampleOf(endpoint.query, known) ?? {}) as Record<string, string>
  const body = endpoint.upload ? undefined : sampleOf(endpoint.body, known)
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])))
  const token = tokens.get(caller)
  const csrf = options.csrf === false ? undefined : await csrfOf(token)
  const response = await app.inject({
    method: endpoint.method,
    url: `${API_PREFIX}${path}?${new URLSearchParams(query)}`,
    headers: {
      'accept-language': 'en',
      ...(token && { cookie: `yichuang-session=${token}` }),
      ...(csrf !== undefined && { 'x-csrf-token': csrf }),
      ...(endpoint.method !== 'GET' && { 'idempotency-key': newId() }),
      ...(endpoint.upload && { 'content-type': 'multipart/form-data; boundary=b' }),
    },
    ...(endpoint.upload
      ? {
          payload:
            '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nx\r\n--b--\r\n',
        }
      : body !== undefined && { payload: body as object }),
  })
  const json = String(response.headers['content-type']).includes('json')
  return { status: response.statusCode, body: json ? response.json<any>() : undefined } // oxlint-disable-line typescript/no-explicit-any -- any reply
}

function mayCall({ access }: Endpoint, caller: Caller): boolean {
  if (access.includes('public')) return true
  if (caller === 'anonymous') return false
  if (caller === 'person') return access.includes('person')
  if (caller === 'everybody of the other city') return access.some((role) => role !== 'person')
  const role = caller
  return access.includes(role) || (access.includes('staff') && !outsideRoles.includes(role))
}

describe('every endpoint of the contracts', () => {
  it('is served, and nothing else is', () => {
    const served = app.endpoints.map(nameOf).sort()
    expect(served).toEqual(endpoints.map(nameOf).sort())
  })

  // Signing out ends the session the other calls need, so it comes last.
  const ordered = endpoints.toSorted(
    (a, b) => Number(a.path === '/session/end') - Number(b.path === '/session/end'),
  )

  const unsafe = ordered.filter(({ method }) => method !== 'GET')
  it.each(unsafe.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s refuses a signed-in caller without the token of their page',
    async (_, endpoint) => {
      const allowed = callers.filter((caller) => caller !== 'anonymous' && mayCall(endpoint, caller))
      expect(allowed).not.toEqual([])
      const answer = await call(endpoint, allowed[0]!, { csrf: false })
      expect(answer).toMatchObject({ status: 403, body: { code: 'csrf-token-wrong' } })
    },
  )

  it.each(ordered.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
    '%s answers those it is declared for, and no others',
    async (_, endpoint) => {
      const surprises: string[] = []
      for (const caller of callers) {
        const answer = await call(endpoint, caller)
        if (!asDeclared(endpoint, caller, answer))
          surprises.push(`${caller}: ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 300)}`)
      }
      expect(surprises).toEqual([])
    },
  )
})

type Answer = Awaited<ReturnType<typeof call>>

/** Whether a caller was answered as the endpoint declares: let in, or kept out with the right words; never a failure. */
function asDeclared(endpoint: Endpoint, caller: Caller, { status, body }: Answer): boolean {
  if (status >= 500) return false
  if (!mayCall(endpoint, caller))
    return caller === 'anonymous'
      ? status === 401 && body.code === 'not-signed-in'
      : status === 403 && body.code === 'not-allowed'
  if (caller !== 'everybody of the other city') return status !== 401 && status !== 403
  return endpoint.access.includes('public') || !namesRegion(endpoint) || revealsNothing(status, body)
}

/** What is asked for lies in one city: the request says which, or names a person, case or office of it. */
function namesRegion(endpoint: Endpoint): boolean {
  const asked = {
    ...(sampleOf(endpoint.query, known) as object),
    ...(sampleOf(endpoint.body, known) as object),
  }
  return 'regionCode' in asked || 'officeId' in asked
}

/** Refused, or a list without anything in it. */
function revealsNothing(status: number, body: { items?: unknown[] } | undefined): boolean {
  return status >= 400 || body?.items?.length === 0
}
