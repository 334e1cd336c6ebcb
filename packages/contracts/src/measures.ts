import { z } from 'zod'
import { CaseSummary } from './case-view.ts'
import { Citation, Day, Id, Instant, Money, PageQuery, Reason, RegionCode, page } from './common.ts'
import { endpoint } from './endpoint.ts'
import { PolicyChangeView } from './policy-drafts.ts'

const MeasureId = z.string().max(160)
const Named = z.object({ id: z.string(), name: z.string() })

/** A relief measure (应急措施) as people are told it. */
export const MeasureInForce = z.object({
  /** `<set>.<measure>` */
  measureId: z.string(),
  title: z.string(),
  /** 疫情防控期间 */
  occasion: z.string(),
  /** what it does, in one sentence */
  effect: z.string(),
  from: Day,
  /** null: the document names no end; a later one ends it */
  until: Day.nullable(),
  /** counties; empty = the whole city */
  places: z.array(z.string()),
  /** people; empty = everybody */
  groups: z.array(z.string()),
  source: Citation,
})
export type MeasureInForce = z.infer<typeof MeasureInForce>
export const listMeasures = endpoint({
  method: 'GET',
  path: '/places/:regionCode/measures',
  access: ['public'],
  summary: 'Relief measures in force in a place, for one item or all',
  params: z.object({ regionCode: RegionCode }),
  query: z.object({ itemId: z.string().max(80).optional(), on: Day.optional() }),
  reply: z.object({ items: z.array(MeasureInForce) }),
})

/** How many people a hall takes in on a day on which its numbers are limited (限号). */
export const HallNumbers = z.object({
  officeId: Id,
  name: z.string(),
  limit: z.int(),
  used: z.int(),
  occasion: z.string(),
  source: Citation,
})
export type HallNumbers = z.infer<typeof HallNumbers>
export const hallNumbers = endpoint({
  method: 'GET',
  path: '/places/:regionCode/hall-numbers',
  access: ['public'],
  summary: 'Halls whose numbers are limited today, and how many are used; empty where nothing is limited',
  params: z.object({ regionCode: RegionCode }),
  reply: z.object({ day: Day, items: z.array(HallNumbers) }),
})

