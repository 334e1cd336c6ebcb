import type * as contracts from '@yichuang/contracts'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from '@yichuang/contracts'
import { endpoints } from './endpoints.ts'
import { language } from './language.ts'
import { Offline, Problem } from './problem.ts'
import { send } from './send.ts'
import type { Progress, Reply } from './send.ts'

export { Offline, Problem } from './problem.ts'

type Contracts = typeof contracts
export type EndpointName = keyof typeof endpoints
type Has<Key extends string, T> = [T] extends [undefined] ? { [K in Key]?: undefined } : { [K in Key]: T }
type MayHave<Key extends string, T> = [T] extends [undefined]
  ? { [K in Key]?: undefined }
  : undefined extends T
    ? { [K in Key]?: T }
    : Record<string, never> extends T
      ? { [K in Key]?: T }
      : { [K in Key]: T }

export type CallOptions<Name extends EndpointName> = Has<'params', ParamsOf<Contracts[Name]>> &
  MayHave<'query', QueryOf<Contracts[Name]>> &
  MayHave<'body', BodyOf<Contracts[Name]>> & {
    /** the file of an upload */
    file?: File
    /** one key per intent of the user; pass the same one when the same intent is sent again */
    intent?: string
    signal?: AbortSignal
    onProgress?: Progress
  }
type Options = {
  params?: Record<string, string>
  query?: object
  body?: unknown
  file?: File
  intent?: string
  signal?: AbortSignal
  onProgress?: Progress
}
type Given<Name extends EndpointName> =
  Record<string, never> extends CallOptions<Name>
    ? [options?: CallOptions<Name>]
    : [options: CallOptions<Name>]

const RETRY_AFTER_MS = [300, 1000, 2500]
let csrfToken: string | null | undefined

/**
 * Calls an endpoint of the contract and answers its JSON reply. Sends the CSRF token, an `Idempotency-Key` for writes
 * and the language. Throws {@link Problem} for a refusal and {@link Offline} when the server cannot be reached; only
 * reads are repeated by themselves.
 * @example const view = await call('getCase', { params: { caseId }, query: { regionCode } })
 */
export async function call<Name extends EndpointName>(
  name: Name,
  ...[options]: Given<Name>
): Promise<ReplyOf<Contracts[Name]>> {
  const reply = await request(name, options)
  const body = reply.text === '' ? undefined : (JSON.parse(reply.text) as unknown)
  if (name === 'getSession') csrfToken = (body as { csrfToken: string | null }).csrfToken
  return body as ReplyOf<Contracts[Name]>
}

/** Calls an endpoint whose reply is a file, and answers the file with the name the server gave it. */
export async function download<Name extends EndpointName>(
  name: Name,
  ...[options]: Given<Name>
): Promise<{ blob: Blob; name: string }> {
  const reply = await request(name, options)
  return { blob: reply.blob, name: reply.fileName ?? name }
}

/** Address of an endpoint, for links and pictures: `<a href={addressOf('getLetter', { params, query })}>`. */
export function addressOf<Name extends EndpointName>(name: Name, ...[options]: Given<Name>): string {
  const { params = {}, query = {} } = (options ?? {}) as Options
  const path = endpoints[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query) as [
    string,
    string | number | boolean | null | undefined,
  ][]) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  }
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

/** A fresh key for one intent of the user, also where `crypto.randomUUID` is missing (plain http in a local network). */
export function newIntent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function request(name: EndpointName, options: Options = {}): Promise<Reply> {
  const { method } = endpoints[name]
  const headers: Record<string, string> = { 'accept-language': language() }
  if (method !== 'GET') {
    if (csrfToken === undefined) await call('getSession')
    if (csrfToken) headers['x-csrf-token'] = csrfToken
    headers['idempotency-key'] = options.intent ?? newIntent()
  }
  let body: string | FormData | undefined
  if (options.file) {
    body = new FormData()
    body.set('file', options.file)
  } else if (options.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(options.body)
  }
  const url = addressOf(name, ...([options] as unknown as Given<typeof name>))
  const once = () => send(method, url, headers, body, options)
  let reply = await (method === 'GET' ? patiently(once, options.signal) : once())
  if (reply.status === 403 && problemBody(reply.text).code === 'csrf-token-wrong') {
    // The session was renewed in another tab: nothing was done yet, so ask for its token and send again.
    const { csrfToken: renewed } = await call('getSession')
    headers['x-csrf-token'] = renewed ?? ''
    reply = await once()
  }
  if (reply.status >= 400) throw new Problem(reply.status, problemBody(reply.text))
  return reply
}

async function patiently(once: () => Promise<Reply>, signal?: AbortSignal): Promise<Reply> {
  for (const wait of RETRY_AFTER_MS) {
    try {
      const reply = await once()
      if (reply.status !== 502 && reply.status !== 503 && reply.status !== 504) return reply
    } catch (error) {
      if (!(error instanceof Offline) || signal?.aborted) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, wait))
    signal?.throwIfAborted()
  }
  return once()
}

function problemBody(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {} // a proxy's own error page; the status says what is left to say
  }
}
