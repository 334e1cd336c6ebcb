import { hmac, sameText } from './crypto.ts'
import { asItIs, header, isFresh, type Profile } from './profile.ts'

/**
 * HMAC-SM3 over the second and the whole body. There is no nonce: whoever lost a reply may send the same bytes again, and
 * gets what was stored under their msgid.
 */
export const xCa: Profile = {
  name: 'x-ca',
  claim: (wire) => header(wire, 'x-ca-key'),
  open(wire, _accessKey, { secret }, now) {
    const sent = header(wire, 'x-ca-signature')
    if (sent === undefined) return 'no-headers'
    const [, timestamp, signature] = /^(\d{10}):([0-9A-Fa-f]{64})$/.exec(sent) ?? []
    if (timestamp === undefined || signature === undefined) return 'wrong-signature'
    if (!isFresh(Number(timestamp) * 1000, now)) return 'too-old'
    if (!sameText(signature.toUpperCase(), sign(secret, timestamp, wire.body))) return 'wrong-signature'
    return { text: wire.body, seal: asItIs }
  },
  call(text, { accessKey, keys }, now) {
    const timestamp = String(Math.floor(now.getTime() / 1000))
    return {
      headers: {
        'x-ca-key': accessKey,
        'x-ca-signature': `${timestamp}:${sign(keys.secret, timestamp, text)}`,
      },
      body: text,
      unseal: asItIs,
    }
  },
}

function sign(secret: string, timestamp: string, body: string): string {
  return hmac('sm3', secret, `${timestamp}\n${body}`).toString('hex').toUpperCase()
}