export const effectKinds = [
  'set-parameter',
  'waive-out-of-area-cut',
  'adjust-payer',
  'take-over-rest',
  'papers-later',
  'open-channel',
  'set-limit',
  'larger-prescription',
  'internet-care',
  'settle-later',
  'prepay-hospitals',
  'limit-numbers',
] as const
export const MeasureView = z.object({
  measureId: z.string(),
  title: z.string(),
  kind: z.enum(effectKinds),
  effect: z.string(),
  /** false: recorded and announced, and acts once the service it is about is connected */
  connected: z.boolean(),
  items: z.array(z.string()),
  groups: z.array(Named),
  /** the document itself puts it in force from this day */
  byDocumentFrom: Day.nullable(),
  longest: Day.nullable(),
  /** first day on which its authority allows it */
  earliest: Day.nullable(),
  /** the document names no number of days for papers handed in later, so the leader must */
  needsPapersWithin: z.boolean(),
  /** the document names no number a hall gives out a day, so the leader must */
  needsPerDay: z.boolean(),
  note: z.string().nullable(),
  source: Citation,
})
export type MeasureView = z.infer<typeof MeasureView>
export const MeasureSetView = z.object({
  setId: z.string(),
  title: z.string(),
  occasion: z.string(),
  warnDays: z.int(),
  permanence: Citation.nullable(),
  measures: z.array(MeasureView),
})
export const ActivationView = z.object({
  /** `document:<measure>` for what a document put in force itself */
  activationId: z.string(),
  setId: z.string(),
  byDocument: z.boolean(),
  measures: z.array(Named),
  places: z.array(Named),
  groups: z.array(Named),
  from: Day,
  until: Day.nullable(),
  papersWithin: z.int().nullable(),
  perDay: z.int().nullable(),
  state: z.enum(['coming', 'in-force', 'ending-soon', 'ended']),
  /** days left, today not counted; null without an end */
  daysLeft: z.int().nullable(),
  /** the leader may move its end */
  mayChange: z.boolean(),
  history: z.array(
    z.object({
      at: Instant,
      day: Day,
      kind: z.enum(['switched-on', 'extended', 'ended']),
      until: Day,
      by: z.string(),
      reason: z.string(),
    }),
  ),
})
export type ActivationView = z.infer<typeof ActivationView>
export const measuresPanel = endpoint({
  method: 'GET',
  path: '/measures',
  access: ['leader', 'policy', 'supervisor', 'auditor'],
  summary: 'Sets of relief measures, what is in force, coming and past, and warnings',
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({
    today: Day,
    sets: z.array(MeasureSetView),
    activations: z.array(ActivationView),
    /** counties the caller may choose from */
    places: z.array(Named),
    /** whether the caller may choose the whole city */
    wholeCity: z.boolean(),
    maySwitch: z.boolean(),
    warnings: z.array(z.object({ activationId: z.string(), text: z.string() })),
    owed: z.object({ open: z.int(), overdue: z.int() }),
  }),
})
export const switchOn = endpoint({
  method: 'POST',
  path: '/measures/activations',
  access: ['leader'],
  summary: 'Switch a set of measures on for places, people and a time; one act',
  body: z.strictObject({
    regionCode: RegionCode,
    measures: z.array(MeasureId).min(1).max(50),
    places: z.array(RegionCode).max(50).default([]),
    groups: z.array(z.string().max(40)).max(20).default([]),
    from: Day,
    until: Day,
    papersWithin: z.int().min(1).max(366).optional(),
    perDay: z.int().min(1).max(9999).optional(),
    reason: Reason,
  }),
  reply: ActivationView,
  problems: [
    'measure-unknown',
    'measure-ends-before-start',
    'measure-outlives-authority',
    'measure-before-authority',
    'measure-overlaps',
    'measure-place-outside',
    'measure-group-outside',
    'measure-papers-days',
    'measure-per-day',
  ],
})
export const changeActivation = endpoint({
  method: 'PUT',
  path: '/measures/activations/:activationId',
  access: ['leader'],
  summary: 'Move the end of an activation: later extends it, earlier ends it early',
  params: z.object({ activationId: z.string().max(200) }),
  body: z.strictObject({ regionCode: RegionCode, until: Day, reason: Reason }),
  reply: ActivationView,
  problems: [
    'activation-unknown',
    'activation-over',
    'measure-ends-before-start',
    'measure-outlives-authority',
    'measure-overlaps',
    'measure-place-outside',
  ],
})

export const MeasureUse = z.object({
  measureId: z.string(),
  title: z.string(),
  cases: z.int(),
  /** people treated first, advances to hospitals */
  others: z.int(),
  /** of the cases' bills, yuan */
  total: Money,
  fund: Money,
  /** what the fund paid more because of the measure, for as many cases as that is known of */
  extra: Money,
  extraKnown: z.int(),
  firstDay: Day.nullable(),
  lastDay: Day.nullable(),
  owedOpen: z.int(),
  owedOverdue: z.int(),
  owedReceived: z.int(),
})
export type MeasureUse = z.infer<typeof MeasureUse>
export const measureUsage = endpoint({
  method: 'GET',
  path: '/measures/usage',
  access: ['leader', 'policy', 'supervisor', 'auditor'],
  summary: 'Everything done under measures, counted and summed',
  query: z.object({ regionCode: RegionCode, from: Day.optional(), to: Day.optional() }),
  reply: z.object({ items: z.array(MeasureUse) }),
})
export const casesUnderMeasure = endpoint({
  method: 'GET',
  path: '/measures/cases',
  access: ['leader', 'policy', 'supervisor', 'auditor'],
  summary: 'The cases a measure acted on, newest mark first',
  query: PageQuery.extend({ regionCode: RegionCode, measureId: MeasureId }),
  reply: page(CaseSummary),
})

