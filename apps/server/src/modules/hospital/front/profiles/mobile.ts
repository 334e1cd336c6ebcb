import { formOf, signSm2, verifySm2, type SignatureForm, type Sm2KeyPair } from '../../../../platform/sm2.ts'
import { canonicalJson } from '../../../../platform/crypto.ts'
import { fromBase64, sm4Decrypt, sm4Encrypt } from './crypto.ts'
import { isEnvelope, readObject } from './envelope.ts'
import { isFresh, type Profile } from './profile.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The envelope of mobile payment: the national envelope lies enciphered in `encData`, and `signData` is the SM2 signature of
 * the plain one with everything beside it and the app's secret.
 */
export const mobile: Profile = {
  name: 'mobile',
  claim(wire) {
    const outer = wire.envelope()
    const appId = outer?.['appId']
    return typeof appId === 'string' && outer && 'encData' in outer ? appId : undefined
  },
  open(wire, appId, keys, now) {
    const outer = wire.envelope()
    if (!outer || !isFresh(instantOf(outer['timestamp']), now)) return 'too-old'
    const { encData, signData } = outer
    const signature = typeof signData === 'string' ? fromBase64(signData) : undefined
    const isHex = typeof encData === 'string' && /^(?:[0-9A-Fa-f]{2})+$/.test(encData)
    const text = isHex ? sm4Decrypt(Buffer.from(encData, 'hex'), cipherKey(appId, keys.secret)) : undefined
    const data = text === undefined ? undefined : readJson(text)
    if (!signature || !isEnvelope(data) || keys.publicKey === undefined) return 'wrong-signature'
    if (!verifySm2(signedText({ ...outer, data }, keys.secret), signature, keys.publicKey))
      return 'wrong-signature'
    const form = formOf(signature)
    return {
      text: text!,
      seal: (reply) => sealed(outer, appId, JSON.parse(reply) as Json, keys.secret, keys.centre, form),
    }
  },
  call(text, { accessKey, keys, own }, now) {
    const outer = { appId: accessKey, version: '2.0.1', timestamp: String(now.getTime()), transType: 'fsi' }
    return {
      headers: {},
      body: sealed(outer, accessKey, JSON.parse(text) as Json, keys.secret, own, 'raw'),
      unseal: (reply) => unsealed(reply, accessKey, keys.secret, keys.centre?.publicKey),
    }
  },
}

function sealed(
  outer: Json,
  appId: string,
  data: Json,
  secret: string,
  own: Sm2KeyPair | undefined,
  form: SignatureForm,
) {
  const { encData: _encData, signData: _signData, ...rest } = outer
  const all = { ...rest, encType: 'SM4', signType: 'SM2' }
  const signData =
    own && signSm2(signedText({ ...all, data }, secret), own, undefined, form).toString('base64')
  const encData = sm4Encrypt(JSON.stringify(data), cipherKey(appId, secret)).toString('hex').toUpperCase()
  return JSON.stringify({ ...all, encData, signData: signData ?? null })
}

/** A reply opened and its signature checked. Throws an Error where one of them fails. */
function unsealed(reply: string, appId: string, secret: string, centreKey: string | undefined): string {
  const outer = readObject(reply)
  // A refusal of the gateway is not enciphered.
  if (!outer || typeof outer['encData'] !== 'string') return reply
  const text = sm4Decrypt(Buffer.from(outer['encData'], 'hex'), cipherKey(appId, secret))
  if (text === undefined) throw new Error('The reply cannot be deciphered with this key')
  const signature = Buffer.from(String(outer['signData']), 'base64')
  const signed = signedText({ ...outer, data: readJson(text) }, secret)
  if (centreKey !== undefined && !verifySm2(signed, signature, centreKey))
    throw new Error('The reply is not signed by the centre')
  return text
}

/** Sorted `key=value` without signature, cipher and what is empty, then the secret; objects as JSON with sorted keys. */
function signedText(all: Json, secret: string): Buffer {
  const parts = Object.keys(all)
    .filter((key) => !['signData', 'encData', 'extra'].includes(key))
    .filter((key) => all[key] !== null && all[key] !== undefined && all[key] !== '')
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${key}=${typeof all[key] === 'string' ? all[key] : canonicalJson(all[key])}`)
  return Buffer.from([...parts, `key=${secret}`].join('&'), 'utf8')
}

/** The first 16 characters of SM4(app id, secret) in capital hexadecimal. */
function cipherKey(appId: string, secret: string): string {
  return sm4Encrypt(secret, appId).toString('hex').toUpperCase().slice(0, 16)
}

/** Milliseconds, seconds, or fourteen digits of China time. */
function instantOf(value: unknown): number {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  if (/^\d{13}$/.test(text)) return Number(text)
  if (/^\d{10}$/.test(text)) return Number(text) * 1000
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  if (!match) return Number.NaN
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return Date.UTC(year, month - 1, day, hour - 8, minute, second)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
