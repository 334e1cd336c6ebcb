import type { Tone } from '../../parts/Mark.tsx'
import { refresh, type Reply } from '../../parts/queries.ts'

export type Institution = Reply<'listInstitutions'>['items'][number]
export type Agreement = Reply<'getInstitution'>['agreements'][number]
/** What of the list is shown; `office` names the county. */
export interface Only {
  territory?: string
  office?: string
  networked?: boolean
}

export const institutionTones: Record<Institution['state'], Tone> = {
  'in-force': 'good',
  'ending-soon': 'soon',
  coming: 'info',
  ended: 'bad',
  none: 'quiet',
}

/** Reads everything about institutions anew, after a change. */
export const refreshInstitutions = () => refresh('getInstitution', 'listInstitutions', 'institutionCoverage')
