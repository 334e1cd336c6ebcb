import { beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { createFieldCipher, newKey, parseKeyRing } from '../../platform/crypto.ts'
import { inTransaction } from '../../platform/db.ts'
import type { StaffCaller } from '../../platform/http/caller.ts'
import { createOnce } from '../../platform/http/once.ts'
import { testApp } from '../../platform/test-app.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { newId } from '../../platform/uuid.ts'
import { SYSTEM } from '../audit/index.ts'
import {
  changeStaff,
  createStaff,
  dutyOwner,
  forgetOffices,
  foundCity,
  mayActAt,
  officeForApplication,
  officesAbove,
  officesBelow,
  organisationsRoutes,
  saveHospital,
} from './index.ts'

const { database, db, sql } = await testDatabase()
const clock = fixedClock('2020-10-15T01:00:00Z')
const ended: string[] = []
const { call } = await testApp(database, (app) =>
  organisationsRoutes(app, {
    database,
    clock,
    once: createOnce(createFieldCipher(parseKeyRing(newKey()))),
    onStaffChanged: async (_db, userId) => void ended.push(userId),
  }),
)

const REGION = '330600'
let cityId = ''
let administrator: StaffCaller
const as = (role: StaffCaller['roles'][number]['role'], officeId: string): StaffCaller => ({
  kind: 'staff',
  userId: newId(),
  name: '某人',
  sessionId: 's',
  roles: [{ role, officeId, regionCode: REGION }],
})
const office = (code: string, name: string, level: string, parentId: string | null) => ({
  regionCode: REGION,
  territory: code.slice(0, 6),
  code,
  name,
  level,
  parentId,
})

beforeAll(async () => {
  const at = clock.now()
  await inTransaction(db, async (db) => {
    const city = office('330600001', '绍兴市医保中心', 'city', null) as Parameters<typeof foundCity>[1]
    cityId = (await foundCity(db, city, at)).id
    const by = { actor: SYSTEM, at, offices: [cityId] }
    const { userId, name } = await createStaff(db, { login: 'admin', name: '孟管理' }, by)
    const roles = [{ role: 'administrator', officeId: cityId }] as const
    await changeStaff(db, userId, { name, active: true, roles, version: 0 }, by)
    administrator = { ...as('administrator', cityId), userId, name }
  })
  forgetOffices()
})

async function opened(code: string, name: string, level: string, parentId: string) {
  const { status, body } = await call('POST /api/v1/offices', {
    as: administrator,
    body: office(code, name, level, parentId),
  })
  expect(status).toBe(200)
  return body as { id: string; version: number }
}

describe('offices', () => {
  it('form a tree in which roles reach down, never up or sideways', async () => {
    const county = await opened('330602001', '越城区医保中心', 'county', cityId)
    const other = await opened('330603001', '柯桥区医保中心', 'county', cityId)
    const village = await opened('330602201', '演示村服务点', 'village', county.id)
    expect(await officesBelow(db, county.id)).toEqual([county.id, village.id])
    expect(await officesAbove(db, village.id)).toEqual([village.id, county.id, cityId])
    const may = (officeId: string) => mayActAt(db, as('clerk', county.id), ['clerk'], officeId)
    expect([await may(county.id), await may(village.id), await may(cityId), await may(other.id)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(await mayActAt(db, as('clerk', county.id), ['reviewer'], county.id)).toBe(false)
    expect((await officeForApplication(db, REGION, '330602')).id).toBe(county.id)
    expect((await officeForApplication(db, REGION)).id).toBe(cityId)
  })

  it.each([
    ['33060200', 'county', true, 'office-faulty'],
    ['370811001', 'county', true, 'office-faulty'],
    ['330604001', 'county', false, 'office-faulty'],
    ['330604001', 'city', true, 'office-faulty'],
    ['330600001', 'county', true, 'office-code-taken'],
    ['330600002', 'city', false, 'out-of-scope'],
  ])('with code %s at level %s (below the city: %s) are refused: %s', async (code, level, below, problem) => {
    const body = office(code, '新机构', level, below ? cityId : null)
    expect((await call('POST /api/v1/offices', { as: administrator, body })).body.code).toBe(problem)
  })

  it('cannot be cut loose from the office above by who manages only them', async () => {
    const county = await opened('330624009', '新昌县医保分中心', 'county', cityId)
    const body = { ...office('330624009', '新昌县医保分中心', 'city', null), active: true, version: 0 }
    const change = (as: StaffCaller) => call(`PUT /api/v1/offices/${county.id}`, { as, body })
    for (const caller of [as('administrator', county.id), administrator])
      expect(await change(caller)).toMatchObject({ status: 422, body: { code: 'office-faulty' } })
  })

  it('are changed by who has seen the present version, and closed from the bottom', async () => {
    const county = await opened('330681001', '诸暨市医保中心', 'county', cityId)
    const village = await opened('330681201', '诸暨演示村', 'village', county.id)
    const change = (id: string, body: object) =>
      call(`PUT /api/v1/offices/${id}`, { as: administrator, body })
    const to = { ...office('330681001', '诸暨市医保服务中心', 'county', cityId), active: true, version: 0 }
    expect(await change(county.id, to)).toMatchObject({
      status: 200,
      body: { name: '诸暨市医保服务中心', version: 1 },
    })
    expect(await change(county.id, to)).toMatchObject({ status: 409, body: { code: 'office-changed' } })
    expect(await change(county.id, { ...to, active: false, version: 1 })).toMatchObject({
      status: 422,
      body: { code: 'office-faulty' },
    })
    expect(
      await change(village.id, {
        ...office('330681201', '诸暨演示村', 'village', county.id),
        active: false,
        version: 0,
      }),
    ).toMatchObject({ status: 200 })
    expect(await change(county.id, { ...to, active: false, version: 1 })).toMatchObject({
      status: 200,
      body: { active: false },
    })
    const acts = await sql<{ act: string }>(`select act from audit.entry where stream = $1 order by seq`, [
      `office:${county.id}`,
    ])
    expect(acts.map(({ act }) => act)).toEqual(['office-created', 'office-changed', 'office-closed'])
  })

  it('are out of reach of an administrator beside or below them', async () => {
    const county = await opened('330683001', '嵊州市医保中心', 'county', cityId)
    const local = as('administrator', county.id)
    const body = { ...office('330600001', '改名', 'city', null), active: true, version: 0 }
    expect(await call(`PUT /api/v1/offices/${cityId}`, { as: local, body })).toMatchObject({
      status: 403,
      body: { code: 'out-of-scope' },
    })
  })
})

describe('staff', () => {
  const add = (login: string) =>
    call('POST /api/v1/staff', { as: administrator, body: { login, name: `员工${login}` } })
  const change = (userId: string, body: object, by = administrator) =>
    call(`PUT /api/v1/staff/${userId}`, { as: by, body })

  it('are added once, given roles, and signed out when these change', async () => {
    const { body } = await add('clerk1')
    expect(await add('clerk1')).toMatchObject({ status: 409, body: { code: 'staff-exists' } })
    const to = { name: '沈窗口', active: true, roles: [{ role: 'clerk', officeId: cityId }], version: 0 }
    expect(await change(body.userId, to)).toMatchObject({
      status: 200,
      body: { version: 1, roles: [{ role: 'clerk', officeName: '绍兴市医保中心' }] },
    })
    expect(ended).toContain(body.userId)
    expect(await change(body.userId, to)).toMatchObject({ status: 409, body: { code: 'staff-changed' } })
    expect(await dutyOwner(db, cityId)).toEqual({ userId: body.userId, name: '沈窗口' })
  })

  it('an administrator cannot take away their own last administrator role, nor switch themselves off', async () => {
    const [row] = await sql<{ version: number }>(
      'select version from organisations.staff where user_id = $1',
      [administrator.userId],
    )
    const own = {
      name: '孟管理',
      active: true,
      roles: [{ role: 'clerk', officeId: cityId }],
      version: row!.version,
    }
    expect(await change(administrator.userId, own)).toMatchObject({
      status: 409,
      body: { code: 'own-administrator-role' },
    })
    const off = { ...own, active: false, roles: [{ role: 'administrator', officeId: cityId }] }
    expect(await change(administrator.userId, off)).toMatchObject({
      status: 409,
      body: { code: 'own-administrator-role' },
    })
  })

  it('get roles only at offices their administrator manages', async () => {
    const county = await opened('330624001', '新昌县医保中心', 'county', cityId)
    const { body } = await add('clerk2')
    const local = as('administrator', county.id)
    const to = (officeId: string) => ({
      name: body.name,
      active: true,
      roles: [{ role: 'clerk', officeId }],
      version: 0,
    })
    expect(await change(body.userId, to(cityId), local)).toMatchObject({
      status: 403,
      body: { code: 'out-of-scope' },
    })
    expect(await change(body.userId, to(county.id), local)).toMatchObject({ status: 200 })
  })
})

describe('hospitals', () => {
  it('are found by code, by the beginning of the name before its middle, and literally', async () => {
    const hospital = (hospitalCode: string, name: string) =>
      saveHospital(db, { hospitalCode, regionCode: REGION, territory: '330602', name, level: 'tertiary' })
    await hospital('H33060200001', '绍兴演示人民医院')
    await hospital('H33060200002', '人民医院演示分院')
    const find = async (q: string) =>
      (await call(`GET /api/v1/hospitals?q=${encodeURIComponent(q)}`)).body.items.map(
        (found: { name: string }) => found.name,
      )
    expect(await find('人民')).toEqual(['人民医院演示分院', '绍兴演示人民医院'])
    expect(await find('h33060200001')).toEqual(['绍兴演示人民医院'])
    expect(await find('%')).toEqual([])
  })
})
