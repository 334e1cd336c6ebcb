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

export const DatabaseTooSlow = defineProblem({
  code: 'database-too-slow',
  status: 503,
  title: { zh: '数据库没有在规定时间内答复', en: 'The database did not answer in time' },
  mend: {
    zh: '请稍候再试；查询范围较大时，请缩短期间或减少条件。没有任何内容被更改。',
    en: 'Try again later; for a wide search take a shorter period. Nothing was changed.',
  },
  retryAfter: 30,
})

interface DriverError {
  readonly code?: string
  readonly constraint?: string
  readonly message?: string
}

// Class 08: connection; 57P: the server goes down or comes up; 53300: no free connection; 25P03: idle in a transaction
// for too long.
const LOST = /^(08...|57P0[1-5]|53300|25P03)$/
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

/** Whether PostgreSQL broke a statement off because it took longer than a session's statements may. */
export function tookTooLong(error: unknown): boolean {
  return (error as DriverError).code === '57014'
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
