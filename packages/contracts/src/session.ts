import { z } from 'zod'
import { endpoint, staffRoles } from './endpoint.ts'
import { Day, Done, Id, RegionCode, Version } from './common.ts'

export const StaffRoleName = z.enum(staffRoles)

export const Session = z.object({
  /** sent back as `x-csrf-token` with every unsafe call */
  csrfToken: z.string().nullable(),
  person: z.object({ personId: Id, name: z.string(), idNumberMasked: z.string() }).nullable(),
  staff: z
    .object({
      userId: Id,
      name: z.string(),
      roles: z.array(
        z.object({ role: StaffRoleName, officeId: Id, officeName: z.string(), regionCode: RegionCode }),
      ),
    })
    .nullable(),
  /** the business day; `demo` says it is a made-up one that can be moved */
  today: Day,
  demo: z.boolean(),
  /** largest file that may be handed in */
  maxUploadBytes: z.int(),
})
export type Session = z.infer<typeof Session>

/** Signing in is by browser redirect, not by API: `GET /auth/sign-in?for=portal|desk&return=/path`. */
export const getSession = endpoint({
  method: 'GET',
  path: '/session',
  access: ['public'],
  summary: 'Who is signed in, and the business day',
  reply: Session,
})
export const endSession = endpoint({
  method: 'POST',
  path: '/session/end',
  access: ['person', 'staff'],
  summary: 'Sign out; `next` is where the browser can sign out at the identity provider too',
  reply: Done.extend({ next: z.string().nullable() }),
})

export const DemoState = z.object({
  today: Day,
  accounts: z.array(
    z.object({ login: z.string(), name: z.string(), who: z.string(), for: z.enum(['portal', 'desk']) }),
  ),
})
export const getDemo = endpoint({
  method: 'GET',
  path: '/demo',
  access: ['public'],
  summary: 'Demo accounts and the demo day (demo only)',
  reply: DemoState,
})
export const moveDemoDay = endpoint({
  method: 'PUT',
  path: '/demo/day',
  access: ['public'],
  summary: 'Move the demo day forward or back; deadlines are recomputed as on that day (demo only)',
  body: z.strictObject({ today: Day }),
  reply: z.object({ today: Day }),
  perMinute: 30,
})

export const Office = z.object({
  id: Id,
  regionCode: RegionCode,
  code: z.string(),
  name: z.string(),
  level: z.enum(['city', 'county', 'township', 'village']),
  /** county code, or the city's own */
  territory: z.string(),
  parentId: Id.nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  /** who owns what comes in online until somebody takes it over (首问负责) */
  dutyStaffId: Id.nullable(),
  active: z.boolean(),
  version: Version,
})
export const OfficeInput = Office.omit({ id: true, version: true, active: true }).partial({
  phone: true,
  address: true,
  opens: true,
  closes: true,
  dutyStaffId: true,
})
export const listOffices = endpoint({
  method: 'GET',
  path: '/offices',
  access: ['public'],
  summary: 'Offices of a city, county, township and village level',
  query: z.object({ regionCode: RegionCode.optional() }),
  reply: z.object({ items: z.array(Office) }),
})
export const createOffice = endpoint({
  method: 'POST',
  path: '/offices',
  access: ['administrator'],
  summary: 'Open an office',
  body: OfficeInput,
  reply: Office,
})
export const changeOffice = endpoint({
  method: 'PUT',
  path: '/offices/:officeId',
  access: ['administrator'],
  summary: 'Change or close an office',
  params: z.object({ officeId: Id }),
  body: OfficeInput.extend({ active: z.boolean(), version: Version }),
  reply: Office,
})

export const StaffMember = z.object({
  userId: Id,
  login: z.string(),
  name: z.string(),
  active: z.boolean(),
  roles: z.array(z.object({ role: StaffRoleName, officeId: Id, officeName: z.string() })),
  version: Version,
})
export const listStaff = endpoint({
  method: 'GET',
  path: '/staff',
  access: ['administrator', 'supervisor', 'auditor'],
  summary: 'Staff with their offices and roles',
  query: z.object({ officeId: Id.optional(), q: z.string().max(50).optional() }),
  reply: z.object({ items: z.array(StaffMember) }),
})
export const createStaff = endpoint({
  method: 'POST',
  path: '/staff',
  access: ['administrator'],
  summary: 'Add a member of staff; `login` is the subject at the identity provider',
  body: z.strictObject({ login: z.string().trim().min(2).max(120), name: z.string().trim().min(1).max(60) }),
  reply: StaffMember,
  problems: ['staff-exists'],
})
export const changeStaff = endpoint({
  method: 'PUT',
  path: '/staff/:userId',
  access: ['administrator'],
  summary: 'Change name, roles and offices, or switch the account off; ends their sessions',
  params: z.object({ userId: Id }),
  body: z.strictObject({
    name: z.string().trim().min(1).max(60),
    active: z.boolean(),
    roles: z.array(z.strictObject({ role: StaffRoleName, officeId: Id })).max(50),
    version: Version,
  }),
  reply: StaffMember,
  problems: ['own-administrator-role'],
})
