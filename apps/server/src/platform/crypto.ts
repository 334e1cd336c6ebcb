import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey } from 'node:crypto'
import { getCiphers, getHashes, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { Refusal } from './refusal.ts'

const KEY_BYTES = 32
const IV_BYTES = 16
const MAC_BYTES = 32
const SM4_KEY_BYTES = 16

/** Encrypts single fields at rest: SM4-CTR with a random IV, then HMAC-SM3 over everything. */
export interface FieldCipher {
  /** @param purpose the column, for instance `person.resident-id`; a value moved to another column does not decrypt */
  encrypt(text: string, purpose: string): Buffer
  /** Throws when the bytes were changed, belong to another purpose, or their key is not configured. */
  decrypt(bytes: Uint8Array, purpose: string): string
}

/** Equal texts of one purpose give equal 32 bytes, so that exact look-up works without decrypting. */
export type BlindIndex = (text: string, purpose: string) => Buffer

/** Keys by their number (0-255), the one to encrypt with first; older ones still decrypt. */
export type KeyRing = readonly (readonly [number: number, key: Buffer])[]

/** Reads `2:<64 hex>,1:<64 hex>` (or one bare key, number 1). Throws a RangeError that does not repeat the key. */
export function parseKeyRing(text: string): KeyRing {
  const ring = text.split(',').map((entry, position): readonly [number, Buffer] => {
    const match = /^(?:(\d{1,3}):)?([0-9a-fA-F]{64})$/.exec(entry.trim())
    const number = Number(match?.[1] ?? 1)
    if (!match || number > 255)
      throw new RangeError(`entry ${position + 1} is not <number 0-255>:<64 hexadecimal digits>`)
    return [number, Buffer.from(match[2]!, 'hex')]
  })
  if (new Set(ring.map(([number]) => number)).size !== ring.length)
    throw new RangeError('two keys have the same number')
  return ring
}

/** A new random key in the form `parseKeyRing` reads. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('hex')
}

/** Refuses to start on a Node whose OpenSSL was built without the national algorithms. */
export function checkAlgorithms(): void {
  if (getCiphers().includes('sm4-ctr') && getHashes().includes('sm3')) return
  throw new Refusal(
    '当前 Node.js 的 OpenSSL 不支持国密 SM3/SM4。请使用 nodejs.org 发布的 Node 24。',
    'The OpenSSL of this Node.js has no SM3/SM4. Use Node 24 as published by nodejs.org.',
  )
}

/** Layout of a value: key number (1 byte), IV (16), ciphertext, MAC (32). */
export function createFieldCipher(ring: KeyRing): FieldCipher {
  const keys = new Map(ring.map(([number, key]) => [number, subkeys(key)]))
  const [current] = ring[0] ?? []
  if (current === undefined) throw new RangeError('a key ring needs at least one key')
  return {
    encrypt(text, purpose) {
      const { encryption, authentication } = keys.get(current)!
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('sm4-ctr', encryption, iv)
      const sealed = Buffer.concat([Buffer.of(current), iv, cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([sealed, mac(authentication, purpose, sealed)])
    },
    decrypt(bytes, purpose) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      if (buffer.length < 1 + IV_BYTES + MAC_BYTES) throw new Error(`An encrypted ${purpose} is too short`)
      const key = keys.get(buffer[0]!)
      if (!key) throw new Error(`An encrypted ${purpose} needs key ${buffer[0]}, which is not configured`)
      const sealed = buffer.subarray(0, -MAC_BYTES)
      if (!timingSafeEqual(buffer.subarray(-MAC_BYTES), mac(key.authentication, purpose, sealed)))
        throw new Error(`An encrypted ${purpose} was changed, or belongs to another field`)
      const cipher = createDecipheriv('sm4-ctr', key.encryption, sealed.subarray(1, 1 + IV_BYTES))
      return cipher.update(sealed.subarray(1 + IV_BYTES), undefined, 'utf8') + cipher.final('utf8')
    },
  }
}

export function createBlindIndex(key: Buffer): BlindIndex {
  const secret = createSecretKey(key)
  return (text, purpose) => createHmac('sm3', secret).update(`${purpose}\0${text}`, 'utf8').digest()
}

/** SM3 of the previous link and this entry's canonical JSON; the first link has no previous one. */
export function chainHash(previous: Uint8Array | undefined, json: string): Buffer {
  return createHash('sm3')
    .update(previous ?? Buffer.alloc(32))
    .update(json, 'utf8')
    .digest()
}

/** JSON with the members of every object in the order of their names, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

// One configured key, two uses: separate keys, so that neither use weakens the other. As key objects, since Node takes
// longer to look at the bytes of a key than to encrypt a field with it.
function subkeys(key: Buffer): { encryption: KeyObject; authentication: KeyObject } {
  if (key.length !== KEY_BYTES) throw new RangeError(`a field key has ${KEY_BYTES} bytes, not ${key.length}`)
  const derive = (use: string) => createHmac('sm3', key).update(`yichuang field ${use}`).digest()
  return {
    encryption: createSecretKey(derive('encryption').subarray(0, SM4_KEY_BYTES)),
    authentication: createSecretKey(derive('authentication')),
  }
}

function mac(key: KeyObject, purpose: string, sealed: Buffer): Buffer {
  return createHmac('sm3', key).update(`${purpose}\0`, 'utf8').update(sealed).digest()
}
