import { z } from 'zod'
import { Citation, Day, Done, Id, Instant, Version } from './common.ts'
import { endpoint } from './endpoint.ts'
import { formed } from './forms.ts'
import { DRAFT_PROBLEMS, ofDraft, PackFilePath, PackId, policyReaders, RuleId } from './policy-call.ts'
import { TrialSummary } from './policy-trials.ts'

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

export const listDrafts = endpoint({
  method: 'GET',
  path: '/policy/drafts',
  access: policyReaders,
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
export const getDraft = endpoint({
  method: 'GET',
  path: '/policy/drafts/:draftId',
  access: policyReaders,
  summary: 'A draft: what was done to it, what it changes, its trials',
  params: ofDraft,
  reply: DraftView,
  problems: ['draft-unknown'],
})
export const getDraftDocument = endpoint({
  method: 'GET',
  path: '/policy/drafts/:draftId/documents/:packId/:documentId',
  access: policyReaders,
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
    id: formed(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, {
      zh: '应为代号：小写字母和数字，中间可用点或连字符',
      en: 'must be a name of small letters and digits, with dots or hyphens between them',
    }).max(80),
    number: z.string().trim().min(1).max(80).nullable(),
    title: z.string().trim().min(2).max(200),
    issuer: z.string().trim().min(2).max(120),
    published: Day,
    inForce: Day.nullable(),
    text: z.string().min(2).max(2_000_000),
  }),
  z.object({
    kind: z.literal('file'),
    /** below policy-packs: `cn-33-06-shaoxing/items/claims.inpatient.yaml` */
    file: PackFilePath,
    /** null removes the file */
    text: z.string().max(2_000_000).nullable(),
  }),
  z.object({
    kind: z.literal('form'),
    file: PackFilePath,
    /** all that the file is to say, as plain data; what stays as it was keeps its text and comments */
    content: z.record(z.string(), z.unknown()),
  }),
])
export type DraftEdit = z.infer<typeof DraftEdit>
export const editDraft = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/edits',
  access: ['policy'],
  summary:
    'Set a value or a limit with its clause and quote, add a document, or write any other rule by its form or its text',
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
  perMinute: 20,
  problems: [...DRAFT_PROBLEMS, 'workbook-faulty', 'workbook-too-large', 'upload-being-read'],
})
export const readDocumentText = endpoint({
  method: 'POST',
  path: '/policy/document-text',
  access: ['policy'],
  summary: 'The text of an uploaded .txt, .docx or .pdf document, to be looked through before it is added',
  upload: true,
  reply: z.object({ text: z.string() }),
  perMinute: 20,
  problems: ['document-unreadable', 'upload-being-read'],
})
