import { z } from 'zod'
import { Id } from './common.ts'

/** Who may look into the policy room; only policy officers change anything. */
export const policyReaders = ['policy', 'leader', 'supervisor', 'auditor'] as const
export const PackId = z.string().max(80)
export const RuleId = z.string().max(120)
export const ofDraft = z.object({ draftId: Id })
/** What every change of a draft may answer. */
export const DRAFT_PROBLEMS = ['draft-unknown', 'draft-changed', 'draft-closed', 'draft-faulty'] as const
/** The path of a pack's file below policy-packs, made of small letters, digits, dots and hyphens. */
export const PackFilePath = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*\/(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*\.yaml$/)
  .max(200)
