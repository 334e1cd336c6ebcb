import { makeResidentId, plainDate } from '@yichuang/kernel'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { readConfig } from '../src/config.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../src/platform/crypto.ts'
import { inTransaction, type Database } from '../src/platform/db.ts'
import { createDiskStore, openFiles } from '../src/platform/files/index.ts'
import type { StaffCaller } from '../src/platform/http/caller.ts'
import { createOnce } from '../src/platform/http/once.ts'
import { testApp } from '../src/platform/test-app.ts'
import { testDatabase } from '../src/platform/test-database.ts'
import { SYSTEM } from '../src/modules/audit/index.ts'
import { openPacks, type Packs } from '../src/modules/catalogue/index.ts'
import { chronicGroup } from '../src/modules/chronic/index.ts'
import { openInsured } from '../src/modules/insured/index.ts'
import { recordedGroups } from '../src/modules/measures/index.ts'
import {
  forgetOffices,
  foundCity,
  placeAtInstitution,
  saveHospital,
} from '../src/modules/organisations/index.ts'
import { insuredPerson, memberOfStaff } from './townsfolk.ts'

export const [JINING, SHAOXING] = ['370800', '330600']
const PACKS = path.join(import.meta.dirname, '../../../policy-packs')

/** Institutions of the town, by a short name. */
export const hospitals = {
  first: {
    hospitalCode: 'H37081100001',
    regionCode: JINING,
    territory: '370811',
    name: '第一医院',
    level: 'tertiary',
  },
  second: {
    hospitalCode: 'H37081100002',
    regionCode: JINING,
    territory: '370811',
    name: '第二医院',
    level: 'tertiary',
  },
  third: {
    hospitalCode: 'H37081200003',
    regionCode: JINING,
    territory: '370812',
    name: '第三医院',
    level: 'secondary',
  },
  shanghai: {
    hospitalCode: 'H31010100001',
    regionCode: '310100',
    territory: '310101',
    name: '上海医院',
    level: 'tertiary',
  },
  shaoxing: {
    hospitalCode: 'H33060200001',
    regionCode: SHAOXING,
    territory: '330602',
    name: '绍兴医院',
    level: 'tertiary',
  },
} as const

/** Jining and Shaoxing with hospitals, their insurance offices and insured people, driven through the HTTP API. */
export async function openHospitalTown(
  register: (app: FastifyInstance, deps: Awaited<ReturnType<typeof depsOf>>) => void,
  now = '2020-10-15T02:00:00Z',
) {
  const test = await testDatabase()
  const deps = await depsOf(test.database, fixedClock(now), await openPacks(test.db, PACKS, new Date(now)))
  openInsured({
    cipher: deps.cipher,
    blindIndex: deps.blindIndex,
    places: deps.places,
    groups: recordedGroups,
    recognised: chronicGroup,
  })
  const { call, app } = await testApp(test.database, (app) => register(app, deps))
  const db = test.database.forRegion(JINING)
  const at = new Date('2020-01-02T00:00:00Z')
  forgetOffices()
  for (const hospital of Object.values(hospitals)) await saveHospital(test.db, hospital)
  const found = (regionCode: string) =>
    inTransaction(test.database.forRegion(regionCode), (db) =>
      foundCity(
        db,
        {
          regionCode,
          code: `${regionCode}001`,
          name: '市中心',
          level: 'city',
          territory: regionCode,
          parentId: null,
        },
        at,
      ),
    )
  const [office, other] = [await found(JINING), await found(SHAOXING)]
  forgetOffices()

  /** Somebody of a hospital's office, or an expert who works there. */
  const member = async (
    role: 'hospital' | 'expert',
    name: string,
    hospital: keyof typeof hospitals,
  ): Promise<StaffCaller> => {
    const place = hospitals[hospital].regionCode === SHAOXING ? other : office
    const who = await memberOfStaff(test, name, place, role)
    const by = { actor: SYSTEM, at, offices: [place.id] }
    await inTransaction(db, (db) => placeAtInstitution(db, who.userId, hospitals[hospital].hospitalCode, by))
    return who
  }
  let number = 0
  const person = (name = '王芳') => insuredPerson(db, name, (number += 1))
  const api = (what: string, as?: Parameters<typeof memberOfStaff>[0] | object, body?: object) => {
    const [method, url] = what.split(' ')
    return call(`${method} /api/v1${url}`, { ...(as && { as: as as StaffCaller }), ...(body && { body }) })
  }
  return {
    ...deps,
    test,
    app,
    call,
    api,
    db,
    office,
    other,
    person,
    hospitalOffice: (hospital: keyof typeof hospitals) =>
      member('hospital', `${hospitals[hospital].name}医保办`, hospital),
    expert: (name: string, hospital: keyof typeof hospitals) => member('expert', name, hospital),
    staff: (name: string, ...roles: Parameters<typeof memberOfStaff>[3][]) =>
      memberOfStaff(test, name, office, ...roles),
    idNumber: (sequence: number) =>
      makeResidentId({ region: '370811', birth: plainDate('1980-05-06'), sequence }),
  }
}

async function depsOf(database: Database, clock: ReturnType<typeof fixedClock>, packs: Packs) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-hospital-town-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const cipher = createFieldCipher(parseKeyRing(newKey()))
  return {
    database,
    clock,
    packs,
    cipher,
    blindIndex: createBlindIndex(Buffer.alloc(32, 7)),
    once: createOnce(cipher),
    files: await openFiles({ dir, store: createDiskStore(dir) }),
    config: readConfig({ data: dir }, { YICHUANG_RATE_LIMIT: 'off' }),
    places: () =>
      new Map([
        [JINING, '济宁市'],
        [SHAOXING, '绍兴市'],
      ]),
  }
}
