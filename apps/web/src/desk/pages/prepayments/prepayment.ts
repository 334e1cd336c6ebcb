import type { Tone } from '../../parts/Mark.tsx'
import { refresh, type Reply } from '../../parts/queries.ts'

export type Listing = Reply<'listPrepayments'>
export type Prepayment = Listing['items'][number]
export type Entry = Reply<'getPrepayment'>['entries'][number]

export const prepaymentTones: Record<Prepayment['state'], Tone> = {
  granted: 'soon',
  arrived: 'info',
  settled: 'good',
}
/** The sums in the order money moves. */
export const SUMS = ['granted', 'waiting', 'arrived', 'used', 'offset', 'returned', 'held'] as const

export const refreshPrepayments = () => refresh('listPrepayments', 'getPrepayment')
