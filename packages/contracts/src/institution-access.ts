import { z } from 'zod'
import { Id, Instant, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'
import { formed } from './forms.ts'

/** How a hospital's or pharmacy's system signs and enciphers its messages; docs/hospitals.md describes each. */
export const accessProfiles = [
  'gateway',
  'x-tif',
  'x-ca',
  'apikey',
  'oauth-sm',
  'card-token',
  'plain',
  'sm2-sm4',
  'mobile',
] as const

const PublicKey = formed(/^04[0-9a-fA-F]{128}$/, {
  zh: '应为 SM2 公钥：以 04 开头的 130 位十六进制字符',
  en: 'must be an SM2 public key: 130 hexadecimal characters that begin with 04',
}).meta({ description: 'SM2 public key, 04 and two coordinates in hexadecimal' })

/** One set of secrets by which an institution connects, without them. */
export const InstitutionAccess = z.object({
  accessId: Id,
  institutionCode: z.string(),
  profile: z.enum(accessProfiles),
  /** what the caller calls itself: access key, paas id, client id, app id, institution; of an API key its SHA-256 */
  accessKey: z.string(),
  addresses: z.array(z.string()),
  publicKey: z.string().nullable(),
  /** the centre's key, by which the institution checks replies of the profile `mobile` */
  centrePublicKey: z.string().nullable(),
  infcode: z.enum(['number', 'text']),
  successWord: z.enum(['', 'success', '成功']).nullable(),
  validFrom: Instant,
  validUntil: Instant.nullable(),
  madeBy: z.string(),
})
export type InstitutionAccess = z.infer<typeof InstitutionAccess>

/** The same with its secret, which is shown this once. */
const Issued = InstitutionAccess.extend({ secret: z.string() })

const Secret = z.string().min(16).max(200)
const params = z.object({ accessId: Id })

export const listInstitutionAccess = endpoint({
  method: 'GET',
  path: '/institution-access',
  access: ['administrator', 'auditor'],
  summary: 'How the city’s hospitals and pharmacies connect, past secrets included, never the secrets',
  query: z.object({ regionCode: RegionCode, institutionCode: z.string().max(30).optional() }),
  reply: z.object({ items: z.array(InstitutionAccess) }),
})
/** `turned-away`: the signature proved nothing, and the message was not read. */
export const callOutcomes = ['accepted', 'refused', 'turned-away'] as const
export const institutionCalls = endpoint({
  method: 'GET',
  path: '/institution-access/calls',
  access: ['administrator', 'auditor'],
  summary:
    'The last calls of an institution’s system and how they were answered, since this server started; no content',
  query: z.object({ regionCode: RegionCode, institutionCode: z.string().max(30) }),
  reply: z.object({
    since: Instant,
    items: z.array(
      z.object({
        at: Instant,
        infno: z.string().nullable(),
        outcome: z.enum(callOutcomes),
        reason: z.string().nullable(),
      }),
    ),
  }),
})
export const addInstitutionAccess = endpoint({
  method: 'POST',
  path: '/institution-access',
  access: ['administrator'],
  summary: 'Let an institution connect by a profile; its secret is shown once, in this reply',
  body: z.strictObject({
    regionCode: RegionCode,
    institutionCode: z.string().trim().min(1).max(30),
    profile: z.enum(accessProfiles),
    /** what the institution uses with another centre already, so that its system need not change */
    accessKey: z.string().trim().min(1).max(100).optional(),
    secret: Secret.optional(),
    publicKey: PublicKey.optional(),
    addresses: z.array(z.string().trim().max(50)).max(50).optional(),
    infcode: z.enum(['number', 'text']).optional(),
    successWord: z.enum(['', 'success', '成功']).nullable().optional(),
  }),
  reply: Issued,
  problems: ['institution-not-listed', 'institution-access-key-taken', 'institution-access-not-right'],
})
export const rotateInstitutionAccess = endpoint({
  method: 'POST',
  path: '/institution-access/:accessId/rotate',
  access: ['administrator'],
  summary: 'Give an institution a new secret; the old one stays valid for some days beside it',
  params,
  body: z.strictObject({
    regionCode: RegionCode,
    overlapDays: z.int().min(0).max(90),
    secret: Secret.optional(),
    publicKey: PublicKey.optional(),
  }),
  reply: Issued,
  problems: ['institution-access-not-found', 'institution-access-ended', 'institution-access-not-right'],
})
export const endInstitutionAccess = endpoint({
  method: 'POST',
  path: '/institution-access/:accessId/end',
  access: ['administrator'],
  summary: 'End a set of secrets now',
  params,
  body: z.strictObject({ regionCode: RegionCode }),
  reply: InstitutionAccess,
  problems: ['institution-access-not-found', 'institution-access-ended'],
})
