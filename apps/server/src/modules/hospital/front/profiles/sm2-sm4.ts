import { signSm2, verifySm2 } from '../../../../platform/sm2.ts'
import { fromBase64, sm4Encrypt } from './crypto.ts'
import { institutionOf, readObject } from './envelope.ts'
import { openInput, openOutput, sealOutput } from './input.ts'
import type { Profile } from './profile.ts'

/**
 * `cainfo` is the SM2 signature of everything beside it but `input`, in the order of the keys; `input` and `output` are SM4.
 * The signature does not reach into `input`, so blocks of the cipher could be changed for others by whoever sits in between:
 * https must be below it.
 */
export const sm2Sm4: Profile = {
  name: 'sm2-sm4',
  claim: (wire) => institutionOf(wire.envelope()),
  open(wire, _institution, { secret, publicKey, cipherKey = secret }) {
    const envelope = wire.envelope()
    const signature = typeof envelope?.['cainfo'] === 'string' ? fromBase64(envelope['cainfo']) : undefined
    if (!envelope || !signature || publicKey === undefined) return 'wrong-signature'
    if (!verifySm2(signedText(envelope), signature, publicKey)) return 'wrong-signature'
    const opened = openInput(envelope, cipherKey)
    if (!opened) return 'wrong-signature'
    return { text: opened.text, seal: (reply) => sealOutput(reply, cipherKey) }
  },
  call(text, { keys, own }) {
    const key = keys.cipherKey ?? keys.secret
    const { input, ...rest } = readObject(text) ?? {}
    const outer = { ...rest, signtype: 'SM2', enctype: 'SM4' }
    const cainfo = signSm2(signedText(outer), own!).toString('base64')
    const sealed = sm4Encrypt(JSON.stringify(input ?? {}), key).toString('base64')
    return {
      headers: {},
      body: JSON.stringify({ ...outer, cainfo, input: sealed }),
      unseal: (reply) => openOutput(reply, key),
    }
  },
}

/** `key=value` joined by `&`, in ASCII order of the keys; what is empty is left out. */
function signedText(envelope: Readonly<Record<string, unknown>>): Buffer {
  const parts = Object.keys(envelope)
    .filter((key) => key !== 'cainfo' && key !== 'input' && !isBlank(envelope[key]))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${key}=${textOf(envelope[key])}`)
  return Buffer.from(parts.join('&'), 'utf8')
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
