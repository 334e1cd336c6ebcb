import { acceptanceDay, makeCaseNumber, minuteInChina } from '@yichuang/kernel'
import type { HandIn, PlainDate } from '@yichuang/kernel'
import { isMissing, parameterOn } from '@yichuang/policy'
import type { Pack } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { ClaimContent } from '@yichuang/contracts'
import { enrolmentOn, lastEnrolment } from '../insured/index.ts'
import { dutyOwner, getOffice, type Office } from '../organisations/index.ts'
import { windowOf, type Requester } from './access.ts'
import { orNull } from './case-clock.ts'
import type { CaseRow } from './case-row.ts'
import { nextInOffice } from './case.queries.ts'
import { NotInsuredHere } from './cases.problems.ts'
import type { CaseRef } from './handler.ts'
import { tellHandedIn } from './letters.ts'
import { missingMaterials, owedNow, slotsOf } from './materials-state.ts'
import { marksAtHandIn, relief } from './relief.ts'
import { factsOf, openForAct, performFor, permit, type OpenCase } from './request.ts'
import { calendarOf } from './rules.ts'

/**
 * Hands a draft in: it gets its number and, from now on, always an owner; it is checked whole and takes on the rules of
 * the day. At the window the clerk asked first owns it (首问负责) and the case belongs to that office.
 */
export async function handIn(db: Db, who: Requester, ref: CaseRef, version: number): Promise<CaseRow> {
  return handInOpen(db, who, await openForAct(db, who, ref, version))
}

/** The same for a case that is open already; `content` when it was started in this transaction, with that content. */
export async function handInOpen(
  db: Db,
  who: Requester,
  open: OpenCase,
  content?: ClaimContent,
): Promise<CaseRow> {
  const { row, rules } = open
  permit(who, open, 'hand-in')
  const window = windowOf(who, row.regionCode)
  const office = await getOffice(db, window ?? row.officeId)
  const owner =
    window === undefined ? await dutyOwner(db, office.id) : { userId: who.actor.id!, name: who.actor.name }
  const handedInOn = await dayOfHandIn(row.regionCode, rules.pack, office, who)
  const { afterInsurance } = rules.handler
  const [enrolment, sequence] = await Promise.all([
    content
      ? row
      : (afterInsurance ? lastEnrolment : enrolmentOn)(db, row.regionCode, row.personId, who.today),
    nextInOffice(db, row.regionCode, office.code, who.today),
  ])
  if (!enrolment) throw NotInsuredHere()

  const number = makeCaseNumber({ office: office.code, day: who.today, sequence })
  const { insurance, personClass } = enrolment
  const current = { ...open, row: { ...row, insurance, personClass, officeId: office.id } }
  // Whoever stands at the window is served now and told once of what is missing; at home it can be added at once.
  const mayFollow = rules.item.materials.some(({ later }) => later !== undefined)
  const slots = window === undefined || mayFollow ? await slotsOf(db, current, who) : []
  const faults = window === undefined ? missingMaterials(slots, who.language) : []
  const handed = await rules.handler.handIn(db, row, { ...factsOf(who, current), number, faults, content })
  const { total } = handed
  const owed = mayFollow ? await owedNow(db, current, slots, who.today) : []
  const channel = window === undefined ? row.channel : channelAtWindow(row.channel)
  const marks = marksAtHandIn(rules.item, channel, owed, handed.measures ?? [])

  const patch = {
    number,
    total,
    insurance,
    personClass,
    officeId: office.id,
    ownerId: owner.userId,
    ownerName: owner.name,
    channel,
    handedInOn,
    itemVersion: rules.item.version,
    packId: rules.pack.id,
    packHash: rules.pack.hash,
  }
  const handedIn = await performFor(db, who, open, {
    act: 'hand-in',
    detail: {
      number,
      owner: owner.name,
      office: office.name,
      ...(marks.length > 0 && { measures: marks.map(({ id }) => id) }),
      ...(owed.length > 0 && { owed: owed.map(({ materialId, dueOn }) => ({ materialId, dueOn })) }),
    },
    patch,
  })
  if (marks.length > 0 || owed.length > 0)
    await relief()?.keep(db, handedIn, { act: 'hand-in', day: who.today, marks, owed, item: rules.item })
  await tellHandedIn(db, handedIn, rules, office, who)
  return handedIn
}

/** The day a hand-in counts for, by the place's own rule on office hours; without one, the day itself. */
async function dayOfHandIn(
  regionCode: string,
  pack: Pack,
  office: Office,
  { at, today }: Requester,
): Promise<PlainDate> {
  const text = (id: string) => {
    const found = pack.parameters.has(id) ? parameterOn(pack, id, undefined, today) : undefined
    return found === undefined || isMissing(found) ? undefined : found.value
  }
  if (text('clock.after-hours') !== 'next-working-day') return today
  const { calendar } = await calendarOf(regionCode, today)
  const [opens, closes] = text('clock.office-hours')?.split('-') ?? [office.opens, office.closes]
  const handIn: HandIn = {
    handedIn: minuteInChina(at),
    afterHours: 'next-working-day',
    ...(opens && closes && { officeHours: { opens, closes } }),
  }
  return orNull(() => acceptanceDay(calendar, handIn)) ?? today
}

function channelAtWindow(channel: string): string {
  return channel === 'web' || channel === 'phone' ? 'window' : channel
}
