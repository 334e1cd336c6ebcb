import { z } from 'zod'
import { Citation, Day, Done, Id, Instant, Money, RegionCode, Version } from './common.ts'
import { ExplanationStep } from './claims.ts'
import { endpoint } from './endpoint.ts'

/** Who may look into the policy room; only policy officers change anything. */
const READERS = ['policy', 'leader', 'supervisor', 'auditor'] as const
const PackId = z.string().max(80)
const RuleId = z.string().max(120)
export const ruleKinds = ['parameter', 'item', 'table', 'calendar', 'document'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** One rule in the list of a place: what it is called, in which layer it stands, what holds on the day asked for. */
export const RuleSummary = z.object({
  kind: z.enum(ruleKinds),
  id: z.string(),
  title: z.string(),
  /** the pack of the layer it stands in */
  layer: z.string(),
  layerTitle: z.string(),
  /** packs further up that say something else */
  overrides: z.array(z.string()),
  /** in force on the day, as people read it; empty where nothing is */
  inForce: z.array(z.string()),
  unit: z.string().nullable(),
  /** the layer's own figures are another place's */
  borrowedFrom: z.string().nullable(),
})
export type RuleSummary = z.infer<typeof RuleSummary>

export const PolicyPlace = z.object({
  packId: z.string(),
  title: z.string(),
  version: z.string(),
  hash: z.string(),
  on: Day,
  known: Day,
  layers: z.array(z.object({ packId: z.string(), title: z.string() })),
  editions: z.array(z.object({ publishedOn: Day.nullable(), version: z.string(), hash: z.string() })),
  rules: z.array(RuleSummary),
  /** files that both this agency and a later delivery changed; the agency's stand */
  conflicts: z.array(z.object({ file: z.string(), publication: z.int() })),
})
export type PolicyPlace = z.infer<typeof PolicyPlace>
export const listPolicyPlaces = endpoint({
  method: 'GET',
  path: '/policy/places',
  access: READERS,
  summary: 'Policy packs that can be looked into: country, provinces, cities, lenders of figures',
  reply: z.object({
    items: z.array(
      z.object({ packId: z.string(), title: z.string(), regionCode: RegionCode, served: z.boolean() }),
    ),
    /** the business day, from which days are chosen */
    today: Day,
  }),
})
export const getPolicyPlace = endpoint({
  method: 'GET',
  path: '/policy/places/:packId',
  access: READERS,
  summary: 'Every rule of a place as in force on a day, as known on another',
  params: z.object({ packId: PackId }),
  query: z.object({ on: Day.optional(), known: Day.optional() }),
  reply: PolicyPlace,
  problems: ['pack-unknown'],
})

const Range = z.object({ start: z.int(), end: z.int() })
/** One value of a time line, with the words it rests on and where they stand in the document. */
export const TimelineEntryView = z.object({
  label: z.string(),
  value: z.string(),
  from: Day,
  until: Day.nullable(),
  known: Day,
  citation: Citation.nullable(),
  ranges: z.array(Range),
  trust: z.string().nullable(),
  note: z.string().nullable(),
})
export type TimelineEntryView = z.infer<typeof TimelineEntryView>
export const RuleHistory = z.object({
  kind: z.enum(ruleKinds),
  id: z.string(),
  title: z.string(),
  unit: z.string().nullable(),
  keyName: z.string().nullable(),
  layers: z.array(
    z.object({
      packId: z.string(),
      title: z.string(),
      overridden: z.boolean(),
      entries: z.array(TimelineEntryView),
    }),
  ),
})
export type RuleHistory = z.infer<typeof RuleHistory>
export const getRuleHistory = endpoint({
  method: 'GET',
  path: '/policy/places/:packId/rules/:kind/:ruleId',
  access: READERS,
  summary: 'The history of a rule in every layer, with clauses and the place of the quoted words',
  params: z.object({ packId: PackId, kind: z.enum(ruleKinds), ruleId: RuleId }),
  query: z.object({ known: Day.optional() }),
  reply: RuleHistory,
  problems: ['pack-unknown', 'rule-unknown'],
})
export const getPolicyWorkbook = endpoint({
  method: 'GET',
  path: '/policy/places/:packId/workbook',
  access: ['policy'],
  summary: 'Workbook of the figures of a place, to be filled in and imported into a draft',
  params: z.object({ packId: PackId }),
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: ['pack-unknown'],
})

const Words = z.object({ zh: z.string(), en: z.string() })
export const PolicyChangeView = z.object({
  kind: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  pack: z.string(),
  packTitle: z.string(),
  id: z.string(),
  title: z.string(),
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  from: Day.nullable(),
  citation: Citation.nullable(),
})
export type PolicyChangeView = z.infer<typeof PolicyChangeView>

const trialStates = ['running', 'done', 'cancelled', 'failed'] as const
export const TrialSummary = z.object({
  trialId: Id,
  state: z.enum(trialStates),
  asIf: Day.nullable(),
  startedAt: Instant,
  startedBy: z.string(),
  finishedAt: Instant.nullable(),
  /** decisions looked at, and how many there are */
  done: z.int(),
  total: z.int(),
  /** whether it ran on exactly this draft and the packs now in force */
  current: z.boolean(),
  fault: z.string().nullable(),
})
export type TrialSummary = z.infer<typeof TrialSummary>

export const DraftSummary = z.object({
  draftId: Id,
  title: z.string(),
  reason: z.string(),
  state: z.enum(['open', 'published', 'discarded']),
  author: z.string(),
  version: z.int(),
  changedAt: Instant,
})
export const DraftView = DraftSummary.extend({
  /** whether the reader has a hand in it: then somebody else publishes */
  mine: z.boolean(),
  hash: z.string(),
  edits: z.array(
    z.object({ version: z.int(), at: Instant, by: z.string(), what: z.string(), files: z.array(z.string()) }),
  ),
  changes: z.array(PolicyChangeView),
  /** files that were published by somebody else since; such a draft is not tried and not published */
  outdated: z.array(z.string()),
  /** documents that can be quoted, the draft's own among them */
  documents: z.array(z.object({ packId: z.string(), id: z.string(), citation: z.string() })),
  trials: z.array(TrialSummary),
})
export type DraftView = z.infer<typeof DraftView>

const DRAFT_PROBLEMS = ['draft-unknown', 'draft-changed', 'draft-closed', 'draft-faulty'] as const
export const listDrafts = endpoint({
  method: 'GET',
  path: '/policy/drafts',
  access: READERS,
  summary: 'Drafts of new rules, newest first',
  reply: z.object({ items: z.array(DraftSummary) }),
})
export const startDraft = endpoint({
  method: 'POST',
  path: '/policy/drafts',
  access: ['policy'],
  summary: 'Begin a draft',
  body: z.object({ title: z.string().trim().min(2).max(120), reason: z.string().trim().min(2).max(2000) }),
  reply: DraftView,
})
const ofDraft = z.object({ draftId: Id })
export const getDraft = endpoint({
  method: 'GET',
  path: '/policy/drafts/:draftId',
  access: READERS,
  summary: 'A draft: what was done to it, what it changes, its trials',
  params: ofDraft,
  reply: DraftView,
  problems: ['draft-unknown'],
})
export const getDraftDocument = endpoint({
  method: 'GET',
  path: '/policy/drafts/:draftId/documents/:packId/:documentId',
  access: READERS,
  summary: 'Text of a document that a draft can quote',
  params: ofDraft.extend({ packId: PackId, documentId: z.string().max(80) }),
  reply: z.object({ id: z.string(), citation: z.string(), text: z.string() }),
  problems: ['draft-unknown', 'document-unknown'],
})

const EditSource = z.object({
  document: z.string().trim().min(1).max(160),
  clause: z.string().trim().min(1).max(80),
  quote: z.string().trim().min(2).max(2000),
})
export const DraftEdit = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('value'),
    pack: PackId,
    parameter: RuleId,
    key: z.string().trim().min(1).max(40).optional(),
    from: Day,
    until: Day.optional(),
    fromBasis: z.string().trim().min(2).max(500).optional(),
    value: z.string().trim().min(1).max(500),
    source: EditSource,
    note: z.string().trim().min(2).max(500).optional(),
  }),
  z.object({
    kind: z.literal('limit'),
    pack: PackId,
    item: RuleId,
    from: Day,
    fromBasis: z.string().trim().min(2).max(500).optional(),
    limit: z.enum(['statutory', 'promised']),
    workingDays: z.int().min(1).max(1000),
    runningCases: z.enum(['stay', 'move']).optional(),
    source: EditSource,
  }),
  z.object({
    kind: z.literal('document'),
    pack: PackId,
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
      .max(80),
    number: z.string().trim().min(1).max(80).nullable(),
    title: z.string().trim().min(2).max(200),
    issuer: z.string().trim().min(2).max(120),
    published: Day,
    inForce: Day.nullable(),
    text: z.string().min(2).max(2_000_000),
  }),
])
export type DraftEdit = z.infer<typeof DraftEdit>
export const editDraft = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/edits',
  access: ['policy'],
  summary: 'Set a value or a limit with its clause and quote, or add a document',
  params: ofDraft,
  body: z.object({ version: Version, edit: DraftEdit }),
  reply: DraftView,
  problems: DRAFT_PROBLEMS,
})
export const undoDraft = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/undo',
  access: ['policy'],
  summary: 'Take the last edit of a draft back',
  params: ofDraft,
  body: z.object({ version: Version }),
  reply: DraftView,
  problems: DRAFT_PROBLEMS,
})
export const discardDraft = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/discard',
  access: ['policy'],
  summary: 'Give a draft up',
  params: ofDraft,
  body: z.object({ version: Version }),
  reply: Done,
  problems: DRAFT_PROBLEMS,
})
export const importWorkbook = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/workbook',
  access: ['policy'],
  summary: 'Import a filled-in workbook',
  params: ofDraft,
  query: z.object({ version: z.coerce.number().int().nonnegative(), packId: PackId }),
  upload: true,
  reply: DraftView,
  problems: [...DRAFT_PROBLEMS, 'workbook-faulty'],
})
export const readDocumentText = endpoint({
  method: 'POST',
  path: '/policy/document-text',
  access: ['policy'],
  summary: 'The text of an uploaded .txt or .docx document, to be looked through before it is added',
  upload: true,
  reply: z.object({ text: z.string() }),
  problems: ['document-unreadable'],
})

