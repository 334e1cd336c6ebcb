import { z } from 'zod'
import { Calculation, ClaimContent, Decision, LineCoding } from './claims.ts'
import { Citation, Day, Id, Instant, RegionCode, Version } from './common.ts'
import { Person } from './people.ts'
import { RatingView } from './rating-view.ts'

export const caseStates = [
  'draft',
  'submitted',
  'supplementing',
  'accepted',
  'escalated',
  'reviewed',
  'approved',
  'refused',
  'in-payment',
  'paid',
  'payment-failed',
  'withdrawn',
] as const
export const CaseState = z.enum(caseStates)
export type CaseState = (typeof caseStates)[number]
/** How a case came in (受理渠道). */
export const Channel = z.enum([
  'window',
  'web',
  'phone',
  'kiosk',
  'hotline',
  'im',
  'township',
  'village',
  'hospital',
  'home-visit',
])
/** The acts of the process; which of them a caller may do now stands in `CaseView.acts`. */
export const caseActs = [
  'hand-in',
  'accept',
  'notify',
  'answer',
  'pass-up',
  'return',
  'propose-grant',
  'propose-refusal',
  'send-back',
  'approve',
  'refuse',
  'pay-run',
  'pay',
  'bank-reject',
  'cancel-run',
  'correct-account',
  'withdraw',
] as const
export const CaseAct = z.enum(caseActs)
export type CaseAct = (typeof caseActs)[number]

export const CaseFile = z.object({
  fileId: Id,
  name: z.string(),
  type: z.string(),
  size: z.int(),
  hasThumbnail: z.boolean(),
  addedOn: Day,
})
/** One material of the item's list for this case's situation, with what was handed in for it. */
export const MaterialSlot = z.object({
  materialId: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  required: z.boolean(),
  /** it may follow until this day (容缺); absent where it must be there at the hand-in */
  laterUntil: Day.optional(),
  files: z.array(CaseFile),
  /** who of the staff looked every one of these files over; null when nobody did, and for the applicant */
  checked: z.object({ by: z.string(), day: Day }).nullable(),
})
/** One gap of the supplement notice (一次告知). */
export const Gap = z.object({
  /** a material of the list or a field of the form; null for anything else */
  materialId: z.string().max(80).nullable(),
  field: z.string().max(120).nullable(),
  text: z.string().trim().min(2).max(500),
})
export const Notice = z.object({
  noticeId: Id,
  at: Instant,
  day: Day,
  by: z.string(),
  gaps: z.array(Gap),
  answeredOn: Day.nullable(),
  /** a second notice for something that could be known at the first is the agency's fault and costs the applicant no time */
  agencyFault: z.boolean(),
})
export const TimelineEvent = z.object({
  seq: z.int(),
  at: Instant,
  day: Day,
  act: z.string(),
  title: z.string(),
  text: z.string(),
  by: z.string(),
  /** who acted: the person or their helper, staff, or the system */
  side: z.enum(['applicant', 'agency', 'system']),
})
export const Limit = z.object({ days: z.int(), dueOn: Day.nullable(), source: Citation.nullable() })
export const ClockView = z.object({
  handedInOn: Day.nullable(),
  acceptedOn: Day.nullable(),
  statutory: Limit.nullable(),
  promised: Limit.nullable(),
  /** the date that binds: the promised one, else the statutory one; null while paused or not accepted */
  dueOn: Day.nullable(),
  daysUsed: z.int().nullable(),
  daysLeft: z.int().nullable(),
  overdue: z.boolean(),
  overdueReason: z.string().nullable(),
  paused: z.object({ since: Day, reason: z.string() }).nullable(),
  /** dates that a later calendar moved: both are kept */
  moved: z.array(z.object({ day: Day, from: Day.nullable(), to: Day.nullable(), why: z.string() })),
  /** e.g. no official calendar for the year */
  problem: z.string().nullable(),
})

export const CaseSummary = z.object({
  caseId: Id,
  regionCode: RegionCode,
  number: z.string().nullable(),
  itemId: z.string(),
  itemName: z.string(),
  state: CaseState,
  stateName: z.string(),
  channel: Channel,
  /** masked for staff lists, whole for the person */
  applicantName: z.string(),
  hospitalName: z.string().nullable(),
  total: z.string().nullable(),
  fund: z.string().nullable(),
  officeId: Id.nullable(),
  officeName: z.string().nullable(),
  ownerName: z.string().nullable(),
  handedInOn: Day.nullable(),
  dueOn: Day.nullable(),
  daysLeft: z.int().nullable(),
  overdue: z.boolean(),
  paused: z.boolean(),
  version: Version,
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const PaymentView = z.object({
  state: z.enum(['waiting', 'in-run', 'paid', 'rejected']),
  amount: z.string(),
  payeeHolder: z.string(),
  bankName: z.string(),
  accountMasked: z.string(),
  runNumber: z.string().nullable(),
  paidOn: Day.nullable(),
  bankReason: z.string().nullable(),
})

/** The relief measures that acted on a case, and the papers it owes because of them. */
export const ReliefView = z.object({
  measures: z.array(
    z.object({ measureId: z.string(), title: z.string(), occasion: z.string(), source: Citation }),
  ),
  owed: z.array(
    z.object({
      materialId: z.string(),
      name: z.string(),
      dueOn: Day,
      state: z.enum(['open', 'overdue', 'received', 'waived', 'enforced']),
    }),
  ),
})
export type ReliefView = z.infer<typeof ReliefView>

/** A case as the caller may see it: one record for every channel. Staff-only parts are null for the applicant. */
export const CaseView = CaseSummary.extend({
  placeName: z.string(),
  itemVersion: z.string(),
  person: Person,
  /** the helper who acts for the person, if any */
  agentName: z.string().nullable(),
  content: ClaimContent,
  materials: z.array(MaterialSlot),
  clock: ClockView,
  notices: z.array(Notice),
  /** for staff; once there is a decision, the explanation stands with that */
  calculation: Calculation.nullable(),
  coding: z.array(LineCoding).nullable(),
  proposal: z
    .object({
      outcome: z.enum(['grant', 'refuse']),
      by: z.string(),
      byUserId: Id,
      reason: z.string(),
      day: Day,
      manualFund: z.string().nullable(),
    })
    .nullable(),
  decision: Decision.nullable(),
  payment: PaymentView.nullable(),
  rating: RatingView.nullable(),
  /** true when the case is over and has no rating yet, and the caller may give it */
  mayRate: z.boolean(),
  timeline: z.array(TimelineEvent),
  owner: z.object({ userId: Id, name: z.string() }).nullable(),
  handover: z
    .object({ toUserId: Id, toName: z.string(), byName: z.string(), reason: z.string(), day: Day })
    .nullable(),
  letters: z.array(z.object({ kind: z.string(), title: z.string(), day: Day, current: z.boolean() })),
  acts: z.array(CaseAct),
  /** acts that are the person's own, and that a clerk may record when the person shows their e-voucher code */
  actsOnProof: z.array(CaseAct),
  serviceStandard: z.array(z.string()),
  /** what relief measures did for the case; absent where none did */
  relief: ReliefView.optional(),
})
export type CaseView = z.infer<typeof CaseView>
