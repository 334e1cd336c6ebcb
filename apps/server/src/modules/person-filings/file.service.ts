import { yearOf, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { agreementOn } from '../institutions/index.ts'
import { findHospital } from '../organisations/index.ts'
import { reaches, targetName, targetOf } from '../referral/index.ts'
import {
  filingsInForce,
  filingsOfPerson,
  insertFiling,
  lockPerson,
  nextNumber,
  updateRevoked,
} from './filing.queries.ts'
import { overlap, type Accident, type FilingKind, type FilingRow, type RemoteWhy } from './filing-row.ts'
import { FilingFaulty, FilingOverlaps, FilingRevoked } from './filings.problems.ts'

/** Who files, when, and how. */
export interface Filer {
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
  readonly source: FilingRow['source']
  /** the institution that files by message */
  readonly institutionCode?: string | undefined
  readonly caseId?: string | undefined
}

interface Common {
  readonly personId: string
  readonly from: PlainDate
  /** last day; none: until revoked */
  readonly until?: PlainDate | undefined
}

const NOTHING = {
  institutionCode: null,
  institutionName: null,
  rank: null,
  place: null,
  why: null,
  accident: null,
} as const

/** Designates an institution of the city for a person (人员定点). In a transaction, as all below. */
export async function designate(
  db: Db,
  regionCode: string,
  asked: Common & { readonly institutionCode: string; readonly rank: string },
  by: Filer,
): Promise<FilingRow> {
  const hospital = await findHospital(db, asked.institutionCode)
  if (hospital?.regionCode !== regionCode)
    throw FilingFaulty({
      zh: `定点医药机构 ${asked.institutionCode} 不在本市名录中。`,
      en: `Institution ${asked.institutionCode} is not in the city’s directory.`,
    })
  if (!(await agreementOn(db, regionCode, hospital.hospitalCode, asked.from)))
    throw FilingFaulty({
      zh: `${hospital.name} 在 ${asked.from} 没有有效的服务协议，不能作为定点。`,
      en: `${hospital.name} has no agreement in force on ${asked.from}.`,
    })
  const institution = { institutionCode: hospital.hospitalCode, institutionName: hospital.name }
  const same = (other: FilingRow) =>
    other.rank === asked.rank || other.institutionCode === hospital.hospitalCode
  return file(db, regionCode, 'designated', asked, { ...institution, rank: asked.rank }, same, by)
}

/** Files care elsewhere (异地就医备案): a city or province that is not the insured one. */
export async function fileRemote(
  db: Db,
  regionCode: string,
  asked: Common & {
    readonly place: string
    readonly why: RemoteWhy
    /** named by the message that filed it; the person may choose another of the place */
    readonly institution?: { readonly code: string; readonly name: string }
  },
  by: Filer,
): Promise<FilingRow> {
  const place = remotePlace(regionCode, asked.place)
  if (place === undefined)
    throw FilingFaulty({
      zh: `就医地（${asked.place}）应是参保地以外的省、自治区、直辖市或设区的市。`,
      en: `The place of care (${asked.place}) must be a province or city other than the insured one.`,
    })
  const same = (other: FilingRow) => other.place === place
  const { why, institution } = asked
  const named = { institutionCode: institution?.code ?? null, institutionName: institution?.name ?? null }
  return file(db, regionCode, 'remote', asked, { place, why, ...named }, same, by)
}

/** The province or city that may be filed for; undefined: no region, or the insured place itself. */
export function remotePlace(regionCode: string, typed: string): string | undefined {
  const place = targetOf(typed)
  return place === undefined || place === regionCode ? undefined : place
}

/** Files an accident (意外伤害备案), as the institution was told of it. */
export async function fileAccident(
  db: Db,
  regionCode: string,
  asked: Common & {
    readonly accident: Accident
    readonly institutionCode: string | null
    readonly institutionName: string | null
  },
  by: Filer,
): Promise<FilingRow> {
  const { accident, institutionCode, institutionName } = asked
  if (accident.injuredOn !== undefined && accident.injuredOn > by.today)
    throw FilingFaulty({
      zh: `受伤时间 ${accident.injuredOn} 晚于今天。`,
      en: `The injury of ${accident.injuredOn} lies in the future.`,
    })
  const same = (other: FilingRow) => other.institutionCode === institutionCode
  return file(db, regionCode, 'accident', asked, { accident, institutionCode, institutionName }, same, by)
}

async function file(
  db: Db,
  regionCode: string,
  kind: FilingKind,
  { personId, from, until }: Common,
  what: Partial<FilingRow>,
  same: (other: FilingRow) => boolean,
  by: Filer,
): Promise<FilingRow> {
  if (until !== undefined && until < from)
    throw FilingFaulty({ zh: '结束日期早于开始日期。', en: 'The last day is before the first.' })
  await lockPerson(db, regionCode, personId)
  const sequence = await nextNumber(db, regionCode, yearOf(by.today))
  const row: FilingRow = {
    filingId: newId(),
    number: `BA${regionCode}${yearOf(by.today)}${String(sequence).padStart(7, '0')}`,
    kind,
    personId,
    validFrom: from,
    validUntil: until ?? null,
    ...NOTHING,
    ...what,
    source: by.source,
    filedByCode: by.institutionCode ?? null,
    caseId: by.caseId ?? null,
    filedByName: by.actor.name,
    filedOn: by.today,
    filedAt: by.at,
    revokedOn: null,
    revokedBy: null,
    revokeReason: null,
  }
  const others = await filingsOfPerson(db, regionCode, personId)
  const other = others.find((other) => other.kind === kind && same(other) && overlap(other, row))
  if (other) throw FilingOverlaps({ number: other.number, what: wordsOf(other) })
  await insertFiling(db, regionCode, row)
  const detail = { number: row.number, kind, from, ...(until && { until }), what: wordsOf(row) }
  await recordAct(db, regionCode, row, by, 'filing-made', detail)
  return row
}

/** Revokes a filing from today; what was settled under it stays. */
export async function revokeFiling(
  db: Db,
  regionCode: string,
  row: FilingRow,
  reason: string,
  by: Pick<Filer, 'actor' | 'at' | 'today'>,
): Promise<FilingRow> {
  const revoked = { on: by.today, by: by.actor.name, reason }
  if ((await updateRevoked(db, regionCode, row.filingId, revoked)) === 0) throw FilingRevoked()
  await recordAct(db, regionCode, row, by, 'filing-revoked', { number: row.number, reason })
  return { ...row, revokedOn: by.today, revokedBy: by.actor.name, revokeReason: reason }
}

/** The filing by which a person is treated in a city that does not insure them, good on a day. */
export async function remoteInForce(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
  city: string,
): Promise<FilingRow | undefined> {
  const filings = await filingsInForce(db, regionCode, personId, 'remote', day)
  return filings.find(({ place }) => place !== null && reaches(place, city))
}

/** What a filing says, in a few words. */
export function wordsOf({ kind, institutionName, place }: FilingRow): string {
  if (kind === 'designated') return `定点 ${institutionName}`
  return kind === 'remote'
    ? `就医地 ${targetName(place!, new Map())}`
    : `意外伤害 ${institutionName ?? ''}`.trim()
}

function recordAct(
  db: Db,
  regionCode: string,
  { personId }: FilingRow,
  { actor, at }: Pick<Filer, 'actor' | 'at'>,
  act: string,
  detail: Record<string, unknown>,
) {
  return record(db, { regionCode, stream: `person:${personId}`, actor, at, act, personId, detail })
}

/** Filings of one kind that were not revoked, whatever their days. */
export async function filingsOf(
  db: Db,
  regionCode: string,
  personId: string,
  kind: FilingKind,
): Promise<FilingRow[]> {
  const all = await filingsOfPerson(db, regionCode, personId)
  return all.filter((row) => row.kind === kind && row.revokedOn === null)
}
