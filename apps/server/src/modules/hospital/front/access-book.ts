import type { ReplyProfile } from '@yichuang/hsa'
import type { FieldCipher } from '../../../platform/crypto.ts'
import type { Db } from '../../../platform/db.ts'
import { accessOfCaller, SECRETS, type AccessRow } from './access.queries.ts'
import type { Keys, ProfileName } from './profiles/index.ts'

/** A caller as the front stage knows it. */
export interface Access {
  readonly institution: string
  readonly addresses: readonly string[]
  readonly reply: ReplyProfile
  readonly keys: Keys
  readonly from: number
  readonly until: number
}

export interface AccessBook {
  /** Every set of secrets of a caller, newest first; which are valid on an instant is for `from` and `until` to say. */
  find(profile: ProfileName, accessKey: string): Promise<readonly Access[]>
  /** Reads everything anew, because something was changed in this process. */
  forget(): void
}

/** Begins every secret of the demonstration. They stand in the documentation, so production must not know them. */
export const DEMO_SECRET = 'yichuang-demo-'

const FRESH_MS = 5000
const MOST_KEPT = 20_000

/** Callers, read when they first come and at most five seconds old: each message asks, and secrets change by the month. */
export function openAccessBook(db: Db, cipher: FieldCipher, demo = false): AccessBook {
  const kept = new Map<string, { readonly found: readonly Access[]; readonly readAt: number }>()
  return {
    async find(profile, accessKey) {
      const key = `${profile} ${accessKey}`
      const known = kept.get(key)
      if (known && performance.now() - known.readAt < FRESH_MS) return known.found
      const rows = await accessOfCaller(db, profile, accessKey)
      const all = rows.map((row) => accessOf(row, cipher))
      const found = all.filter(({ keys }) => demo || !keys.secret.startsWith(DEMO_SECRET))
      if (kept.size >= MOST_KEPT) kept.clear()
      // Whoever is not there may be added this very moment; and strangers must not fill the memory.
      if (found.length > 0) kept.set(key, { found, readAt: performance.now() })
      return found
    },
    forget: () => kept.clear(),
  }
}

function accessOf(row: AccessRow, cipher: FieldCipher): Access {
  return {
    institution: row.institutionCode,
    addresses: row.addresses,
    reply: { infcode: row.infcode, onSuccess: row.successWord },
    keys: readSecrets(row, cipher),
    from: row.validFrom.getTime(),
    until: row.validUntil?.getTime() ?? Infinity,
  }
}

/** The secrets of a row in plain. */
export function readSecrets(row: AccessRow, cipher: FieldCipher): Keys {
  return JSON.parse(cipher.decrypt(row.sealedSecrets, SECRETS)) as Keys
}

export function sealSecrets(keys: Keys, cipher: FieldCipher): Buffer {
  return cipher.encrypt(JSON.stringify(keys), SECRETS)
}
