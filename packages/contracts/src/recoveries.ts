import { z } from 'zod'
import { Day, Id, Instant, Money, page, PageQuery, Reason, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'

/** What a person owes after a correction, until it is paid, set off or given up. */
export const recoveryStates = ['open', 'closed', 'written-off'] as const
export const recoveryKinds = [
  'opened',
  'instalments',
  'received',
  'offset',
  'handed-over',
  'write-off-asked',
  'write-off-refused',
  'written-off',
] as const
export const RecoverySummary = z.object({
  recoveryId: Id,
  number: z.string(),
  correctionId: Id,
  officeId: Id,
  personId: Id,
  personName: z.string(),
  amount: Money,
  received: Money,
  writtenOff: Money,
  /** `amount − received − writtenOff` */
  open: Money,
  state: z.enum(recoveryStates),
  owner: z.string(),
  openedOn: Day,
  closedOn: Day.nullable(),
  version: Version,
})
export type RecoverySummary = z.infer<typeof RecoverySummary>
const Instalment = z.strictObject({ day: Day, amount: Money })
export const RecoveryView = RecoverySummary.extend({
  funds: z.array(z.object({ payer: z.string(), title: z.string(), amount: Money, open: Money })),
  /** the instalments agreed last, with what is overdue of them today */
  plan: z.array(Instalment),
  overdue: Money,
  /** what may be set off (抵扣): the clause, null before it is in force, and what is due to the person and not in a run */
  offset: z.object({
    clause: z.string().nullable(),
    dues: z.array(z.object({ dueId: Id, number: z.string(), amount: Money })),
  }),
  /** somebody asked to give up what is open, and another person has yet to say */
  writeOffAsked: z.object({ by: z.string(), reason: z.string(), mayDecide: z.boolean() }).nullable(),
  entries: z.array(
    z.object({
      seq: z.int(),
      kind: z.enum(recoveryKinds),
      day: Day,
      amount: Money.nullable(),
      note: z.string().nullable(),
      by: z.string(),
      at: Instant,
    }),
  ),
})
export type RecoveryView = z.infer<typeof RecoveryView>
const region = z.object({ regionCode: RegionCode })
const READERS = ['finance', 'supervisor', 'auditor'] as const

export const listRecoveries = endpoint({
  method: 'GET',
  path: '/recoveries',
  access: READERS,
  summary: 'What people owe after corrections, newest first, with the sums of what is open',
  query: PageQuery.extend({ officeId: Id, state: z.enum(recoveryStates).optional() }),
  reply: page(RecoverySummary).extend({ count: z.int(), open: Money }),
})
export const getRecovery = endpoint({
  method: 'GET',
  path: '/recoveries/:recoveryId',
  access: READERS,
  summary: 'A recovery with its ledger',
  params: z.object({ recoveryId: Id }),
  query: region,
  reply: RecoveryView,
  problems: ['recovery-not-found'],
})
export const bookRecovery = endpoint({
  method: 'POST',
  path: '/recoveries/:recoveryId/entries',
  access: ['finance', 'supervisor'],
  summary:
    'Book money that came in, set off against what is due, agree instalments, hand over to another person, or give up by two people',
  params: z.object({ recoveryId: Id }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('received'),
      regionCode: RegionCode,
      version: Version,
      day: Day,
      amount: Money,
      note: z.string().trim().max(300).default(''),
    }),
    z.strictObject({
      kind: z.literal('offset'),
      regionCode: RegionCode,
      version: Version,
      dueId: Id,
      amount: Money,
      note: z.string().trim().max(300).default(''),
    }),
    z.strictObject({
      kind: z.literal('instalments'),
      regionCode: RegionCode,
      version: Version,
      plan: z.array(Instalment).min(1).max(120),
      note: Reason,
    }),
    z.strictObject({
      kind: z.literal('handed-over'),
      regionCode: RegionCode,
      version: Version,
      note: Reason,
    }),
    z.strictObject({
      kind: z.literal('write-off-asked'),
      regionCode: RegionCode,
      version: Version,
      note: Reason,
    }),
    z.strictObject({
      kind: z.literal('write-off-refused'),
      regionCode: RegionCode,
      version: Version,
      note: Reason,
    }),
    z.strictObject({
      kind: z.literal('written-off'),
      regionCode: RegionCode,
      version: Version,
      note: Reason,
    }),
  ]),
  reply: RecoveryView,
  problems: ['recovery-not-found', 'recovery-changed', 'recovery-amount', 'recovery-over', 'recovery-own'],
})
