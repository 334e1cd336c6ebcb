import { z } from 'zod'
import { Citation, Day, Id, Instant, Money, PageQuery, Reason, RegionCode, Version, page } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Why somebody who was treated cannot be settled at once. */
export const treatFirstSituations = ['elsewhere', 'identity', 'enrolment'] as const
/** Who is expected to pay. */
export const treatFirstPayers = ['insured-place', 'state', 'other', 'unknown'] as const
export const treatFirstStates = ['open', 'write-off-proposed', 'closed'] as const
/** How an entry ended. */
export const treatFirstEnds = [
  'settlement',
  'claim',
  'settled-elsewhere',
  'other-payer',
  'written-off',
] as const
/** Working days since somebody was entered: up to 5, 6–15, 16–30, more. */
export const treatFirstBands = ['to-5', 'to-15', 'to-30', 'over-30'] as const
const Side = z.enum(['hospital', 'agency'])

/** Somebody treated first and settled later (先救治后结算). */
export const TreatFirstEntry = z.object({
  entryId: Id,
  regionCode: RegionCode,
  number: z.string(),
  hospitalCode: z.string(),
  hospitalName: z.string(),
  personName: z.string(),
  idNumberMasked: z.string().nullable(),
  insuredPlace: RegionCode.nullable(),
  situation: z.enum(treatFirstSituations),
  reason: z.string(),
  careKind: z.enum(['outpatient', 'inpatient']),
  reference: z.string().nullable(),
  beganOn: Day,
  amount: Money,
  payer: z.enum(treatFirstPayers),
  payerName: z.string().nullable(),
  measure: z.object({ measureId: z.string(), title: z.string(), source: Citation.nullable() }),
  openedOn: Day,
  openedBy: z.string(),
  state: z.enum(treatFirstStates),
  /** until today, or until it was closed; null where no calendar is published */
  workingDays: z.int().nullable(),
  calendarDays: z.int(),
  /** who has to do the next thing; without a name: whoever takes it up there */
  next: z.object({ side: Side, name: z.string().nullable() }),
  remindOn: Day,
  remindedOn: Day.nullable(),
  proposal: z.object({ by: z.string(), on: Day, reason: z.string() }).nullable(),
  closed: z
    .object({
      how: z.enum(treatFirstEnds),
      on: Day,
      by: z.string(),
      reason: z.string(),
      reference: z.string().nullable(),
      total: Money.nullable(),
      fund: Money.nullable(),
    })
    .nullable(),
  version: Version,
})
export type TreatFirstEntry = z.infer<typeof TreatFirstEntry>

const AGENCY = ['clerk', 'reviewer', 'approver', 'finance', 'supervisor', 'leader', 'auditor'] as const
const SEES = ['hospital', ...AGENCY] as const
const params = z.object({ entryId: Id })
const region = z.object({ regionCode: RegionCode })
const Person = {
  personName: z.string().trim().min(1).max(50),
  /** of any document; one of 18 digits is checked */
  idNumber: z.string().trim().min(4).max(30).optional(),
  insuredPlace: RegionCode.optional(),
}
const Debt = {
  situation: z.enum(treatFirstSituations),
  amount: Money,
  payer: z.enum(treatFirstPayers),
  payerName: z.string().trim().min(2).max(100).optional(),
  reference: z.string().trim().min(1).max(60).optional(),
}
const fails = ['no-institution', 'treat-first-unknown', 'treat-first-changed', 'treat-first-state'] as const

