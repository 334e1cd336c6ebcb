import type { Tone } from '../../parts/Mark.tsx'
import { refresh, type Reply } from '../../parts/queries.ts'

export type Correction = Reply<'getCorrection'>
export type Decision = Correction['decisions'][number]
export type Side = Decision['before']
export type Recovery = Reply<'getRecovery'>

export const correctionTones: Record<Correction['state'], Tone> = {
  proposed: 'soon',
  approved: 'good',
  rejected: 'calm',
}
export const recoveryTones: Record<Recovery['state'], Tone> = {
  open: 'soon',
  closed: 'good',
  'written-off': 'calm',
}
export const refreshCorrections = () =>
  refresh('listCorrections', 'getCorrection', 'correctionsOf', 'correctionSubject', 'readyToPay')
export const refreshRecoveries = () => refresh('listRecoveries', 'getRecovery', 'getCorrection')
