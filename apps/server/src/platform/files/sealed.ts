import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const KEY_BYTES = 16
// A key enciphers one content only, so the counter may begin at nothing.
const START = Buffer.alloc(16)

/** A key for one content; it is kept encrypted beside the meaning of the file. */
export const newContentKey = (): Buffer => randomBytes(KEY_BYTES)

/** Enciphers a content as it passes (SM4-CTR); it stays as long as it was. */
export async function* sealed(content: AsyncIterable<Uint8Array>, key: Buffer): AsyncGenerator<Uint8Array> {
  const cipher = createCipheriv('sm4-ctr', key, START)
  for await (const chunk of content) yield cipher.update(chunk)
  yield cipher.final()
}

/**
 * Deciphers a content as it passes, and throws an Error at its end when it is not the one with this SHA-256. Whoever must
 * not use any of it before reads it twice.
 */
export async function* unsealed(
  content: AsyncIterable<Uint8Array>,
  key: Buffer,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  const decipher = createDecipheriv('sm4-ctr', key, START)
  const hash = createHash('sha256')
  for await (const chunk of content) {
    const plain = decipher.update(chunk)
    hash.update(plain)
    yield plain
  }
  decipher.final()
  if (hash.digest('hex') !== sha256)
    throw new Error('A kept content is not what was put in, or its key is another')
}
