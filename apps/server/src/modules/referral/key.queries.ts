import type { Db } from '../../platform/db.ts'
import { sealedField } from '../../platform/rotate/index.ts'
import { statement } from '../../platform/statement.ts'

export interface KeyRow {
  readonly keyId: string
  readonly publicKey: Buffer
  readonly madeAt: Date
  readonly retiredAt: Date | null
}

const columns = `key_id as "keyId", public_key as "publicKey", made_at as "madeAt", retired_at as "retiredAt"`

const all = statement<KeyRow>(
  'referral.signing-keys',
  `select ${columns} from referral.signing_key where region_code = $1 order by made_at, key_id limit 1000`,
)
const current = statement<KeyRow & { privateKey: Buffer }>(
  'referral.current-signing-key',
  `select ${columns}, private_key_enc as "privateKey" from referral.signing_key
   where region_code = $1 and retired_at is null order by made_at desc, key_id desc limit 1`,
)
const count = statement<{ count: number }>(
  'referral.count-signing-keys',
  `select count(*)::int as count from referral.signing_key where region_code = $1`,
)
// Of two who make the first key at once, the second finds the first's.
const add = statement(
  'referral.add-signing-key',
  `insert into referral.signing_key (region_code, key_id, public_key, private_key_enc, made_at)
   values ($1, $2, $3, $4, $5) on conflict (region_code, key_id) do nothing`,
)
const retire = statement(
  'referral.retire-signing-keys',
  `update referral.signing_key set retired_at = $3 where region_code = $1 and key_id <> $2 and retired_at is null`,
)

/** What the cipher calls the private half. */
export const PRIVATE_KEY = 'referral.signing-key'

/** Every key of a city, the oldest first. */
export function selectKeys(db: Db, regionCode: string): Promise<KeyRow[]> {
  return db.many(all, [regionCode])
}

export function selectCurrentKey(db: Db, regionCode: string) {
  return db.maybe(current, [regionCode])
}

export async function countKeys(db: Db, regionCode: string): Promise<number> {
  return (await db.one(count, [regionCode])).count
}

export async function insertKey(
  db: Db,
  regionCode: string,
  key: { readonly keyId: string; readonly publicKey: Buffer; readonly sealed: Buffer; readonly madeAt: Date },
): Promise<void> {
  await db.run(add, [regionCode, key.keyId, key.publicKey, key.sealed, key.madeAt])
}

/** Retires every key but one. */
export async function retireOthers(db: Db, regionCode: string, keyId: string, at: Date): Promise<void> {
  await db.run(retire, [regionCode, keyId, at])
}

/** What is kept encrypted of referrals, for whoever changes the keys. */
export const sealedOfReferrals = [
  sealedField({
    name: 'referral.signing-key',
    table: 'referral.signing_key',
    key: [['key_id', 'text']],
    column: 'private_key_enc',
    purpose: PRIVATE_KEY,
  }),
]
