import { ClaimContent } from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../../../platform/crypto.ts'
import { inTransaction, type Db } from '../../../platform/db.ts'
import type { PersonCaller, StaffCaller } from '../../../platform/http/caller.ts'
import { testDatabase, type TestDatabase } from '../../../platform/test-database.ts'
import { openPacks, type Packs } from '../../catalogue/index.ts'
import { openInsured } from '../../insured/index.ts'
import { createOffice, forgetOffices, foundCity, type Office } from '../../organisations/index.ts'
import { requester, type Requester } from '../access.ts'
import type { CaseRow } from '../case-row.ts'
import { handIn } from '../hand-in.service.ts'
import { startCase } from '../start.service.ts'
import { saveContent } from '../applicant.service.ts'
import { openCases } from '../world.ts'
import { insuredPerson, memberOfStaff } from '../../../../test/townsfolk.ts'
import { PLAIN_ITEM, plainHandler, plainTable } from './plain-item.ts'

export const JINING = '370800'
const PACKS = path.join(import.meta.dirname, '../../../../../../policy-packs')

/** A city with one county, its staff and two insured people, on the day of 2020-01-20 at ten in the morning. */
export interface Town {
  readonly test: TestDatabase
  readonly db: Db
  readonly packs: Packs
  readonly city: Office
  readonly county: Office
  readonly township: Office
  readonly staff: Readonly<
    Record<'clerk' | 'otherClerk' | 'farClerk' | 'reviewer' | 'approver' | 'double', StaffCaller>
  >
  readonly person: PersonCaller
  readonly neighbour: PersonCaller
  /** somebody at an instant, `2020-01-21T10:00` in China */
  readonly at: (who: PersonCaller | StaffCaller, minute: string, language?: 'zh' | 'en') => Requester
  /** work in one transaction, as every request is */
  readonly tx: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** a case handed in at the county's window */
  readonly handedIn: (minute?: string) => Promise<CaseRow>
}

/** The policy packs are the repository's; `more` are further files, by their path among them. */
export async function openTown(more: Readonly<Record<string, string>> = {}): Promise<Town> {
  const test = await testDatabase()
  await plainTable(test)
  const db = test.database.forRegion(JINING)
  const packs = await openPacks(test.db, packsWithPlainItem(more), new Date('2020-01-20T00:00:00Z'))
  const keys = {
    cipher: createFieldCipher(parseKeyRing(newKey())),
    blindIndex: createBlindIndex(Buffer.alloc(32, 7)),
  }
  openInsured({ ...keys, places: () => new Map([[JINING, '济宁市']]) })
  openCases({ packs, handlers: { plain: plainHandler }, parts: {} })
  forgetOffices()

  const at0 = new Date('2020-01-19T00:00:00Z')
  const office = (code: string, name: string, level: Office['level'], parentId: string | null) =>
    ({ regionCode: JINING, code, name, level, territory: code.slice(0, 6), parentId }) as const
  const city = await inTransaction(db, (db) =>
    foundCity(db, office('370800001', '济宁市医疗保险事业中心', 'city', null), at0),
  )
  forgetOffices()
  const by = { actor: { id: null, name: '系统', side: 'system' }, at: at0, offices: [city.id] } as const
  const below = async (code: string, name: string, level: Office['level'], parent: Office) => {
    const made = await inTransaction(db, (db) => createOffice(db, office(code, name, level, parent.id), by))
    forgetOffices()
    return made
  }
  const county = await below('370811001', '任城区医疗保险事业中心', 'county', city)
  const township = await below('370811101', '唐口街道便民服务中心', 'township', county)

  const staff = (name: string, at: Office, ...roles: StaffRole[]) => memberOfStaff(test, name, at, ...roles)
  const people = {
    clerk: await staff('王窗口', county, 'clerk'),
    otherClerk: await staff('李窗口', county, 'clerk'),
    farClerk: await staff('周街道', township, 'clerk'),
    reviewer: await staff('赵审核', county, 'reviewer'),
    approver: await staff('钱审批', city, 'approver'),
    double: await staff('孙双岗', city, 'reviewer', 'approver'),
  }
  const town = {
    test,
    db,
    packs,
    city,
    county,
    township,
    staff: people,
    person: await insuredPerson(db, '张小明', 1),
    neighbour: await insuredPerson(db, '欧阳大海', 2),
    at: (who: PersonCaller | StaffCaller, minute: string, language: 'zh' | 'en' = 'zh') =>
      requester(who, new Date(`${minute}:00+08:00`), language),
    tx: <T>(work: (db: Db) => Promise<T>) => inTransaction(db, work),
    async handedIn(minute = '2020-01-20T10:00') {
      const who = town.at(people.clerk, minute)
      const draft = await town.tx((db) =>
        startCase(db, who, { regionCode: JINING, itemId: PLAIN_ITEM, personId: town.person.personId }),
      )
      const version = await town.tx((db) =>
        saveContent(db, who, draft, { version: draft.version, content: content('出具证明') }),
      )
      return town.tx((db) => handIn(db, who, draft, version))
    },
  }
  return town
}

export function content(note: string, accident = false): ClaimContent {
  return ClaimContent.parse({ note, visit: { accident } })
}

/** The packs of the repository, the plain item in the country's, and further files. */
function packsWithPlainItem(more: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-packs-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(PACKS, folder, { recursive: true })
  const items = path.join(folder, 'cn/items')
  const outpatient = readFileSync(path.join(items, 'claims.outpatient.yaml'), 'utf8')
  const plain = outpatient
    .replace('id: claims.outpatient', `id: ${PLAIN_ITEM}`)
    .replaceAll('handler: claim', 'handler: plain')
    .replaceAll('promised: null', 'promised: { workingDays: 9, trust: recalled-high }')
  writeFileSync(path.join(items, `${PLAIN_ITEM}.yaml`), plain)
  for (const [file, text] of Object.entries(more)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  return folder
}
