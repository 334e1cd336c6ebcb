import { randomInt } from 'node:crypto'
import type { CaseView, ClaimContent } from '@yichuang/contracts'
import { addDays, makeCardNumber, type PlainDate } from '@yichuang/kernel'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { call } from './api.ts'

/** The two claim items, by id. */
export const OUTPATIENT = 'claims.outpatient'
export const INPATIENT = 'claims.inpatient'
export const SHAOXING = '330600'
export const JINING = '370800'

/** The lines of every claim of the journeys: class A, class B with a share to pay first, and class C. */
export const LINES = [
  { name: '阿莫西林胶囊', quantity: '2', unit: '盒', amount: '36.80' },
  { name: '头孢克肟分散片', quantity: '1', unit: '盒', amount: '63.20' },
  { name: '血液透析', quantity: '2', unit: '次', amount: '800.00' },
  { name: '院外会诊', quantity: '1', unit: '次', amount: '100.00' },
] as const
export const TOTAL = '1000.00'

/** The printed numbers of an electronic bill that nobody has claimed yet. */
export function newBill() {
  const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')
  return { code: '33060120', number: digits(10), checkCode: digits(6) }
}

/** A bank account with a right check digit. */
export function newAccount(): string {
  return makeCardNumber(`622848${randomInt(1e9, 1e10)}`)
}

/** A claim over {@link LINES}, treated a week before the day. */
export function claimOf(holder: string, today: PlainDate): ClaimContent {
  const day = addDays(today, -7)
  return {
    visit: {
      hospitalCode: 'H33060200001',
      hospitalName: '绍兴演示人民医院',
      from: day,
      to: day,
      recordNumber: 'MZ20200001',
      diagnosis: '急性上呼吸道感染',
      carePlace: 'local',
      accident: false,
    },
    bills: [
      {
        id: 'b1',
        kind: 'electronic',
        ...newBill(),
        issuedOn: day,
        amount: TOTAL,
        lines: LINES.map((line, index) => ({ id: `l${index + 1}`, ...line })),
      },
    ],
    payee: { holder, bankName: '演示银行绍兴分行', account: newAccount() },
    phone: '13700000001',
    otherPaid: '',
    note: '',
  }
}

let photographs = 0

/** A photograph as a phone would take it; every one differs. */
export async function photograph(name: string) {
  const background = { r: 230, g: 225, b: (photographs++ * 7) % 255 }
  const buffer = await sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .png()
    .toBuffer()
  return { name, mimeType: 'image/png', buffer }
}

/** Hands a claim in for whoever is signed in on the page of the portal; for journeys that begin later. */
export async function handInClaim(page: Page, itemId = OUTPATIENT, regionCode = SHAOXING): Promise<CaseView> {
  const { person } = await call(page, 'getMe')
  const { today } = await call(page, 'getDemo')
  const draft = await call(page, 'startCase', { body: { regionCode, itemId, personId: person.personId } })
  const params = { caseId: draft.caseId }
  await call(page, 'saveContent', {
    params,
    body: { regionCode, version: draft.version, content: claimOf(person.name, today as PlainDate) },
  })
  for (const slot of draft.materials.filter(({ required }) => required))
    await call(page, 'addMaterial', {
      params: { ...params, materialId: slot.materialId },
      query: { regionCode },
      file: await photograph(`${slot.name}.png`),
    })
  const { version } = await call(page, 'getCase', { params, query: { regionCode } })
  return call(page, 'handIn', { params, body: { regionCode, version } })
}