/** What a measure can act on. */
export const deedSubjects = ['case', 'treat-first', 'prepayment', 'settlement'] as const
export const doneUnderMeasure = endpoint({
  method: 'GET',
  path: '/measures/done',
  access: ['leader', 'policy', 'supervisor', 'auditor'],
  summary:
    'Everything done under a measure, newest first: cases, people treated first, advances to hospitals',
  query: PageQuery.extend({ regionCode: RegionCode, measureId: MeasureId }),
  reply: page(
    z.object({
      subject: z.enum(deedSubjects),
      subjectId: Id,
      number: z.string(),
      day: Day,
      total: Money.nullable(),
      fund: Money.nullable(),
    }),
  ),
})

export const owedStates = ['open', 'overdue', 'received', 'waived', 'enforced'] as const
export const OwedPaper = z.object({
  caseId: Id,
  regionCode: RegionCode,
  caseNumber: z.string(),
  materialId: z.string(),
  name: z.string(),
  measureTitle: z.string(),
  since: Day,
  dueOn: Day,
  daysLeft: z.int(),
  state: z.enum(owedStates),
  remindedOn: Day.nullable(),
  settledBy: z.string().nullable(),
  reason: z.string().nullable(),
})
export type OwedPaper = z.infer<typeof OwedPaper>
export const listOwed = endpoint({
  method: 'GET',
  path: '/measures/owed',
  access: ['clerk', 'reviewer', 'supervisor', 'leader'],
  summary: 'Materials that cases of an office still owe, the nearest day first; what was missed is a task',
  query: PageQuery.extend({
    regionCode: RegionCode,
    officeId: Id,
    overdue: z.enum(['true', 'false']).optional(),
  }),
  reply: page(OwedPaper),
})
export const settleOwed = endpoint({
  method: 'PUT',
  path: '/measures/owed/:caseId/:materialId',
  access: ['reviewer', 'supervisor', 'leader'],
  summary: 'Give more time for an owed material, or close it: waived, or enforced by other means',
  params: z.object({ caseId: Id, materialId: z.string().max(80) }),
  body: z.strictObject({
    regionCode: RegionCode,
    outcome: z.enum(['extended', 'waived', 'enforced']),
    until: Day.optional(),
    reason: Reason,
  }),
  reply: OwedPaper,
  problems: ['owed-unknown', 'owed-settled', 'owed-until'],
})

export const MeasureProposal = z.object({
  proposalId: Id,
  measureId: z.string(),
  title: z.string(),
  packId: z.string(),
  /** each file below policy-packs that changes, whole */
  changes: z.array(z.object({ file: z.string(), before: z.string().nullable(), content: z.string() })),
  /** what differs by it, as a draft shows it; empty where the other files have moved on too far to tell */
  differences: z.array(PolicyChangeView),
  fromDay: Day,
  document: z.string(),
  clause: z.string(),
  reason: z.string(),
  report: MeasureUse,
  by: z.string(),
  day: Day,
})
export type MeasureProposal = z.infer<typeof MeasureProposal>
export const listProposals = endpoint({
  method: 'GET',
  path: '/measures/proposals',
  access: ['leader', 'policy', 'supervisor', 'auditor'],
  summary: 'Measures proposed to become permanent, newest first',
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({ items: z.array(MeasureProposal) }),
})
export const proposePermanent = endpoint({
  method: 'POST',
  path: '/measures/proposals',
  access: ['leader'],
  summary:
    'Decide that a measure becomes permanent: the change of the pack, with report, document and reason',
  body: z.strictObject({
    regionCode: RegionCode,
    measureId: MeasureId,
    from: Day,
    /** a document of the pack, and the clause and words that make the rule permanent */
    document: z.string().max(80),
    clause: z.string().trim().min(1).max(60),
    quote: z.string().trim().min(2).max(500),
    reason: Reason,
  }),
  reply: MeasureProposal,
  problems: ['measure-unknown', 'measure-not-permanent', 'proposal-faulty'],
})
export const draftFromProposal = endpoint({
  method: 'POST',
  path: '/measures/proposals/:proposalId/draft',
  access: ['policy'],
  summary: 'Take a proposal up in the policy room: a draft that holds its change, to be tried and published',
  params: z.object({ proposalId: Id }),
  body: z.strictObject({ regionCode: RegionCode }),
  reply: z.object({ draftId: Id }),
  problems: ['proposal-unknown', 'proposal-outdated'],
})
