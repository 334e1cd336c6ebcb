import { z } from 'zod'
import { Id } from './common.ts'
import { formed } from './forms.ts'

/** Who may look into the policy room; only policy officers change anything. */
export const policyReaders = ['policy', 'leader', 'supervisor', 'auditor'] as const
export const PackId = z.string().max(80)
export const RuleId = z.string().max(120)
export const ofDraft = z.object({ draftId: Id })
/** What every change of a draft may answer. */
export const DRAFT_PROBLEMS = ['draft-unknown', 'draft-changed', 'draft-closed', 'draft-faulty'] as const
/** The path of a pack's file below policy-packs, made of small letters, digits, dots and hyphens. */
export const PackFilePath = formed(
  /^[a-z0-9][a-z0-9.-]*\/(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*\.yaml$/,
  {
    zh: '应为政策包中文件的位置，用小写字母、数字、点和连字符，以 .yaml 结尾',
    en: 'must be the place of a file in a pack, in small letters, digits, dots and hyphens, ending in .yaml',
  },
).max(200)
