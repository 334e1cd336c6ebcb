import { z } from 'zod'
import { Amounts, ExplanationStep, LineCoding, Payee, Payers } from './claims.ts'
import { Day, Id, Money, page, PageQuery, Reason, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Why a paid decision is looked at again. */
export const correctionReasons = [
  'objection',
  'audit',
  'duplicate',
  'person-facts',
  'rules',
  'other',
] as const
export type CorrectionReason = (typeof correctionReasons)[number]
export const correctionStates = ['proposed', 'approved', 'rejected'] as const

/** A decision that can be corrected: a granted claim by its case, or an account settled at the bedside. */
export const CorrectionSubject = z.strictObject({
  kind: z.enum(['case', 'settlement']),
  id: z.string().min(1).max(60),
})
export type CorrectionSubject = z.infer<typeof CorrectionSubject>

const CarePlaceName = z.enum(['local', 'out-filed', 'out-referred', 'out-unreferred'])
/** What is different from when it was decided. */
export const CorrectionChange = z.strictObject({
  /**
   * `recode`: some lines are classed or cut otherwise; `take-out`: it should not have been paid at all; `by-hand`: another
   * figure by a person, where one gave the first; `work-again`: the same lines, with what else is said here
   */
  kind: z.enum(['recode', 'take-out', 'by-hand', 'work-again']),
  lines: z.array(LineCoding).max(5000).optional(),
  /** of `by-hand` */
  fund: Money.optional(),
  carePlace: CarePlaceName.optional(),
  /** paid by others all in all, yuan */
  otherPaid: Money.optional(),
  /** `now`: class of person and groups as the registers say today of the day of care, for this decision and all after it */
  person: z.enum(['then', 'now']).default('then'),
  /** `now`: by the packs in force today, read for the day of care, for this decision and all after it */
  rules: z.enum(['then', 'now']).default('then'),
})
export type CorrectionChange = z.infer<typeof CorrectionChange>

/** A decision on one side of the comparison. */
export const CorrectedSide = z.object({
  /** taken out of the year: nothing is paid */
  takenOut: z.boolean(),
  byHand: z.boolean(),
  fund: Money,
  payers: Payers,
  amounts: Amounts.nullable(),
  explanation: ExplanationStep.nullable(),
  borrowed: z.object({ from: z.string(), why: z.string() }).nullable(),
  pack: z.object({ id: z.string(), hash: z.string() }).nullable(),
})
export type CorrectedSide = z.infer<typeof CorrectedSide>

export const CorrectedDecision = z.object({
  subject: CorrectionSubject,
  number: z.string(),
  decidedOn: Day,
  careKind: z.enum(['inpatient', 'outpatient']),
  /** the one that was opened; the others changed because they came after it in the year */
  target: z.boolean(),
  toPay: Money,
  toRecover: Money,
  /** each fund: `more` is what it pays now beyond before, negative where it gets something back */
  funds: z.array(z.object({ payer: z.string(), title: z.string(), more: z.string() })),
  before: CorrectedSide,
  after: CorrectedSide,
})
export type CorrectedDecision = z.infer<typeof CorrectedDecision>

export const CorrectionSummary = z.object({
  correctionId: Id,
  number: z.string(),
  officeId: Id,
  personId: Id,
  personName: z.string(),
  insurance: z.enum(['employee', 'resident']),
  year: z.int(),
  subject: CorrectionSubject,
  subjectNumber: z.string(),
  reasonKind: z.enum(correctionReasons),
  reason: z.string(),
  document: z.string().nullable(),
  state: z.enum(correctionStates),
  toPay: Money,
  toRecover: Money,
  proposedOn: Day,
  proposedBy: z.string(),
  decidedOn: Day.nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  version: Version,
})
export type CorrectionSummary = z.infer<typeof CorrectionSummary>

export const CorrectionView = CorrectionSummary.extend({
  change: CorrectionChange,
  decisions: z.array(CorrectedDecision),
  /** whether the caller may decide it: not who proposed it */
  mayDecide: z.boolean(),
  /** money to the person, once it is approved */
  due: z
    .object({
      amount: Money,
      state: z.enum(['no-account', 'waiting', 'in-run', 'paid', 'offset']),
      holder: z.string().nullable(),
      accountMasked: z.string().nullable(),
      bankReason: z.string().nullable(),
    })
    .nullable(),
  /** money from the person, once it is approved */
  recovery: z.object({ recoveryId: Id, number: z.string(), amount: Money, open: Money }).nullable(),
})
export type CorrectionView = z.infer<typeof CorrectionView>

const READERS = ['reviewer', 'approver', 'finance', 'supervisor', 'auditor'] as const
const PROPOSERS = ['reviewer', 'finance', 'supervisor'] as const
const DECIDERS = ['approver', 'finance', 'supervisor'] as const
const asked = {
  regionCode: RegionCode,
  subject: CorrectionSubject,
  change: CorrectionChange,
}
const FOUND = [
  'correction-subject-unknown',
  'correction-subject-unpaid',
  'correction-open',
  'correction-without-effect',
  'correction-insurance-differs',
  'correction-rules-missing',
  'content-faulty',
]

export const correctionSubject = endpoint({
  method: 'GET',
  path: '/corrections/subject',
  access: READERS,
  summary:
    'A decision before it is corrected: how it stands, its lines, and the decisions of the year around it',
  query: z.object({ regionCode: RegionCode, kind: z.enum(['case', 'settlement']), id: z.string().max(60) }),
  reply: z.object({
    subject: CorrectionSubject,
    number: z.string(),
    personId: Id,
    personName: z.string(),
    insurance: z.enum(['employee', 'resident']),
    year: z.int(),
    careKind: z.enum(['inpatient', 'outpatient']),
    carePlace: CarePlaceName.nullable(),
    otherPaid: Money,
    stands: CorrectedSide,
    lines: z.array(LineCoding.extend({ name: z.string(), amount: Money })),
    decisions: z.array(
      z.object({ subject: CorrectionSubject, number: z.string(), decidedOn: Day, fund: Money }),
    ),
    /** a correction of this year that waits for its second person */
    open: z.object({ correctionId: Id, number: z.string() }).nullable(),
  }),
  problems: FOUND,
})
export const previewCorrection = endpoint({
  method: 'POST',
  path: '/corrections/preview',
  access: PROPOSERS,
  summary: 'What a correction would change, decision by decision; nothing is stored',
  body: z.strictObject(asked),
  reply: z.object({ toPay: Money, toRecover: Money, decisions: z.array(CorrectedDecision) }),
  problems: FOUND,
})
export const proposeCorrection = endpoint({
  method: 'POST',
  path: '/corrections',
  access: PROPOSERS,
  summary: 'Propose a correction; another person decides',
  body: z.strictObject({
    ...asked,
    reasonKind: z.enum(correctionReasons),
    reason: Reason,
    /** what it rests on: number of the objection, of the audit, of the document */
    document: z.string().trim().max(200).optional(),
  }),
  reply: CorrectionView,
  problems: FOUND,
})
export const listCorrections = endpoint({
  method: 'GET',
  path: '/corrections',
  access: READERS,
  summary: 'Corrections of an office and those below it, newest first',
  query: PageQuery.extend({ officeId: Id, state: z.enum(correctionStates).optional() }),
  reply: page(CorrectionSummary),
})
const one = z.object({ correctionId: Id })
const region = z.object({ regionCode: RegionCode })
export const getCorrection = endpoint({
  method: 'GET',
  path: '/corrections/:correctionId',
  access: READERS,
  summary: 'A correction with both sides of every decision it changes',
  params: one,
  query: region,
  reply: CorrectionView,
  problems: ['correction-not-found'],
})
export const decideCorrection = endpoint({
  method: 'POST',
  path: '/corrections/:correctionId/decide',
  access: DECIDERS,
  summary: 'Approve or reject a correction that somebody else proposed',
  params: one,
  body: z.strictObject({
    regionCode: RegionCode,
    version: Version,
    outcome: z.enum(['approve', 'reject']),
    reason: z.string().trim().max(1000).default(''),
  }),
  reply: CorrectionView,
  problems: [
    'correction-not-found',
    'correction-own',
    'correction-decided',
    'correction-figures-changed',
    ...FOUND,
  ],
})
export const setCorrectionPayee = endpoint({
  method: 'POST',
  path: '/corrections/:correctionId/payee',
  access: ['finance'],
  summary: 'The account for what a correction pays, where there is none yet or the bank rejected it',
  params: one,
  body: z.strictObject({ regionCode: RegionCode, payee: Payee }),
  reply: CorrectionView,
  problems: ['correction-not-found', 'correction-nothing-due', 'content-faulty'],
})
export const correctionLetter = endpoint({
  method: 'GET',
  path: '/corrections/:correctionId/letter',
  access: ['person', ...READERS],
  summary: 'The letter of an approved correction as PDF',
  params: one,
  query: region,
  produces: 'application/pdf',
  problems: ['correction-not-found', 'letter-not-found'],
})
/** What the person reads: the decision beside what it became, and why. */
export const CorrectionTold = z.object({
  correctionId: Id,
  number: z.string(),
  decidedOn: Day,
  reason: z.string(),
  document: z.string().nullable(),
  decision: CorrectedDecision,
  toPay: Money,
  toRecover: Money,
  /** what is still to be paid back, of the whole correction */
  openToRecover: Money,
})
export type CorrectionTold = z.infer<typeof CorrectionTold>
export const correctionsOf = endpoint({
  method: 'GET',
  path: '/corrections/of/:kind/:id',
  access: ['person', 'clerk', ...READERS],
  summary: 'The approved corrections of a case or settlement, oldest first, as the person reads them',
  params: z.object({ kind: z.enum(['case', 'settlement']), id: z.string().max(60) }),
  query: region,
  reply: z.object({ items: z.array(CorrectionTold) }),
  problems: ['correction-subject-unknown'],
})
