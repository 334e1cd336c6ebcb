import { z } from 'zod'
import { Citation, Day, Id, Instant, PageQuery, Reason, RegionCode, page } from './common.ts'
import { endpoint } from './endpoint.ts'

/** A medical institution as people choose and read it. */
export const InstitutionName = z.object({
  hospitalCode: z.string(),
  regionCode: RegionCode,
  name: z.string(),
})

/** A person as a hospital sees them at its counter. */
export const Patient = z.object({
  personId: Id,
  name: z.string(),
  idNumberMasked: z.string(),
  sex: z.enum(['male', 'female']),
  birth: Day,
  /** insured in the hospital's city today */
  insured: z.boolean(),
})
export type Patient = z.infer<typeof Patient>

export const myInstitution = endpoint({
  method: 'GET',
  path: '/hospital/institution',
  access: ['hospital', 'expert'],
  summary: 'The medical institution the signed-in account belongs to',
  reply: z.object({ institution: InstitutionName }),
  problems: ['no-institution'],
})
/** POST, so that the number stays out of addresses and logs. */
export const findPatient = endpoint({
  method: 'POST',
  path: '/hospital/patients/search',
  access: ['hospital'],
  summary: 'Find a patient by the whole ID number or the e-voucher they show; recorded in their trail',
  body: z.strictObject({
    idNumber: z.string().trim().max(18).optional(),
    voucher: z.string().trim().max(64).optional(),
  }),
  reply: z.object({ patient: Patient.nullable() }),
  problems: ['no-institution', 'voucher-invalid'],
  perMinute: 60,
})
export const getStaffInstitution = endpoint({
  method: 'GET',
  path: '/staff/:userId/institution',
  access: ['administrator'],
  summary: 'The institution an account of a hospital’s office or of an expert acts for',
  params: z.object({ userId: Id }),
  reply: z.object({ institution: InstitutionName.nullable() }),
  problems: ['staff-not-found', 'out-of-scope'],
})
export const setStaffInstitution = endpoint({
  method: 'PUT',
  path: '/staff/:userId/institution',
  access: ['administrator'],
  summary: 'Connect the account of a hospital’s office or of an expert with their institution',
  params: z.object({ userId: Id }),
  body: z.strictObject({ hospitalCode: z.string().max(30).nullable() }),
  reply: z.object({ institution: InstitutionName.nullable() }),
  problems: ['staff-not-found', 'institution-unknown', 'out-of-scope'],
})

/** What the last day of a referral rests on; without a rule the hospital fills it in. */
const TermRule = z.object({
  /** how long it is valid */
  valid: Citation,
  /** how the last day of such a period is found */
  ends: Citation.nullable(),
})
/** The province or city a person may be referred to. */
export const ReferralTarget = z.object({ code: RegionCode, name: z.string() })
export const referralTerm = endpoint({
  method: 'GET',
  path: '/referrals/term',
  access: ['hospital'],
  summary: 'From when to when a referral issued today is valid, with the clause',
  reply: z.object({
    from: Day,
    /** null: no rule is loaded here, the hospital fills it in */
    until: Day.nullable(),
    rule: TermRule.nullable(),
    /** who can load the rule, when there is none */
    missing: z.string().nullable(),
  }),
  problems: ['no-institution'],
})

export const referralStates = ['coming', 'in-force', 'over', 'revoked'] as const
export const ReferralView = z.object({
  referralId: Id,
  regionCode: RegionCode,
  number: z.string(),
  personName: z.string(),
  idNumberMasked: z.string(),
  hospital: z.object({ code: z.string(), name: z.string() }),
  target: ReferralTarget,
  diagnosis: z.object({ code: z.string(), name: z.string() }),
  reason: z.string(),
  opinion: z.string(),
  doctor: z.string().nullable(),
  /** named by the hospital's system; the person may choose another */
  suggested: z.string().nullable(),
  issuedOn: Day,
  from: Day,
  until: Day,
  state: z.enum(referralStates),
  rule: TermRule.nullable(),
  /** the signed credential, as in the QR code */
  credential: z.string(),
  qr: z.object({ size: z.int(), path: z.string() }),
  uses: z.array(
    z.object({
      day: Day,
      hospitalName: z.string(),
      kind: z.enum(['outpatient', 'inpatient']),
      reference: z.string().nullable(),
      by: z.string(),
    }),
  ),
  revoked: z
    .object({ on: Day, side: z.enum(['hospital', 'agency']), by: z.string(), reason: z.string() })
    .nullable(),
})
export type ReferralView = z.infer<typeof ReferralView>
export const ReferralSummary = ReferralView.pick({
  referralId: true,
  regionCode: true,
  number: true,
  personName: true,
  idNumberMasked: true,
  hospital: true,
  target: true,
  diagnosis: true,
  issuedOn: true,
  until: true,
  state: true,
})
export type ReferralSummary = z.infer<typeof ReferralSummary>

const referralParams = z.object({ referralId: Id })
const region = z.object({ regionCode: RegionCode })
const faults = [
  'no-institution',
  'patient-unknown',
  'patient-not-insured',
  'referral-target',
  'referral-until',
]

