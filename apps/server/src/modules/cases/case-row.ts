import type { CaseState } from '@yichuang/contracts'
import type { Pause, PlainDate } from '@yichuang/kernel'
import type { CaseFacts, Proposal } from './handler.ts'

/** A case as stored. Money is yuan as text, days are PlainDate. */
export interface CaseRow {
  readonly regionCode: string
  readonly caseId: string
  readonly number: string | null
  readonly itemId: string
  readonly itemVersion: string
  readonly packId: string
  readonly packHash: string
  readonly state: CaseState
  readonly cameFrom: readonly CaseState[]
  readonly channel: string
  readonly personId: string
  readonly applicantName: string
  readonly agentId: string | null
  readonly agentName: string | null
  readonly insurance: CaseFacts['insurance']
  readonly personClass: CaseFacts['personClass']
  readonly hospitalName: string | null
  readonly total: string | null
  readonly fund: string | null
  readonly officeId: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly handoverTo: string | null
  readonly handoverToName: string | null
  readonly handoverByName: string | null
  readonly handoverReason: string | null
  readonly handoverOn: PlainDate | null
  readonly createdOn: PlainDate
  readonly handedInOn: PlainDate | null
  readonly acceptedOn: PlainDate | null
  readonly statutoryDays: number | null
  readonly promisedDays: number | null
  readonly statutoryDueOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly calendarKey: string | null
  readonly pauses: readonly Pause[]
  readonly pausedSince: PlainDate | null
  readonly decidedOn: PlainDate | null
  readonly usedDays: number | null
  readonly onTime: boolean | null
  readonly agencyFaults: number
  readonly overdueReason: string | null
  readonly alarm: 'due-soon' | 'overdue' | null
  readonly urgentOn: PlainDate
  readonly closedOn: PlainDate | null
  readonly rated: boolean
  readonly proposal: Proposal | null
  readonly version: number
  readonly eventCount: number
  readonly headHash: string
  readonly changedAt: Date
}

/** What an act may change beside state, clock, version and chain, which are the engine's. */
export type CasePatch = Partial<
  Omit<
    CaseRow,
    | 'regionCode'
    | 'caseId'
    | 'state'
    | 'cameFrom'
    | 'version'
    | 'eventCount'
    | 'headHash'
    | 'changedAt'
    | 'personId'
    | 'createdOn'
  >
>

/** One thing that happened to a case. `version` is that of the case afterwards. */
export interface EventRow {
  readonly regionCode: string
  readonly caseId: string
  readonly seq: number
  readonly at: Date
  readonly day: PlainDate
  readonly act: string
  readonly side: 'applicant' | 'agency' | 'system'
  readonly actorId: string | null
  readonly actorName: string
  readonly version: number
  readonly detail: Readonly<Record<string, unknown>>
  readonly hash: string
}

/** A gap of a notice: a material, a field of the form, or anything else in words. */
export interface GapRow {
  readonly materialId: string | null
  readonly field: string | null
  readonly text: string
}

/** What could be seen of a case when a notice was given. */
export interface Seen {
  /** every material that was asked for, with the files there were */
  readonly materials: Readonly<Record<string, readonly string[]>>
  /** a digest of each part of the form, `visit` or `bills.0` */
  readonly fields: Readonly<Record<string, string>>
}

export interface NoticeRow {
  readonly noticeId: string
  readonly at: Date
  readonly day: PlainDate
  readonly byName: string
  readonly gaps: readonly GapRow[]
  readonly seen: Seen
  readonly answeredOn: PlainDate | null
  readonly agencyFault: boolean
}
