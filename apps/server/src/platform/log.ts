import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino'

export type { Logger } from 'pino'

// The last wall: whatever reached a log line by mistake. Ids and accounts are long runs of digits, phones eleven.
const PERSONAL = /(?<![\dA-Fa-f-])(?:\d{17}[\dXx]|1[3-9]\d{9}|\d{12,19})(?![\dA-Fa-f-])/g

const HIDDEN_FIELDS = [
  'idNumber',
  'residentId',
  'name',
  'personName',
  'holder',
  'phone',
  'mobile',
  'account',
  'bankAccount',
]
const HIDDEN = new Set([
  ...HIDDEN_FIELDS,
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'body',
  'query',
])
const DEEPEST = 4

/** Options of the platform's log: JSON lines with ISO times, named subjects, and nothing that tells who a person is. */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { log: (line) => withoutHidden(line, DEEPEST) as Record<string, unknown> },
    serializers: { err: describeError, error: describeError },
    hooks: { streamWrite: withoutPersonalData },
  }
}

/** The platform's log; `to` replaces standard output in tests. */
export function createLog(level: string, to?: DestinationStream): Logger {
  return to ? pino(logOptions(level), to) : pino(logOptions(level))
}

/**
 * A line without the fields that hold personal data or secrets. By hand: a library that is given the paths looks for each of
 * them in every line, which cost the server more than writing the line.
 */
function withoutHidden(value: unknown, deep: number): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Error || value instanceof Date)
    return value
  if (deep === 0) return '…'
  if (Array.isArray(value)) return value.map((item) => withoutHidden(item, deep - 1))
  // Requests, connections and the like: nobody knows what they carry.
  if (value.constructor !== Object) return `[${value.constructor?.name ?? 'object'}]`
  const shown: Record<string, unknown> = {}
  for (const [field, inner] of Object.entries(value))
    shown[field] = HIDDEN.has(field) ? '***' : withoutHidden(inner, deep - 1)
  return shown
}

/** Masks every run of digits that can be an ID number, a phone or an account. */
export function withoutPersonalData(line: string): string {
  return line.replace(PERSONAL, '***')
}

/** An error without what drivers add to it: PostgreSQL's `detail` holds the values of the row. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}
