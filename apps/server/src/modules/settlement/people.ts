import type { PlainDate } from '@yichuang/kernel'
import type { Insurance } from '@yichuang/benefits'
import type { Db } from '../../platform/db.ts'
import { HospitalFault } from '../hospital/index.ts'
import { personsInCare, type CareEnrolment, type PersonInCare } from '../insured/index.ts'
import { INSURANCE_NAME } from './codes.ts'
import { personOf } from './person-number.ts'

export type People = ReadonlyMap<string, PersonInCare>

// A visit is five messages within a minute about one person; who they are does not change between them.
const FRESH_MS = 3000
const MOST_KEPT = 20_000
const kept = new Map<string, { readonly person: PersonInCare; readonly readAt: number }>()

/** People of a place by their ids, at most three seconds old. At most one statement; whoever is missing is unknown. */
export async function peopleOf(db: Db, regionCode: string, personIds: readonly string[]): Promise<People> {
  const found = new Map<string, PersonInCare>()
  const asked: string[] = []
  const now = performance.now()
  for (const id of new Set(personIds)) {
    const known = kept.get(`${regionCode}${id}`)
    if (known && now - known.readAt < FRESH_MS) found.set(id, known.person)
    else asked.push(id)
  }
  if (asked.length === 0) return found
  if (kept.size >= MOST_KEPT) kept.clear()
  for (const [id, person] of await personsInCare(db, regionCode, asked)) {
    found.set(id, person)
    kept.set(`${regionCode}${id}`, { person, readAt: now })
  }
  return found
}

/** Makes this process read a person anew; others do within seconds. */
export function forgetPerson(regionCode: string, personId: string): void {
  kept.delete(`${regionCode}${personId}`)
}

/** That a person was alive on a day of care. Throws `HospitalFault`. */
export function alive({ diedOn }: PersonInCare, day: PlainDate): void {
  if (diedOn !== null && diedOn < day)
    throw new HospitalFault(
      `该人员已于 ${diedOn} 死亡，${day} 的就医不能联网办理。请核对人员编号（psn_no）；登记有误的，请原医院用 2405 撤销出院。`,
    )
}

/** The id behind a person's number, as far as it is one of this city. */
export function personIdOf(regionCode: string, psnNo: string): string {
  const id = personOf(regionCode, psnNo)
  if (id === undefined)
    throw new HospitalFault(
      /^\d{6}/.test(psnNo) && !psnNo.startsWith(regionCode)
        ? '人员编号（psn_no）属于其他统筹区。本入口只办理本统筹区参保人，异地就医请按异地流程办理。'
        : '人员编号（psn_no）不存在。请使用 1101 返回的人员编号。',
    )
  return id
}

export function known(people: People, personId: string): PersonInCare {
  const person = people.get(personId)
  if (!person)
    throw new HospitalFault('人员编号（psn_no）在本统筹区没有参保登记。请使用 1101 返回的人员编号。')
  return person
}

/** How a person is insured by an insurance on a day; says when they are not. */
export function enrolledOn(person: PersonInCare, insurance: Insurance, day: PlainDate): CareEnrolment {
  const holds = ({ from, to }: CareEnrolment) => from <= day && (to === null || to >= day)
  const enrolment = person.enrolments.find((one) => one.insurance === insurance && holds(one))
  if (enrolment) return enrolment
  const last = person.enrolments.find((one) => one.insurance === insurance && one.from <= day)
  const ended = last?.to ? `，参保已于 ${last.to} 终止` : ''
  throw new HospitalFault(
    `该人员 ${day} 没有有效的${INSURANCE_NAME[insurance]}（insutype）${ended}。请用 1101 核对参保信息，或按自费处理。`,
  )
}

interface WithCertno {
  readonly setlinfo: { readonly certno?: string | undefined }
}

/** Outcomes are kept for long, and ID numbers only where they are encrypted. */
export function withoutCertno<T extends WithCertno>(output: T): T {
  return { ...output, setlinfo: { ...output.setlinfo, certno: '' } }
}

export async function withCertno<T extends WithCertno>(
  db: Db,
  regionCode: string,
  psnNo: string,
  output: T,
): Promise<T> {
  const personId = personIdOf(regionCode, psnNo)
  const person = known(await peopleOf(db, regionCode, [personId]), personId)
  return { ...output, setlinfo: { ...output.setlinfo, certno: person.idNumber() } }
}
