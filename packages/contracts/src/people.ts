import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id, Reason, RegionCode } from './common.ts'

export const InsuranceName = z.enum(['employee', 'resident'])
export const PersonClassName = z.enum([
  'active',
  'retired',
  'resident-adult',
  'resident-minor',
  'resident-senior',
])

/** An insured person as others may see them: masked. */
export const Person = z.object({
  personId: Id,
  name: z.string(),
  idNumberMasked: z.string(),
  phoneMasked: z.string().nullable(),
  sex: z.enum(['male', 'female']),
  birth: Day,
  enrolments: z.array(
    z.object({
      regionCode: RegionCode,
      placeName: z.string(),
      insurance: InsuranceName,
      personClass: PersonClassName,
      employerName: z.string().nullable(),
      from: Day,
      to: Day.nullable(),
    }),
  ),
  /** groups whose benefits or measures differ (困难群体, 慢性病群体, 60岁以上 …), with the register or fact each rests on */
  groups: z.array(
    z.object({
      regionCode: RegionCode,
      group: z.string(),
      title: z.object({ zh: z.string(), en: z.string() }),
      from: Day,
      to: Day.nullable(),
      source: z.string(),
    }),
  ),
})
export type Person = z.infer<typeof Person>

export const Mandate = z.object({
  mandateId: Id,
  principal: z.object({ personId: Id, name: z.string() }),
  agent: z.object({ personId: Id, name: z.string() }),
  relation: z.enum(['spouse', 'parent', 'child', 'guardian', 'relative', 'helper', 'other']),
  from: Day,
  to: Day.nullable(),
  recordedBy: z.enum(['principal', 'window']),
  revokedOn: Day.nullable(),
})
export type Mandate = z.infer<typeof Mandate>

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  access: ['person'],
  summary: 'Myself, and the people I act for',
  reply: z.object({ person: Person, actsFor: z.array(Mandate), actedForBy: z.array(Mandate) }),
})
export const grantMandate = endpoint({
  method: 'POST',
  path: '/mandates',
  access: ['person'],
  summary: 'Let a family member or helper act for me (委托代办)',
  body: z.strictObject({
    agentName: z.string().trim().min(1).max(60),
    agentIdNumber: z.string().trim().max(18),
    relation: Mandate.shape.relation,
    to: Day.nullable(),
  }),
  reply: Mandate,
  problems: ['person-unknown', 'mandate-to-self'],
})
export const recordMandate = endpoint({
  method: 'POST',
  path: '/mandates/at-window',
  access: ['clerk'],
  summary: 'Record at the window that one person acts for another, on proof seen',
  body: z.strictObject({
    principalId: Id,
    agentId: Id,
    relation: Mandate.shape.relation,
    proof: Reason,
    to: Day.nullable(),
  }),
  reply: Mandate,
})
export const revokeMandate = endpoint({
  method: 'POST',
  path: '/mandates/:mandateId/revoke',
  access: ['person', 'clerk'],
  summary: 'End a mandate',
  params: z.object({ mandateId: Id }),
  reply: Mandate,
})

/** What a clerk sees before recording or ending one: mandates recorded in the clerk's city. */
export const personMandates = endpoint({
  method: 'GET',
  path: '/persons/:personId/mandates',
  access: ['clerk'],
  summary: 'Mandates a person has given and holds in a city, in force or ended',
  params: z.object({ personId: Id }),
  query: z.object({ regionCode: RegionCode }),
  reply: z.object({ actsFor: z.array(Mandate), actedForBy: z.array(Mandate) }),
})

/** POST, so that the number stays out of addresses and logs. */
export const findPersons = endpoint({
  method: 'POST',
  path: '/persons/search',
  // Whoever reads trails must find whose trail is meant.
  access: ['clerk', 'reviewer', 'supervisor', 'administrator', 'auditor'],
  summary: 'Find an insured person by ID number, name or e-voucher code',
  body: z.strictObject({
    regionCode: RegionCode,
    idNumber: z.string().trim().max(18).optional(),
    name: z.string().trim().max(60).optional(),
    voucher: z.string().trim().max(64).optional(),
  }),
  reply: z.object({ items: z.array(Person) }),
})
export const getPerson = endpoint({
  method: 'GET',
  path: '/persons/:personId',
  access: ['staff'],
  summary: 'An insured person, masked',
  params: z.object({ personId: Id }),
  query: z.object({ regionCode: RegionCode }),
  reply: Person,
})
export const revealPerson = endpoint({
  method: 'POST',
  path: '/persons/:personId/reveal',
  access: ['clerk', 'reviewer', 'approver', 'finance', 'supervisor'],
  summary: 'Unmask one field, with a reason; recorded in the audit trail',
  params: z.object({ personId: Id }),
  body: z.strictObject({
    regionCode: RegionCode,
    field: z.enum(['id-number', 'phone']),
    reason: Reason,
    caseId: Id.optional(),
  }),
  reply: z.object({ value: z.string() }),
  perMinute: 20,
})
/** The e-voucher code of the demo and of offices without the national service: opaque, short-lived, once. */
export const issueVoucher = endpoint({
  method: 'POST',
  path: '/me/voucher',
  access: ['person'],
  summary: 'A code to show at the window instead of an ID card; valid for a minute, once',
  reply: z.object({
    code: z.string(),
    /** its QR code as one SVG path in a square of `size` units */
    qr: z.object({ size: z.int(), path: z.string() }),
    validSeconds: z.int(),
  }),
  perMinute: 20,
})
export const Message = z.object({
  messageId: Id,
  /** the place it comes from, and where its case lies */
  regionCode: RegionCode,
  caseId: Id.nullable(),
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  at: z.string(),
  day: Day,
  readAt: z.string().nullable(),
})
export const listMessages = endpoint({
  method: 'GET',
  path: '/my/messages',
  access: ['person'],
  summary: 'Messages to me, newest first',
  query: z.object({ cursor: z.string().max(400).optional() }),
  reply: z.object({ items: z.array(Message), next: z.string().nullable(), unread: z.int() }),
})
export const readMessage = endpoint({
  method: 'POST',
  path: '/my/messages/:messageId/read',
  access: ['person'],
  summary: 'Mark a message as read',
  params: z.object({ messageId: Id }),
  reply: z.object({ ok: z.literal(true) }),
})