export const issueReferral = endpoint({
  method: 'POST',
  path: '/referrals',
  access: ['hospital'],
  summary: 'Refer a patient elsewhere (转诊): no stamp, no fixed hospital; gives the signed credential',
  body: z.strictObject({
    personId: Id,
    target: RegionCode,
    diagnosisCode: z.string().trim().min(1).max(20),
    diagnosisName: z.string().trim().min(1).max(100),
    reason: z.string().trim().min(1).max(100),
    opinion: z.string().trim().min(1).max(200),
    doctor: z.string().trim().max(50).optional(),
    /** only where no rule gives the last day */
    until: Day.optional(),
  }),
  reply: ReferralView,
  problems: [...faults, 'referral-in-force'],
})
export const listReferrals = endpoint({
  method: 'GET',
  path: '/referrals',
  access: ['hospital', 'clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'Referrals, newest first: a hospital sees its own, the agency those of its city',
  query: PageQuery.extend({ regionCode: RegionCode, number: z.string().trim().max(40).optional() }),
  reply: page(ReferralSummary),
})
export const getReferral = endpoint({
  method: 'GET',
  path: '/referrals/:referralId',
  access: ['hospital', 'clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'A referral with its credential and the ledger of its uses',
  params: referralParams,
  query: region,
  reply: ReferralView,
  problems: ['referral-unknown'],
})
export const revokeReferral = endpoint({
  method: 'POST',
  path: '/referrals/:referralId/revoke',
  access: ['hospital', 'reviewer', 'supervisor'],
  summary: 'Revoke a referral, with the reason; the person is told and the revocation list names it',
  params: referralParams,
  body: z.strictObject({ regionCode: RegionCode, reason: Reason }),
  reply: ReferralView,
  problems: ['referral-unknown', 'referral-revoked'],
})
export const referralLetter = endpoint({
  method: 'GET',
  path: '/referrals/:referralId/letter',
  access: ['person', 'hospital', 'clerk', 'reviewer', 'supervisor', 'auditor'],
  summary: 'The referral as PDF, with the credential as QR code',
  params: referralParams,
  query: region,
  produces: 'application/pdf',
  problems: ['referral-unknown'],
})
export const myReferrals = endpoint({
  method: 'GET',
  path: '/my/referrals',
  access: ['person'],
  summary: 'My referrals with their credentials, newest first',
  reply: z.object({ items: z.array(ReferralView) }),
})

/** What the signature of a credential says, and whether it is good on a day. */
export const CredentialAnswer = z.object({
  /** the signature is ours */
  genuine: z.boolean(),
  state: z.enum(referralStates).nullable(),
  number: z.string().nullable(),
  personName: z.string().nullable(),
  idNumberMasked: z.string().nullable(),
  hospitalName: z.string().nullable(),
  target: ReferralTarget.nullable(),
  from: Day.nullable(),
  until: Day.nullable(),
  /** what this means, in one sentence */
  message: z.string(),
})
export type CredentialAnswer = z.infer<typeof CredentialAnswer>
const Credential = z.string().trim().min(1).max(4000)
export const checkCredential = endpoint({
  method: 'POST',
  path: '/referrals/check',
  access: ['public'],
  summary: 'Whether a referral credential is genuine and in force today; the text of its QR code is enough',
  body: z.strictObject({ credential: Credential }),
  reply: CredentialAnswer,
  perMinute: 60,
})
export const recordReferralUse = endpoint({
  method: 'POST',
  path: '/referrals/uses',
  access: ['hospital'],
  summary:
    'Note in the ledger that a patient is treated here on a referral; refused when it is not good today',
  body: z.strictObject({
    credential: Credential,
    kind: z.enum(['outpatient', 'inpatient']),
    /** number of the visit or stay */
    reference: z.string().trim().max(60).optional(),
  }),
  reply: CredentialAnswer.extend({ uses: z.int() }),
  problems: [
    'no-institution',
    'credential-forged',
    'referral-over',
    'referral-revoked',
    'referral-elsewhere',
    'referral-not-networked',
  ],
})
export const referralKeys = endpoint({
  method: 'GET',
  path: '/referrals/keys',
  access: ['public'],
  summary: 'Public keys (Ed25519) with which the credentials of a city are checked, also without a network',
  query: region,
  reply: z.object({
    regionCode: RegionCode,
    keys: z.array(
      z.object({
        keyId: z.string(),
        algorithm: z.literal('Ed25519'),
        /** 32 bytes, base64url */
        publicKey: z.string(),
        madeAt: Instant,
        retiredAt: Instant.nullable(),
      }),
    ),
  }),
})
export const referralRevocations = endpoint({
  method: 'GET',
  path: '/referrals/revocations',
  access: ['public'],
  summary:
    'The dated list of revoked referrals of a city that would still be valid, signed like a credential',
  query: region,
  reply: z.object({
    regionCode: RegionCode,
    asOf: Day,
    revoked: z.array(z.object({ number: z.string(), on: Day })),
    /** `YCL1.<key>.<list>.<signature>` over the same list */
    signed: z.string(),
  }),
})
export const rotateReferralKey = endpoint({
  method: 'POST',
  path: '/referrals/keys',
  access: ['administrator'],
  summary: 'Sign from now on with a new key; what the old one signed stays genuine',
  body: z.strictObject({ regionCode: RegionCode, reason: Reason }),
  reply: z.object({ keyId: z.string() }),
})
