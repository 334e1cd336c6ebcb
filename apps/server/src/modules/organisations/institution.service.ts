import type { Db } from '../../platform/db.ts'
import type { Caller, StaffCaller } from '../../platform/http/caller.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { defineProblem } from '../../platform/problem.ts'
import { findHospital, type Hospital } from './hospital.queries.ts'
import { selectInstitutionOf, setInstitutionOf } from './institution.queries.ts'
import { manages, type Administrator } from './office.service.ts'
import { OutOfScope } from './office.problems.ts'
import { getStaff, recordStaff } from './staff.service.ts'

export const NoInstitution = defineProblem({
  code: 'no-institution',
  status: 409,
  title: { zh: '您的账号还没有关联医疗机构', en: 'Your account belongs to no medical institution yet' },
  mend: {
    zh: '请联系医保经办机构的系统管理员，把账号关联到所在的定点医疗机构。',
    en: 'Ask the administrator of the insurance agency to connect your account with your institution.',
  },
})
export const InstitutionUnknown = defineProblem({
  code: 'institution-unknown',
  status: 422,
  title: { zh: '没有这家定点医疗机构', en: 'There is no such designated institution' },
  mend: {
    zh: '请从机构名录中选择本市的机构。',
    en: 'Choose an institution of this city from the directory.',
  },
})

/** The hospital somebody acts for, and the person; throws `no-institution`. */
export async function actingInstitution(
  db: Db,
  caller: Caller,
): Promise<{ readonly caller: StaffCaller; readonly institution: Hospital }> {
  if (caller.kind !== 'staff') throw NotAllowed()
  const institution = await selectInstitutionOf(db, caller.userId)
  const here = caller.roles.some(({ regionCode }) => regionCode === institution?.regionCode)
  if (!institution || !here) throw NoInstitution()
  return { caller, institution }
}

/** The institution of somebody outside the agency, if the account has one. */
export function institutionOf(db: Db, userId: string): Promise<Hospital | undefined> {
  return selectInstitutionOf(db, userId)
}

/** The institution of an account, as whoever manages the account may see it; throws `out-of-scope`. */
export async function placedAt(db: Db, userId: string, by: Administrator): Promise<Hospital | undefined> {
  const member = await getStaff(db, userId)
  for (const { officeId } of member.roles) if (!(await manages(db, by, officeId))) throw OutOfScope()
  return selectInstitutionOf(db, userId)
}

/** Connects an account with the institution it acts for, or with none. Inside a transaction. */
export async function placeAtInstitution(
  db: Db,
  userId: string,
  hospitalCode: string | null,
  by: Administrator,
): Promise<Hospital | undefined> {
  const member = await getStaff(db, userId)
  for (const { officeId } of member.roles) if (!(await manages(db, by, officeId))) throw OutOfScope()
  const hospital = hospitalCode === null ? undefined : await findHospital(db, hospitalCode)
  const cities = new Set(member.roles.map(({ regionCode }) => regionCode))
  if (hospitalCode !== null && (!hospital || (cities.size > 0 && !cities.has(hospital.regionCode))))
    throw InstitutionUnknown()
  await setInstitutionOf(db, userId, hospitalCode)
  await recordStaff(db, userId, by, 'staff-changed', { institution: hospitalCode })
  return hospital
}
