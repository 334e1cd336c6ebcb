import type { AnyHandler } from '../../hospital/index.ts'
import { admit, changeStay, undoAdmission } from './admit.ts'
import { discharge, inWard, undoDischarge } from './discharge.ts'
import { dropStayFees, uploadStayFees } from './stay-fees.ts'
import { preSettleStay, settleStay, undoStaySettlement } from './stay-settle.ts'

/** What hospitals are answered about stays: admission, fees, settlement, discharge, and each of them taken back. */
export const stayHandlers: readonly AnyHandler[] = [
  admit,
  changeStay,
  undoAdmission,
  uploadStayFees,
  dropStayFees,
  preSettleStay,
  settleStay,
  undoStaySettlement,
  discharge,
  undoDischarge,
  inWard,
]