export const openTreatFirst = endpoint({
  method: 'POST',
  path: '/treat-first',
  access: ['hospital', 'clerk', 'reviewer'],
  summary: 'Enter somebody who is treated first and settled later, under the measure in force',
  body: z.strictObject({
    regionCode: RegionCode,
    /** for the agency, which enters for an institution; an institution enters for itself */
    hospitalCode: z.string().max(30).optional(),
    ...Person,
    ...Debt,
    careKind: z.enum(['outpatient', 'inpatient']),
    beganOn: Day,
    reason: Reason,
  }),
  reply: TreatFirstEntry,
  problems: [
    'no-institution',
    'institution-not-found',
    'treat-first-not-in-force',
    'treat-first-insured-here',
    'treat-first-entered',
    'treat-first-faulty',
  ],
})
const Filter = {
  regionCode: RegionCode,
  state: z.enum(['open', 'closed']).default('open'),
  hospitalCode: z.string().max(30).optional(),
}
export const listTreatFirst = endpoint({
  method: 'GET',
  path: '/treat-first',
  access: SEES,
  summary: 'Who was treated first: the open ones, the oldest first, or the closed ones, the newest first',
  query: PageQuery.extend(Filter),
  reply: page(TreatFirstEntry),
})
const Sums = z.object({ count: z.int(), amount: Money })
export const treatFirstSums = endpoint({
  method: 'GET',
  path: '/treat-first/sums',
  access: SEES,
  summary: 'What is open, by institution and age, what was closed how, and the measures it rests on today',
  query: region,
  reply: z.object({
    on: Day,
    /** in force today at the place of the caller's institution, else anywhere in the city */
    measures: z.array(z.object({ measureId: z.string(), title: z.string(), source: Citation })),
    /** measures of this kind the place knows, in force or not */
    known: z.array(z.object({ title: z.string(), source: Citation })),
    open: z.array(
      z.object({
        hospitalCode: z.string(),
        hospitalName: z.string(),
        ...Sums.shape,
        /** in the order of `treatFirstBands`; null where no calendar is published */
        bands: z.array(Sums).nullable(),
      }),
    ),
    closed: z.array(
      z.object({ how: z.enum(treatFirstEnds), count: z.int(), amount: Money, total: Money, fund: Money }),
    ),
  }),
})
export const exportTreatFirst = endpoint({
  method: 'GET',
  path: '/treat-first/export',
  access: SEES,
  summary: 'The list as CSV (UTF-8 with BOM), at most 10,000 rows; recorded in the trail',
  query: z.object(Filter),
  produces: 'text/csv',
})
export const getTreatFirst = endpoint({
  method: 'GET',
  path: '/treat-first/:entryId',
  access: SEES,
  summary: 'An entry with everything that happened to it',
  params,
  query: region,
  reply: z.object({
    entry: TreatFirstEntry,
    events: z.array(
      z.object({
        seq: z.int(),
        act: z.string(),
        /** what was said or changed, by name */
        detail: z.record(z.string(), z.string()),
        by: z.string(),
        day: Day,
        at: Instant,
      }),
    ),
  }),
  problems: ['treat-first-unknown'],
})
export const changeTreatFirst = endpoint({
  method: 'PUT',
  path: '/treat-first/:entryId',
  access: ['hospital', 'clerk', 'reviewer', 'finance'],
  summary: 'Note who it is, what it has come to, who is to pay, and who has to do the next thing',
  params,
  body: z.strictObject({
    regionCode: RegionCode,
    version: Version,
    ...Person,
    ...Debt,
    next: Side,
    note: Reason,
  }),
  reply: TreatFirstEntry,
  problems: [...fails, 'treat-first-faulty'],
})
export const closeTreatFirst = endpoint({
  method: 'POST',
  path: '/treat-first/:entryId/close',
  access: ['hospital', 'reviewer', 'finance'],
  summary: 'Close an entry by the settlement, the claim or the payment that settled it',
  params,
  body: z.strictObject({
    regionCode: RegionCode,
    version: Version,
    by: z.discriminatedUnion('how', [
      z.strictObject({ how: z.literal('settlement'), settlementId: z.string().trim().min(1).max(30) }),
      z.strictObject({ how: z.literal('claim'), caseNumber: z.string().trim().min(1).max(40) }),
      z.strictObject({
        how: z.enum(['settled-elsewhere', 'other-payer']),
        /** settlement sheet of the other centre, or voucher of the payment */
        reference: z.string().trim().min(2).max(100),
        total: Money,
        fund: Money.optional(),
      }),
    ]),
    reason: Reason,
  }),
  reply: TreatFirstEntry,
  problems: [...fails, 'treat-first-not-settled', 'treat-first-faulty'],
})
export const proposeWriteOff = endpoint({
  method: 'POST',
  path: '/treat-first/:entryId/write-off',
  access: ['reviewer', 'finance'],
  summary: 'Propose to write an entry off; somebody else decides',
  params,
  body: z.strictObject({ regionCode: RegionCode, version: Version, reason: Reason }),
  reply: TreatFirstEntry,
  problems: fails,
})
export const decideWriteOff = endpoint({
  method: 'POST',
  path: '/treat-first/:entryId/write-off/decision',
  access: ['approver', 'leader'],
  summary: 'Write an entry off, or decline; never by whoever proposed it',
  params,
  body: z.strictObject({
    regionCode: RegionCode,
    version: Version,
    outcome: z.enum(['written-off', 'declined']),
    reason: Reason,
  }),
  reply: TreatFirstEntry,
  problems: [...fails, 'treat-first-same-person'],
})
export const reopenTreatFirst = endpoint({
  method: 'POST',
  path: '/treat-first/:entryId/reopen',
  access: ['reviewer', 'finance'],
  summary: 'Open an entry again that was closed in error, with the reason',
  params,
  body: z.strictObject({ regionCode: RegionCode, version: Version, reason: Reason }),
  reply: TreatFirstEntry,
  problems: fails,
})
/** POST, so that the reason is sent in a body. */
export const revealTreatFirst = endpoint({
  method: 'POST',
  path: '/treat-first/:entryId/id-number',
  access: ['hospital', 'reviewer', 'finance'],
  summary: 'The whole number of the document of somebody in the list, with a reason; recorded in the trail',
  params,
  body: z.strictObject({ regionCode: RegionCode, reason: Reason }),
  reply: z.object({ idNumber: z.string() }),
  problems: ['treat-first-unknown'],
  perMinute: 30,
})
