import type { TraceStep } from './scheme.ts'

/**
 * The trace as JSON with keys in order, so that the same trace is the same text: what is stored, hashed, and compared
 * with the replay.
 */
export function auditJson(trace: TraceStep): string {
  return JSON.stringify(trace, (_key, value: unknown) => (isPlainObject(value) ? inKeyOrder(value) : value))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inKeyOrder(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, value[key]]),
  )
}
