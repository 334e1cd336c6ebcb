import { z } from 'zod'
import { Day, Id, Money, Month, Reason, RegionCode, SignedMoney, Version, Words } from './common.ts'
import { endpoint } from './endpoint.ts'

const InsuranceName = z.enum(['employee', 'resident'])
/** Who gives the money, by its name in the national interface; `acct_pay` is people's own accounts. */
export const clearingSources = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'oth_pay',
  'acct_pay',
] as const
const SourceName = z.enum(clearingSources)
export const clearingStates = [
  'applied',
  'proposed',
  'approved',
  'in-run',
  'paid',
  'withdrawn',
  'returned',
] as const

/** The part of a fund: `applied = deducted + deposit + offset + payable`, to the fen. */
export const ClearingFund = z.object({
  insurance: InsuranceName,
  payer: SourceName,
  /** 基金支付类型 */
  code: z.string(),
  title: Words,
  applied: SignedMoney,
  deducted: Money,
  deposit: Money,
  offset: Money,
  payable: SignedMoney,
})
export type ClearingFund = z.infer<typeof ClearingFund>
export const ClearingDeduction = z.object({
  seq: z.int(),
  title: Words,
  amount: Money,
  reason: z.string(),
  clause: z.string(),
  settlementId: z.string().nullable(),
})

/** An application of an institution (清算申请), or the deposits of a year given back (`deposit`). */
export const Clearing = z.object({
  applicationId: Id,
  number: z.string(),
  kind: z.enum(['settled', 'deposit']),
  institutionCode: z.string(),
  institutionName: z.string(),
  /** `2020-10`, of deposits `2020` */
  period: z.string(),
  clrType: z.string(),
  clrTypeName: Words,
  from: Day,
  to: Day,
  state: z.enum(clearingStates),
  stateName: Words,
  /** settlements, cancellations among them as rows of their own */
  count: z.int(),
  cancellations: z.int(),
  medical: SignedMoney,
  cash: SignedMoney,
  applied: SignedMoney,
  deducted: Money,
  deposit: Money,
  offset: Money,
  payable: SignedMoney,
  /** by the agreement on the last day; null: it names none, or nobody has reviewed */
  depositShare: z.string().nullable(),
  appliedOn: Day,
  appliedBy: z.string(),
  reviewedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  paidOn: Day.nullable(),
  version: Version,
})
export type Clearing = z.infer<typeof Clearing>
export const ClearingWhole = Clearing.extend({
  funds: z.array(ClearingFund),
  deductions: z.array(ClearingDeduction),
})
export type ClearingWhole = z.infer<typeof ClearingWhole>

const READERS = ['reviewer', 'approver', 'finance', 'supervisor', 'auditor', 'leader'] as const
const params = z.object({ applicationId: Id })
const seen = z.object({ regionCode: RegionCode, version: Version })

// ── The institution ─────────────────────────────────────────────────────────────────────────────────────────────────
export const ownClearing = endpoint({
  method: 'GET',
  path: '/clearing/own',
  access: ['hospital'],
  summary: 'A month of the institution: what can be applied for, and what became of what was',
  query: z.object({ month: Month }),
  reply: z.object({
    institution: z.object({ code: z.string(), name: z.string() }),
    month: Month,
    /** closed and in no application, by kind of clearing */
    open: z.array(
      z.object({
        clrType: z.string(),
        clrTypeName: Words,
        from: Day,
        to: Day,
        count: z.int(),
        medical: SignedMoney,
        fund: SignedMoney,
        account: SignedMoney,
        cash: SignedMoney,
      }),
    ),
    /** days on which something is settled that is not closed yet */
    unclosed: z.array(Day),
    applications: z.array(ClearingWhole),
    /** settlements of stays of the month whose settlement list (结算清单) has not come */
    listsMissing: z.array(z.string()),
  }),
})
export const applyForClearing = endpoint({
  method: 'POST',
  path: '/clearing/own',
  access: ['hospital'],
  summary: 'Apply for what is closed and in no application, as 3203 does',
  body: z.strictObject({ clrType: z.string().min(1).max(30), from: Day, to: Day }),
  reply: Clearing,
  problems: ['clearing-not-possible'],
})
export const withdrawClearing = endpoint({
  method: 'POST',
  path: '/clearing/own/:applicationId/withdraw',
  access: ['hospital'],
  summary: 'Take an application back that nobody has reviewed, as 3204 does',
  params,
  body: z.strictObject({}),
  reply: Clearing,
  problems: ['clearing-not-found', 'clearing-not-possible'],
})

