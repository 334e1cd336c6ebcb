import { z } from 'zod'
import { caseParams } from './case-call.ts'
import { CaseView } from './case-view.ts'
import { RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'
import { RatingGrade } from './rating-view.ts'

export const rateCase = endpoint({
  method: 'POST',
  path: '/cases/:caseId/rating',
  access: ['person', 'clerk'],
  summary: 'Rate the service: one case, one rating (好差评)',
  params: caseParams,
  body: z.strictObject({
    regionCode: RegionCode,
    grade: RatingGrade,
    reasons: z.array(z.string().max(40)).max(10).default([]),
    text: z.string().trim().max(1000).default(''),
  }),
  reply: CaseView,
  problems: ['already-rated', 'not-over', 'reason-needed'],
})
export const ratingReasons = endpoint({
  method: 'GET',
  path: '/rating-reasons',
  access: ['public'],
  summary: 'The reason tags for each grade',
  reply: z.object({
    grades: z.array(
      z.object({
        grade: RatingGrade,
        name: z.string(),
        reasons: z.array(z.object({ code: z.string(), text: z.string() })),
      }),
    ),
  }),
})
