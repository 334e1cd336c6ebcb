import { ageOn, plainDate, type PlainDate } from '@yichuang/kernel'
import { randomInt } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { enrolmentOn, getPerson } from '../insured/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { PatientNotInsured } from '../referral/index.ts'
import {
  insertApplication,
  lockApplication,
  selectOfPerson,
  updateApplication,
} from './application.queries.ts'
import {
  ChronicAge,
  ChronicAlready,
  ChronicClassUnknown,
  ChronicClosed,
  ChronicUnknown,
  NoRules,
  NotDesignated,
  OutcomeMissing,
} from './chronic.problems.ts'
import { finish } from './decide.service.ts'
import { designatedFor } from './designation.queries.ts'
import { voidBenefit } from './panel.queries.ts'
import type { ApplicationRow } from './row.ts'
import {
  anytimeClasses,
  CHILDREN_OR_VACCINATION,
  handOverRule,
  monthOf,
  OLDEST_CHILD,
  OTHER,
  type ClassRule,
} from './rules.ts'

/** What a hospital says of a patient. */
export interface ChronicInput {
  readonly personId: string
  readonly classId: string
  readonly diseaseName?: string | undefined
  readonly diseaseCode?: string | undefined
  readonly cause?: 'rehabilitation' | 'vaccination' | undefined
  readonly doctor: string
  readonly doctorCode?: string | undefined
  readonly note: string
  readonly outcome?: 'granted' | 'refused' | undefined
  readonly reason?: string | undefined
  /** the day of the hospital's finding; today unless told otherwise */
  readonly identifiedOn?: PlainDate
  /** the first day asked for */
  readonly benefitFrom?: PlainDate
}

export interface ByHospital {
  readonly institution: Hospital
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
  readonly source: 'desk' | 'interface'
}

/**
 * Takes an application in. A class that is recognised at any time is decided on the spot, by a hospital designated for it;
 * everything else waits for the monthly list. Inside a transaction of the hospital's city.
 */
export async function collect(
  db: Db,
  packs: Packs,
  input: ChronicInput,
  by: ByHospital,
): Promise<ApplicationRow> {
  const { institution, actor, at, today } = by
  const { regionCode, hospitalCode } = institution
  const person = await getPerson(db, regionCode, input.personId)
  if (!(await enrolmentOn(db, regionCode, input.personId, today))) throw PatientNotInsured()
  const disease = await whichDisease(db, packs, input, by)
  if (disease.classId === CHILDREN_OR_VACCINATION)
    mustFitCause(input.cause, ageOn(plainDate(person.birth), today))
  await mustBeNew(db, regionCode, input.personId, disease)
  if (disease.way === 'anytime' && (!input.outcome || (input.outcome === 'refused' && !input.reason)))
    throw OutcomeMissing()

  const row: ApplicationRow = {
    regionCode,
    applicationId: newId(),
    number: newNumber(regionCode, today),
    personId: input.personId,
    personName: person.name,
    idNumberMasked: person.idNumberMasked,
    ...disease,
    cause: input.cause ?? null,
    hospitalCode,
    hospitalName: institution.name,
    doctorCode: input.doctorCode ?? null,
    doctorName: input.doctor,
    note: input.note,
    identifiedOn: input.identifiedOn ?? today,
    collectedOn: today,
    month: monthOf(today),
    benefitFrom: input.benefitFrom ?? null,
    source: by.source,
    state: 'collected',
    round: 1,
    decidedOn: null,
    decidedBy: null,
    reason: null,
  }
  await insertApplication(db, { ...row, collectedByName: actor.name, at })
  await note(db, row, 'chronic-collected', by, { way: row.way, disease: row.diseaseName })
  if (row.way === 'monthly') return row
  const { outcome = 'refused', reason = '符合认定条件' } = input
  return finish(db, row, { outcome, reason, decidedBy: 'hospital' }, by)
}

