import { z } from 'zod'
import { Day, Instant, Month, RegionCode, SignedMoney } from './common.ts'
import { endpoint } from './endpoint.ts'

/** `sent`: the insured place has not answered; the institution sends the message again, or takes it back with 2601. */
export const trafficStates = ['sent', 'accepted', 'refused'] as const

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

/** `open`: not asked for yet; `unknown`: the insured place knows nothing of it. */
export const elsewhereStates = ['open', 'same', 'differs', 'unknown'] as const

/** What a place's institutions settled in a month for one insured place (异地就医清算), and how much that place confirmed. */
export const ElsewhereStatement = z.object({
  insuredRegion: RegionCode,
  /** rows, cancellations among them */
  count: z.int().nonnegative(),
  cancellations: z.int().nonnegative(),
  medical: SignedMoney,
  fund: SignedMoney,
  account: SignedMoney,
  cash: SignedMoney,
  /** what the insured place owes: funds and accounts */
  due: SignedMoney,
  same: z.int().nonnegative(),
  differing: z.int().nonnegative(),
  open: z.int().nonnegative(),
})
export type ElsewhereStatement = z.infer<typeof ElsewhereStatement>

const Figures = { medical: SignedMoney, fund: SignedMoney, account: SignedMoney, cash: SignedMoney }
export const ElsewhereStatementRow = z.object({
  settlementId: z.string(),
  institutionCode: z.string(),
  settledOn: Day,
  clrType: z.string(),
  /** of a cancellation: what it takes back */
  cancels: z.string().nullable(),
  ...Figures,
  state: z.enum(elsewhereStates),
  /** the insured place's figures */
  theirs: z.object(Figures).nullable(),
})
export type ElsewhereStatementRow = z.infer<typeof ElsewhereStatementRow>

const ofMonth = z.object({ regionCode: RegionCode, month: Month })
export const elsewhereStatements = endpoint({
  method: 'GET',
  path: '/cross-region/statements',
  access: ['finance', 'supervisor', 'auditor'],
  summary:
    'What each other insured place settled at the institutions of a city in a month, to be cleared with it',
  query: ofMonth,
  reply: z.object({ items: z.array(ElsewhereStatement) }),
})
export const elsewhereStatementRows = endpoint({
  method: 'GET',
  path: '/cross-region/statements/:insuredRegion',
  access: ['finance', 'supervisor', 'auditor'],
  summary:
    'The rows of one insured place in a month with its figures beside ours; `open=true` only those in doubt',
  params: z.object({ insuredRegion: RegionCode }),
  query: ofMonth.extend({
    open: z.enum(['true', 'false']).default('false'),
    cursor: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(ElsewhereStatementRow), next: z.string().nullable() }),
})
export const confirmElsewhere = endpoint({
  method: 'POST',
  path: '/cross-region/statements/:insuredRegion/confirmation',
  access: ['finance'],
  summary:
    'Ask an insured place for every row of a month it has not confirmed, at most two hundred at a time',
  params: z.object({ insuredRegion: RegionCode }),
  body: z.strictObject({ regionCode: RegionCode, month: Month, cursor: z.string().max(60).optional() }),
  reply: z.object({
    asked: z.int().nonnegative(),
    same: z.int().nonnegative(),
    differing: z.int().nonnegative(),
    /** goes on with the rows after these; null when all were asked for */
    next: z.string().nullable(),
  }),
  problems: ['insured-place-silent'],
})
