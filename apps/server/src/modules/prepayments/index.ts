/** Money paid to hospitals in advance (预付金): granted, arrived, used, offset, returned, settled to the fen. */
export { bookEntry, grantPrepayment, offsetHeld, type Hand } from './prepayment.service.ts'
export { heldByHospital } from './prepayment.queries.ts'
export { prepaymentsRoutes } from './prepayments.routes.ts'
