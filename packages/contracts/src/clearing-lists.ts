import { z } from 'zod'
import { Instant, Reason, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'

/** A settlement list (医疗保障基金结算清单) of an institution; 0 not handed in, 1 handed in, 2 passed, 3 not passed. */
export const SettlementList = z.object({
  settlementId: z.string(),
  listNumber: z.string(),
  institutionCode: z.string(),
  institutionName: z.string(),
  state: z.enum(['0', '1', '2', '3']),
  reason: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  uploadedAt: Instant,
  version: Version,
})
export type SettlementList = z.infer<typeof SettlementList>

const READERS = ['reviewer', 'approver', 'supervisor', 'auditor'] as const
const params = z.object({ settlementId: z.string().max(30) })

export const listSettlementLists = endpoint({
  method: 'GET',
  path: '/clearing/lists',
  access: READERS,
  summary: 'Settlement lists that were handed in and wait for review, oldest first',
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({ items: z.array(SettlementList) }),
})
export const getSettlementList = endpoint({
  method: 'GET',
  path: '/clearing/lists/:settlementId',
  access: READERS,
  summary: 'A settlement list as it was sent, field by field; reading it is recorded',
  params,
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({
    list: SettlementList,
    nodes: z.array(
      z.object({
        name: z.string(),
        rows: z.array(z.array(z.object({ code: z.string(), name: z.string(), value: z.string() }))),
      }),
    ),
  }),
  problems: ['settlement-list-not-found'],
})
export const reviewSettlementList = endpoint({
  method: 'POST',
  path: '/clearing/lists/:settlementId/review',
  access: ['reviewer'],
  summary: 'Let a list pass, or not with a reason; then the institution may send it again',
  params,
  body: z.strictObject({
    regionCode: RegionCode,
    version: Version,
    passes: z.boolean(),
    reason: Reason.optional(),
  }),
  reply: SettlementList,
  problems: ['settlement-list-not-found', 'settlement-list-changed', 'settlement-list-reason'],
})
