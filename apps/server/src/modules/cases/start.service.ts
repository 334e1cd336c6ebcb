import type { Channel } from '@yichuang/contracts'
import type { ServiceItem } from '@yichuang/policy'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Sentences } from '../../platform/problem.ts'
import { newId } from '../../platform/uuid.ts'
import { enrolmentOn, getPerson, lastEnrolment, mayActFor } from '../insured/index.ts'
import { officeForApplication } from '../organisations/index.ts'
import { windowOf, type Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { insertCase } from './case.queries.ts'
import { ChannelNotOpen, ItemNotLive, NoMandate, NotInsuredHere } from './cases.problems.ts'
import { begin, type LockedCase } from './engine.ts'
import { PACK_CHANNEL, relief } from './relief.ts'
import { packFor, rulesFor } from './rules.ts'
import { around } from './world.ts'

export interface StartInput {
  readonly regionCode: string
  readonly itemId: string
  readonly personId: string
  readonly channel?: z.output<typeof Channel> | undefined
  /** why somebody is taken in past the numbers of the day */
  readonly overLimit?: string | undefined
}

/** Starts a draft for oneself, for somebody one has a mandate of, or at the window for whoever stands there. */
export async function startCase(db: Db, who: Requester, input: StartInput): Promise<CaseRow> {
  const { row, rules, begun } = await draftCase(db, who, input)
  await insertCase(db, row, [begun])
  await rules.handler.begin(db, row, { personId: row.personId })
  return row
}

/** The same, with neither the case with its first event nor a place for its content stored yet. */
export async function draftCase(db: Db, who: Requester, input: StartInput): Promise<Required<LockedCase>> {
  const { regionCode, itemId, personId } = input
  const { caller, actor, at, today } = who
  if (!around().packs.current(regionCode).items.has(itemId)) throw ItemNotLive()

  const window = windowOf(who, regionCode)
  const helper = caller.kind === 'person' && caller.personId !== personId ? caller : undefined
  if (caller.kind === 'staff' && window === undefined) throw NotInsuredHere()
  if (helper && !(await mayActFor(db, regionCode, helper.personId, personId, today))) throw NoMandate()
  const { afterInsurance } = rulesFor(around().packs.current(regionCode), itemId, today).handler
  const [enrolment, person] = await Promise.all([
    (afterInsurance ? lastEnrolment : enrolmentOn)(db, regionCode, personId, today),
    getPerson(db, regionCode, personId),
  ])
  if (!enrolment) throw NotInsuredHere()

  const { insurance, personClass } = enrolment
  const officeId = window ?? (await officeForApplication(db, regionCode)).id
  const pack = await packFor({ regionCode, officeId, insurance, personClass, personId, today })
  const rules = rulesFor(pack, itemId, today)
  const channel = channelOf(input.channel, window !== undefined)
  mustBeOpen(rules.item, channel)

  const caseId = newId()
  const hall =
    window !== undefined && channel === 'window'
      ? await relief()?.number(db, { regionCode, caseId, officeId }, { today, reason: input.overLimit })
      : undefined
  const started = begin(
    {
      ...BLANK,
      regionCode,
      caseId,
      itemId,
      itemVersion: rules.item.version,
      packId: pack.id,
      packHash: pack.hash,
      state: rules.process.initial as CaseRow['state'],
      channel,
      personId,
      applicantName: person.name,
      agentId: helper?.personId ?? null,
      agentName: helper?.name ?? null,
      insurance,
      personClass,
      officeId,
      createdOn: today,
    },
    { act: 'start', actor, at, ...(hall && { detail: { ...hall } }) },
  )
  return { ...started, rules }
}

/** Only staff can say that they met the person somewhere; online it is the browser or the phone. */
function channelOf(asked: StartInput['channel'], atWindow: boolean): string {
  if (atWindow) return asked === undefined || asked === 'web' || asked === 'phone' ? 'window' : asked
  return asked === 'phone' || asked === 'kiosk' ? asked : 'web'
}

/** Channels in which staff take down what they are told or sent; a place opens them, often for a time only. */
const TAKEN_DOWN: Readonly<Record<string, Sentences>> = {
  hotline: { zh: '电话', en: 'telephone' },
  im: { zh: '钉钉等即时通讯', en: 'instant messaging' },
}

function mustBeOpen({ channels }: ServiceItem, channel: string): void {
  const words = TAKEN_DOWN[channel]
  if (!words || channels.some((entry) => entry.channel === PACK_CHANNEL[channel])) return
  throw ChannelNotOpen({ channel: words })
}

const BLANK = {
  number: null,
  cameFrom: [],
  hospitalName: null,
  total: null,
  fund: null,
  ownerId: null,
  ownerName: null,
  handoverTo: null,
  handoverToName: null,
  handoverByName: null,
  handoverReason: null,
  handoverOn: null,
  handedInOn: null,
  acceptedOn: null,
  statutoryDays: null,
  promisedDays: null,
  statutoryDueOn: null,
  dueOn: null,
  calendarKey: null,
  pauses: [],
  pausedSince: null,
  decidedOn: null,
  usedDays: null,
  onTime: null,
  agencyFaults: 0,
  overdueReason: null,
  alarm: null,
  closedOn: null,
  rated: false,
  proposal: null,
} as const satisfies Partial<CaseRow>
