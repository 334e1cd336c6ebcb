import { parseJson } from '@yichuang/hsa'

/** A JSON object, no list. */
export function isEnvelope(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The body as an object, no digit lost; nothing where it is none. */
export function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const json = parseJson(text)
  return isEnvelope(json) ? json : undefined
}

/** The institution an envelope says it is from. */
export function institutionOf(envelope: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const code = envelope?.['fixmedins_code'] ?? envelope?.['fixmedinsCode']
  return typeof code === 'string' && /^[A-Za-z0-9_-]{1,30}$/.test(code.trim()) ? code.trim() : undefined
}
