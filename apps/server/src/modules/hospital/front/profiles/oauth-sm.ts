import { createHmac } from 'node:crypto'
import { signSm2, verifySm2 } from '../../../../platform/sm2.ts'
import { fromBase64, sameText, sm4Encrypt } from './crypto.ts'
import { readObject } from './envelope.ts'
import { openInput, openOutput, sealOutput } from './input.ts'
import { header, type Profile } from './profile.ts'

/** A token is good for two hours. */
export const TOKEN_SECONDS = 7200

/**
 * Sign-in by OAuth, then a bearer token; `input` and `output` are SM4 under the client id, and `cainfo` is the SM2 signature
 * of the plain input with the client id as user id. Since the key is the client id, the cipher hides nothing from whoever
 * knows it: the signature and https protect, not the cipher.
 */
export const oauthSm: Profile = {
  name: 'oauth-sm',
  claim(wire) {
    const token = /^bearer (\S+)$/i.exec(header(wire, 'authorization') ?? '')?.[1]
    return token === undefined ? undefined : clientOf(token)
  },
  open(wire, clientId, { secret, publicKey }, now) {
    const token = /^bearer (\S+)$/i.exec(header(wire, 'authorization') ?? '')?.[1] ?? ''
    if (!sameText(token, makeToken(clientId, secret, untilOf(token)))) return 'unknown-user'
    if (untilOf(token) < now.getTime()) return 'too-old'
    const envelope = wire.envelope()
    const opened = envelope && openInput(envelope, clientId)
    const signature = typeof envelope?.['cainfo'] === 'string' ? fromBase64(envelope['cainfo']) : undefined
    if (!opened || !signature || publicKey === undefined) return 'wrong-signature'
    if (!verifySm2(Buffer.from(opened.input, 'utf8'), signature, publicKey, clientId))
      return 'wrong-signature'
    return { text: opened.text, seal: (reply) => sealOutput(reply, clientId) }
  },
  call(text, { accessKey, own, token }) {
    const { input, ...rest } = readObject(text) ?? {}
    const plain = JSON.stringify(input ?? {})
    const cainfo = signSm2(Buffer.from(plain, 'utf8'), own!, accessKey, 'der').toString('base64')
    const sealed = sm4Encrypt(plain, accessKey).toString('base64')
    return {
      headers: { authorization: `bearer ${token ?? ''}` },
      body: JSON.stringify({ ...rest, signtype: 'SM2', encType: 'SM4', cainfo, input: sealed }),
      unseal: (reply) => openOutput(reply, accessKey),
    }
  },
}

/** A token that proves itself: client, end and a code over both, so that every process knows it without a table. */
export function makeToken(clientId: string, secret: string, until: number): string {
  const name = Buffer.from(clientId, 'utf8').toString('base64url')
  const code = createHmac('sm3', secret).update(`token ${clientId} ${until}`, 'utf8').digest('base64url')
  return `${name}.${until}.${code}`
}

function clientOf(token: string): string | undefined {
  const [name, until, code] = token.split('.')
  if (!name || !until || !code) return undefined
  const client = Buffer.from(name, 'base64url').toString('utf8')
  return /^[\x21-\x7e]{1,100}$/.test(client) ? client : undefined
}

function untilOf(token: string): number {
  return Number(token.split('.')[1] ?? 0) || 0
}
