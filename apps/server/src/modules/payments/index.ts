/** Payment runs: approved cases grouped for the bank, its file, its returns, and every fen accounted for. */
export { paymentsRoutes, type PaymentsDeps } from './payments.routes.ts'
export { paymentOf } from './payment-view.service.ts'
export { createRun } from './run.service.ts'
export { exportRun } from './export.service.ts'
export { importReturn, type ReturnFile } from './import.service.ts'
export { sealedFields as sealedOfPayments } from './sealed.queries.ts'
export { findRun } from './run-view.service.ts'
// What runs of institutions share with those of people: the same files, checked by the same rules.
export { writeBankFile, type BankRow } from './bank-file.ts'
export type { Booking } from './payment.queries.ts'
export {
  ReturnFileAlreadyImported,
  ReturnFileFaulty,
  ReturnFileUnreadable,
  RunCancelled,
  RunChanged,
  RunFrozen,
  RunNotExported,
} from './payments.problems.ts'
export { readReturnFile } from './payments.routes.ts'
export { checkReturn, idsIn, readReturnLines } from './return-file.ts'
export {
  addDue,
  findDue,
  lockDue,
  openDuesOf,
  reduceDue,
  setDueAccount,
  type DueAccount,
  type DueRow,
} from './due.queries.ts'
