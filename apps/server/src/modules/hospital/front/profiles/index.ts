import { apikey } from './apikey.ts'
import { cardToken } from './card-token.ts'
import { gateway } from './gateway.ts'
import { mobile } from './mobile.ts'
import { oauthSm } from './oauth-sm.ts'
import { plain } from './plain.ts'
import type { Profile, ProfileName } from './profile.ts'
import { sm2Sm4 } from './sm2-sm4.ts'
import { xCa } from './x-ca.ts'
import { xTif } from './x-tif.ts'

/**
 * In the order in which a message is asked whose it is: what names itself in a header comes first, and what signs before
 * what does not, so that nobody is taken for less than they prove.
 */
export const profiles: readonly Profile[] = [
  gateway,
  xTif,
  xCa,
  apikey,
  oauthSm,
  mobile,
  sm2Sm4,
  cardToken,
  plain,
]

const byName = new Map(profiles.map((profile) => [profile.name, profile]))

export function profileNamed(name: ProfileName): Profile {
  return byName.get(name)!
}

export { isFresh, profileNames, WINDOW_MS, wireOf } from './profile.ts'
export type { Keys, Outgoing, Party, Profile, ProfileName, Proven, Reason, Wire } from './profile.ts'
export { makeToken, TOKEN_SECONDS } from './oauth-sm.ts'
