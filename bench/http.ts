import type { Connections } from './connections.ts'

export interface Answer {
  readonly status: number
  readonly text: string
}

/** A browser without a window: keeps cookies and the session's token, follows nothing by itself. */
export interface Visitor {
  send(method: string, path: string, body?: Body, headers?: Record<string, string>): Promise<Answer>
  json<T>(method: string, path: string, body?: unknown): Promise<T>
  csrf: string
}

export type Body = { readonly type: string; readonly bytes: Buffer | string }

/** A session that exists already. */
export interface SignedIn {
  readonly cookies: Readonly<Record<string, string>>
  readonly csrf: string
}

/** Opens a visitor who sends on shared connections. */
export function visitor(connections: Connections, as?: SignedIn): Visitor {
  const cookies = new Map(Object.entries(as?.cookies ?? {}))
  const self: Visitor = {
    csrf: as?.csrf ?? '',
    async send(method, path, body, headers = {}) {
      let head = `${method} ${path} HTTP/1.1`
      for (const [name, value] of Object.entries(headers)) head += `\r\n${name}: ${value}`
      if (cookies.size > 0) head += `\r\ncookie: ${[...cookies].map(([k, v]) => `${k}=${v}`).join('; ')}`
      if (method !== 'GET' && self.csrf) head += `\r\nx-csrf-token: ${self.csrf}`
      if (body) head += `\r\ncontent-type: ${body.type}`
      const reply = await connections.send(head, body?.bytes)
      for (const [, line] of reply.headers.matchAll(/^set-cookie: *(.*)$/gim)) keep(cookies, line!)
      return { status: reply.status, text: reply.body }
    },
    async json<T>(method: string, path: string, body?: unknown): Promise<T> {
      const answer = await self.send(
        method,
        path,
        body === undefined ? undefined : { type: 'application/json', bytes: JSON.stringify(body) },
        method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() },
      )
      if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`)
      return JSON.parse(answer.text) as T
    },
  }
  return self
}

interface FileToSend {
  readonly field?: string
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A multipart body with one file, and JSON before it where the call takes both. */
export function oneFile({ field = 'file', name, type, bytes }: FileToSend, json?: string): Body {
  const boundary = `----yichuang${crypto.randomUUID()}`
  const part = (about: string) => `--${boundary}\r\ncontent-disposition: form-data; ${about}\r\n\r\n`
  const before = json === undefined ? '' : `${part('name="json"')}${json}\r\n`
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([
      Buffer.from(before + part(`name="${field}"; filename="${name}"\r\ncontent-type: ${type}`)),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
