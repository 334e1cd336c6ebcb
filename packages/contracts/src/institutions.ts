import { z } from 'zod'
import { Citation, Day, Id, Reason, RegionCode, Version } from './common.ts'
import { endpoint } from './endpoint.ts'
import { formed } from './forms.ts'

export const institutionServices = [
  'outpatient',
  'inpatient',
  'chronic',
  'chronic-identification',
  'maternity',
  'pharmacy',
] as const
/** How far an institution settles at once: not at all, in the city, the province, the country. */
export const institutionNetworks = ['none', 'city', 'province', 'nation'] as const

/** A service agreement (服务协议), by which an institution is designated from a day to a last day. */
export const Agreement = z.object({
  agreementId: Id,
  number: z.string(),
  from: Day,
  until: Day,
  services: z.array(z.enum(institutionServices)),
  network: z.enum(institutionNetworks),
  networkedFrom: Day.nullable(),
  /** held back of each clearing (质量保证金), `0.05`; null: the agreement says nothing, and nothing is held back */
  depositShare: z.string().nullable(),
  endedReason: z.string().nullable(),
  concludedBy: z.string(),
  version: Version,
})
export type Agreement = z.infer<typeof Agreement>

export const DesignatedInstitution = z.object({
  hospitalCode: z.string(),
  name: z.string(),
  level: z.enum(['primary', 'secondary', 'tertiary']),
  territory: z.string(),
  /** the one of the day asked for */
  agreement: Agreement.nullable(),
  state: z.enum(['in-force', 'ending-soon', 'coming', 'ended', 'none']),
})
export type DesignatedInstitution = z.infer<typeof DesignatedInstitution>

const READERS = ['leader', 'supervisor', 'administrator', 'finance', 'auditor', 'policy'] as const

export const listInstitutions = endpoint({
  method: 'GET',
  path: '/institutions',
  access: READERS,
  summary: 'The institutions of a city with the agreement of a day (today)',
  query: z.object({
    regionCode: RegionCode,
    on: Day.optional(),
    territory: z.string().max(6).optional(),
    /** only those that count for the coverage of counties */
    networked: z.enum(['true']).optional(),
  }),
  reply: z.object({ on: Day, items: z.array(DesignatedInstitution) }),
})
export const getInstitution = endpoint({
  method: 'GET',
  path: '/institutions/:hospitalCode',
  access: READERS,
  summary: 'An institution with all its agreements, newest first',
  params: z.object({ hospitalCode: z.string().max(30) }),
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({ institution: DesignatedInstitution, agreements: z.array(Agreement) }),
  problems: ['institution-not-found'],
})
export const concludeAgreement = endpoint({
  method: 'POST',
  path: '/institutions/:hospitalCode/agreements',
  access: ['administrator'],
  summary: 'Record an agreement, or its change: `replace` ends the one in force the day before',
  params: z.object({ hospitalCode: z.string().max(30) }),
  body: z.strictObject({
    regionCode: RegionCode,
    number: z.string().trim().min(1).max(60),
    from: Day,
    until: Day,
    services: z.array(z.enum(institutionServices)).min(1).max(6),
    network: z.enum(institutionNetworks),
    networkedFrom: Day.nullable(),
    depositShare: formed(/^(0(\.\d{1,4})?|1)$/, {
      zh: '应为 0 至 1 之间的比例，最多四位小数，如 0.05',
      en: 'must be a share from 0 to 1 with at most four decimals, such as 0.05',
    }).nullable(),
    replace: z.boolean(),
    reason: Reason,
  }),
  reply: Agreement,
  problems: ['institution-not-found', 'agreement-faulty', 'agreement-overlaps'],
})
export const endAgreement = endpoint({
  method: 'POST',
  path: '/institutions/agreements/:agreementId/end',
  access: ['administrator'],
  summary: 'End an agreement before its last day',
  params: z.object({ agreementId: Id }),
  body: z.strictObject({ regionCode: RegionCode, version: Version, lastDay: Day, reason: Reason }),
  reply: Agreement,
  problems: ['agreement-not-found', 'agreement-changed', 'agreement-faulty'],
})

/** 门诊慢性病省内联网定点医院 of each county, and how many the city's document wants by when. */
export const institutionCoverage = endpoint({
  method: 'GET',
  path: '/institutions/coverage',
  access: READERS,
  summary: 'How many networked hospitals each county has',
  query: z.object({ regionCode: RegionCode, on: Day.optional() }),
  reply: z.object({
    on: Day,
    /** null: this city has loaded no such target */
    target: z.object({ count: z.int(), by: Day, citation: Citation }).nullable(),
    counties: z.array(
      z.object({
        territory: z.string(),
        office: z.string(),
        institutions: z.int(),
        designated: z.int(),
        networked: z.int(),
        /** null without a target */
        enough: z.boolean().nullable(),
      }),
    ),
  }),
})
