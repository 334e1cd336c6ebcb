/** Offices, their staff and roles, and the hospitals they work with. */
export { forgetOffices, getOffice, officesAbove, officesBelow } from './office-book.ts'
export {
  changeOffice,
  createOffice,
  foundCity,
  listOffices,
  officeForApplication,
  type Administrator,
  type OfficeInput,
} from './office.service.ts'
export type { Office } from './office.queries.ts'
export { mayActAt, officesOf } from './scope.ts'
export {
  changeStaff,
  createStaff,
  dutyOwner,
  findStaffByLogin,
  getStaff,
  listColleagues,
} from './staff.service.ts'
export type { StaffMember, StaffPosition } from './staff.queries.ts'
export {
  actingInstitution,
  institutionOf,
  InstitutionUnknown,
  NoInstitution,
  placeAtInstitution,
} from './institution.service.ts'
export { hospitalByCode, lookUpHospitals, saveHospital } from './hospital.service.ts'
export { findHospital, hospitalsOfRegion, searchHospitals, type Hospital } from './hospital.queries.ts'
export { organisationsRoutes, type OrganisationsContext } from './organisations.routes.ts'
