import { z } from 'zod'
import { Version } from './common.ts'
import { endpoint } from './endpoint.ts'
import { DRAFT_PROBLEMS, ofDraft, PackFilePath, policyReaders } from './policy-call.ts'
import { DraftView, PolicyChangeView } from './policy-drafts.ts'

export const PackFileSummary = z.object({
  file: z.string(),
  packId: z.string(),
  packTitle: z.string(),
  /** the folder it lies in, `''` for `pack.yaml` */
  folder: z.string(),
  /** which shape it has, as its JSON Schema is called: item, benefit, supplement, chain … */
  kind: z.string(),
  /** the name other rules call it by; the file's name where it has none */
  id: z.string(),
  /** what people call it: the title of the rule it holds; the name of the file where it has none */
  title: z.string(),
  /** whether the draft changes it */
  changed: z.boolean(),
})
export const listDraftFiles = endpoint({
  method: 'GET',
  path: '/policy/drafts/:draftId/files',
  access: policyReaders,
  summary: 'Every file of the packs as the draft has it: items, processes, calendars, tables and the rest',
  params: ofDraft,
  reply: z.object({
    items: z.array(PackFileSummary),
    /** kinds of rules that can be added */
    newKinds: z.array(z.string()),
  }),
  problems: ['draft-unknown'],
})
export const LineChange = z.object({ kind: z.enum(['same', 'was', 'becomes']), text: z.string() })
export const getDraftFile = endpoint({
  method: 'GET',
  path: '/policy/drafts/:draftId/file',
  access: policyReaders,
  summary: 'The text of a file as the draft has it, and the lines that differ from what is in force',
  params: ofDraft,
  query: z.object({ file: PackFilePath }),
  reply: z.object({
    file: z.string(),
    text: z.string(),
    /** false where the file is the draft's own */
    inForce: z.boolean(),
    lines: z.array(LineChange),
  }),
  problems: ['draft-unknown', 'file-unknown'],
})
/** One thing that is wrong with a file, by line; another file may be at fault because of this one. */
export const FileFault = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  code: z.string(),
  message: z.string(),
  /** the field it is about, from the root of its file */
  path: z.array(z.union([z.string(), z.int()])).nullable(),
})
export const checkDraftFile = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/file/check',
  access: ['policy'],
  summary: 'What is wrong with a file as typed, and what it would change; stores nothing',
  params: ofDraft,
  body: z.object({ file: PackFilePath, text: z.string().max(2_000_000).nullable() }),
  reply: z.object({
    faults: z.array(FileFault),
    changes: z.array(PolicyChangeView),
    lines: z.array(LineChange),
  }),
  problems: ['draft-unknown'],
  perMinute: 120,
})

/** Where the draft and a publication changed the same lines of a file. */
export const RebaseConflict = z.object({
  file: z.string(),
  /** line of the file in force */
  line: z.int(),
  inForce: z.string(),
  draft: z.string(),
})
export const rebaseDraft = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/rebase',
  access: ['policy'],
  summary: 'Put a draft onto the rules now in force; where both changed the same lines, say whose stand',
  params: ofDraft,
  body: z.object({
    version: Version,
    /** for each file with conflicts: the draft’s lines, or those in force */
    keep: z.record(z.string(), z.enum(['draft', 'in-force'])).default({}),
  }),
  reply: DraftView,
  problems: [...DRAFT_PROBLEMS, 'rebase-conflicts'],
})
