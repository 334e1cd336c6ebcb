import { z } from 'zod'
import { caseParams, region } from './case-call.ts'
import { Day, Id, PageQuery, Reason, RegionCode, page } from './common.ts'
import { endpoint } from './endpoint.ts'
import { SettledLine, SettlementSummary } from './settlements.ts'

/** How an upheld objection is put right: the institution takes back and settles again, or the agency corrects. */
export const Remedy = z.enum(['resettle', 'correct'])
export type Remedy = z.infer<typeof Remedy>

/** The word of the institution. */
const Word = z.object({ text: z.string(), by: z.string(), on: Day })

/** What an objection is about and how it stands beside its case. */
export const ObjectionView = z.object({
  settlement: SettlementSummary,
  /** the lines it names, as they were settled */
  lines: z.array(SettledLine),
  /** the institution is asked since this day; null while it is not handed in, or when it belongs to another centre */
  askedOn: Day.nullable(),
  word: Word.nullable(),
  remedy: Remedy.nullable(),
  /** the settlement that took its place after it was taken back */
  settledAgain: z.string().nullable(),
})
export type ObjectionView = z.infer<typeof ObjectionView>

export const getObjection = endpoint({
  method: 'GET',
  path: '/cases/:caseId/objection',
  access: ['person', 'staff'],
  summary: 'What the objection of a case is about, what the institution said, and how it was put right',
  params: caseParams,
  query: region,
  reply: z.object({ objection: ObjectionView.nullable() }),
  problems: ['case-not-found'],
})
export const settlementObjections = endpoint({
  method: 'GET',
  path: '/settlements/:settlementId/objections',
  access: ['person'],
  summary: 'Objections raised against a settlement of mine, newest first',
  params: z.object({ settlementId: z.string().max(40) }),
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({
    items: z.array(
      z.object({ caseId: Id, askedOn: Day, outcome: z.enum(['open', 'granted', 'refused', 'withdrawn']) }),
    ),
  }),
  problems: ['settlement-not-found'],
})

export const objectionStages = ['asked', 'answered', 'to-resettle', 'over'] as const
/** An objection as the institution reads it: whom and what it is about, never other papers of the case. */
export const InstitutionObjection = z.object({
  caseId: Id,
  regionCode: RegionCode,
  number: z.string(),
  /** asked: our word is wanted; to-resettle: upheld, and the settlement still stands */
  stage: z.enum(objectionStages),
  personName: z.string(),
  settlement: SettlementSummary,
  lines: z.array(SettledLine),
  reason: z.string(),
  text: z.string(),
  askedOn: Day,
  word: Word.nullable(),
  decision: z
    .object({
      outcome: z.enum(['granted', 'refused']),
      on: Day,
      reason: z.string(),
      remedy: Remedy.nullable(),
    })
    .nullable(),
  settledAgain: z.string().nullable(),
})
export type InstitutionObjection = z.infer<typeof InstitutionObjection>

export const institutionObjections = endpoint({
  method: 'GET',
  path: '/hospital/objections',
  access: ['hospital'],
  summary: 'Objections to settlements of the own institution, newest first',
  query: PageQuery,
  reply: page(InstitutionObjection),
  problems: ['no-institution'],
})
export const answerObjection = endpoint({
  method: 'POST',
  path: '/hospital/objections/:caseId/word',
  access: ['hospital'],
  summary: 'The institution’s word on an objection; may be changed until the agency has decided',
  params: caseParams,
  body: z.strictObject({ regionCode: RegionCode, text: Reason }),
  reply: InstitutionObjection,
  problems: ['no-institution', 'objection-not-found', 'objection-over'],
})