const Share = z.object({ decisions: z.int(), before: Money, after: Money })
export const TrialResult = z.object({
  decisions: z.int(),
  changed: z.int(),
  winners: z.int(),
  losers: z.int(),
  /** decisions for which a rule would be missing: they would go to a person */
  unanswered: z.int(),
  /** decisions whose stored answer the packs in force no longer give; null where cases were moved to another day */
  drifted: z.int().nullable(),
  before: Money,
  after: Money,
  months: z.array(Share.extend({ month: z.string() })),
  /** how many gain or lose how much: yuan, `null` at the open ends */
  distribution: z.array(z.object({ from: z.number().nullable(), to: z.number().nullable(), count: z.int() })),
  groups: z.array(Share.extend({ group: Words, changed: z.int() })),
  cases: z.array(
    z.object({ regionCode: RegionCode, caseId: Id, before: Money.nullable(), after: Money.nullable() }),
  ),
  synthetic: z.object({
    tried: z.int(),
    changed: z.int(),
    cases: z.array(
      z.object({
        place: z.string(),
        group: Words,
        amount: Money,
        before: Money.nullable(),
        after: Money.nullable(),
      }),
    ),
  }),
  deadlines: z.object({
    running: z.int(),
    earlier: z.int(),
    later: z.int(),
    cases: z.array(
      z.object({ regionCode: RegionCode, caseId: Id, from: Day.nullable(), to: Day.nullable() }),
    ),
  }),
  seconds: z.number(),
})
export type TrialResult = z.infer<typeof TrialResult>
export const TrialView = TrialSummary.extend({
  draftId: Id,
  inForceHash: z.string(),
  candidateHash: z.string(),
  resultHash: z.string().nullable(),
  result: TrialResult.nullable(),
})
export type TrialView = z.infer<typeof TrialView>
export const startTrial = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/trials',
  access: ['policy'],
  summary: 'Try a draft over stored and synthetic cases, on their own days or as if on one day',
  params: ofDraft,
  body: z.object({ version: Version, asIf: Day.optional() }),
  reply: TrialView,
  problems: [...DRAFT_PROBLEMS, 'draft-outdated', 'trial-running'],
})
const ofTrial = z.object({ trialId: Id })
export const getTrial = endpoint({
  method: 'GET',
  path: '/policy/trials/:trialId',
  access: READERS,
  summary: 'A trial: how far it is, and what it found',
  params: ofTrial,
  reply: TrialView,
  problems: ['trial-unknown'],
})
export const cancelTrial = endpoint({
  method: 'POST',
  path: '/policy/trials/:trialId/cancel',
  access: ['policy'],
  summary: 'Stop a trial',
  params: ofTrial,
  body: z.object({}),
  reply: TrialView,
  problems: ['trial-unknown'],
})
const Side = z.object({
  fund: Money.nullable(),
  explanation: ExplanationStep.nullable(),
  missing: z.array(z.string()),
})
export const getTrialCase = endpoint({
  method: 'GET',
  path: '/policy/trials/:trialId/cases/:regionCode/:caseId',
  access: ['policy'],
  summary: 'One decision under the packs in force and under the draft, both explanations side by side',
  params: ofTrial.extend({ regionCode: RegionCode, caseId: Id }),
  reply: z.object({ number: z.string().nullable(), on: Day, inForce: Side, draft: Side }),
  problems: ['trial-unknown', 'trial-case-unknown'],
})

export const PublicationView = z.object({
  seq: z.int(),
  title: z.string(),
  reason: z.string(),
  author: z.string(),
  publishedBy: z.string(),
  publishedOn: Day,
  publishedAt: Instant,
  draftId: Id,
  trialId: Id,
  changes: z.array(PolicyChangeView),
  /** guides issued anew */
  guides: z.array(z.object({ regionCode: RegionCode, itemId: z.string(), title: z.string() })),
})
export type PublicationView = z.infer<typeof PublicationView>
export const publishDraft = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/publish',
  access: ['policy'],
  summary: 'Put a draft in force; by somebody who had no hand in it, on a trial of exactly this draft',
  params: ofDraft,
  body: z.object({ version: Version, trialId: Id }),
  reply: PublicationView.extend({ moved: z.int() }),
  problems: [...DRAFT_PROBLEMS, 'draft-own', 'draft-outdated', 'trial-stale', 'draft-empty'],
})
export const listPublications = endpoint({
  method: 'GET',
  path: '/policy/publications',
  access: READERS,
  summary: 'What was published here, newest first',
  reply: z.object({ items: z.array(PublicationView) }),
})
