import { parsePlainDate, type PlainDate } from '@yichuang/kernel'
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { canonicalJson } from '../../platform/crypto.ts'

/** What a referral credential says: enough for a hospital to know the person and the days, and nothing of the illness. */
export interface Credential {
  readonly number: string
  readonly personName: string
  readonly idNumberMasked: string
  readonly from: PlainDate
  /** the last day on which it is good */
  readonly until: PlainDate
  /** region code of the province or city to which the person is referred */
  readonly target: string
  /** code of the transferring hospital */
  readonly hospital: string
}

/** A key pair of Ed25519 (RFC 8032), each half as its 32 bytes. */
export interface SigningKey {
  readonly keyId: string
  readonly publicKey: Buffer
  readonly privateKey: Buffer
}

/** What a list of revoked credentials says. */
export interface RevocationList {
  readonly regionCode: string
  readonly asOf: PlainDate
  readonly revoked: readonly { readonly number: string; readonly on: PlainDate }[]
}

export type Unreadable = 'unreadable' | 'unknown-key' | 'forged'

const CREDENTIAL = 'YCR1'
const LIST = 'YCL1'
// The 12 and 16 bytes that stand before a bare key in DER (RFC 8410).
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

export function newSigningKey(keyId: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    keyId,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32),
  }
}

/** `YCR1.<key>.<content>.<signature>`: content and signature in base64url, the signature over all that stands before it. */
export function signCredential(credential: Credential, key: SigningKey): string {
  const { number, personName, idNumberMasked, from, until, target, hospital } = credential
  // Short names: every byte makes the QR code finer.
  return seal(
    CREDENTIAL,
    { n: number, p: personName, i: idNumberMasked, f: from, u: until, t: target, h: hospital },
    key,
  )
}

/** Reads a credential and checks its signature; needs no network. `publicKey` gives the 32 bytes of a key by its id. */
export function readCredential(
  text: string,
  publicKey: (keyId: string) => Uint8Array | undefined,
): { readonly ok: true; readonly credential: Credential } | { readonly ok: false; readonly why: Unreadable } {
  const read = open(CREDENTIAL, credentialIn(text), publicKey)
  if (!read.ok) return read
  const { n, p, i, f, u, t, h } = read.content
  const [from, until] = [dayOf(f), dayOf(u)]
  if (![n, p, i, t, h].every((field) => typeof field === 'string' && field !== '') || !from || !until)
    return { ok: false, why: 'unreadable' }
  const [number, personName, idNumberMasked, target, hospital] = [n, p, i, t, h] as string[]
  return {
    ok: true,
    credential: {
      number: number!,
      personName: personName!,
      idNumberMasked: idNumberMasked!,
      from,
      until,
      target: target!,
      hospital: hospital!,
    },
  }
}

export function signRevocations(list: RevocationList, key: SigningKey): string {
  const revoked = list.revoked.map(({ number, on }) => [number, on])
  return seal(LIST, { r: list.regionCode, d: list.asOf, x: revoked }, key)
}

export function readRevocations(
  text: string,
  publicKey: (keyId: string) => Uint8Array | undefined,
): { readonly ok: true; readonly list: RevocationList } | { readonly ok: false; readonly why: Unreadable } {
  const read = open(LIST, text.trim(), publicKey)
  if (!read.ok) return read
  const { r, d, x } = read.content
  const asOf = dayOf(d)
  const revoked = Array.isArray(x) ? x.map(revokedOf) : [undefined]
  if (typeof r !== 'string' || !asOf || revoked.includes(undefined)) return { ok: false, why: 'unreadable' }
  return { ok: true, list: { regionCode: r, asOf, revoked: revoked as RevocationList['revoked'] } }
}

/** The credential in what a scanner read: itself, or the address that carries it behind its `#`. */
export function credentialIn(scanned: string): string {
  const text = scanned.trim()
  return text.slice(text.lastIndexOf('#') + 1)
}

/** The city that issued what a text claims to be, before its signature is checked; undefined when it is no credential. */
export function regionOf(scanned: string): string | undefined {
  return /^YC[RL]1\.(\d{6})-\d{1,6}\.[\w-]+\.[\w-]+$/.exec(credentialIn(scanned))?.[1]
}

function seal(kind: string, content: unknown, { keyId, privateKey }: SigningKey): string {
  const body = `${kind}.${keyId}.${Buffer.from(canonicalJson(content), 'utf8').toString('base64url')}`
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_HEAD, privateKey]),
    format: 'der',
    type: 'pkcs8',
  })
  return `${body}.${sign(null, Buffer.from(body, 'utf8'), key).toString('base64url')}`
}

function open(
  kind: string,
  text: string,
  publicKey: (keyId: string) => Uint8Array | undefined,
): { ok: true; content: Record<string, unknown> } | { ok: false; why: Unreadable } {
  const parts = text.split('.')
  const [head, keyId, content, signature] = parts
  if (parts.length !== 4 || head !== kind || !keyId || !content || !signature)
    return { ok: false, why: 'unreadable' }
  const bytes = Buffer.from(signature, 'base64url')
  // One signature has one spelling, so that a changed copy is never taken for the same credential.
  if (bytes.toString('base64url') !== signature || bytes.length !== 64) return { ok: false, why: 'forged' }
  const key = publicKey(keyId)
  if (!key) return { ok: false, why: 'unknown-key' }
  if (!verify(null, Buffer.from(`${head}.${keyId}.${content}`, 'utf8'), publicKeyOf(key), bytes))
    return { ok: false, why: 'forged' }
  try {
    const parsed: unknown = JSON.parse(Buffer.from(content, 'base64url').toString('utf8'))
    if (typeof parsed === 'object' && parsed !== null)
      return { ok: true, content: parsed as Record<string, unknown> }
  } catch {
    // signed by us and yet no JSON: nothing we ever issued
  }
  return { ok: false, why: 'unreadable' }
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, bytes]), format: 'der', type: 'spki' })
}

function dayOf(value: unknown): PlainDate | undefined {
  return typeof value === 'string' ? parsePlainDate(value) : undefined
}

function revokedOf(entry: unknown) {
  const [number, on] = Array.isArray(entry) ? (entry as unknown[]) : []
  const day = dayOf(on)
  return typeof number === 'string' && day ? { number, on: day } : undefined
}
