import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { asSent, readTap, type Transaction } from './replay.ts'
import { startServer } from './server.ts'
import { openClinic, playFlows } from './settlement-flow.ts'

const LANES = 40
/** The tap writes every 100 ms. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 400))

/** What the server sends for so many flows, batches and all. */
export async function recordFlows(dataDir: string, people: number, flows: number): Promise<Transaction[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-tap-'))
  const file = path.join(folder, 'tap.jsonl')
  const server = await startServer({
    dataDir,
    nodeArguments: ['--import', path.join(import.meta.dirname, 'tap.ts')],
    environment: { BENCH_TAP: file },
  })
  const clinic = openClinic(server.base, people, `t${Date.now().toString(36)}`)
  try {
    await playFlows(clinic, { lanes: LANES, seconds: 60, most: LANES })
    await settled()
    const begin = statSync(file).size
    await playFlows(clinic, { lanes: LANES, seconds: 600, most: flows, from: LANES })
    await settled()
    return readTap(file, begin)
  } finally {
    clinic.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Sends the recorded statements again, by name, from so many connections, each playing the whole record with ids and people
 * of its own. A year somebody else changed in between is left as it is, which costs a little less than the server pays.
 */
export async function replayFlows(
  connect: () => Promise<pg.Client>,
  record: readonly Transaction[],
  options: { readonly connections: number; readonly seconds: number; readonly people: number },
): Promise<{
  readonly perSecond: number
  readonly statements: number
  readonly refusals: readonly string[]
}> {
  const flows = flowsIn(record)
  const clients = await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const client = await connect()
      await client.query('set role yichuang_app')
      return client
    }),
  )
  const refusals = new Set<string>()
  let [played, turn] = [0, 0]
  const begin = performance.now()
  const end = begin + options.seconds * 1000
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        const fresh = freshValues((turn += 1), options.people)
        for (const transaction of record) {
          try {
            for (const { name, text, values } of transaction)
              await client.query({ ...(name && { name }), text, values: values?.map(fresh) ?? [] })
          } catch (error) {
            refusals.add((error as Error).message)
            await client.query('rollback')
          }
          if (performance.now() >= end) break
          played += 1
        }
      }
    }),
  )
  const records = played / record.length
  return {
    perSecond: (records * flows) / ((performance.now() - begin) / 1000),
    statements: record.flat().length / flows,
    refusals: [...refusals],
  }
}

/** Settlements written by a record. */
function flowsIn(record: readonly Transaction[]): number {
  let flows = 0
  for (const { name, values } of record.flat())
    if (name === 'settlement.add-settlements') flows += (JSON.parse(String(values![1])) as unknown[]).length
  return flows
}

const TOKEN =
  /(?<!\d)\d{30}(?!\d)|H\d{11}20210615[a-z0-9]+\d{9}|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
const PERSON = '00000003-'
const TAIL = 100_000_000_000

/** Values for the turn-th repetition: ids of visits, settlements, messages and uploads, and people, become others. */
function freshValues(turn: number, people: number): (value: unknown) => unknown {
  const other = (token: string): string => {
    if (token.startsWith(PERSON)) {
      const number = (Number.parseInt(token.slice(24), 16) + turn * 2 * 1009) % people
      return token.slice(0, 24) + number.toString(16).padStart(12, '0')
    }
    if (token.startsWith('H')) return `${token}R${turn}`
    if (token.includes('-')) return token.slice(0, 28) + turn.toString(16).padStart(4, '0') + token.slice(32)
    return token.slice(0, 19) + String((Number(token.slice(19)) + turn * 7_368_787) % TAIL).padStart(11, '0')
  }
  const read = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(TOKEN, other)
    return Array.isArray(value) ? value.map(read) : value
  }
  return (value) => read(asSent(value))
}
