import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Fault, Id, Instant, Money, PageQuery, RatioText, RegionCode, Version, page } from './common.ts'
import { CaseSummary } from './case-view.ts'
import { RatingGrade } from './rating-view.ts'
import { Calculation } from './claims.ts'

// ── Payments ────────────────────────────────────────────────────────────────────────────────────────────────────────
export const runStates = ['open', 'exported', 'settled', 'cancelled'] as const
export const PaymentRun = z.object({
  runId: Id,
  regionCode: RegionCode,
  number: z.string(),
  officeId: Id,
  officeName: z.string(),
  state: z.enum(runStates),
  createdOn: Day,
  createdBy: z.string(),
  count: z.int(),
  total: Money,
  paidCount: z.int(),
  paidTotal: Money,
  rejectedCount: z.int(),
  rejectedTotal: Money,
  exportedAt: Instant.nullable(),
  fileHash: z.string().nullable(),
  version: Version,
})
export type PaymentRun = z.infer<typeof PaymentRun>
export const PaymentLine = z.object({
  paymentId: Id,
  /** null where no case is behind it, as after the correction of a settlement */
  caseId: Id.nullable(),
  caseNumber: z.string(),
  holder: z.string(),
  bankName: z.string(),
  accountMasked: z.string(),
  amount: Money,
  state: z.enum(['in-run', 'paid', 'rejected', 'cancelled']),
  bankReason: z.string().nullable(),
})
const runParams = z.object({ runId: Id })
const region = z.object({ regionCode: RegionCode })
export const readyToPay = endpoint({
  method: 'GET',
  path: '/payments/ready',
  access: ['finance', 'supervisor'],
  summary: 'Approved cases that wait for payment',
  query: PageQuery.extend({ officeId: Id }),
  reply: page(CaseSummary).extend({
    count: z.int(),
    total: Money,
    /** due beside the cases, such as after corrections: goes along when all that waits is paid */
    dues: z.object({ count: z.int(), total: Money }),
  }),
})
export const listRuns = endpoint({
  method: 'GET',
  path: '/payment-runs',
  access: ['finance', 'supervisor', 'auditor'],
  summary: 'Payment runs, newest first',
  query: PageQuery.extend({ officeId: Id }),
  reply: page(PaymentRun),
})
export const createRun = endpoint({
  method: 'POST',
  path: '/payment-runs',
  access: ['finance'],
  summary: 'Group approved cases of an office into a run; all of them, or those named',
  body: z.strictObject({
    regionCode: RegionCode,
    officeId: Id,
    caseIds: z.array(Id).min(1).max(5000).optional(),
  }),
  reply: PaymentRun,
  problems: ['nothing-to-pay'],
})
export const getRun = endpoint({
  method: 'GET',
  path: '/payment-runs/:runId',
  access: ['finance', 'supervisor', 'auditor'],
  summary: 'One run with its payments',
  params: runParams,
  query: region,
  reply: PaymentRun.extend({
    payments: z.array(PaymentLine),
    /** the run by fund: to the fen `total = paid + rejected + open`, and all totals make up the run's */
    funds: z.array(
      z.object({
        payer: z.string(),
        title: z.object({ zh: z.string(), en: z.string() }),
        total: Money,
        paid: Money,
        rejected: Money,
      }),
    ),
    imports: z.array(
      z.object({ at: Instant, by: z.string(), fileName: z.string(), paid: z.int(), rejected: z.int() }),
    ),
  }),
})
export const exportRun = endpoint({
  method: 'POST',
  path: '/payment-runs/:runId/bank-file',
  access: ['finance'],
  summary: 'The bank file (CSV, UTF-8 with BOM): the same bytes each time; exporting freezes the run',
  params: runParams,
  body: z.strictObject({ regionCode: RegionCode }),
  produces: 'text/csv',
})
export const importReturn = endpoint({
  method: 'POST',
  path: '/payment-runs/:runId/return-file',
  access: ['finance'],
  summary: 'Import the bank’s return file; checked whole before anything is booked',
  params: runParams,
  query: region,
  upload: true,
  reply: PaymentRun,
  problems: ['return-file-faulty', 'return-file-already-imported', 'run-not-exported'],
})
export const cancelRun = endpoint({
  method: 'POST',
  path: '/payment-runs/:runId/cancel',
  access: ['finance'],
  summary: 'Cancel a run that was not exported; its cases wait again',
  params: runParams,
  body: z.strictObject({ regionCode: RegionCode, version: Version }),
  reply: PaymentRun,
})

