import { z } from 'zod'
import { caseParams, region, versioned } from './case-call.ts'
import { CaseState, Channel, MaterialSlot, Gap, CaseSummary, CaseView } from './case-view.ts'
import { Calculation, ClaimContent, LineCoding, Payee, Workings } from './claims.ts'
import {
  Day,
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
import { endpoint, staffRoles } from './endpoint.ts'
import { Remedy } from './objections.ts'

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
    /** why somebody is taken in although the numbers of the day are used up; asked for by `hall-full` */
    overLimit: Reason.optional(),
  }),
  reply: CaseView,
  problems: ['no-mandate', 'not-insured-here', 'item-not-live', 'hall-full'],
})
export const apply = endpoint({
  method: 'POST',
  path: '/applications',
  access: ['person', 'clerk'],
  summary:
    'Hand a whole application in with one call, for programs of other channels: what was typed in the field `json`, then its files, each in a field named after its material; all of it or nothing',
  upload: true,
  body: z.strictObject({
    regionCode: RegionCode,
    itemId: z.string().max(80),
    personId: Id,
    channel: Channel.optional(),
    content: ClaimContent,
  }),
  reply: CaseView,
  problems: [
    'no-mandate',
    'not-insured-here',
    'item-not-live',
    'content-faulty',
    'bill-already-claimed',
    'bill-settled-by-card',
    'unknown-material',
    'file-too-large',
    'file-type-refused',
    'storage-full',
  ],
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
  body: versioned.extend({
    reason: z.string().trim().max(500).default(''),
    /** what the person shows at the window: once handed in, staff record a withdrawal only with their e-voucher code */
    voucher: z.string().trim().max(64).optional(),
  }),
  reply: CaseView,
  problems: [
    'withdrawal-needs-voucher',
    'voucher-invalid',
    'voucher-used',
    'voucher-expired',
    'voucher-of-another',
  ],
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
  reply: Calculation.extend({ workings: Workings.nullable() }),
  perMinute: 600,
})
/** Apart from the case, because only those who check the figures need it. */
export const getWorkings = endpoint({
  method: 'GET',
  path: '/cases/:caseId/workings',
  access: ['staff'],
  summary:
    'The stored calculation as the reviewer’s table and as audit JSON; null where nothing was calculated',
  params: caseParams,
  query: region,
  reply: z.object({ workings: Workings.nullable() }),
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
    /** of an objection that is upheld: settled again by the institution, or corrected by the agency */
    remedy: Remedy.optional(),
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
export const listColleagues = endpoint({
  method: 'GET',
  path: '/cases/:caseId/colleagues',
  access: ['staff'],
  summary: 'Colleagues who could do the next act of the case, for hand-over',
  params: caseParams,
  query: region,
  reply: z.object({
    items: z.array(z.object({ userId: Id, name: z.string(), roles: z.array(z.enum(staffRoles)) })),
  }),
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
