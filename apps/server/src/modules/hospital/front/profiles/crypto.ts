import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text, 'utf8').digest())
  return timingSafeEqual(x!, y!)
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

export function hmac(hash: 'sha1' | 'sm3', secret: string, text: string): Buffer {
  return createHmac(hash, Buffer.from(secret, 'utf8')).update(text, 'utf8').digest()
}

/** SM4 in ECB with PKCS#7 padding, as the profiles ask for; the key is 16 characters. */
export function sm4Encrypt(text: string, key: string): Buffer {
  const cipher = createCipheriv('sm4-ecb', keyBytes(key), null)
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
}

/** The text, or nothing where key or bytes are not right. */
export function sm4Decrypt(bytes: Uint8Array, key: string): string | undefined {
  try {
    const cipher = createDecipheriv('sm4-ecb', keyBytes(key), null)
    return UTF8.decode(Buffer.concat([cipher.update(bytes), cipher.final()]))
  } catch {
    return undefined
  }
}

/** Base64 that means one sequence of bytes only; nothing where the text is something else. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })
const KEY_BYTES = 16

/** The first 16 bytes of a longer key, as clients take them. */
function keyBytes(key: string): Buffer {
  const bytes = Buffer.from(key, 'utf8')
  if (bytes.length < KEY_BYTES) throw new RangeError('An SM4 key has 16 bytes')
  return bytes.subarray(0, KEY_BYTES)
}
