import type { Tone } from '../../parts/Mark.tsx'
import { refresh, type Reply } from '../../parts/queries.ts'

export type Entry = Reply<'getTreatFirst'>['entry']
export type Sums = Reply<'treatFirstSums'>

export const entryTones: Record<Entry['state'], Tone> = {
  open: 'soon',
  'write-off-proposed': 'bad',
  closed: 'good',
}
export const refreshEntries = () => refresh('listTreatFirst', 'treatFirstSums', 'getTreatFirst')
