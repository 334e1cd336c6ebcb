import { z } from 'zod'
import { caseParams, region } from './case-call.ts'
import { Day, Id, Money, RegionCode, SignedMoney } from './common.ts'
import { endpoint } from './endpoint.ts'

/** One entry of a personal account; what was written is never changed. */
export const AccountEntry = z.object({
  seq: z.int(),
  day: Day,
  kind: z.enum([
    'brought-in',
    'year-turn',
    'withdrawal',
    'settlement',
    'settlement-back',
    'family',
    'family-back',
    'correction',
  ]),
  title: z.string(),
  /** what it changes of the part of the current year (当年) and of the years before (历年) */
  currentYear: SignedMoney,
  pastYears: SignedMoney,
  caseId: Id.nullable(),
  /** masked name of the relative it paid for (家庭共济) */
  relative: z.string().nullable(),
})
/** The personal account (个人账户) of an employee: money of this year, money of the years before, and how it came to be. */
export const PersonalAccount = z.object({
  year: z.int(),
  currentYear: Money,
  pastYears: Money,
  total: Money,
  /** the day it was paid out and closed */
  closedOn: Day.nullable(),
  /** newest first, the last hundred */
  entries: z.array(AccountEntry),
})
export type PersonalAccount = z.infer<typeof PersonalAccount>

export const getCaseAccount = endpoint({
  method: 'GET',
  path: '/cases/:caseId/personal-account',
  access: ['person', 'staff'],
  summary: 'The personal account of the person a case is about; null where the agency has none of theirs',
  params: caseParams,
  query: region,
  reply: z.object({ account: PersonalAccount.nullable() }),
  problems: ['case-not-found'],
})
export const getMyAccount = endpoint({
  method: 'GET',
  path: '/my/personal-account',
  access: ['person'],
  summary: 'My personal account at a place; null where the agency has none of mine',
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({ account: PersonalAccount.nullable() }),
})
