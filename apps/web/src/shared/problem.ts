/** One fault in what was sent: `path` such as `bills.0.amount`, and a sentence in the reader's language. */
export interface ProblemFault {
  path: string
  message: string
  code?: string
}

/** A refusal by the server (RFC 9457), already in the caller's language. */
export class Problem extends Error {
  readonly status: number
  /** stable name, such as `case-changed`; `unknown` when the reply was not a problem document */
  readonly code: string
  readonly title: string
  readonly detail: string
  /** how to mend it, a sentence; empty when the reply did not say */
  readonly mend: string
  readonly errors: readonly ProblemFault[]
  /** further members of the problem document */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown>) {
    const title = text(body.title) || `HTTP ${status}`
    super(text(body.detail) || title)
    this.name = 'Problem'
    this.status = status
    this.code = text(body.code) || text(body.type).split('/').at(-1) || 'unknown'
    this.title = title
    this.detail = text(body.detail)
    this.mend = text(body.mend)
    this.errors = Array.isArray(body.errors) ? (body.errors as ProblemFault[]) : []
    this.more = body
  }
}

/** The server could not be reached: nothing is known to have happened, and the same request may be sent again. */
export class Offline extends Error {
  constructor(cause?: unknown) {
    super('the server could not be reached', { cause })
    this.name = 'Offline'
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
