import { z } from 'zod'
import { Citation, Day, MissingRule, Money, RatioText } from './common.ts'

const short = z.string().trim().max(120)

/** One line of a fee list, as the applicant wrote it. */
export const FeeLine = z.strictObject({
  id: z.string().min(1).max(40),
  code: short.optional(),
  name: short,
  quantity: z.string().max(20).optional(),
  unit: z.string().max(20).optional(),
  unitPrice: z.string().max(20).optional(),
  amount: z.string().max(20),
})
export type FeeLine = z.infer<typeof FeeLine>

/** A bill (医疗收费票据). Amounts stay text as typed until hand-in, so that a draft never loses what was typed. */
export const Bill = z.strictObject({
  id: z.string().min(1).max(40),
  kind: z.enum(['electronic', 'paper']).default('electronic'),
  code: short.default(''),
  number: short.default(''),
  checkCode: short.default(''),
  issuedOn: short.default(''),
  amount: short.default(''),
  lines: z.array(FeeLine).max(2000).default([]),
})
export type Bill = z.infer<typeof Bill>

export const Visit = z.strictObject({
  hospitalCode: short.default(''),
  hospitalName: short.default(''),
  from: short.default(''),
  to: short.default(''),
  /** 住院号/门诊号 */
  recordNumber: short.default(''),
  diagnosis: z.string().trim().max(500).default(''),
  carePlace: z.enum(['local', 'out-filed', 'out-referred', 'out-unreferred']).default('local'),
  accident: z.boolean().default(false),
})
export const Payee = z.strictObject({
  holder: short.default(''),
  bankName: short.default(''),
  account: short.default(''),
})
/** Why the personal account is to be paid out, and to whom when the person has died. */
export const Withdrawal = z.strictObject({
  /** a situation of the item: `death`, `settled-abroad` */
  reason: z.string().max(40).default(''),
  /** the day of the death, or of settling abroad */
  happenedOn: short.default(''),
  heirName: short.default(''),
  /** what the heir is to the person: 配偶, 子女 … */
  heirRelation: short.default(''),
})
export type Withdrawal = z.infer<typeof Withdrawal>
/** What somebody objects to in a settlement at the bedside. */
export const Objection = z.strictObject({
  settlementId: short.default(''),
  /** a situation of the item: `charged-twice`, `class` … */
  reason: z.string().max(40).default(''),
  /** in the person's own words */
  text: z.string().trim().max(1000).default(''),
  /** serial numbers of the fee lines it is about; none: the settlement as a whole */
  lines: z.array(z.string().max(40)).max(200).default([]),
})
export type Objection = z.infer<typeof Objection>
/** Care elsewhere (异地就医) that is filed: where, and from when to when. */
export const RemoteCare = z.strictObject({
  /** code of a province or city */
  place: short.default(''),
  from: short.default(''),
  /** the last day; empty: until it is revoked */
  until: short.default(''),
})
export type RemoteCare = z.infer<typeof RemoteCare>
/**
 * What the applicant says; a draft may be incomplete, hand-in checks it whole. Bills and visit are for claims,
 * `withdrawal` only for a withdrawal of the personal account; account, telephone and note are for both. `objection` is for
 * an objection to a settlement and `remote` for filing care elsewhere; neither asks for anything else.
 */
export const ClaimContent = z.strictObject({
  visit: Visit.prefault({}),
  bills: z.array(Bill).max(50).default([]),
  payee: Payee.prefault({}),
  /** already paid by commercial or mutual insurance, yuan */
  otherPaid: short.default(''),
  phone: short.default(''),
  note: z.string().trim().max(1000).default(''),
  withdrawal: Withdrawal.optional(),
  objection: Objection.optional(),
  remote: RemoteCare.optional(),
})
export type ClaimContent = z.infer<typeof ClaimContent>

