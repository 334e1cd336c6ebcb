import { sameText } from './crypto.ts'
import { institutionOf, isEnvelope, readObject } from './envelope.ts'
import { asItIs, type Profile } from './profile.ts'

/**
 * A token inside `exp_content` (or beside the nodes), put there by a component on the institution's computer. How that
 * component makes it is not published; here it is what the centre gave the institution.
 */
export const cardToken: Profile = {
  name: 'card-token',
  claim: (wire) => institutionOf(wire.envelope()),
  open(wire, _institution, { secret }) {
    const tokens = [...tokensIn(wire.envelope()?.['input'], 0)]
    if (tokens.length === 0) return 'no-headers'
    // Two different tokens in one message are one too many, even when one of them is right.
    if (!tokens.every((token) => sameText(token, secret))) return 'unknown-user'
    return { text: wire.body, seal: asItIs }
  },
  call(text, { keys }) {
    const envelope = readObject(text) ?? {}
    const input = isEnvelope(envelope['input']) ? envelope['input'] : {}
    const [first] = Object.keys(input)
    const node = first === undefined ? undefined : input[first]
    const exp_content = { card_token: keys.secret }
    const put = isEnvelope(node)
      ? { ...input, [first!]: { ...node, exp_content } }
      : { ...input, exp_content }
    return { headers: {}, body: JSON.stringify({ ...envelope, input: put }), unseal: asItIs }
  },
}

const DEEPEST = 4

function* tokensIn(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string' && value.trimStart().startsWith('{')) {
    const inner = readObject(value)
    if (inner) yield* tokensIn(inner, depth + 1)
  }
  if (depth > DEEPEST || !isEnvelope(value)) return
  for (const [key, each] of Object.entries(value)) {
    if (key === 'card_token' && typeof each === 'string' && each !== '') yield each
    else if (isEnvelope(each) || /^exp_?content$/i.test(key)) yield* tokensIn(each, depth + 1)
  }
}
