/** Digits a double cannot hold exactly, or an exponent. Inside a text it costs time only. */
const DELICATE = /[:,[]\s*-?(?:[\d.]{16,}|[\d.]+[eE])/

/**
 * Reads JSON without losing a digit: a number a double would round is kept as the text that was sent, and every reader
 * takes numbers as text. Returns undefined where the text is no JSON.
 */
export function parseJson(text: string): unknown {
  try {
    return DELICATE.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
  } catch {
    return undefined
  }
}

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value
  return String(value) === context.source ? value : context.source
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
