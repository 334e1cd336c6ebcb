/** Referrals (转诊): signed credentials valid for a year, issued by the transferring hospital, with a ledger of their uses. */
export {
  newSigningKey,
  readCredential,
  signCredential,
  signRevocations,
  readRevocations,
  type Credential,
  type RevocationList,
  type Unreadable,
} from './credential.ts'
export { sealedOfReferrals } from './key.queries.ts'
export { findPatient } from './patient.service.ts'
export { PatientNotInsured } from './referral.problems.ts'
export {
  issueReferral,
  recordUse,
  referralInForce,
  revokeReferral,
  type ByHospital,
  type ReferralWorld,
} from './referral.service.ts'
export { selectByNumber as findReferral, selectInForce as referralsInForce } from './referral.queries.ts'
export { provinces, reaches, targetName, targetOf } from './term.ts'
export { referralRoutes, type ReferralDeps } from './referral.routes.ts'
