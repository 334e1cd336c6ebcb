import { z } from 'zod'
import { Day, Id, Instant, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'
import { DRAFT_PROBLEMS, ofDraft, policyReaders } from './policy-call.ts'
import { PolicyChangeView } from './policy-drafts.ts'

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
  access: policyReaders,
  summary: 'What was published here, newest first',
  reply: z.object({ items: z.array(PublicationView) }),
})
