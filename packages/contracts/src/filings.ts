import { z } from 'zod'
import { Day, Id, PageQuery, Reason, RegionCode, page } from './common.ts'
import { endpoint } from './endpoint.ts'

export const filingKinds = ['designated', 'remote', 'accident'] as const
/** Why somebody is treated elsewhere. */
export const remoteWhys = ['retired', 'long-stay', 'posted', 'resettled', 'emergency'] as const

/** Something filed of a person: a designated institution, care elsewhere, or an accident. */
export const FilingView = z.object({
  filingId: Id,
  regionCode: RegionCode,
  number: z.string(),
  kind: z.enum(filingKinds),
  from: Day,
  /** null: until it is revoked */
  until: Day.nullable(),
  institution: z.string().nullable(),
  place: z.object({ code: RegionCode, name: z.string() }).nullable(),
  why: z.enum(remoteWhys).nullable(),
  accident: z
    .object({
      injuredOn: z.string().nullable(),
      site: z.string().nullable(),
      cause: z.string().nullable(),
      mayPay: z.boolean(),
    })
    .nullable(),
  source: z.enum(['interface', 'case']),
  filedBy: z.string(),
  filedOn: Day,
  state: z.enum(['coming', 'in-force', 'over', 'revoked']),
  revoked: z.object({ on: Day, by: z.string(), reason: z.string() }).nullable(),
})
export type FilingView = z.infer<typeof FilingView>

/** As lists of the agency show it: what happened in an accident is read filing by filing. */
const ListedFiling = FilingView.omit({ accident: true })
export type ListedFiling = z.infer<typeof ListedFiling>
const READERS = ['clerk', 'reviewer', 'supervisor', 'auditor'] as const

export const myFilings = endpoint({
  method: 'GET',
  path: '/my/filings',
  access: ['person'],
  summary: 'What is filed of me: designated institutions, care elsewhere, accidents; newest first',
  reply: z.object({ items: z.array(FilingView) }),
})
const NamedPlace = z.object({ code: RegionCode, name: z.string() })
export const remotePlaces = endpoint({
  method: 'GET',
  path: '/filings/places',
  access: ['public'],
  summary:
    'The provinces, and the cities known here by name, that care elsewhere can be filed for; others by code',
  reply: z.object({ items: z.array(NamedPlace), cities: z.array(NamedPlace) }),
})
export const listFilings = endpoint({
  method: 'GET',
  path: '/filings',
  access: READERS,
  summary: 'Filings of a city, newest first',
  query: PageQuery.extend({ regionCode: RegionCode, kind: z.enum(filingKinds).optional() }),
  reply: page(ListedFiling.extend({ personName: z.string(), idNumberMasked: z.string() })),
})
export const getFiling = endpoint({
  method: 'GET',
  path: '/filings/:filingId',
  access: READERS,
  summary: 'A filing with what happened in an accident; the reading stands in the person’s trail',
  params: z.object({ filingId: Id }),
  query: z.object({ regionCode: RegionCode }),
  reply: FilingView,
  problems: ['filing-unknown'],
})
export const revokeFiling = endpoint({
  method: 'POST',
  path: '/filings/:filingId/revoke',
  access: ['reviewer', 'supervisor'],
  summary: 'Revoke a filing that was wrong, with the reason; what was settled under it stays',
  params: z.object({ filingId: Id }),
  body: z.strictObject({ regionCode: RegionCode, reason: Reason }),
  reply: ListedFiling,
  problems: ['filing-unknown', 'filing-revoked'],
})
