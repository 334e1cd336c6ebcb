/** Reconciliation: what institutions and the centre have settled, compared in total and row by row, and days closed. */
import type { AnyHandler } from '../hospital/index.ts'
import { detailHandler } from './detail.ts'
import { exchangeHandlers, type ExchangeDeps } from './exchange.ts'
import { compareTotals } from './totals.ts'

/** What this module answers institutions: 3201, 3202, 9101, 9102. */
export const reconciliationHandlers = (deps: ExchangeDeps): readonly AnyHandler[] => [
  compareTotals,
  detailHandler(deps),
  ...exchangeHandlers(deps),
]

export { closedDays, unclosedDays, type ClosedDay } from './closed-days.ts'
export type { Basis, Closing, ClosingSum, DayRange } from './closing.queries.ts'
export { reconciliationRoutes } from './reconciliation.routes.ts'
export { sealedFields as sealedOfReconciliation } from './sealed.queries.ts'
