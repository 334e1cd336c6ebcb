/** Settlement at the bedside: visits, their fees, and accounts settled while the person is still there. */
import type { AnyHandler } from '../hospital/index.ts'
import { accumulated } from './accumulated.ts'
import { cancel } from './cancel.ts'
import { chronicMedicines } from './chronic-medicines.ts'
import { decodeVoucher, readVoucher } from './e-voucher.ts'
import { dictionary, entitlement, institution, person } from './look-up.ts'
import { cancelPurchase, prePurchase, purchase } from './pharmacy.ts'
import { diagnoses, feeList, settlement, visits } from './queries.ts'
import { findingsA, findingsPlain, register, unregister } from './register.ts'
import { preSettle, settle } from './settle.ts'
import { remark } from './remark.ts'
import { policyItems } from './told/policy-items.ts'
import { noteSpecialFlag, specialFlags } from './special-flags.ts'
import { stayHandlers } from './stay/index.ts'
import { dropUploaded, uploadFees } from './upload.ts'

/** What this module answers hospitals and pharmacies. */
export const settlementHandlers: readonly AnyHandler[] = [
  readVoucher,
  decodeVoucher,
  person,
  institution,
  dictionary,
  entitlement,
  register,
  unregister,
  findingsPlain,
  findingsA,
  uploadFees,
  dropUploaded,
  remark,
  policyItems,
  preSettle,
  settle,
  cancel,
  prePurchase,
  purchase,
  cancelPurchase,
  visits,
  diagnoses,
  settlement,
  feeList,
  chronicMedicines,
  accumulated,
  noteSpecialFlag,
  specialFlags,
  ...stayHandlers,
]

export { openSettlement, type SettlementWorld } from './world.ts'
export { markCorrected } from './settlement.queries.ts'
export { settledClaims, standingSettlement, type AccountPart, type SettledClaim } from './settled-claims.ts'
export { sameAdmission } from './stay/stay-settle.ts'
export { findSettlement, type SettlementRow } from './settlement.queries.ts'
export { newRecordId } from './register.ts'
export { ACCOUNT_TYPE, CHRGITM_LV, CHRGITM_TYPE, FUND_TYPE, insuranceOf, INSUTYPE } from './codes.ts'
export { detailByIds, detailInOrder, type DetailRow } from './detail.queries.ts'
export { personOf, psnNo } from './person-number.ts'
export { enrolledOn, known, peopleOf, personIdOf } from './people.ts'
export { mustBeThem } from './identity.ts'
export { settlementRoutes } from './told/told.routes.ts'
export {
  cancellationsOfEarlier,
  CLEARED_AMOUNTS,
  rowsToClear,
  standingIds,
  sumsByDay,
  type ClearedAmounts,
  type ClearedRow,
  type DaySums,
} from './clearing.queries.ts'
export { settlementBrief, type SettlementBrief } from './told/told-view.service.ts'
export type { NameElsewhere } from './told/told-list.service.ts'
export { mustServe } from './agreement.ts'
export {
  COMPARED,
  elsewhereByMessage,
  elsewhereRows,
  elsewhereSums,
  noteElsewhere,
  otherWayRound,
  putAsked,
  type Compared,
  type ElsewhereRow,
} from './elsewhere.queries.ts'
