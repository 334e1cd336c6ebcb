import type { Caller } from '../../platform/http/caller.ts'
import { SYSTEM, type Actor } from './entry.ts'

/** The caller of a request as the one who acts. */
export function actorOf(caller: Caller): Actor {
  if (caller.kind === 'staff') return { id: caller.userId, name: caller.name, side: 'agency' }
  if (caller.kind === 'person') return { id: caller.personId, name: caller.name, side: 'applicant' }
  return SYSTEM
}
