import { z } from 'zod'
import { Day, Id, Instant, Money, Reason, RegionCode, SignedMoney, Version, Words } from './common.ts'
import { endpoint } from './endpoint.ts'

/** A payment run of institutions: one payment for each, made up of its approved applications. */
export const ClearingRun = z.object({
  runId: Id,
  regionCode: RegionCode,
  number: z.string(),
  state: z.enum(['open', 'exported', 'settled', 'cancelled']),
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
export type ClearingRun = z.infer<typeof ClearingRun>

const FundPart = z.object({ title: Words, amount: SignedMoney })
const READERS = ['finance', 'supervisor', 'auditor', 'leader'] as const
const params = z.object({ runId: Id })
const region = z.object({ regionCode: RegionCode })

const InstitutionAccount = z.object({ holder: z.string(), bankName: z.string(), masked: z.string() })
/** What finance entered of where an institution is paid; in use once another person confirms it. */
export const AccountProposal = InstitutionAccount.extend({
  proposalId: Id,
  by: z.string(),
  at: Instant,
  /** somebody sent it back; finance enters it anew */
  returned: z.object({ by: z.string(), reason: z.string() }).nullable(),
  /** whether the caller may confirm it or send it back */
  mayDecide: z.boolean(),
})
export type AccountProposal = z.infer<typeof AccountProposal>

export const clearingPayable = endpoint({
  method: 'GET',
  path: '/clearing/payable',
  access: READERS,
  summary: 'Institutions with approved applications that wait for payment',
  query: region,
  reply: z.object({
    items: z.array(
      z.object({
        institutionCode: z.string(),
        institutionName: z.string(),
        applications: z.int(),
        /** less than nothing: the institution owes, and it is taken off what it is paid next */
        amount: SignedMoney,
        account: InstitutionAccount.nullable(),
        proposed: AccountProposal.nullable(),
      }),
    ),
  }),
})
const AccountNumber = z.string().trim().min(8).max(40)
export const proposeInstitutionAccount = endpoint({
  method: 'POST',
  path: '/clearing/accounts',
  access: ['finance'],
  summary: 'Enter where an institution is paid; in use once another person confirms it',
  body: z.strictObject({
    regionCode: RegionCode,
    institutionCode: z.string().max(30),
    holder: z.string().trim().min(2).max(100),
    bankName: z.string().trim().min(2).max(100),
    account: AccountNumber,
  }),
  reply: AccountProposal,
  problems: ['institution-not-found', 'clearing-account-faulty'],
})
const ofInstitution = z.object({ institutionCode: z.string().max(30) })
export const confirmInstitutionAccount = endpoint({
  method: 'POST',
  path: '/clearing/accounts/:institutionCode/confirm',
  access: ['finance', 'supervisor'],
  summary: 'Confirm what another person entered, with the number typed anew from the bank’s paper',
  params: ofInstitution,
  body: region.extend({ proposalId: Id, account: AccountNumber }).strict(),
  reply: InstitutionAccount,
  problems: [
    'clearing-account-changed',
    'clearing-account-same-person',
    'clearing-account-faulty',
    'clearing-account-differs',
  ],
})
export const returnInstitutionAccount = endpoint({
  method: 'POST',
  path: '/clearing/accounts/:institutionCode/return',
  access: ['finance', 'supervisor'],
  summary: 'Send back what another person entered, with the reason; the account in use stays',
  params: ofInstitution,
  body: region.extend({ proposalId: Id, reason: Reason }).strict(),
  reply: AccountProposal,
  problems: ['clearing-account-changed', 'clearing-account-same-person'],
})
export const listClearingRuns = endpoint({
  method: 'GET',
  path: '/clearing/runs',
  access: READERS,
  summary: 'Payment runs of institutions, newest first',
  query: region.extend({
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({ items: z.array(ClearingRun), next: z.string().nullable() }),
})
export const createClearingRun = endpoint({
  method: 'POST',
  path: '/clearing/runs',
  access: ['finance'],
  summary: 'Make a run of what waits: of all institutions, or of those named',
  body: region.extend({ institutionCodes: z.array(z.string().max(30)).min(1).max(2000).optional() }).strict(),
  reply: ClearingRun,
  problems: ['clearing-nothing-to-pay', 'clearing-without-account'],
})
export const getClearingRun = endpoint({
  method: 'GET',
  path: '/clearing/runs/:runId',
  access: READERS,
  summary: 'A run with its payments, each fund’s part, and the files booked on it',
  params,
  query: region,
  reply: ClearingRun.extend({
    payments: z.array(
      z.object({
        paymentId: Id,
        line: z.int(),
        institutionCode: z.string(),
        institutionName: z.string(),
        applications: z.array(z.string()),
        holder: z.string(),
        bankName: z.string(),
        accountMasked: z.string(),
        amount: Money,
        funds: z.array(FundPart),
        state: z.enum(['in-run', 'paid', 'rejected', 'cancelled']),
        bankReason: z.string().nullable(),
      }),
    ),
    /** all payments by fund; together the total */
    funds: z.array(FundPart.extend({ paid: SignedMoney, rejected: SignedMoney })),
    imports: z.array(
      z.object({ at: Instant, by: z.string(), fileName: z.string(), paid: z.int(), rejected: z.int() }),
    ),
  }),
  problems: ['clearing-run-not-found'],
})
export const cancelClearingRun = endpoint({
  method: 'POST',
  path: '/clearing/runs/:runId/cancel',
  access: ['finance'],
  summary: 'Cancel a run that was not exported; its applications wait again',
  params,
  body: region.extend({ version: Version }).strict(),
  reply: ClearingRun,
  problems: ['clearing-run-not-found', 'run-changed', 'run-frozen'],
})
export const exportClearingRun = endpoint({
  method: 'POST',
  path: '/clearing/runs/:runId/bank-file',
  access: ['finance'],
  summary: 'The bank file (CSV), the same bytes each time; exporting freezes the run',
  params,
  body: region.strict(),
  produces: 'text/csv',
})
export const importClearingReturn = endpoint({
  method: 'POST',
  path: '/clearing/runs/:runId/return-file',
  access: ['finance'],
  summary: 'Import the bank’s return file; checked whole before anything is booked',
  params,
  query: region,
  upload: true,
  reply: ClearingRun,
  problems: ['return-file-faulty', 'return-file-already-imported', 'run-not-exported'],
})
