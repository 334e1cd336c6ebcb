import type { CaseView } from './case-context.tsx'

/** The parts of a case of which the desk says by name that someone else changed them. */
export const watched = [
  'state',
  'owner',
  'content',
  'materials',
  'coding',
  'proposal',
  'decision',
  'notices',
  'handover',
  'payment',
] as const
export type Watched = (typeof watched)[number]

export interface Changes {
  /** what happened meanwhile, oldest first */
  events: CaseView['timeline']
  parts: Watched[]
}

/** What changed between the case someone was working on and the case as it is now. */
export function changesSince(before: CaseView, now: CaseView): Changes {
  const last = Math.max(-1, ...before.timeline.map(({ seq }) => seq))
  return {
    events: now.timeline.filter(({ seq }) => seq > last).sort((a, b) => a.seq - b.seq),
    parts: watched.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(now[part])),
  }
}
