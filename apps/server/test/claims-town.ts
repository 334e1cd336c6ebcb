import type { LineCoding, StaffRole } from '@yichuang/contracts'
import { makeCardNumber } from '@yichuang/kernel'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { readConfig } from '../src/config.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { createBlindIndex, createFieldCipher, newKey, parseKeyRing } from '../src/platform/crypto.ts'
import { inTransaction, type Database } from '../src/platform/db.ts'
import { createDiskStore, openFiles } from '../src/platform/files/index.ts'
import type { Caller, PersonCaller } from '../src/platform/http/caller.ts'
import { createOnce } from '../src/platform/http/once.ts'
import { testApp } from '../src/platform/test-app.ts'
import { testDatabase } from '../src/platform/test-database.ts'
import { openWithdrawals, withdrawalHandler } from '../src/modules/account-withdrawal/index.ts'
import { openPacks, type Packs } from '../src/modules/catalogue/index.ts'
import { casesRoutes, openCases, type CaseWorld } from '../src/modules/cases/index.ts'
import { openInsured } from '../src/modules/insured/index.ts'
import {
  createOffice,
  forgetOffices,
  foundCity,
  saveHospital,
  type Office,
} from '../src/modules/organisations/index.ts'
import { claimHandler, claimsRoutes, openClaims } from '../src/modules/claims/index.ts'
import type { FastifyInstance } from 'fastify'
import { insuredPerson, memberOfStaff, type InsuredAs } from './townsfolk.ts'

const PACKS = path.join(import.meta.dirname, '../../../policy-packs')
const HOSPITAL = 'H33060200001'

/** A case as the API answers it; tests look at what they expect. */
export type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof openTown>>['call']>>

