import { writeGatewayRefusal } from '@yichuang/hsa'
import type { FrontDoor, Opened, TurnedAway } from '../front-door.ts'
import type { Access, AccessBook } from './access-book.ts'
import { isAmong } from './addresses.ts'
import { openNonces, type Nonces } from './nonces.ts'
import { profiles, wireOf, type Profile, type Proven, type Reason, type Wire } from './profiles/index.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const UTF8 = new TextDecoder('utf-8', { fatal: true })

export interface FrontOptions {
  readonly book: AccessBook
  readonly nonces?: Nonces
}

/**
 * What stands before the messages of institutions: finds out by which profile a message is signed and by whom, proves it,
 * deciphers it, and writes replies as that client reads them. A message that proves nothing gets the gateway's own refusal.
 * `now` of a knock is the real time, also where a demonstration stands on another day: clients sign with their own clocks.
 */
export function openFront({ book, nonces = openNonces() }: FrontOptions): FrontDoor {
  return {
    async open(knock) {
      const wire = wireOf(knock.headers, textOf(knock.rawBody))
      const { now } = knock
      let reason: Reason = 'unknown-user'
      let claimed: string | undefined
      for (const profile of profiles) {
        const accessKey = profile.claim(wire)
        if (accessKey === undefined) continue
        const valid = (await book.find(profile.name, accessKey)).filter(
          ({ from, until }) => from <= now.getTime() && now.getTime() < until,
        )
        if (valid.length === 0) continue
        const opened = prove({ profile, accessKey, valid, wire, now, nonces, address: knock.address })
        if (typeof opened !== 'string') return opened
        reason = opened
        claimed = valid[0]!.institution
        // Whoever has secrets for a profile and fails is not asked again by a weaker one.
        break
      }
      const away = refuse(reason === 'unknown-user' && !hasHeaders(wire) ? 'no-headers' : reason)
      return claimed === undefined ? away : { ...away, claimed: { institution: claimed, reason } }
    },
  }
}

interface Attempt {
  readonly profile: Profile
  readonly accessKey: string
  readonly valid: readonly Access[]
  readonly wire: Wire
  readonly now: Date
  readonly nonces: Nonces
  readonly address: string | undefined
}

/** While secrets are rotated two are valid, and either opens. */
function prove(attempt: Attempt): Opened | Reason {
  const { profile, accessKey, valid, wire, now, nonces } = attempt
  let reason: Reason = 'unknown-user'
  for (const access of valid) {
    if (!mayComeFrom(attempt, access)) continue
    const proven = profile.open(wire, accessKey, access.keys, now)
    if (typeof proven === 'string') reason = worse(reason, proven)
    else
      return isNew(proven, `${profile.name} ${accessKey}`, nonces, now)
        ? openedBy(access, proven)
        : 'wrong-signature'
  }
  return reason
}

/** Where addresses are named, a message comes from one of them; without a signature they must be named. */
function mayComeFrom({ profile, address }: Attempt, { addresses }: Access): boolean {
  if (addresses.length > 0) return isAmong(address, addresses)
  return profile.name !== 'plain'
}

function isNew({ nonce }: Proven, caller: string, nonces: Nonces, now: Date): boolean {
  return nonce === undefined || nonces.use(caller, nonce.value, nonce.signedAt, now.getTime())
}

function openedBy(access: Access, { text, seal }: Proven): Opened {
  return {
    institution: access.institution,
    text,
    profile: access.reply,
    seal: (reply) => ({ body: seal(reply), contentType: JSON_TYPE }),
  }
}

function refuse(reason: Reason): TurnedAway {
  return { refused: { status: 401, body: writeGatewayRefusal(reason) } }
}

/** Of two reasons the one that says more about the message. */
function worse(a: Reason, b: Reason): Reason {
  return b === 'unknown-user' ? a : b
}

const NAMES = ['_api_access_key', 'x-tif-paasid', 'x-ca-key', 'apikey', 'authorization']

function hasHeaders({ headers, body }: Wire): boolean {
  return (
    NAMES.some((name) => headers[name] !== undefined) ||
    body.includes('"cainfo"') ||
    body.includes('"encData"')
  )
}

function textOf(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    return ''
  }
}
