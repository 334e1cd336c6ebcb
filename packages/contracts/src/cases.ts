import { z } from 'zod'
import { endpoint, staffRoles } from './endpoint.ts'
import {
  Citation,
  Day,
  Done,
  Fault,
  Id,
  Instant,
  MissingRule,
  PageQuery,
  Reason,
  RegionCode,
  Version,
  page,
} from './common.ts'
import { Calculation, ClaimContent, Decision, FeeLine, LineCoding, Payee } from './claims.ts'
import { Person } from './people.ts'

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
  files: z.array(CaseFile),
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
export const RatingGrade = z.enum([
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
])
export const RatingView = z.object({
  grade: RatingGrade,
  reasons: z.array(z.string()),
  text: z.string(),
  day: Day,
})

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
  serviceStandard: z.array(z.string()),
})
export type CaseView = z.infer<typeof CaseView>

const caseParams = z.object({ caseId: Id })
const region = z.object({ regionCode: RegionCode })
const versioned = z.strictObject({ regionCode: RegionCode, version: Version })

export const startCase = endpoint({
  method: 'POST',
  path: '/cases',
  access: ['person', 'clerk'],
  summary: 'Start a draft for oneself, for someone one acts for, or at the window',
  body: z.strictObject({
    regionCode: RegionCode,
    itemId: z.string().max(80),
    personId: Id,
    channel: Channel.optional(),
  }),
  reply: CaseView,
  problems: ['no-mandate', 'not-insured-here', 'item-not-live'],
})
export const myCases = endpoint({
  method: 'GET',
  path: '/my/cases',
  access: ['person'],
  summary: 'My cases and those of people I act for, newest first',
  query: PageQuery,
  reply: page(CaseSummary),
})
export const inbox = endpoint({
  method: 'GET',
  path: '/inbox',
  access: ['staff'],
  summary: 'Cases of an office with days left; most urgent first',
  query: PageQuery.extend({
    officeId: Id,
    view: z.enum(['todo', 'mine', 'all', 'overdue', 'handover', 'closed']).default('todo'),
    state: CaseState.optional(),
    itemId: z.string().max(80).optional(),
    /** with cases of the offices below */
    below: z.stringbool().default(true),
  }),
  reply: page(CaseSummary).extend({ counts: z.record(z.string(), z.int()) }),
})
export const searchCases = endpoint({
  method: 'GET',
  path: '/cases',
  access: ['staff'],
  summary:
    'Find cases by case number, name of the person or bill number, or those of one person, newest first',
  query: PageQuery.extend({
    regionCode: RegionCode,
    q: z.string().trim().min(2).max(60).optional(),
    /** instead of `q`: the cases of this person only */
    personId: Id.optional(),
  }),
  reply: page(CaseSummary),
})
export const getCase = endpoint({
  method: 'GET',
  path: '/cases/:caseId',
  access: ['person', 'staff'],
  summary: 'One case',
  params: caseParams,
  query: region,
  reply: CaseView,
  problems: ['case-not-found'],
})
export const saveContent = endpoint({
  method: 'PUT',
  path: '/cases/:caseId/content',
  access: ['person', 'clerk'],
  summary: 'Save what was typed so far (draft, or while answering a notice)',
  params: caseParams,
  body: versioned.extend({ content: ClaimContent }),
  reply: z.object({ version: Version, savedAt: Instant }),
  problems: ['case-changed', 'case-not-found', 'act-not-allowed'],
  perMinute: 240,
})
export const checkCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/check',
  access: ['person', 'clerk'],
  summary: 'Everything that is missing or wrong, and the estimate with its explanation, before handing in',
  params: caseParams,
  body: z.strictObject({ regionCode: RegionCode }),
  reply: z.object({
    faults: z.array(Fault),
    warnings: z.array(Fault),
    materials: z.array(MaterialSlot),
    estimate: Calculation.nullable(),
    promisedDueOn: Day.nullable(),
    missing: z.array(MissingRule),
  }),
})
export const handIn = endpoint({
  method: 'POST',
  path: '/cases/:caseId/hand-in',
  access: ['person', 'clerk'],
  summary: 'Hand the case in; answers with all faults at once if it cannot be',
  params: caseParams,
  body: versioned,
  reply: CaseView,
  problems: ['content-faulty', 'bill-already-claimed', 'bill-settled-by-card', 'case-changed'],
})
export const withdrawCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/withdraw',
  access: ['person', 'clerk'],
  summary: 'Withdraw before the decision; frees the bills',
  params: caseParams,
  body: versioned.extend({ reason: z.string().trim().max(500).default('') }),
  reply: CaseView,
})
export const acceptCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/accept',
  access: ['clerk'],
  summary: 'Accept (受理); the clock starts',
  params: caseParams,
  body: versioned,
  reply: CaseView,
})
export const notifyGaps = endpoint({
  method: 'POST',
  path: '/cases/:caseId/notice',
  access: ['clerk', 'reviewer'],
  summary: 'The one notice of everything missing (一次告知); the clock stops',
  params: caseParams,
  body: versioned.extend({ gaps: z.array(Gap).min(1).max(50) }),
  reply: CaseView,
})
/** What the system itself finds missing: materials of the list without a file, and faults of the form. */
export const suggestGaps = endpoint({
  method: 'GET',
  path: '/cases/:caseId/gaps',
  access: ['clerk', 'reviewer'],
  summary: 'The full list of gaps the system can see, to start the notice from',
  params: caseParams,
  query: region,
  reply: z.object({ gaps: z.array(Gap) }),
})
export const answerNotice = endpoint({
  method: 'POST',
  path: '/cases/:caseId/answer',
  access: ['person', 'clerk'],
  summary: 'Answer the notice; the clock runs again',
  params: caseParams,
  body: versioned.extend({ text: z.string().trim().max(1000).default('') }),
  reply: CaseView,
})
export const passUp = endpoint({
  method: 'POST',
  path: '/cases/:caseId/pass-up',
  access: ['clerk'],
  summary: 'Pass a difficult case up with a reason (疑难上报); the window has no power to refuse',
  params: caseParams,
  body: versioned.extend({ reason: Reason, suggestsRefusal: z.boolean().default(false) }),
  reply: CaseView,
})
export const returnCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/return',
  access: ['reviewer', 'supervisor'],
  summary: 'Send an escalated case back with guidance',
  params: caseParams,
  body: versioned.extend({ guidance: Reason }),
  reply: CaseView,
})
export const calculateCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/calculate',
  access: ['reviewer', 'approver'],
  summary: 'What the coding gives, with its trace; stores nothing',
  params: caseParams,
  body: z.strictObject({ regionCode: RegionCode, coding: z.array(LineCoding).max(5000) }),
  reply: Calculation,
  perMinute: 600,
})
export const saveCoding = endpoint({
  method: 'PUT',
  path: '/cases/:caseId/coding',
  access: ['reviewer'],
  summary: 'Save the coding of the lines',
  params: caseParams,
  body: versioned.extend({ coding: z.array(LineCoding).max(5000) }),
  reply: z.object({ version: Version, calculation: Calculation }),
})
export const propose = endpoint({
  method: 'POST',
  path: '/cases/:caseId/propose',
  access: ['reviewer'],
  summary: 'Propose to grant or to refuse; another person decides',
  params: caseParams,
  body: versioned.extend({
    outcome: z.enum(['grant', 'refuse']),
    reason: z.string().trim().max(1000).default(''),
    coding: z.array(LineCoding).max(5000).optional(),
    /** only where no pack has a rule: what a person worked out, yuan, and on what basis (in `reason`) */
    manualFund: z.string().max(20).optional(),
  }),
  reply: CaseView,
  problems: ['rule-missing', 'lines-not-coded'],
})
export const decide = endpoint({
  method: 'POST',
  path: '/cases/:caseId/decide',
  access: ['approver'],
  summary: 'Approve or refuse as proposed, or send back; never one’s own proposal',
  params: caseParams,
  body: versioned.extend({
    outcome: z.enum(['approve', 'refuse', 'send-back']),
    reason: z.string().trim().max(1000).default(''),
  }),
  reply: CaseView,
  problems: ['own-proposal', 'case-changed', 'outcome-not-proposed'],
})
export const correctAccount = endpoint({
  method: 'POST',
  path: '/cases/:caseId/account',
  access: ['person', 'clerk'],
  summary: 'Give another account after the bank rejected the payment',
  params: caseParams,
  body: versioned.extend({ payee: Payee }),
  reply: CaseView,
})
export const offerHandover = endpoint({
  method: 'POST',
  path: '/cases/:caseId/handover',
  access: ['staff'],
  summary: 'Offer the case to a colleague; it stays with the owner until accepted (首问负责)',
  params: caseParams,
  body: versioned.extend({ toUserId: Id, reason: Reason }),
  reply: CaseView,
})
export const answerHandover = endpoint({
  method: 'POST',
  path: '/cases/:caseId/handover/answer',
  access: ['staff'],
  summary: 'Accept or decline a hand-over offered to me',
  params: caseParams,
  body: versioned.extend({ accept: z.boolean() }),
  reply: CaseView,
})
export const explainOverdue = endpoint({
  method: 'POST',
  path: '/cases/:caseId/overdue-reason',
  access: ['staff'],
  summary: 'Record why the case is overdue; shown to the person',
  params: caseParams,
  body: versioned.extend({ reason: Reason }),
  reply: CaseView,
})
export const LedgerDay = z.object({
  day: Day,
  counted: z.boolean(),
  number: z.int().nullable(),
  why: z.string(),
})
export const getLedger = endpoint({
  method: 'GET',
  path: '/cases/:caseId/ledger',
  access: ['person', 'staff'],
  summary: 'Every day counted or skipped, and why',
  params: caseParams,
  query: region,
  reply: z.object({ days: z.array(LedgerDay), calendar: z.array(z.string()) }),
})

