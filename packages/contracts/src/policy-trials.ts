import { z } from 'zod'
import { ExplanationStep } from './claims.ts'
import { Day, Id, Instant, Money, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'
import { DRAFT_PROBLEMS, ofDraft, policyReaders } from './policy-call.ts'

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
  /** whether it ran on exactly this draft and the packs now in force, by the program that runs now */
  current: z.boolean(),
  fault: z.string().nullable(),
})
export type TrialSummary = z.infer<typeof TrialSummary>

const Words = z.object({ zh: z.string(), en: z.string() })
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
  /** decisions made since it began, which it has not seen */
  decidedSince: z.int(),
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
  access: policyReaders,
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