// ── Both sides ──────────────────────────────────────────────────────────────────────────────────────────────────────
export const getClearing = endpoint({
  method: 'GET',
  path: '/clearing/applications/:applicationId',
  access: ['hospital', ...READERS],
  summary: 'An application with its funds and deductions',
  params,
  query: z.object({ regionCode: RegionCode }),
  reply: ClearingWhole.extend({
    /** cancellations of what was settled before these days, and what they take off (negative) */
    earlier: z.object({ count: z.int(), amount: SignedMoney }),
    /** advances the institution holds, by insurance */
    advances: z.array(z.object({ insurance: InsuranceName, held: Money })),
    /** what the agreement of the last day says today; null: nothing */
    agreementShare: z.string().nullable(),
    /** stays among them whose settlement list has not come */
    listsMissing: z.array(z.string()),
    payment: z
      .object({
        run: z.string(),
        amount: Money,
        accountMasked: z.string(),
        bankReason: z.string().nullable(),
      })
      .nullable(),
  }),
  problems: ['clearing-not-found'],
})
export const clearingSettlements = endpoint({
  method: 'GET',
  path: '/clearing/applications/:applicationId/settlements',
  access: ['hospital', ...READERS],
  summary: 'The settlements behind an application, cancellations as negative rows',
  params,
  query: z.object({
    regionCode: RegionCode,
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        settlementId: z.string(),
        settledOn: Day,
        insurance: InsuranceName,
        cancels: z.string().nullable(),
        medical: SignedMoney,
        fund: SignedMoney,
        account: SignedMoney,
        cash: SignedMoney,
      }),
    ),
    next: z.string().nullable(),
  }),
  problems: ['clearing-not-found'],
})

// ── The agency ──────────────────────────────────────────────────────────────────────────────────────────────────────
export const listClearing = endpoint({
  method: 'GET',
  path: '/clearing/applications',
  access: READERS,
  summary: 'Applications of all institutions: those that wait, or all, newest first',
  query: z.object({
    regionCode: RegionCode,
    which: z.enum(['open', 'all']).default('open'),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(Clearing), next: z.string().nullable() }),
})
export const proposeClearing = endpoint({
  method: 'POST',
  path: '/clearing/applications/:applicationId/propose',
  access: ['reviewer'],
  summary:
    'Propose deductions with reason and clause, and an offset of advances; the deposit follows from the agreement',
  params,
  body: seen
    .extend({
      deductions: z
        .array(
          z.strictObject({
            insurance: InsuranceName,
            payer: SourceName,
            amount: Money,
            reason: Reason,
            clause: z.string().trim().min(2).max(300),
            settlementId: z.string().trim().max(30).optional(),
          }),
        )
        .max(200),
      offsets: z.array(z.strictObject({ insurance: InsuranceName, amount: Money })).max(2),
      note: z.string().trim().max(1000).optional(),
    })
    .strict(),
  reply: Clearing,
  problems: ['clearing-not-found', 'clearing-changed', 'clearing-state', 'clearing-review-faulty'],
})
export const approveClearing = endpoint({
  method: 'POST',
  path: '/clearing/applications/:applicationId/approve',
  access: ['approver'],
  summary: 'Approve what somebody else proposed',
  params,
  body: seen.strict(),
  reply: Clearing,
  problems: ['clearing-same-person', 'clearing-changed', 'clearing-state', 'clearing-review-faulty'],
})
export const sendClearingBack = endpoint({
  method: 'POST',
  path: '/clearing/applications/:applicationId/send-back',
  access: ['approver'],
  summary: 'Send a proposal back to the reviewer',
  params,
  body: seen.extend({ reason: Reason }).strict(),
  reply: Clearing,
  problems: ['clearing-changed', 'clearing-state'],
})
export const returnClearing = endpoint({
  method: 'POST',
  path: '/clearing/applications/:applicationId/return',
  access: ['reviewer', 'approver'],
  summary: 'Return an application to its institution, which can apply anew',
  params,
  body: seen.extend({ reason: Reason }).strict(),
  reply: Clearing,
  problems: ['clearing-changed', 'clearing-state'],
})
export const listDeposits = endpoint({
  method: 'GET',
  path: '/clearing/deposits',
  access: READERS,
  summary: 'Deposits held back in a year, by institution',
  query: z.object({ regionCode: RegionCode, year: z.coerce.number().int().min(2000).max(2199) }),
  reply: z.object({
    items: z.array(
      z.object({
        institutionCode: z.string(),
        institutionName: z.string(),
        held: Money,
        /** of that given back, or on the way */
        released: Money,
      }),
    ),
  }),
})
export const releaseDeposits = endpoint({
  method: 'POST',
  path: '/clearing/deposits',
  access: ['reviewer'],
  summary: 'Begin to give back what was held of an institution in a year that is over',
  body: z.strictObject({
    regionCode: RegionCode,
    institutionCode: z.string().max(30),
    year: z.int().min(2000).max(2199),
  }),
  reply: Clearing,
  problems: ['clearing-nothing-held', 'clearing-review-faulty'],
})
