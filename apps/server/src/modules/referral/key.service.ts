import type { FieldCipher } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'
import { record, type Actor } from '../audit/index.ts'
import { newSigningKey, type SigningKey } from './credential.ts'
import {
  countKeys,
  insertKey,
  PRIVATE_KEY,
  retireOthers,
  selectCurrentKey,
  selectKeys,
  type KeyRow,
} from './key.queries.ts'

/** The key that signs now; a city's first is made when it is needed. Inside a transaction. */
export async function signingKey(
  db: Db,
  cipher: FieldCipher,
  regionCode: string,
  at: Date,
): Promise<SigningKey> {
  const held = await selectCurrentKey(db, regionCode)
  if (!held) await makeKey(db, cipher, regionCode, at)
  const { keyId, publicKey, privateKey } = held ?? (await selectCurrentKey(db, regionCode))!
  return { keyId, publicKey, privateKey: Buffer.from(cipher.decrypt(privateKey, PRIVATE_KEY), 'base64url') }
}

/** Makes a new key and retires the others: what they signed stays genuine. Inside a transaction. Gives its id. */
export async function rotateKey(
  db: Db,
  cipher: FieldCipher,
  about: { readonly regionCode: string; readonly reason: string },
  by: { readonly actor: Actor; readonly at: Date },
): Promise<string> {
  const { regionCode, reason } = about
  const keyId = await makeKey(db, cipher, regionCode, by.at)
  await retireOthers(db, regionCode, keyId, by.at)
  await record(db, {
    regionCode,
    stream: `pack:referral-keys`,
    actor: by.actor,
    at: by.at,
    act: 'referral-key-rotated',
    detail: { keyId, reason },
  })
  return keyId
}

/** Every key of a city, the oldest first. */
export function allKeys(db: Db, regionCode: string): Promise<KeyRow[]> {
  return selectKeys(db, regionCode)
}

/** The public half of a city's keys, by id. */
export async function publicKeys(db: Db, regionCode: string): Promise<ReadonlyMap<string, Buffer>> {
  return new Map((await selectKeys(db, regionCode)).map(({ keyId, publicKey }) => [keyId, publicKey]))
}

async function makeKey(db: Db, cipher: FieldCipher, regionCode: string, madeAt: Date): Promise<string> {
  const keyId = `${regionCode}-${(await countKeys(db, regionCode)) + 1}`
  const { publicKey, privateKey } = newSigningKey(keyId)
  const sealed = cipher.encrypt(privateKey.toString('base64url'), PRIVATE_KEY)
  await insertKey(db, regionCode, { keyId, publicKey, sealed, madeAt })
  return keyId
}
