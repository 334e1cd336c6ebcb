import { readFileSync } from 'node:fs'
import pg from 'pg'

/** One statement as the server sent it. `connection` tells which of its connections. */
interface Sent {
  readonly connection: number
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
}

/** Statements from `begin` to `commit`, or a single one outside any transaction. */
export type Transaction = readonly Sent[]

/** Reads what the tap wrote between two positions in bytes; transactions in the order in which they ended. */
export function readTap(file: string, from: number, to?: number): Transaction[] {
  const open = new Map<number, Sent[]>()
  const done: Transaction[] = []
  const lines = readFileSync(file).subarray(from, to).toString().split('\n')
  for (const line of lines) {
    if (line === '') continue
    const sent = JSON.parse(line) as Sent
    const running = open.get(sent.connection)
    if (sent.text === 'begin') open.set(sent.connection, [sent])
    else if (running === undefined) done.push([sent])
    else {
      running.push(sent)
      if (sent.text !== 'commit' && sent.text !== 'rollback') continue
      open.delete(sent.connection)
      // What the server took back would be taken back again; its work belongs to the rate all the same.
      done.push(running)
    }
  }
  return done
}

/**
 * Sends recorded statements again, by name, from so many connections, each playing the whole record with values of its own
 * over and over for some seconds. Gives how many whole records a second were committed.
 */
export async function replay(
  connect: () => Promise<pg.Client>,
  record: readonly Transaction[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<{
  readonly recordsPerSecond: number
  readonly statements: number
  readonly failed: number
  readonly refusals: readonly string[]
}> {
  const constants = constantTokens(record)
  const clients = await Promise.all(Array.from({ length: connections }, connect))
  let [played, failed, turn] = [0, 0, 0]
  const refusals = new Set<string>()
  const begin = performance.now()
  const end = begin + seconds * 1000
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        const fresh = freshValues(turn++, constants)
        for (const transaction of record) {
          try {
            for (const { name, text, values } of transaction)
              await client.query({ ...(name && { name }), text, values: values?.map(fresh) ?? [] })
          } catch (error) {
            failed += 1
            refusals.add((error as Error).message)
            await client.query('rollback')
          }
          if (performance.now() >= end) break
          played += 1
        }
      }
    }),
  )
  const recordsPerSecond = played / record.length / ((performance.now() - begin) / 1000)
  return { recordsPerSecond, statements: record.flat().length, failed, refusals: [...refusals] }
}

// What one life cycle has of its own: ids made by the server, hashes, case numbers, letter codes, marks of the benchmark.
const TOKEN =
  /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])|\d{9}-\d{8}-\d{4,}-\d|(?<!\d)\d{6}[2-9A-HJ-NP-Z]{20}(?![0-9A-Z])|bench-[a-z0-9]+-\d+|(?<![a-z0-9])tap[0-9a-z]{6}\d(?![a-z0-9])|(?<!\d)\d{9}-\d{8}-\d{3}(?![\d-])/g
const PERSON = /^00000003-0000-7000-8000-/
/** An id the server made; those of the benchmark's own people and offices begin with zeros. */
const OWN_ID = /^(?!0000000)[0-9a-f]{8}-/

/** Tokens that are the same in several cases, such as the hash of a policy pack: they stay as they are. */
export function constantTokens(record: readonly Transaction[]): ReadonlySet<string> {
  const owners = new Map<string, Set<string>>()
  for (const transaction of record) {
    const here = new Set<string>()
    for (const { values } of transaction)
      for (const token of JSON.stringify(values ?? []).match(TOKEN) ?? []) here.add(token)
    const owner = [...here].find((token) => OWN_ID.test(token))
    if (owner === undefined) continue
    for (const token of here) owners.set(token, (owners.get(token) ?? new Set()).add(owner))
  }
  // What is one case's own goes with that case, and with the payment run it is in.
  return new Set([...owners].filter(([, cases]) => cases.size > 4).map(([token]) => token))
}

/** A value as the server sent it, out of what the tap wrote. */
export const asSent = decoded((text) => text)

/** Values for the turn-th repetition: own tokens become others of the same form, the same way every time. */
export function freshValues(turn: number, constants: ReadonlySet<string>): (value: unknown) => unknown {
  // The same people again would only wait for each other's year.
  const stays = (token: string) => constants.has(token) && !PERSON.test(token)
  return decoded((text) => text.replace(TOKEN, (token) => (stays(token) ? token : other(token, turn))))
}

function decoded(renew: (text: string) => string): (value: unknown) => unknown {
  const read = (value: unknown): unknown => {
    if (typeof value === 'string') return renew(value)
    if (Array.isArray(value)) return value.map(read)
    if (value !== null && typeof value === 'object') {
      if ('bytes' in value) return Buffer.from(value.bytes as string, 'base64')
      if ('instant' in value) return new Date(value.instant as string)
    }
    return value
  }
  return read
}

function other(token: string, turn: number): string {
  const mark = (turn + 1).toString(16)
  if (PERSON.test(token)) {
    // People are numbered; another one of the same city does the same things.
    const number = Number.parseInt(token.slice(24), 16) + (turn + 1) * 200
    return token.slice(0, 24) + number.toString(16).padStart(12, '0')
  }
  // Offices, staff and hospitals of the benchmark are no one case's own.
  if (/^0000000\d-/.test(token)) return token
  if (token.length === 36 && token[8] === '-')
    return token.slice(0, 24) + mark.padStart(6, '0') + token.slice(30)
  if (token.length === 64) return mark.padStart(6, '0') + token.slice(6)
  const number = /^(\d{9}-\d{8}-)(\d+)(-\d)$/.exec(token)
  if (number) return `${number[1]}9${mark.replace(/\D/g, '7')}${turn}${number[2]}${number[3]}`
  return token.slice(0, -1) + turn.toString(36).toUpperCase() + token.slice(-1)
}