// ── Supervision ─────────────────────────────────────────────────────────────────────────────────────────────────────
export const figures = [
  'received',
  'accepted',
  'decided',
  'granted',
  'refused',
  'on-time',
  'overdue',
  'open',
  'open-overdue',
  'agency-faults',
  'rated',
  'bad-ratings',
  'paid',
] as const
const figuresQuery = z.object({
  regionCode: RegionCode,
  from: Day,
  to: Day,
  officeId: Id.optional(),
  itemId: z.string().max(80).optional(),
})
export const Figures = z.object({
  counts: z.record(z.enum(figures), z.int()),
  onTimeRate: z.string().nullable(),
  /** working days from acceptance to decision */
  duration: z.object({
    p50: z.number().nullable(),
    p90: z.number().nullable(),
    histogram: z.array(z.object({ days: z.int(), count: z.int() })),
  }),
  /** per item: limit and materials against the national baseline */
  baseline: z.array(
    z.object({
      itemId: z.string(),
      itemName: z.string(),
      statutoryDays: z.int().nullable(),
      promisedDays: z.int().nullable(),
      actualP50: z.number().nullable(),
      cutPercent: z.string().nullable(),
      materialsNational: z.int(),
      materialsHere: z.int(),
    }),
  ),
  ratings: z.record(RatingGrade, z.int()),
  satisfaction: z.string().nullable(),
  byDay: z.array(z.object({ day: Day, received: z.int(), decided: z.int() })),
  byOffice: z.array(
    z.object({
      officeId: Id,
      officeName: z.string(),
      received: z.int(),
      decided: z.int(),
      onTime: z.int(),
      overdue: z.int(),
      open: z.int(),
    }),
  ),
  fundPaid: Money,
  /** corrections approved in the period: lines of their own, what was decided and paid before stays as it was counted */
  corrections: z.object({ count: z.int(), toPay: Money, toRecover: Money }),
  definitions: z.array(z.object({ figure: z.string(), text: z.string() })),
})
export const getFigures = endpoint({
  method: 'GET',
  path: '/supervision/figures',
  access: ['supervisor', 'administrator', 'auditor'],
  summary: 'Figures of a period, office and item',
  query: figuresQuery,
  reply: Figures,
})
export const casesBehind = endpoint({
  method: 'GET',
  path: '/supervision/cases',
  access: ['supervisor', 'administrator', 'auditor'],
  summary: 'The cases behind one figure',
  query: figuresQuery.extend({
    figure: z.enum(figures),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: page(CaseSummary),
})
export const RatingRow = z.object({
  caseId: Id,
  regionCode: RegionCode,
  caseNumber: z.string(),
  itemName: z.string(),
  officeName: z.string(),
  grade: RatingGrade,
  reasons: z.array(z.string()),
  text: z.string(),
  day: Day,
})
export const listRatings = endpoint({
  method: 'GET',
  path: '/ratings',
  access: ['supervisor', 'auditor'],
  summary: 'Ratings, newest first',
  query: PageQuery.extend({
    regionCode: RegionCode,
    officeId: Id.optional(),
    itemId: z.string().max(80).optional(),
    grade: RatingGrade.optional(),
    /** days on which they were given, both included */
    from: Day.optional(),
    to: Day.optional(),
  }),
  reply: page(RatingRow),
})

// ── Audit ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export const AuditEntry = z.object({
  stream: z.string(),
  seq: z.int(),
  at: Instant,
  actorId: z.string().nullable(),
  actorName: z.string(),
  act: z.string(),
  /** the act in the reader's language */
  title: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export const auditTrail = endpoint({
  method: 'GET',
  path: '/audit',
  access: ['administrator', 'auditor'],
  summary: 'Audit trail of a case (with its events), a person, a member of staff, or the whole city by time',
  query: PageQuery.extend({
    regionCode: RegionCode,
    caseId: Id.optional(),
    personId: Id.optional(),
    userId: Id.optional(),
  }),
  reply: page(AuditEntry),
})
export const verifyAudit = endpoint({
  method: 'POST',
  path: '/audit/verify',
  access: ['administrator', 'auditor'],
  summary: 'Recompute the hash chain of one case',
  body: z.strictObject({ regionCode: RegionCode, caseId: Id }),
  reply: z.object({ intact: z.boolean(), checked: z.int(), message: z.string() }),
})

// ── Public tools ────────────────────────────────────────────────────────────────────────────────────────────────────
const pause = z.strictObject({ from: Day, to: Day.optional(), reason: z.string().max(100).default('') })
export const LedgerLine = z.object({
  day: Day,
  counted: z.boolean(),
  number: z.int().nullable(),
  why: z.string(),
})
export const toolDue = endpoint({
  method: 'POST',
  path: '/tools/due',
  access: ['public'],
  summary: 'Due date of a limit in working days, with the ledger of days',
  body: z.strictObject({
    pack: z.string().max(80),
    accepted: Day,
    days: z.int().min(1).max(400),
    known: Day.optional(),
    pauses: z.array(pause).max(50).default([]),
  }),
  reply: z.object({ due: Day.nullable(), ledger: z.array(LedgerLine), calendar: z.array(z.string()) }),
  perMinute: 60,
})
export const toolElapsed = endpoint({
  method: 'POST',
  path: '/tools/elapsed',
  access: ['public'],
  summary: 'Working days elapsed, with the ledger of days',
  body: z.strictObject({
    pack: z.string().max(80),
    accepted: Day,
    until: Day,
    known: Day.optional(),
    pauses: z.array(pause).max(50).default([]),
  }),
  reply: z.object({ days: z.int(), ledger: z.array(LedgerLine), calendar: z.array(z.string()) }),
  perMinute: 60,
})
export const CalculateInput = z.strictObject({
  pack: z.string().max(80),
  on: Day,
  insurance: z.enum(['employee', 'resident']),
  personClass: z.enum(['active', 'retired', 'resident-adult', 'resident-minor', 'resident-senior']),
  kind: z.enum(['inpatient', 'outpatient']),
  level: z.enum(['primary', 'secondary', 'tertiary']),
  carePlace: z.enum(['local', 'out-filed', 'out-referred', 'out-unreferred']).default('local'),
  lines: z
    .array(
      z.strictObject({
        id: z.string().max(40),
        name: z.string().max(120),
        amount: Money,
        class: z.enum(['A', 'B', 'C']),
        selfPayRatio: RatioText.default('0'),
        quantity: z.number().positive().optional(),
        ceilingPrice: Money.optional(),
        /** treatment under a plan of the state (诊疗方案) */
        inPlan: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(2000),
  usedThisYear: z
    .strictObject({
      deductible: Money.default('0.00'),
      inScope: Money.default('0.00'),
      fund: Money.default('0.00'),
      admissions: z.int().min(0).max(365).default(0),
    })
    .prefault({}),
  otherPaid: Money.default('0.00'),
  /** groups of people by the ids of the place's chain file: hardship */
  groups: z.array(z.string().max(80)).max(20).default([]),
  /** the recognised disease the claim is for, and all that are recognised, by the ids of the place's tables */
  disease: z.string().max(80).optional(),
  recognised: z.array(z.string().max(80)).max(50).default([]),
  /** the stay goes on from another hospital */
  transferred: z.strictObject({ admission: z.int().min(1).max(365), deducted: Money }).optional(),
  /** years of unbroken enrolment that count for the incentive */
  bonusYears: z.int().min(0).max(80).default(0),
  /** what lies in the personal account, where it is to be used */
  accounts: z
    .strictObject({ current: Money.optional(), past: Money.optional(), family: Money.optional() })
    .optional(),
  /** what each payer after the basic fund was used for this year, by the id of its tables */
  stagesUsed: z
    .record(
      z.string().max(80),
      z.strictObject({
        base: Money.default('0.00'),
        deductible: Money.default('0.00'),
        fund: Money.default('0.00'),
      }),
    )
    .default({}),
  /** what was paid for each recognised disease this year */
  diseasesUsed: z.record(z.string().max(80), Money).default({}),
})
export const toolCalculate = endpoint({
  method: 'POST',
  path: '/tools/calculate',
  access: ['public'],
  summary: 'Benefit of a claim under a pack, with every step and clause',
  body: CalculateInput,
  reply: Calculation,
  perMinute: 60,
})
export const toolCheck = endpoint({
  method: 'POST',
  path: '/tools/check',
  access: ['public'],
  summary: 'Check an ID number, credit code, region, item code or case number',
  body: z.strictObject({
    kind: z.enum(['resident-id', 'credit-code', 'region', 'item-code', 'case-number']),
    value: z.string().max(64),
  }),
  reply: z.object({ valid: z.boolean(), faults: z.array(Fault), parts: z.record(z.string(), z.string()) }),
  perMinute: 60,
})
