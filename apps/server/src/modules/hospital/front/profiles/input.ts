import { isEnvelope } from './envelope.ts'
import { fromBase64, sm4Decrypt, sm4Encrypt } from './crypto.ts'

/** An envelope whose `input` is Base64 of SM4, opened: the input, and the envelope with it in plain. */
export function openInput(
  envelope: Readonly<Record<string, unknown>>,
  key: string,
): { readonly input: string; readonly text: string } | undefined {
  const { input: sealed, ...rest } = envelope
  const bytes = typeof sealed === 'string' ? fromBase64(sealed) : undefined
  const input = bytes && sm4Decrypt(bytes, key)
  // What was enciphered must be one value of JSON, or it could write keys of its own into the envelope.
  if (input === undefined || !isJson(input)) return undefined
  return { input, text: `${JSON.stringify(rest).slice(0, -1)},"input":${input}}` }
}

/** A reply with its `output` enciphered, as such a client expects it; what has none stays as it is. */
export function sealOutput(reply: string, key: string): string {
  const json: unknown = JSON.parse(reply)
  if (!isEnvelope(json) || json['output'] === null || json['output'] === undefined) return reply
  const output = sm4Encrypt(JSON.stringify(json['output']), key).toString('base64')
  return JSON.stringify({ ...json, enctype: 'SM4', output })
}

/** The other side of `sealOutput`. Throws an Error where it cannot be read. */
export function openOutput(reply: string, key: string): string {
  const json: unknown = JSON.parse(reply)
  if (!isEnvelope(json) || typeof json['output'] !== 'string') return reply
  const output = sm4Decrypt(Buffer.from(json['output'], 'base64'), key)
  if (output === undefined) throw new Error('The output cannot be deciphered with this key')
  return JSON.stringify({ ...json, output: JSON.parse(output) as unknown })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
