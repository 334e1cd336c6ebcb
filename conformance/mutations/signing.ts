import { createHmac } from 'node:crypto'
import type { Random } from '../../apps/server/src/demo/random.ts'

/** An institution's computer that signs with HMAC-SM3 over the body (profile x-ca). */
export interface Signer {
  readonly code: string
  readonly secret: string
}

/** Headers that prove the sender of a body. */
export function sign({ code, secret }: Signer, body: Buffer, second = now()): Record<string, string> {
  const mac = createHmac('sm3', secret).update(`${second}\n`).update(body).digest('hex').toUpperCase()
  return { 'x-ca-key': code, 'x-ca-signature': `${second}:${mac}` }
}

const now = () => Math.floor(Date.now() / 1000)
const HOURS = 3600

/** Headers that prove nothing: a centre that takes such a message takes anything. */
export function forge(signer: Signer, body: Buffer, other: string, random: Random): Record<string, string> {
  const right = sign(signer, body)
  const [second, mac] = right['x-ca-signature']!.split(':') as [string, string]
  switch (random.int(0, 8)) {
    case 0:
      return sign({ ...signer, secret: `${signer.secret}x` }, body)
    case 1:
      return sign(signer, body, now() - 3 * HOURS)
    case 2:
      return sign(signer, body, now() + 3 * HOURS)
    case 3:
      return sign(signer, Buffer.concat([body, Buffer.from(' ')]))
    case 4:
      return { ...right, 'x-ca-key': other }
    case 5:
      return { 'x-ca-key': signer.code }
    case 6:
      return {}
    case 7:
      return { ...right, 'x-ca-signature': `${Number(second) + 1}:${mac}` }
    default:
      return { ...right, 'x-ca-signature': `${second}:${mac.slice(0, random.int(0, 63))}` }
  }
}
