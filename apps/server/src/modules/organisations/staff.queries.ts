import type { StaffRole } from '@yichuang/contracts'
import { violatedConstraint, type Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { StaffChanged, StaffExists } from './staff.problems.ts'

export interface StaffPosition {
  readonly role: StaffRole
  readonly officeId: string
  readonly officeName: string
  readonly regionCode: string
}

export interface StaffMember {
  readonly userId: string
  /** subject at the identity provider */
  readonly login: string
  readonly name: string
  readonly active: boolean
  readonly version: number
  readonly roles: StaffPosition[]
}

const member = `s.user_id as "userId", s.login, s.name, s.active, s.version,
  coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeName', o.name,
                                                'regionCode', r.region_code) order by o.code, r.role)
            from organisations.staff_role r join organisations.office o on o.office_id = r.office_id
            where r.user_id = s.user_id), '[]') as roles`

const byId = statement<StaffMember>(
  'organisations.staff-by-id',
  `select ${member} from organisations.staff s where s.user_id = $1`,
)
const byLogin = statement<StaffMember>(
  'organisations.staff-by-login',
  `select ${member} from organisations.staff s where s.login = $1`,
)
const list = statement<StaffMember>(
  'organisations.staff-list',
  `select ${member} from organisations.staff s
   where ($1::text is null or s.login like $1 escape '\\' or s.name like $1 escape '\\')
   order by s.login limit 2000`,
)
const add = statement(
  'organisations.add-staff',
  `insert into organisations.staff (user_id, login, name, active, version, changed_at) values ($1, $2, $3, true, 0, $4)`,
)
const change = statement(
  'organisations.change-staff',
  `update organisations.staff set name = $3, active = $4, changed_at = $5, version = version + 1
   where user_id = $1 and version = $2`,
)
const dropRoles = statement(
  'organisations.drop-roles',
  `delete from organisations.staff_role where user_id = $1`,
)
const addRoles = statement(
  'organisations.add-roles',
  `insert into organisations.staff_role (user_id, office_id, region_code, role)
   select $1, office_id, region_code, role
   from unnest($2::uuid[], $3::text[], $4::text[]) as given (office_id, region_code, role)`,
)
const atOffice = statement<{ userId: string; name: string; roles: StaffRole[] }>(
  'organisations.staff-at-office',
  `select s.user_id as "userId", s.name, array_agg(distinct r.role order by r.role) as roles
   from organisations.staff_role r join organisations.staff s on s.user_id = r.user_id
   where r.office_id = any ($1) and s.active and r.role not in ('hospital', 'expert')
   group by s.user_id, s.name order by s.name, s.user_id limit 500`,
)
// The one named for duty, else somebody who can take a case: clerks first.
const duty = statement<{ userId: string; name: string }>(
  'organisations.duty-owner',
  `select s.user_id as "userId", s.name
   from organisations.staff s join organisations.staff_role r on r.user_id = s.user_id
   join organisations.office o on o.office_id = r.office_id
   where r.office_id = $1 and s.active and r.role in ('clerk', 'reviewer', 'supervisor')
   order by (s.user_id = o.duty_staff_id) desc nulls last,
            case r.role when 'clerk' then 1 when 'reviewer' then 2 else 3 end, s.login limit 1`,
)

export function selectStaff(db: Db, userId: string) {
  return db.maybe(byId, [userId])
}

export function selectStaffByLogin(db: Db, login: string) {
  return db.maybe(byLogin, [login])
}

/** Staff whose login or name contains a text, or all. */
export function selectStaffList(db: Db, containing: string | undefined) {
  const pattern = containing === undefined ? null : `%${containing.replace(/[\\%_]/g, '\\$&')}%`
  return db.many(list, [pattern])
}

export async function insertStaff(
  db: Db,
  userId: string,
  login: string,
  name: string,
  at: Date,
): Promise<void> {
  await db.run(add, [userId, login, name, at]).catch((error: unknown) => {
    if (violatedConstraint(error) === 'staff_login_once') throw StaffExists({ login }, { cause: error })
    throw error
  })
}

/** Stores name, switch and roles of somebody who has `version` now. */
export async function updateStaff(
  db: Db,
  to: {
    userId: string
    name: string
    active: boolean
    version: number
    roles: readonly Omit<StaffPosition, 'officeName'>[]
  },
  at: Date,
): Promise<void> {
  if ((await db.run(change, [to.userId, to.version, to.name, to.active, at])) !== 1) throw StaffChanged()
  await db.run(dropRoles, [to.userId])
  const column = <K extends 'officeId' | 'regionCode' | 'role'>(key: K) => to.roles.map((role) => role[key])
  await db.run(addRoles, [to.userId, column('officeId'), column('regionCode'), column('role')])
}

/** Active staff with a role at any of the offices. */
export function selectStaffAt(db: Db, officeIds: readonly string[]) {
  return db.many(atOffice, [officeIds])
}

export function selectDutyOwner(db: Db, officeId: string) {
  return db.maybe(duty, [officeId])
}
