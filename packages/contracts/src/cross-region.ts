import { z } from 'zod'
import { Day, Instant, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'

/** `sent`: the insured place has not answered; the institution sends the message again, or takes it back with 2601. */
export const trafficStates = ['sent', 'accepted', 'refused'] as const

/** Yuan that may be below nothing: what was taken back. */
const SignedMoney = z.string().regex(/^-?\d{1,12}\.\d{2}$/)

export const CrossRegionMessage = z.object({
  institutionCode: z.string(),
  msgid: z.string(),
  /** number of the transaction, `2207` */
  infno: z.string(),
  insuredRegion: RegionCode,
  state: z.enum(trafficStates),
  settlementId: z.string().nullable(),
  total: SignedMoney.nullable(),
  fund: SignedMoney.nullable(),
  reason: z.string().nullable(),
  sentAt: Instant,
  answeredAt: Instant.nullable(),
})
export type CrossRegionMessage = z.infer<typeof CrossRegionMessage>

/** What the institutions of a city sent to one insured place, for the accounts between the two. */
export const CrossRegionSum = z.object({
  insuredRegion: RegionCode,
  messages: z.int().nonnegative(),
  /** without an answer */
  open: z.int().nonnegative(),
  /** a settlement and its taking back count as two */
  settlements: z.int().nonnegative(),
  total: SignedMoney,
  fund: SignedMoney,
})
export type CrossRegionSum = z.infer<typeof CrossRegionSum>

export const crossRegionTraffic = endpoint({
  method: 'GET',
  path: '/cross-region/messages',
  access: ['finance', 'supervisor', 'auditor'],
  summary: 'What the institutions of a city sent to other insured places, with the sums of each place',
  query: z.object({
    regionCode: RegionCode,
    from: Day,
    to: Day,
    state: z.enum(trafficStates).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    sums: z.array(CrossRegionSum),
    items: z.array(CrossRegionMessage),
    /** continues the list; null at its end */
    next: z.string().nullable(),
  }),
})
