import { randomBytes } from 'node:crypto'
import { sameText, sha256Hex } from './crypto.ts'
import { asItIs, header, isFresh, type Profile } from './profile.ts'

/** SHA-256 over time, shared token and nonce. The body is not part of it, so a nonce is good for one message only. */
export const xTif: Profile = {
  name: 'x-tif',
  claim: (wire) => header(wire, 'x-tif-paasid'),
  open(wire, _accessKey, { secret }, now) {
    const timestamp = header(wire, 'x-tif-timestamp')
    const nonce = header(wire, 'x-tif-nonce')
    const signature = header(wire, 'x-tif-signature')
    if (timestamp === undefined || nonce === undefined || signature === undefined) return 'no-headers'
    const signedAt = Number(timestamp) * 1000
    if (!/^\d{10}$/.test(timestamp) || !isFresh(signedAt, now)) return 'too-old'
    if (!sameText(signature.toLowerCase(), sign(timestamp, secret, nonce))) return 'wrong-signature'
    return { text: wire.body, nonce: { value: nonce, signedAt }, seal: asItIs }
  },
  call(text, { accessKey, keys }, now) {
    const timestamp = String(Math.floor(now.getTime() / 1000))
    const nonce = randomBytes(16).toString('hex')
    return {
      headers: {
        'x-tif-paasid': accessKey,
        'x-tif-timestamp': timestamp,
        'x-tif-nonce': nonce,
        'x-tif-signature': sign(timestamp, keys.secret, nonce),
      },
      body: text,
      unseal: asItIs,
    }
  },
}

function sign(timestamp: string, token: string, nonce: string): string {
  return sha256Hex(`${timestamp}${token}${nonce}${timestamp}`)
}
