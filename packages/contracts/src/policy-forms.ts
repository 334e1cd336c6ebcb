import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { DRAFT_PROBLEMS, ofDraft, PackFilePath, PackId, policyReaders, RuleId } from './policy-call.ts'
import { PolicyChangeView } from './policy-drafts.ts'
import { FileFault, LineChange } from './policy-files.ts'

/** What a rule file holds, as plain data: what its form is filled in with. */
export const RuleContent = z.record(z.string(), z.unknown())

export const getRuleForm = endpoint({
  method: 'GET',
  path: '/policy/drafts/:draftId/form',
  access: policyReaders,
  summary: 'A rule as a form: of a place, by the file that holds it; or a new one of a kind',
  params: ofDraft,
  query: z.object({
    /** the place that is to have the rule; a rule of a pack above it is said otherwise there */
    packId: PackId,
    file: PackFilePath.optional(),
    /** with `id`, instead of `file`: a rule that is not there yet */
    kind: z.string().max(20).optional(),
    id: RuleId.optional(),
  }),
  reply: z.object({
    file: z.string(),
    kind: z.string(),
    title: z.string(),
    packTitle: z.string(),
    /** false: saving makes the file */
    exists: z.boolean(),
    content: RuleContent,
    /** JSON Schema (draft 7) that the content is filled in by */
    schema: z.record(z.string(), z.unknown()),
  }),
  problems: ['draft-unknown', 'file-unknown', 'draft-edit-refused'],
})
export const checkRuleForm = endpoint({
  method: 'POST',
  path: '/policy/drafts/:draftId/form/check',
  access: ['policy'],
  summary: 'What is wrong with a form as filled in, field by field, and what it would change; stores nothing',
  params: ofDraft,
  body: z.object({ file: PackFilePath, content: RuleContent }),
  reply: z.object({
    faults: z.array(FileFault),
    changes: z.array(PolicyChangeView),
    lines: z.array(LineChange),
  }),
  problems: [...DRAFT_PROBLEMS, 'draft-edit-refused'],
  perMinute: 120,
})
