/** Payment runs: approved cases grouped for the bank, its file, its returns, and every fen accounted for. */
export { paymentsRoutes, type PaymentsDeps } from './payments.routes.ts'
export { paymentOf } from './payment-view.service.ts'
export { createRun } from './run.service.ts'
export { exportRun } from './export.service.ts'
export { importReturn, type ReturnFile } from './import.service.ts'
export { sealedFields as sealedOfPayments } from './sealed.queries.ts'
export { findRun } from './run-view.service.ts'