/** A city of Zhejiang (or another) with its staff, a hospital and people, driven through the HTTP API. */
export async function openTown(
  options: {
    regionCode?: string
    now?: string
    parts?: CaseWorld['parts']
    register?: (app: FastifyInstance, deps: Awaited<ReturnType<typeof depsOf>> & { packs: Packs }) => void
  } = {},
) {
  const { regionCode = '330600', now = '2020-10-12T02:00:00Z', parts = {} } = options
  const test = await testDatabase()
  const db = test.database.forRegion(regionCode)
  const keys = {
    cipher: createFieldCipher(parseKeyRing(newKey())),
    blindIndex: createBlindIndex(Buffer.alloc(32, 7)),
  }
  const packs = await openPacks(test.db, PACKS, new Date('2020-01-01T00:00:00Z'))
  const clock = fixedClock(now)
  openInsured({ ...keys, places: () => new Map([[regionCode, '本市']]) })
  const handlers = { claim: claimHandler, 'account-withdrawal': withdrawalHandler }
  openCases({ packs, handlers, parts })
  openClaims({ ...keys, packs })
  openWithdrawals(keys)
  const deps = await depsOf(test.database, clock, keys.cipher)
  const { call, app } = await testApp(test.database, (app) => {
    casesRoutes(app, deps)
    claimsRoutes(app, deps)
    options.register?.(app, { ...deps, packs })
  })

  forgetOffices()
  const at = new Date('2020-01-02T00:00:00Z')
  const office = (code: string, name: string, level: Office['level'], parentId: string | null) => ({
    regionCode,
    code,
    name,
    level,
    parentId,
    territory: code.slice(0, 6),
  })
  const city = await inTransaction(db, (db) =>
    foundCity(db, office(`${regionCode}001`, '市中心', 'city', null), at),
  )
  forgetOffices()
  const by = { actor: { id: null, name: '系统', side: 'system' }, at, offices: [city.id] } as const
  const countyCode = `${regionCode.slice(0, 4)}02001`
  const county = await inTransaction(db, (db) =>
    createOffice(db, office(countyCode, '区中心', 'county', city.id), by),
  )
  forgetOffices()
  await saveHospital(db, {
    hospitalCode: HOSPITAL,
    regionCode,
    territory: countyCode.slice(0, 6),
    name: '第一医院',
    level: 'tertiary',
  })

  const staff = (name: string, ...roles: StaffRole[]) => memberOfStaff(test, name, county, ...roles)
  let people = 0
  const person = (...as: InsuredAs) => {
    people += 1
    return insuredPerson(db, `张小明${people}`, people, ...as)
  }
  const clerk = await staff('王窗口', 'clerk')
  const reviewer = await staff('赵审核', 'reviewer')
  const approver = await staff('钱审批', 'approver')
  const finance = await staff('周财务', 'finance')

  const api = (what: string, as: Caller, body?: object) => {
    const [method, url] = what.split(' ')
    return call(`${method} /api/v1${url}`, { as, ...(body && { body: { regionCode, ...body } }) })
  }
  const ok = async (what: string, as: Caller, body?: object) => {
    const answer = await api(what, as, body)
    if (answer.status !== 200) throw new Error(`${what} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** a draft of the window with this content */
  async function draft(who: PersonCaller, content: object, itemId = 'claims.inpatient') {
    const made = await ok('POST /cases', clerk, { itemId, personId: who.personId })
    const { version } = await ok(`PUT /cases/${made.caseId}/content`, clerk, {
      version: made.version,
      content,
    })
    return { caseId: made.caseId as string, version: version as number }
  }
  async function handIn({ caseId, version }: { caseId: string; version: number }) {
    return ok(`POST /cases/${caseId}/hand-in`, clerk, { version })
  }
  async function accepted(who: PersonCaller, content: object, itemId?: string) {
    const handedIn = await handIn(await draft(who, content, itemId))
    return ok(`POST /cases/${handedIn.caseId}/accept`, clerk, { version: handedIn.version })
  }
  /** proposes to grant with every line of class A */
  async function proposed(view: { caseId: string; version: number; content: ContentShape }) {
    return ok(`POST /cases/${view.caseId}/propose`, reviewer, {
      version: view.version,
      outcome: 'grant',
      reason: '符合规定',
      coding: allA(view.content),
    })
  }
  const approve = (view: { caseId: string; version: number }) =>
    api(`POST /cases/${view.caseId}/decide`, approver, { version: view.version, outcome: 'approve' })

  return {
    test,
    db,
    clock,
    packs,
    keys,
    deps,
    app,
    call,
    api,
    ok,
    regionCode,
    city,
    county,
    staff,
    person,
    clerk,
    reviewer,
    approver,
    finance,
    draft,
    handIn,
    accepted,
    proposed,
    approve,
  }
}

async function depsOf(
  database: Database,
  clock: ReturnType<typeof fixedClock>,
  cipher: ReturnType<typeof createFieldCipher>,
) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-claims-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const files = await openFiles({ dir, store: createDiskStore(path.join(dir, 'store')) })
  return { config: readConfig({ data: dir }, {}), database, clock, files, once: createOnce(cipher), cipher }
}

export interface ContentShape {
  readonly bills: readonly { id: string; lines: readonly { id: string }[] }[]
}

export function allA({ bills }: ContentShape): LineCoding[] {
  return bills.flatMap((bill) =>
    bill.lines.map((line) => ({
      lineId: `${bill.id}/${line.id}`,
      class: 'A' as const,
      selfPayRatio: '0',
      ceilingPrice: null,
      cutAmount: null,
      cutReason: null,
    })),
  )
}

let bills = 0

/** A bill that nobody has used, with one line for each amount. */
export function bill(...amounts: string[]) {
  bills += 1
  const total = amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0)
  return {
    id: `b${bills}`,
    kind: 'electronic',
    code: '33060120',
    number: String(bills).padStart(10, '0'),
    checkCode: 'a1b2c3',
    issuedOn: '2020-10-01',
    amount: (total / 100).toFixed(2),
    lines: amounts.map((amount, index) => ({
      id: `l${index + 1}`,
      name: `项目${index + 1}`,
      amount,
    })),
  }
}

/** A whole in-patient claim. */
export function claim(...amounts: string[]) {
  return claimOf(bill(...amounts))
}

export function claimOf(...bills: object[]) {
  return {
    visit: {
      hospitalCode: HOSPITAL,
      hospitalName: '第一医院',
      from: '2020-09-20',
      to: '2020-10-01',
      recordNumber: 'ZY2020-17',
      diagnosis: '肺炎',
      carePlace: 'local',
      accident: false,
    },
    bills,
    payee: { holder: '张小明', bankName: '绍兴银行城东支行', account: ACCOUNT },
    otherPaid: '',
    phone: '13867511234',
    note: '',
  }
}
export const ACCOUNT = makeCardNumber('622848033012345678')
