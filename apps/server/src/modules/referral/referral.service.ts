import { plainDate, type PlainDate } from '@yichuang/kernel'
import { randomInt } from 'node:crypto'
import type { FieldCipher } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { citationOf, type Packs } from '../catalogue/index.ts'
import { enrolmentOn, getPerson } from '../insured/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { signCredential } from './credential.ts'
import { signingKey } from './key.service.ts'
import { issueReferralLetter, issueRevocationLetter } from './letter.ts'
import {
  insertReferral,
  insertUse,
  lockReferral,
  markRevoked,
  selectInForce,
  selectReferral,
} from './referral.queries.ts'
import {
  PatientNotInsured,
  ReferralElsewhere,
  ReferralInForce,
  ReferralOver,
  ReferralRevoked,
  ReferralTargetWrong,
  ReferralUnknown,
  ReferralUntilWrong,
} from './referral.problems.ts'
import { stateOn, type NewReferral, type ReferralRow, type UseRow } from './referral-row.ts'
import { reaches, targetName, targetOf, termFrom } from './term.ts'

/** What a hospital says when it refers a patient. */
export interface ReferralInput {
  readonly personId: string
  /** code of the province or city */
  readonly target: string
  readonly diagnosisCode: string
  readonly diagnosisName: string
  readonly reason: string
  readonly opinion: string
  readonly doctor?: string | undefined
  /** only where no rule gives the last day */
  /** the first day asked for, where it is a later one */
  readonly from?: PlainDate | undefined
  readonly until?: string | undefined
  /** a hospital named by a system that must name one; the person may choose another */
  readonly suggested?: { readonly code: string; readonly name: string }
}

/** Who acts for which hospital, and when. */
export interface ByHospital {
  readonly institution: Hospital
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
  readonly source: 'desk' | 'interface'
}

export interface ReferralWorld {
  readonly packs: Packs
  readonly cipher: FieldCipher
  /** names of the cities known here, by code */
  readonly places: () => ReadonlyMap<string, string>
}

/**
 * Refers a patient elsewhere, wholly by the transferring hospital: signs the credential, issues the letter, tells the
 * person. Inside a transaction of the insured city, which is the hospital's own.
 */
export async function issueReferral(
  db: Db,
  world: ReferralWorld,
  input: ReferralInput,
  by: ByHospital,
): Promise<ReferralRow> {
  const { institution, today } = by
  const { regionCode } = institution
  const person = await getPerson(db, regionCode, input.personId)
  if (!(await enrolmentOn(db, regionCode, input.personId, today))) throw PatientNotInsured()
  const target = whereTo(input.target, regionCode)
  // Never before it is issued: the document counts from then on.
  const from = input.from !== undefined && input.from > today ? input.from : today
  const held = (await selectInForce(db, regionCode, input.personId, from)).find(
    (row) => row.target === target,
  )
  if (held) throw ReferralInForce({ number: held.number, until: held.until, target: held.targetName })

  const term = termFrom(world.packs.current(regionCode), from)
  const until = term.until ?? filledIn(input.until, from)
  const key = await signingKey(db, world.cipher, regionCode, by.at)
  const content = {
    number: newNumber(regionCode, today),
    personName: person.name,
    idNumberMasked: person.idNumberMasked,
    from,
    until,
    target,
  }
  const row: NewReferral = {
    ...content,
    regionCode,
    referralId: newId(),
    personId: input.personId,
    hospitalCode: institution.hospitalCode,
    hospitalName: institution.name,
    targetName: targetName(target, world.places()),
    diagnosisCode: input.diagnosisCode,
    diagnosisName: input.diagnosisName,
    reason: input.reason,
    opinion: input.opinion,
    doctor: input.doctor ?? null,
    suggestedCode: input.suggested?.code ?? null,
    suggestedName: input.suggested?.name ?? null,
    issuedOn: today,
    rule: term.valid
      ? { valid: citationOf(term.valid, 'zh'), ends: term.ends ? citationOf(term.ends, 'zh') : null }
      : null,
    source: by.source,
    keyId: key.keyId,
    token: signCredential({ ...content, hospital: institution.hospitalCode }, key),
    issuedBy: by.actor.id,
    issuedByName: by.actor.name,
    issuedAt: by.at,
  }
  await insertReferral(db, row)
  await note(db, row, 'referral-issued', by, { target, until })
  const stored = { ...row, ...NOT_REVOKED }
  await issueReferralLetter(db, stored, by)
  return stored
}