export const addMaterial = endpoint({
  method: 'POST',
  path: '/cases/:caseId/materials/:materialId',
  access: ['person', 'clerk'],
  summary: 'Add a photograph or PDF for a material of the list',
  params: caseParams.extend({ materialId: z.string().max(80) }),
  query: region,
  upload: true,
  reply: z.object({ file: CaseFile, version: Version }),
  problems: ['file-too-large', 'file-type-refused', 'file-name-lies', 'storage-full'],
})
export const removeMaterial = endpoint({
  method: 'DELETE',
  path: '/cases/:caseId/materials/:materialId/:fileId',
  access: ['person', 'clerk'],
  summary: 'Take a file back (draft, or while answering a notice)',
  params: caseParams.extend({ materialId: z.string().max(80), fileId: Id }),
  query: region,
  reply: Done.extend({ version: Version }),
})
export const getFile = endpoint({
  method: 'GET',
  path: '/cases/:caseId/files/:fileId',
  access: ['person', 'staff'],
  summary: 'A file of the case; `size=thumbnail` for the small picture',
  params: caseParams.extend({ fileId: Id }),
  query: region.extend({ size: z.enum(['full', 'thumbnail']).default('full') }),
  produces: 'application/octet-stream',
})
export const importLines = endpoint({
  method: 'POST',
  path: '/fee-lines/import',
  access: ['person', 'clerk'],
  summary: 'Read fee lines from an .xlsx or .csv file; faults name sheet and row',
  upload: true,
  reply: z.object({ lines: z.array(FeeLine), total: z.string(), faults: z.array(Fault) }),
  perMinute: 20,
  problems: ['file-too-large', 'file-type-refused'],
})
export const linesTemplate = endpoint({
  method: 'GET',
  path: '/fee-lines/template.xlsx',
  access: ['public'],
  summary: 'Empty template for fee lines',
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const letterKinds = ['receipt', 'notice', 'decision', 'withdrawal', 'due-moved'] as const
export const getLetter = endpoint({
  method: 'GET',
  path: '/cases/:caseId/letters/:kind',
  access: ['person', 'staff'],
  summary: 'A letter or receipt as PDF with a QR code for verification',
  params: caseParams.extend({ kind: z.enum(letterKinds) }),
  query: region,
  produces: 'application/pdf',
  problems: ['letter-not-found'],
})
export const verifyLetter = endpoint({
  method: 'GET',
  path: '/verify/:code',
  access: ['public'],
  summary: 'Whether a letter is genuine and current; no personal data beyond what proves it',
  params: z.object({ code: z.string().max(64) }),
  reply: z.object({
    genuine: z.boolean(),
    current: z.boolean(),
    title: z.string().nullable(),
    caseNumber: z.string().nullable(),
    applicantMasked: z.string().nullable(),
    issuedOn: Day.nullable(),
    issuer: z.string().nullable(),
    message: z.string(),
  }),
  perMinute: 60,
})

export const rateCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/rating',
  access: ['person', 'clerk'],
  summary: 'Rate the service: one case, one rating (好差评)',
  params: caseParams,
  body: z.strictObject({
    regionCode: RegionCode,
    grade: RatingGrade,
    reasons: z.array(z.string().max(40)).max(10).default([]),
    text: z.string().trim().max(1000).default(''),
  }),
  reply: CaseView,
  problems: ['already-rated', 'not-over', 'reason-needed'],
})
export const ratingReasons = endpoint({
  method: 'GET',
  path: '/rating-reasons',
  access: ['public'],
  summary: 'The reason tags for each grade',
  reply: z.object({
    grades: z.array(
      z.object({
        grade: RatingGrade,
        name: z.string(),
        reasons: z.array(z.object({ code: z.string(), text: z.string() })),
      }),
    ),
  }),
})
export const staffRoleNames = staffRoles
