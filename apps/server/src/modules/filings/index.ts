/** Filings that hospitals send from their own systems (2501-2507, 5301, 5302, 5304): the same services as the pages of the desk. */
import type { AnyHandler } from '../hospital/index.ts'
import type { ReferralWorld } from '../referral/index.ts'
import { chronicMessages } from './chronic-messages.ts'
import { personMessages } from './person-messages.ts'
import { referralMessages } from './referral-messages.ts'

export function filingHandlers(world: ReferralWorld): readonly AnyHandler[] {
  return [...referralMessages(world), ...chronicMessages(world.packs), ...personMessages]
}