/** How the reviewer codes one line. */
export const LineCoding = z.strictObject({
  lineId: z.string().max(90),
  class: z.enum(['A', 'B', 'C']),
  selfPayRatio: RatioText.default('0'),
  catalogueCode: short.optional(),
  ceilingPrice: Money.nullable().default(null),
  cutAmount: Money.nullable().default(null),
  cutReason: z.string().trim().max(300).nullable().default(null),
})
export type LineCoding = z.infer<typeof LineCoding>

export const Amounts = z.object({
  total: Money,
  outOfCatalogue: Money,
  overCeiling: Money,
  firstSelfPay: Money,
  cut: Money,
  inScope: Money,
  outOfAreaFirst: Money,
  deductible: Money,
  fund: Money,
  person: Money,
  otherPaid: Money,
})
export type Amounts = z.infer<typeof Amounts>

/** One step of the explanation: the citizen's sentence, the amount, and the clauses under it. */
export interface ExplanationStep {
  id: string
  sentence: string
  amount: string
  rounding?: string | undefined
  citations: (Citation & { parameter: string; value: string })[]
  children: ExplanationStep[]
}
export const ExplanationStep: z.ZodType<ExplanationStep> = z
  .lazy(() =>
    z.object({
      id: z.string(),
      sentence: z.string(),
      amount: z.string(),
      rounding: z.string().optional(),
      citations: z.array(Citation.extend({ parameter: z.string(), value: z.string() })),
      children: z.array(ExplanationStep),
    }),
  )
  .meta({ id: 'ExplanationStep' })

/** Each payer by its name in the national interface, with what it pays. */
export const Payers = z.array(z.object({ payer: z.string(), title: z.string(), amount: Money }))
export type Payers = z.infer<typeof Payers>

/** Result of a calculation: amounts with explanation, or the rules that are missing so that a person decides. */
export const Calculation = z.object({
  /** `estimate`: lines not yet coded by a reviewer are taken from the catalogue or as class A; `coded`: reviewer's coding */
  basis: z.enum(['estimate', 'coded', 'manual']),
  /** `fund` is what all funds pay together, `person` what is left after them */
  amounts: Amounts.nullable(),
  /** each payer by its name in the national interface, where the place has a chain of several */
  payers: Payers.optional(),
  explanation: ExplanationStep.nullable(),
  /** marked wherever it shows: figures borrowed from another place */
  borrowed: z.object({ from: z.string(), why: z.string() }).nullable(),
  missing: z.array(MissingRule),
  /** lines the estimate had to assume something about; caps that no document gives and nothing was held to */
  assumptions: z.array(z.string()),
})
export type Calculation = z.infer<typeof Calculation>

/** One row of the reviewer's table: `depth` 0 is the result, 1 its steps, 2 lines and bands, 3 the deductions of a line. */
export const WorkingRow = z.object({
  id: z.string(),
  depth: z.int(),
  term: z.string(),
  /** `"10,000.00 × 85%"`; empty where the amount was handed in or is the sum of the rows below */
  working: z.string(),
  amount: z.string(),
  roundedToFen: z.boolean(),
  clauses: z.array(z.string()),
  /** places whose figures stand in for the place's own */
  borrowedFrom: z.array(z.string()),
})
/** A calculation for those who check it: the table, and the trace as the text that is stored, hashed (SM3) and replayed. */
export const Workings = z.object({ rows: z.array(WorkingRow), audit: z.string(), hash: z.string() })
export type Workings = z.infer<typeof Workings>

export const Decision = z.object({
  outcome: z.enum(['granted', 'refused']),
  decidedOn: Day,
  by: z.string(),
  reviewedBy: z.string(),
  reason: z.string(),
  amounts: Amounts.nullable(),
  /** where the place has a chain of several payers */
  payers: Payers.optional(),
  explanation: ExplanationStep.nullable(),
  borrowed: z.object({ from: z.string(), why: z.string() }).nullable(),
  pack: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  traceHash: z.string().nullable(),
})
