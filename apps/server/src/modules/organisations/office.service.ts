import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, SYSTEM, type Actor } from '../audit/index.ts'
import { getOffice, officesBelow } from './office-book.ts'
import {
  insertOffice,
  readOffices,
  selectOfficeForApplication,
  updateOffice,
  type Office,
} from './office.queries.ts'
import { OfficeFaulty, OfficeNotFound, OutOfScope } from './office.problems.ts'

/** What an administrator says about an office. */
export type OfficeInput = Pick<Office, 'regionCode' | 'code' | 'name' | 'level' | 'territory' | 'parentId'> &
  Partial<Pick<Office, 'phone' | 'address' | 'opens' | 'closes' | 'dutyStaffId'>>

/** Who changes something, when, and at which offices (with those below) they are administrator. */
export interface Administrator {
  readonly actor: Actor
  readonly at: Date
  readonly offices: readonly string[]
}

const LEVELS = ['city', 'county', 'township', 'village'] as const

/** Offices, all or those of a region, by code. */
export async function listOffices(db: Db, regionCode?: string): Promise<Office[]> {
  const offices = await readOffices(db)
  return regionCode === undefined ? offices : offices.filter((office) => office.regionCode === regionCode)
}

/** Where an online case of a place goes: the county's office when the territory is known, else the city's. */
export async function officeForApplication(db: Db, regionCode: string, territory?: string): Promise<Office> {
  const office = await selectOfficeForApplication(db, regionCode, territory)
  if (!office) throw OfficeNotFound()
  return office
}

/** Opens an office below one the administrator manages. Inside a transaction; `forgetOffices` once it is committed. */
export async function createOffice(db: Db, input: OfficeInput, by: Administrator): Promise<Office> {
  const office: Office = { ...complete(input), id: newId(), active: true, version: 0 }
  await checkPlace(db, office)
  await mustManage(db, by, office.parentId ?? office.id)
  await insertOffice(db, office)
  await recordOffice(db, office, by, 'office-created', { code: office.code, name: office.name })
  return office
}

/** Opens the first office of a city, which nobody manages yet. Inside a transaction. */
export async function foundCity(db: Db, input: OfficeInput, at: Date): Promise<Office> {
  const office: Office = { ...complete(input), id: newId(), active: true, version: 0 }
  await checkPlace(db, office)
  await insertOffice(db, office)
  const by = { actor: SYSTEM, at, offices: [office.id] }
  await recordOffice(db, office, by, 'office-created', { code: office.code, name: office.name })
  return office
}

/** Changes or closes an office; `version` is what the administrator has seen. Inside a transaction, as `createOffice`. */
export async function changeOffice(
  db: Db,
  id: string,
  input: OfficeInput & { readonly active: boolean; readonly version: number },
  by: Administrator,
): Promise<Office> {
  await mustManage(db, by, id)
  const before = await getOffice(db, id)
  const office: Office = { ...complete(input), id, active: input.active, version: input.version }
  if (office.regionCode !== before.regionCode)
    throw OfficeFaulty({ zh: '机构不能改到另一个统筹区。', en: 'An office cannot move to another city.' })
  await checkPlace(db, office)
  if (office.parentId !== before.parentId) {
    // Without an office above it would be a city's own, and who manages it would answer to nobody.
    if (office.parentId === null)
      throw OfficeFaulty({
        zh: '请选择上级机构；已有上级的机构不能改为没有上级。',
        en: 'Choose the office above; one that has an office above cannot be cut loose from it.',
      })
    await mustManage(db, by, office.parentId)
  }
  if (!office.active && before.active) await mustHaveNoneBelow(db, id)
  await updateOffice(db, office)
  await recordOffice(
    db,
    office,
    by,
    office.active ? 'office-changed' : 'office-closed',
    changes(before, office),
  )
  return { ...office, version: office.version + 1 }
}

/** Throws `OutOfScope` unless the office is one the administrator manages, or below one. */
export async function mustManage(db: Db, by: Administrator, officeId: string): Promise<void> {
  if (!(await manages(db, by, officeId))) throw OutOfScope()
}

export async function manages(db: Db, by: Administrator, officeId: string): Promise<boolean> {
  for (const own of by.offices) if ((await officesBelow(db, own)).includes(officeId)) return true
  return false
}

async function mustHaveNoneBelow(db: Db, id: string): Promise<void> {
  const below = await Promise.all((await officesBelow(db, id)).map((officeId) => getOffice(db, officeId)))
  const open = below.find((office) => office.id !== id && office.active)
  if (open)
    throw OfficeFaulty({
      zh: `下级机构“${open.name}”还在办理业务，请先关闭它。`,
      en: `“${open.name}” below it is still open; close that one first.`,
    })
}

async function checkPlace(db: Db, office: Office): Promise<void> {
  // The first four digits are the city in every code of its counties, and in codes of areas GB/T 2260 does not have.
  if (!/^\d{9}$/.test(office.code) || office.code.slice(0, 4) !== office.regionCode.slice(0, 4))
    throw OfficeFaulty({
      zh: `机构代码应为九位数字，前四位与城市代码 ${office.regionCode} 相同，例如 ${office.territory}001。`,
      en: `An office code has nine digits and begins like the city’s ${office.regionCode}, e.g. ${office.territory}001.`,
    })
  if (office.level === 'city' && office.parentId === null) return
  if (office.parentId === null)
    throw OfficeFaulty({
      zh: '请选择上级机构；只有市级机构没有上级。',
      en: 'Choose the office above; only the city’s has none.',
    })
  const parent = await getOffice(db, office.parentId)
  if (parent.regionCode !== office.regionCode || LEVELS.indexOf(parent.level) >= LEVELS.indexOf(office.level))
    throw OfficeFaulty({
      zh: `上级机构“${parent.name}”应属于同一城市，且级别高于本机构。`,
      en: `The office above, “${parent.name}”, must be of the same city and of a higher level.`,
    })
}

function complete(input: OfficeInput) {
  const { regionCode, code, name, level, territory, parentId } = input
  const { phone = null, address = null, opens = null, closes = null, dutyStaffId = null } = input
  return { regionCode, code, name, level, territory, parentId, phone, address, opens, closes, dutyStaffId }
}

function changes(before: Office, after: Office): Record<string, unknown> {
  const keys = (Object.keys(before) as (keyof Office)[]).filter((key) => key !== 'version')
  return Object.fromEntries(
    keys
      .filter((key) => before[key] !== after[key])
      .map((key) => [key, { from: before[key], to: after[key] }]),
  )
}

function recordOffice(
  db: Db,
  office: Office,
  by: Administrator,
  act: string,
  detail: Record<string, unknown>,
) {
  const { regionCode, id } = office
  return record(db, { regionCode, stream: `office:${id}`, actor: by.actor, at: by.at, act, detail })
}
