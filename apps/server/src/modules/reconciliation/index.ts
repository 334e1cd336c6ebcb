/** Reconciliation: what institutions and the centre have settled, compared in total and row by row, and days closed. */
export { closedDays, unclosedDays, type ClosedDay } from './closed-days.ts'
export type { Basis, Closing, ClosingSum, DayRange } from './closing.queries.ts'
