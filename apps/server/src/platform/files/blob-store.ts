import type { Readable } from 'node:stream'

/** Keeps contents under the SHA-256 of what they are. */
export interface BlobStore {
  /** Takes a complete local file over, durably; keeping the same content twice is keeping it once. */
  keep(localFile: string, sha256: string): Promise<void>
  has(sha256: string): Promise<boolean>
  /** The content; throws an Error when there is none. */
  read(sha256: string): Promise<Readable>
  /** The hashes of everything kept, in no order. */
  list(): AsyncIterable<string>
}

const SHA256 = /^[0-9a-f]{64}$/

/**
 * Where a content lies below a root: one level of 4096, so that no directory grows long with ten million contents, and
 * all of them are soon there: a new one must be made durable before anything in it is.
 */
export function blobPath(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('A content is named by 64 hexadecimal digits')
  return `${sha256.slice(0, 3)}/${sha256}`
}
