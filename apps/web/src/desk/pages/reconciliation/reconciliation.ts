import type { Tone } from '../../parts/Mark.tsx'
import { refresh, type Reply } from '../../parts/queries.ts'

export type Day = Reply<'listReconciliationDays'>['items'][number]
export type Whole = Reply<'getReconciliationDay'>
export type Difference = Whole['differences'][number]
export type Side = NonNullable<Difference['centre']>

export const tones: Readonly<Record<Day['state'], Tone>> = {
  'not-over': 'quiet',
  waiting: 'info',
  uneven: 'bad',
  even: 'soon',
  differences: 'bad',
  changed: 'soon',
  closed: 'good',
  late: 'soon',
}

/** First and last day of a month `2020-10`. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year!, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const refreshReconciliation = () =>
  refresh('listReconciliationDays', 'listReconciliations', 'getReconciliationDay')
