import { z } from 'zod'
import { Day, Id, Reason, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Leave to use a relative's personal account for care (家庭共济), as one of the two sides reads it. */
export const AccountShare = z.object({
  shareId: Id,
  regionCode: RegionCode,
  /** whether the reader holds the account or may use it */
  side: z.enum(['holder', 'member']),
  /** masked name of the other side */
  other: z.string(),
  /** what the member is to the holder */
  relation: z.enum(['spouse', 'parent', 'child']),
  from: Day,
  recordedBy: z.enum(['holder', 'window']),
  revokedOn: Day.nullable(),
})
export type AccountShare = z.infer<typeof AccountShare>

const asked = {
  regionCode: RegionCode,
  memberName: z.string().trim().min(1).max(60),
  memberIdNumber: z.string().trim().max(18),
  relation: AccountShare.shape.relation,
}
const problems = [
  'account-sharing-not-allowed',
  'account-none-to-share',
  'account-shared-already',
  'account-shared-with-self',
  'person-unknown',
]

export const myAccountShares = endpoint({
  method: 'GET',
  path: '/my/account-shares',
  access: ['person'],
  summary:
    'Who may use my personal account and whose I may use, and where rules allow relatives to be named today',
  reply: z.object({
    items: z.array(AccountShare),
    /** places where I hold an account; no relations where no rule allows any */
    places: z.array(
      z.object({
        regionCode: RegionCode,
        name: z.string(),
        relations: z.array(AccountShare.shape.relation),
        citation: z.string().nullable(),
        /** where no rule allows any today: from which day a loaded document does */
        begins: z.object({ day: Day, citation: z.string() }).nullable(),
      }),
    ),
  }),
})
export const shareMyAccount = endpoint({
  method: 'POST',
  path: '/my/account-shares',
  access: ['person'],
  summary: 'Let my spouse, a parent or a child use my personal account for care (家庭共济)',
  body: z.strictObject(asked),
  reply: AccountShare,
  problems,
  perMinute: 20,
})
export const personAccountShares = endpoint({
  method: 'GET',
  path: '/persons/:personId/account-shares',
  access: ['clerk'],
  summary: 'Who may use a person’s account in a city, and whose they may use',
  params: z.object({ personId: Id }),
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({ items: z.array(AccountShare), relations: z.array(AccountShare.shape.relation) }),
})
export const recordAccountShare = endpoint({
  method: 'POST',
  path: '/persons/:personId/account-shares',
  access: ['clerk'],
  summary: 'Record at the window that the holder of an account lets a relative use it, on proof seen',
  params: z.object({ personId: Id }),
  body: z.strictObject({ ...asked, proof: Reason }),
  reply: AccountShare,
  problems,
})
export const revokeAccountShare = endpoint({
  method: 'POST',
  path: '/account-shares/:shareId/revoke',
  access: ['person', 'clerk'],
  summary: 'End a relative’s use of a personal account; what was paid under it stays',
  params: z.object({ shareId: Id }),
  body: z.strictObject({ regionCode: RegionCode }),
  reply: AccountShare,
  problems: ['account-share-not-found'],
})
