import type { Tone } from '../../parts/Mark.tsx'
import { refresh, type Reply } from '../../parts/queries.ts'

export type Clearing = Reply<'listClearing'>['items'][number]
export type ClearingWhole = Reply<'ownClearing'>['applications'][number]
export type ClearingDetail = Reply<'getClearing'>
export type ClearingRun = Reply<'getClearingRun'>

export const clearingTones: Record<Clearing['state'], Tone> = {
  applied: 'info',
  proposed: 'soon',
  approved: 'info',
  'in-run': 'info',
  paid: 'good',
  withdrawn: 'quiet',
  returned: 'bad',
}

export const refreshClearing = () =>
  refresh(
    ...(['listClearing', 'getClearing', 'ownClearing', 'clearingPayable', 'listClearingRuns'] as const),
    ...(['getClearingRun', 'listDeposits', 'listPrepayments'] as const),
  )