/** Revokes a referral: from this day on it is refused everywhere that hears of it. Inside a transaction. */
export async function revokeReferral(
  db: Db,
  about: { readonly regionCode: string; readonly referralId: string; readonly reason: string },
  by: Pick<ByHospital, 'actor' | 'at' | 'today'> & { readonly side: 'hospital' | 'agency' },
): Promise<ReferralRow> {
  const row = await lockReferral(db, about.regionCode, about.referralId)
  if (!row) throw ReferralUnknown()
  if (row.revokedOn !== null)
    throw ReferralRevoked({ number: row.number, on: row.revokedOn, reason: row.revokeReason ?? '' })
  const { side, actor, today, at } = by
  await markRevoked(db, row, { on: today, at, side, name: actor.name, reason: about.reason })
  await note(db, row, 'referral-revoked', by, { side, reason: about.reason })
  const revoked = {
    ...row,
    revokedOn: today,
    revokedSide: side,
    revokedByName: actor.name,
    revokeReason: about.reason,
  }
  await issueRevocationLetter(db, revoked, by)
  return revoked
}

/**
 * Notes that a person is treated on a referral at a hospital, wherever that lies. Throws when it is revoked, not valid on
 * the day (with the clause), or leads elsewhere. Inside a transaction of the referral's city.
 */
export async function recordUse(
  db: Db,
  about: {
    readonly regionCode: string
    readonly referralId: string
    readonly kind: UseRow['kind']
    readonly reference?: string | undefined
  },
  by: { readonly institution: Hospital; readonly actor: Actor; readonly at: Date; readonly today: PlainDate },
): Promise<ReferralRow> {
  const row = await lockReferral(db, about.regionCode, about.referralId)
  if (!row) throw ReferralUnknown()
  mustBeGood(row, by.today)
  const { institution, actor, today, at } = by
  if (!reaches(row.target, institution.regionCode))
    throw ReferralElsewhere({ number: row.number, target: row.targetName, hospital: institution.name })
  await insertUse(db, row.regionCode, {
    referralId: row.referralId,
    useId: newId(),
    hospitalCode: institution.hospitalCode,
    hospitalName: institution.name,
    day: today,
    kind: about.kind,
    reference: about.reference ?? null,
    by: actor.name,
    at,
  })
  await note(db, row, 'referral-used', by, { hospital: institution.hospitalCode, kind: about.kind })
  return row
}

/** The referral with which a person may be treated at a place on a day; undefined: treated there unreferred. */
export async function referralInForce(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
  careRegion?: string,
): Promise<ReferralRow | undefined> {
  const rows = await selectInForce(db, regionCode, personId, day)
  return rows.find(({ target }) => careRegion === undefined || reaches(target, careRegion))
}

export async function getReferral(db: Db, regionCode: string, referralId: string): Promise<ReferralRow> {
  const row = await selectReferral(db, regionCode, referralId)
  if (!row) throw ReferralUnknown()
  return row
}

/** Throws, with the clause, unless a referral is good on a day. */
export function mustBeGood(row: ReferralRow, day: PlainDate): void {
  const { number, from, until, rule } = row
  const state = stateOn(row, day)
  if (state === 'revoked')
    throw ReferralRevoked({ number, on: row.revokedOn ?? day, reason: row.revokeReason ?? '' })
  if (state === 'in-force') return
  const clause = rule && `${rule.valid.citation} ${rule.valid.clause}`
  throw ReferralOver({ number, from, until, clause, quote: rule && rule.valid.quote })
}

const NOT_REVOKED = { revokedOn: null, revokedSide: null, revokedByName: null, revokeReason: null }

function whereTo(asked: string, home: string): string {
  const target = targetOf(asked)
  if (target === undefined)
    throw ReferralTargetWrong({ zh: `“${asked}”不是行政区划代码。`, en: `“${asked}” is no region code.` })
  if (target === home)
    throw ReferralTargetWrong({ zh: '目的地就是参保地。', en: 'That is the insured place itself.' })
  return target
}

function filledIn(until: string | undefined, today: PlainDate): PlainDate {
  if (until === undefined)
    throw ReferralUntilWrong({
      zh: '本地没有收录转诊有效期的规定，请填写最后一天。',
      en: 'No rule on the validity of referrals is loaded here, so the last day must be given.',
    })
  if (until < today)
    throw ReferralUntilWrong({ zh: `${until} 已经过去。`, en: `${until} has passed already.` })
  return plainDate(until)
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** City, day and eight letters and digits: long enough not to be guessed, short enough to be read aloud. */
function newNumber(regionCode: string, day: PlainDate): string {
  const tail = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${regionCode}${day.replaceAll('-', '')}${tail}`
}

async function note(
  db: Db,
  row: Pick<ReferralRow, 'regionCode' | 'personId' | 'number'>,
  act: string,
  by: { readonly actor: Actor; readonly at: Date },
  detail: Record<string, unknown>,
): Promise<void> {
  const { regionCode, personId, number } = row
  const stream = `person:${personId}` as const
  await record(db, {
    regionCode,
    stream,
    actor: by.actor,
    at: by.at,
    act,
    personId,
    detail: { number, ...detail },
  })
}
