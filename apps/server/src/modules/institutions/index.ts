/** Designated institutions (定点医药机构): their agreements, and how they cover the counties. */
export { agreementOn, concludeAgreement, forgetAgreements, type AgreementTerms } from './agreement.service.ts'
export type { AgreementRow } from './agreement.queries.ts'
export { InstitutionNotFound } from './institutions.problems.ts'
export { institutionsRoutes } from './institutions.routes.ts'
