import { z } from 'zod'
import { caseParams, region } from './case-call.ts'
import { Day } from './common.ts'
import { endpoint } from './endpoint.ts'

export const letterKinds = ['receipt', 'notice', 'decision', 'withdrawal', 'due-moved'] as const
export const getLetter = endpoint({
  method: 'GET',
  path: '/cases/:caseId/letters/:kind',
  access: ['person', 'staff'],
  summary: 'A letter or receipt as PDF with a QR code for verification',
  params: caseParams.extend({ kind: z.enum(letterKinds) }),
  query: region,
  produces: 'application/pdf',
  problems: ['letter-not-found'],
})
export const verifyLetter = endpoint({
  method: 'GET',
  path: '/verify/:code',
  access: ['public'],
  summary: 'Whether a letter is genuine and current; no personal data beyond what proves it',
  params: z.object({ code: z.string().max(64) }),
  reply: z.object({
    genuine: z.boolean(),
    current: z.boolean(),
    title: z.string().nullable(),
    caseNumber: z.string().nullable(),
    applicantMasked: z.string().nullable(),
    issuedOn: Day.nullable(),
    issuer: z.string().nullable(),
    message: z.string(),
  }),
  perMinute: 60,
})
