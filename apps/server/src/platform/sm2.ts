import { createECDH, createHash, randomBytes } from 'node:crypto'
import { add, B, A, GENERATOR, isOnCurve, multiply, N, type Point } from './sm2-curve.ts'

/** The user id of GB/T 32918 where two parties agreed on no other. */
export const SM2_DEFAULT_ID = '1234567812345678'

/** How the two numbers of a signature are written: one behind the other (64 bytes), or as an ASN.1 sequence. */
export type SignatureForm = 'raw' | 'der'

export interface Sm2KeyPair {
  /** 64 hexadecimal digits */
  readonly privateKey: string
  /** `04` and the two coordinates, 130 hexadecimal digits */
  readonly publicKey: string
}

/** A new key pair on the curve of GB/T 32918.5. */
export function newSm2Keys(): Sm2KeyPair {
  const ecdh = createECDH('SM2')
  const publicKey = ecdh.generateKeys('hex')
  return { privateKey: ecdh.getPrivateKey('hex').padStart(64, '0'), publicKey }
}

/** Whether a text is a public key `verifySm2` takes: a point of the curve, with or without the leading `04`. */
export function isSm2PublicKey(text: string): boolean {
  return readPoint(text) !== undefined
}

/** Signs as GB/T 32918.2 says: SM3 over the signer's digest and the message. */
export function signSm2(
  message: Uint8Array,
  { privateKey, publicKey }: Sm2KeyPair,
  id = SM2_DEFAULT_ID,
  form: SignatureForm = 'raw',
): Buffer {
  const e = digest(message, readPoint(publicKey)!, id)
  const d = fromHex(privateKey)
  for (;;) {
    const k = fromHex(randomBytes(32).toString('hex'))
    if (k === 0n || k >= N) continue
    const r = mod(e + fromHex(timesGenerator(k).slice(2, 66)))
    const s = mod(inverse(1n + d) * (k - r * d))
    if (r === 0n || r + k === N || s === 0n) continue
    const raw = Buffer.from(hex64(r) + hex64(s), 'hex')
    return form === 'raw' ? raw : toDer(raw)
  }
}

/** Whether a signature, in either form, is that of the key over the message. Anything unreadable is simply not. */
export function verifySm2(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: string,
  id = SM2_DEFAULT_ID,
): boolean {
  const point = readPoint(publicKey)
  const numbers = readSignature(signature)
  if (!point || !numbers) return false
  const [r, s] = numbers
  if (r === 0n || s === 0n || r >= N || s >= N) return false
  const t = mod(r + s)
  if (t === 0n) return false
  const sum = add(multiply(GENERATOR, s), multiply(point, t))
  return sum !== undefined && mod(digest(message, point, id) + sum.x) === r
}

/** The form a signature came in, so that it can be answered in the same. */
export function formOf(signature: Uint8Array): SignatureForm {
  return signature.length === 64 ? 'raw' : 'der'
}

/** SM3 of who signs (id, curve, key) and then of the message: the number that is signed. */
function digest(message: Uint8Array, key: Point, id: string): bigint {
  const bytes = Buffer.from(id, 'utf8')
  const bits = Buffer.alloc(2)
  bits.writeUInt16BE(bytes.length * 8)
  const curve = [A, B, GENERATOR.x, GENERATOR.y, key.x, key.y].map(hex64).join('')
  const signer = createHash('sm3').update(bits).update(bytes).update(curve, 'hex').digest()
  return fromHex(createHash('sm3').update(signer).update(message).digest('hex'))
}

/** k times the generator by OpenSSL, whose time does not depend on k: k is a secret. */
function timesGenerator(k: bigint): string {
  const ecdh = createECDH('SM2')
  ecdh.setPrivateKey(hex64(k), 'hex')
  return ecdh.getPublicKey('hex')
}

function readPoint(text: string): Point | undefined {
  const match = /^(?:04)?([0-9a-fA-F]{64})([0-9a-fA-F]{64})$/.exec(text)
  if (!match) return undefined
  const point = { x: fromHex(match[1]!), y: fromHex(match[2]!) }
  return isOnCurve(point) ? point : undefined
}

function readSignature(bytes: Uint8Array): readonly [bigint, bigint] | undefined {
  const raw = bytes.length === 64 ? Buffer.from(bytes) : fromDer(Buffer.from(bytes))
  return raw && [fromHex(raw.toString('hex', 0, 32)), fromHex(raw.toString('hex', 32))]
}

/** SEQUENCE of two INTEGERs, in the one shortest form, or nothing. */
function fromDer(der: Buffer): Buffer | undefined {
  if (der.length < 8 || der.length > 72 || der[0] !== 0x30 || der[1] !== der.length - 2) return undefined
  const first = der[3]!
  const parts = [der.subarray(4, 4 + first), der.subarray(6 + first)]
  if (der[2] !== 2 || der[4 + first] !== 2 || der[5 + first] !== parts[1]!.length) return undefined
  const numbers = parts.map((part) => (part.length === 33 && part[0] === 0 ? part.subarray(1) : part))
  if (numbers.some(({ length }) => length === 0 || length > 32)) return undefined
  const raw = Buffer.concat(
    numbers.map((number) => Buffer.concat([Buffer.alloc(32 - number.length), number])),
  )
  // Whatever was read must be written back to the same bytes: no second way to write one signature.
  return toDer(raw).equals(der) ? raw : undefined
}

function toDer(raw: Buffer): Buffer {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].map((part) => {
    let at = 0
    while (at < 31 && part[at] === 0) at += 1
    const bytes = part.subarray(at)
    const number = bytes[0]! > 0x7f ? Buffer.concat([Buffer.of(0), bytes]) : bytes
    return Buffer.concat([Buffer.of(2, number.length), number])
  })
  const body = Buffer.concat(numbers)
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

function fromHex(text: string): bigint {
  return BigInt(`0x${text}`)
}

function hex64(number: bigint): string {
  return number.toString(16).padStart(64, '0')
}

function mod(number: bigint): bigint {
  const rest = number % N
  return rest < 0n ? rest + N : rest
}

/** By Fermat: N is prime. */
function inverse(number: bigint): bigint {
  let [result, base, exponent] = [1n, mod(number), N - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % N
    base = (base * base) % N
  }
  return result
}
