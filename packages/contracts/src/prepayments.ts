import { z } from 'zod'
import { Day, Id, Instant, Money, Reason, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'
import { formed } from './forms.ts'

/** What can happen to money paid to a hospital in advance (预付金). */
export const prepaymentKinds = ['granted', 'cancelled', 'arrived', 'used', 'offset', 'returned'] as const

/** Sums by kind and what follows from them: `granted = cancelled + waiting + arrived`, `arrived = offset + returned + held`. */
export const PrepaymentSums = z.object({
  granted: Money,
  cancelled: Money,
  arrived: Money,
  used: Money,
  offset: Money,
  returned: Money,
  /** granted, not yet paid out */
  waiting: Money,
  /** with the hospital, neither offset nor returned */
  held: Money,
})

export const Prepayment = z.object({
  grantId: Id,
  number: z.string(),
  hospitalCode: z.string(),
  hospitalName: z.string(),
  insurance: z.enum(['employee', 'resident']),
  /** the measure by which it was granted, or the document */
  authority: z.string(),
  grantedOn: Day,
  grantedBy: z.string(),
  reason: z.string(),
  sums: PrepaymentSums,
  state: z.enum(['granted', 'arrived', 'settled']),
  version: Version,
})
export type Prepayment = z.infer<typeof Prepayment>

export const PrepaymentEntry = z.object({
  seq: z.int(),
  kind: z.enum(prepaymentKinds),
  /** negative where it takes back an earlier entry */
  amount: z.string(),
  day: Day,
  patients: z.int().nullable(),
  medicalTotal: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  corrects: z.int().nullable(),
  corrected: z.boolean(),
  byName: z.string(),
  at: Instant,
})

const EntryNumber = formed(/^[1-9]\d{0,5}$/, {
  zh: '应为记账的序号：从 1 起的整数，最多六位',
  en: 'must be the number of an entry: a whole number from 1, at most six digits',
})
const READERS = ['finance', 'leader', 'supervisor', 'auditor'] as const

export const listPrepayments = endpoint({
  method: 'GET',
  path: '/prepayments',
  access: READERS,
  summary: 'Advances of a city with their sums, and the sums of all and of each hospital',
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({
    items: z.array(Prepayment),
    total: PrepaymentSums,
    byHospital: z.array(
      z.object({
        hospitalCode: z.string(),
        hospitalName: z.string(),
        sums: PrepaymentSums,
        patients: z.int(),
        medicalTotal: z.string(),
      }),
    ),
    /** measures by which an advance may be granted today */
    measures: z.array(z.object({ measureId: z.string(), title: z.string(), citation: z.string() })),
  }),
})
export const ownPrepayments = endpoint({
  method: 'GET',
  path: '/prepayments/own',
  access: ['hospital'],
  summary:
    'Advances of the institution whose office asks: arrived, used, offset at its clearing, returned, left',
  reply: z.object({ items: z.array(Prepayment), total: PrepaymentSums }),
  problems: ['no-institution'],
})
export const getPrepayment = endpoint({
  method: 'GET',
  path: '/prepayments/:grantId',
  access: READERS,
  summary: 'An advance with its ledger',
  params: z.object({ grantId: Id }),
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({ prepayment: Prepayment, entries: z.array(PrepaymentEntry) }),
  problems: ['prepayment-not-found'],
})
export const grantPrepayment = endpoint({
  method: 'POST',
  path: '/prepayments',
  access: ['leader'],
  summary: 'Grant an advance to a designated hospital, by a measure in force or by a document',
  body: z.strictObject({
    regionCode: RegionCode,
    hospitalCode: z.string().max(30),
    insurance: z.enum(['employee', 'resident']),
    amount: Money,
    authority: z.union([
      z.strictObject({ measureId: z.string().max(120) }),
      z.strictObject({ document: z.string().trim().min(4).max(200) }),
    ]),
    reason: Reason,
  }),
  reply: Prepayment,
  problems: [
    'institution-not-found',
    'prepayment-without-agreement',
    'prepayment-without-authority',
    'prepayment-amount',
  ],
})
export const bookPrepayment = endpoint({
  method: 'POST',
  path: '/prepayments/:grantId/entries',
  access: ['finance'],
  summary: 'Book what happened to an advance: paid out, used, offset, returned, or the rest cancelled',
  params: z.object({ grantId: Id }),
  body: z.strictObject({
    regionCode: RegionCode,
    version: Version,
    kind: z.enum(['cancelled', 'arrived', 'used', 'offset', 'returned']),
    amount: Money,
    day: Day,
    /** of `used`: how many people were treated, and what their care cost, as the hospital reports */
    patients: z.int().min(1).max(1_000_000).optional(),
    medicalTotal: Money.optional(),
    reference: z.string().trim().max(120).optional(),
    note: z.string().trim().max(500).optional(),
  }),
  reply: Prepayment,
  problems: ['prepayment-not-found', 'prepayment-changed', 'prepayment-amount'],
})
export const correctPrepayment = endpoint({
  method: 'POST',
  path: '/prepayments/:grantId/entries/:seq/take-back',
  access: ['finance'],
  summary: 'Take an entry back with a reason: the same amount with the sign turned, once',
  params: z.object({ grantId: Id, seq: EntryNumber }),
  body: z.strictObject({ regionCode: RegionCode, version: Version, reason: Reason }),
  reply: Prepayment,
  problems: ['prepayment-not-found', 'prepayment-changed', 'prepayment-amount'],
})
