import type { treatFirstStates } from '@yichuang/contracts'

export type State = (typeof treatFirstStates)[number]
export type Act = 'change' | 'close' | 'propose' | 'decline' | 'write-off' | 'reopen'

/** State × act → state; what is not here cannot be done. */
const TABLE: Readonly<Record<State, Partial<Readonly<Record<Act, State>>>>> = {
  open: { change: 'open', close: 'closed', propose: 'write-off-proposed' },
  // Whoever finds the settlement after all closes by it; nothing needs to be written off then.
  'write-off-proposed': {
    change: 'write-off-proposed',
    close: 'closed',
    decline: 'open',
    'write-off': 'closed',
  },
  closed: { reopen: 'open' },
}

/** The state after an act; undefined when the act cannot be done in this state. */
export function after(state: State, act: Act): State | undefined {
  return TABLE[state][act]
}

/** A write-off takes two people, whatever their names. */
export function mayDecide(proposedById: string | null, deciderId: string | null): boolean {
  return proposedById !== null && deciderId !== null && proposedById !== deciderId
}