/** Takes an application back before it is decided. Inside a transaction. */
export async function withdraw(
  db: Db,
  about: { readonly regionCode: string; readonly applicationId: string; readonly reason: string },
  by: { readonly actor: Actor; readonly at: Date },
): Promise<ApplicationRow> {
  const row = await lockApplication(db, about.regionCode, about.applicationId)
  if (!row) throw ChronicUnknown()
  if (row.state !== 'collected' && row.state !== 'handed-over') throw ChronicClosed()
  const withdrawn = { ...row, state: 'withdrawn' as const, reason: about.reason }
  await updateApplication(db, withdrawn)
  await note(db, row, 'chronic-withdrawn', by, { reason: about.reason })
  return withdrawn
}

/**
 * Takes an application back whose answer the hospital never got: before a decision as `withdraw`, and after it where the
 * hospital decided itself. What a panel has decided stands. Inside a transaction.
 */
export async function undo(
  db: Db,
  about: { readonly regionCode: string; readonly applicationId: string; readonly reason: string },
  by: { readonly actor: Actor; readonly at: Date },
): Promise<ApplicationRow> {
  const row = await lockApplication(db, about.regionCode, about.applicationId)
  if (!row || row.decidedBy !== 'hospital' || row.state === 'withdrawn') return withdraw(db, about, by)
  await voidBenefit(db, about.regionCode, about.applicationId)
  const none = { decidedOn: null, decidedBy: null }
  const undone = { ...row, ...none, state: 'withdrawn' as const, reason: about.reason }
  await updateApplication(db, undone)
  await note(db, row, 'chronic-withdrawn', by, { reason: about.reason })
  return undone
}

/** Records an act in the person's trail. */
export async function note(
  db: Db,
  row: Pick<ApplicationRow, 'regionCode' | 'personId' | 'number'>,
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

type Disease = Pick<ApplicationRow, 'way' | 'classId' | 'diseaseName' | 'diseaseCode'>

async function whichDisease(db: Db, packs: Packs, input: ChronicInput, by: ByHospital): Promise<Disease> {
  const { institution, today } = by
  const { regionCode, hospitalCode, name } = institution
  const pack = packs.current(regionCode)
  const code = input.diseaseCode || null
  if (input.classId === OTHER) {
    const rule = handOverRule(pack, today)
    if ('missing' in rule) throw NoRules(rule.sentence)
    if (!input.diseaseName) throw ChronicClassUnknown({ given: '' })
    return { way: 'monthly', classId: OTHER, diseaseName: input.diseaseName, diseaseCode: code }
  }
  const known: ClassRule | undefined = anytimeClasses(pack, today).find(({ id }) => id === input.classId)
  if (!known) throw ChronicClassUnknown({ given: input.classId })
  const may = await designatedFor(db, regionCode, hospitalCode, today)
  if (!may.has(known.id)) throw NotDesignated({ hospital: name, disease: known.name })
  return { way: 'anytime', classId: known.id, diseaseName: known.name, diseaseCode: code }
}

async function mustBeNew(db: Db, regionCode: string, personId: string, disease: Disease): Promise<void> {
  const same = (await selectOfPerson(db, regionCode, personId)).find(
    ({ classId, diseaseName, state }) =>
      state !== 'refused' &&
      state !== 'withdrawn' &&
      classId === disease.classId &&
      (classId !== OTHER || diseaseName === disease.diseaseName),
  )
  if (same) throw ChronicAlready({ number: same.number, disease: same.diseaseName })
}

/** 0至17周岁 is said of children in rehabilitation, not of the consequences of a vaccination. */
function mustFitCause(cause: ChronicInput['cause'], age: number): void {
  if (cause === undefined)
    throw ChronicAge({
      zh: '这一类包括儿童康复救治和预防接种异常反应，请选明是哪一种。',
      en: 'This class is for children in rehabilitation and for consequences of a vaccination: say which.',
    })
  if (cause === 'rehabilitation' && age > OLDEST_CHILD)
    throw ChronicAge({
      zh: `儿童康复救治限 0 至 ${OLDEST_CHILD} 周岁，患者今天 ${age} 周岁。`,
      en: `Rehabilitation of children is for ages 0 to ${OLDEST_CHILD}; the patient is ${age} today.`,
    })
}

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

function newNumber(regionCode: string, day: PlainDate): string {
  const tail = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${regionCode}${day.replaceAll('-', '')}${tail}`
}
