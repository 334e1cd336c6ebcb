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
const HIDDEN = [...HIDDEN_FIELDS, 'authorization', 'cookie', 'password', 'token', 'body', 'query']

/** Options of the platform's log: JSON lines with ISO times, named subjects, and nothing that tells who a person is. */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths: HIDDEN.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '***' },
    serializers: { err: describeError, error: describeError },
    hooks: { streamWrite: withoutPersonalData },
  }
}

/** The platform's log; `to` replaces standard output in tests. */
export function createLog(level: string, to?: DestinationStream): Logger {
  return to ? pino(logOptions(level), to) : pino(logOptions(level))
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
