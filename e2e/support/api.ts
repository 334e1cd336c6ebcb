import * as contracts from '@yichuang/contracts'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@yichuang/contracts'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'

type Contracts = typeof contracts
type Name = { [N in keyof Contracts]: Contracts[N] extends Endpoint ? N : never }[keyof Contracts]
interface Given<N extends Name> {
  readonly params?: ParamsOf<Contracts[N]>
  readonly query?: QueryOf<Contracts[N]>
  readonly body?: BodyOf<Contracts[N]>
  readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
}

/**
 * Calls an endpoint as whoever is signed in on the page: for what a journey needs but is not about. Throws with the
 * problem's own words.
 */
export async function call<N extends Name>(
  page: Page,
  name: N,
  given: Given<N> = {},
): Promise<ReplyOf<Contracts[N]>> {
  // oxlint-disable-next-line import/namespace -- the type of `name` is made of the endpoints there are
  const { method, path } = contracts[name] as Endpoint
  const params = (given.params ?? {}) as Record<string, string>
  const query = Object.entries(given.query ?? {}).map(([key, value]) => [key, String(value)])
  const address = `/api/v1${path.replaceAll(/:(\w+)/g, (_, key: string) => params[key]!)}`
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string }
  const response = await page.request.fetch(`${address}?${new URLSearchParams(query)}`, {
    method,
    headers: method === 'GET' ? {} : { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID() },
    ...(given.body !== undefined && { data: given.body }),
    ...(given.file && { multipart: { file: given.file } }),
  })
  if (!response.ok()) throw new Error(`${name} answered ${response.status()}: ${await response.text()}`)
  return (await response.json()) as ReplyOf<Contracts[N]>
}

/** Moves the demonstration to a day, as anybody may. */
export async function moveDay(today: string): Promise<void> {
  const { method, path } = contracts.moveDemoDay
  const response = await fetch(`${inject('baseUrl')}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ today }),
  })
  if (!response.ok) throw new Error(`The day could not be moved: ${await response.text()}`)
}
