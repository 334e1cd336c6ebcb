import { z } from 'zod'
import { Amounts, Calculation } from './claims.ts'
import { Day, Id, Instant, Money, PageQuery, RegionCode, SignedMoney, page } from './common.ts'
import { endpoint } from './endpoint.ts'

/** An account settled at the institution (联网结算), as the person reads it. What was taken back stands with its original. */
export const SettlementSummary = z.object({
  settlementId: z.string(),
  regionCode: RegionCode,
  personId: Id,
  personName: z.string(),
  kind: z.enum(['outpatient', 'pharmacy', 'inpatient']),
  institution: z.object({ code: z.string(), name: z.string() }),
  /** first day of care */
  careFrom: Day,
  settledOn: Day,
  settledAt: Instant,
  /** of a stay that went on (中途结算) */
  midway: z.boolean(),
  total: Money,
  /** what all funds paid together */
  fund: Money,
  /** from personal accounts, those of the family among them */
  account: Money,
  cash: Money,
  /** taken back by the institution: every amount the other way round, under an id of its own */
  cancelled: z.object({ settlementId: z.string(), on: Day }).nullable(),
})
export type SettlementSummary = z.infer<typeof SettlementSummary>

/** One fee line, and the parts it falls into; of a refund in a stay all of them are negative. */
export const SettledLine = z.object({
  serial: z.string(),
  code: z.string(),
  /** as the fee catalogue of the place calls it; null where it is not in there */
  name: z.string().nullable(),
  quantity: z.string(),
  price: z.string(),
  amount: SignedMoney,
  class: z.enum(['A', 'B', 'C']),
  outOfCatalogue: SignedMoney,
  overCeiling: SignedMoney,
  firstSelfPay: SignedMoney,
  inScope: SignedMoney,
  /** of a prescription for more days than ordinarily; `relieved`: a relief measure allowed it */
  prescription: z.object({ days: z.number(), normal: z.number(), relieved: z.boolean() }).nullable(),
})
export type SettledLine = z.infer<typeof SettledLine>

export const SettlementView = SettlementSummary.extend({
  visitNo: z.string(),
  department: z.string().nullable(),
  doctor: z.string().nullable(),
  diagnosis: z.string().nullable(),
  invoice: z.string().nullable(),
  /** each fund that paid, by its name in the national interface */
  paidBy: z.array(z.object({ payer: z.string(), title: z.string(), amount: Money })),
  /** of `account`: what came from the accounts of relatives (家庭共济), by the masked names of their holders */
  relatives: z.array(z.object({ holder: z.string(), amount: Money })),
  lines: z.array(SettledLine),
  /** as for a claim: worked out again from the stored rules, year and lines; null where those lines are no longer there */
  amounts: Amounts.nullable(),
  explanation: Calculation.shape.explanation,
  borrowed: Calculation.shape.borrowed,
  traceHash: z.string().nullable(),
  pack: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  /** the same fees, settled again after this was taken back */
  settledAgain: z.string().nullable(),
})
export type SettlementView = z.infer<typeof SettlementView>

export const mySettlements = endpoint({
  method: 'GET',
  path: '/my/settlements',
  access: ['person'],
  summary: 'What institutions settled for me and for people I act for, newest visit first',
  query: PageQuery,
  reply: page(SettlementSummary),
})
export const personSettlements = endpoint({
  method: 'GET',
  path: '/persons/:personId/settlements',
  access: ['clerk', 'reviewer', 'approver', 'supervisor'],
  summary:
    'What institutions settled for a person insured in a city, newest visit first; recorded in their trail',
  params: z.object({ personId: Id }),
  query: PageQuery.extend({ regionCode: RegionCode }),
  reply: page(SettlementSummary),
})
export const getSettlement = endpoint({
  method: 'GET',
  path: '/settlements/:settlementId',
  access: ['person', 'clerk', 'reviewer', 'approver', 'supervisor'],
  summary:
    'One settlement with every line and every step of the calculation; staff leave an entry in the person’s trail',
  params: z.object({ settlementId: z.string().max(40) }),
  query: z.object({ regionCode: RegionCode }),
  reply: SettlementView,
  problems: ['settlement-not-found'],
})
