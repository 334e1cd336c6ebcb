import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { canonicalJson } from '../apps/server/src/platform/crypto.ts'
import type { Report } from './examine.ts'

/** A report with its signature: Ed25519 over its canonical JSON (members in the order of their names). */
export interface SignedReport {
  readonly report: Report
  readonly signature: {
    readonly algorithm: 'Ed25519'
    /** Base64 of the 32 bytes */
    readonly publicKey: string
    /** Base64 of the 64 bytes */
    readonly value: string
  }
}

/** Signs with a key as PEM, or with a new one that nobody keeps: then the signature shows only that nothing was changed. */
export function signReport(report: Report, privatePem?: string): SignedReport {
  const key =
    privatePem === undefined ? generateKeyPairSync('ed25519').privateKey : createPrivateKey(privatePem)
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('the key is no Ed25519 key')
  const value = sign(null, Buffer.from(canonicalJson(report), 'utf8'), key).toString('base64')
  return { report, signature: { algorithm: 'Ed25519', publicKey: rawOf(createPublicKey(key)), value } }
}

/** Whether a report is as it was signed; and by whom, where the key is given. */
export function isGenuine({ report, signature }: SignedReport, publicKey = signature.publicKey): boolean {
  try {
    const der = Buffer.concat([PREFIX, Buffer.from(publicKey, 'base64')])
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(
      null,
      Buffer.from(canonicalJson(report), 'utf8'),
      key,
      Buffer.from(signature.value, 'base64'),
    )
  } catch {
    return false
  }
}

/** What stands before the 32 bytes of an Ed25519 key in a certificate's form (RFC 8410). */
const PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

function rawOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(PREFIX.length).toString('base64')
}
