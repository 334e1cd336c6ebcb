import { defineProblem } from './problem.ts'

export const DatabaseUnavailable = defineProblem({
  code: 'database-unavailable',
  status: 503,
  title: { zh: '数据库暂时无法访问', en: 'The database cannot be reached at the moment' },
  mend: {
    zh: '请稍候几秒再试；重复提交同一请求不会重复办理。',
    en: 'Try again in a few seconds; sending the same request again does not do it twice.',
  },
  retryAfter: 5,
})

interface DriverError {
  readonly code?: string
  readonly constraint?: string
  readonly message?: string
}

// Class 08: connection; 57P: the server goes down or comes up; 53300: no free connection.
const LOST = /^(08...|57P0[1-5]|53300)$/
const LOST_SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
])
const LOST_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/

/** Whether an error of the driver means that the connection is gone, and not that the statement was wrong. */
export function connectionLost(error: unknown): boolean {
  const { code, message } = error as DriverError
  if (code !== undefined) return LOST.test(code) || LOST_SOCKET.has(code)
  return LOST_MESSAGE.test(message ?? '')
}

// 23xxx are the constraint violations; on a sharded table the name has a shard number and is only in the message.
const VIOLATION = /^23...$/
const NAME_IN_MESSAGE = /constraint "([^"]+)"/

/**
 * The name of the constraint a write violated, or undefined when the error is something else. A module maps its own
 * names to its problems.
 */
export function violatedConstraint(error: unknown): string | undefined {
  const { code, constraint, message } = (error ?? {}) as DriverError
  if (code === undefined || !VIOLATION.test(code)) return undefined
  const name = constraint ?? NAME_IN_MESSAGE.exec(message ?? '')?.[1]
  return name?.replace(/_\d+$/, '')
}
