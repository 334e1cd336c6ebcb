/** Insured people: who they are, how they are insured, and who may act for them. */
export { openInsured, type InsuredWorld, type RecognisedGroup } from './open.ts'
export {
  findByIdNumber,
  findByName,
  findKnown,
  getPerson,
  personIdsOf,
  personsRegions,
  registerPerson,
} from './person.service.ts'
export {
  enrolmentHistory,
  enrolmentOn,
  insertEnrolment,
  lastEnrolment,
  worksForPublicInstitution,
  type Enrolment,
} from './enrolment.queries.ts'
export { noteDeath, personsInCare, type CareEnrolment, type PersonInCare } from './care.queries.ts'
export { registerEmployer } from './employer.service.ts'
export type { GroupFacts } from './group.queries.ts'
export { groupFacts } from './group.service.ts'
export { loadGroups, type GroupEntry, type GroupsWritten } from './group-load.service.ts'
export { loadPersons, type InsuredRow, type PersonsWritten } from './person-load.service.ts'
export {
  grantMandate,
  mandatesOf,
  mayActFor,
  principalsOf,
  recordMandate,
  revokeMandate,
} from './mandate.service.ts'
export {
  issueVoucher,
  ownersOfVouchers,
  presentVoucher,
  redeemVoucher,
  spendVoucher,
} from './voucher.service.ts'
export { sealedFields as sealedOfPeople } from './sealed.queries.ts'
export { PersonUnknown } from './insured.problems.ts'
export { insuredRoutes, type InsuredContext } from './insured.routes.ts'
