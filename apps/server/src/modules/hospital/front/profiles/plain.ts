import { institutionOf } from './envelope.ts'
import { asItIs, type Profile } from './profile.ts'

/** The annex of the standard: nothing is signed. Whoever opens it names the addresses it may come from; `front.ts` checks. */
export const plain: Profile = {
  name: 'plain',
  claim: (wire) => institutionOf(wire.envelope()),
  open: (wire) => ({ text: wire.body, seal: asItIs }),
  call: (text) => ({ headers: {}, body: text, unseal: asItIs }),
}
