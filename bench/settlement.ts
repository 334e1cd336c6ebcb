import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { settle } from './city.ts'
import type { Figures } from './report.ts'
import { besides, newDatabase, startServer, withDatabaseAlone, type Server } from './server.ts'
import { fillSettlements } from './settlement-fill.ts'
import { openClinic, playFlows, type Clinic } from './settlement-flow.ts'
import { recordFlows, replayFlows } from './settlement-raw.ts'
import { addTown } from './settlement-town.ts'
import { percentile, round } from './stats.ts'

export interface SettlementOptions {
  /** settlements stored before the rate is measured */
  readonly settlements: number
  readonly people: number
  /** how long the rate is measured on the filled database */
  readonly minutes: number
  readonly smoke: boolean
  /** a folder of its own, kept by the caller; a temporary one when absent */
  readonly dataDir?: string | undefined
  /** the folder is full from a run before: no growth is measured */
  readonly filled?: boolean
  readonly tell: (text: string) => void
}

/** Flows going on at once: hospitals of a province at a busy hour. */
const LANES = 40
const CONNECTIONS = 10
const EMPTY_SECONDS = 20

/**
 * Complete out-patient flows over HTTP, signed, on a database of its own: on the empty one, then with so many settlements
 * stored, and the same statements sent bare. Zero errors and exact years are part of it: anything else throws.
 */
export async function benchSettlement(options: SettlementOptions): Promise<Figures> {
  const { settlements, people, minutes, smoke, tell } = options
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'yichuang-settlement-'))
  const seconds = smoke ? 2 : minutes * 60
  try {
    const empty = options.filled ? undefined : await emptyThenFilled(dataDir, options)
    const full = await measured(dataDir, people, options.filled ? freshMark() : 'b', seconds, tell)
    tell('settlement: the same SQL, sent bare')
    const record = await recordFlows(dataDir, people, smoke ? 20 : 400)
    const raw = await withDatabaseAlone(dataDir, true, (connect) =>
      replayFlows(connect, record, { connections: CONNECTIONS, seconds: smoke ? 1 : EMPTY_SECONDS, people }),
    )
    tell(
      `settlement: ${raw.perSecond.toFixed(1)} flows a second by a bare loop of the same named statements, ` +
        `${raw.statements.toFixed(1)} statements each; refused: ${raw.refusals.join('; ') || 'none'}`,
    )
    return {
      settlement_flows_per_s: round(full.perSecond),
      settle_p99_ms: round(full.p99),
      ...(empty && {
        settlement_flows_per_s_empty: round(empty.perSecond),
        settlement_growth: round(empty.perSecond / full.perSecond, 2),
      }),
      settlement_raw_per_s: round(raw.perSecond),
      settlement_share_of_pgbench: round(full.perSecond / raw.perSecond, 2),
      settlement_server_ms_per_message: round(full.serverMs, 2),
      settlement_postgres_ms_per_message: round(full.postgresMs, 2),
      settlement_client_ms_per_message: round(full.clientMs, 2),
      settlements_stored: settlements,
    }
  } finally {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The rate while hardly anything is stored; then the database is filled. */
async function emptyThenFilled(
  dataDir: string,
  { settlements, people, smoke, tell }: SettlementOptions,
): Promise<{ readonly perSecond: number }> {
  tell('settlement: a new database, institutions and people')
  await newDatabase(dataDir, async (sql) => {
    await settle(sql)
    await addTown(sql, dataDir, people)
  })
  const empty = await measured(dataDir, people, 'a', smoke ? 2 : EMPTY_SECONDS, tell)
  tell(`settlement: filling ${settlements.toLocaleString('en')} settlements`)
  const { seconds, gigabytes } = await withDatabaseAlone(dataDir, false, (connect) =>
    fillSettlements(connect, { settlements, people }),
  )
  tell(`settlement: filled in ${seconds.toFixed(0)} s, ${gigabytes} GB`)
  return empty
}

async function measured(
  dataDir: string,
  people: number,
  mark: string,
  seconds: number,
  tell: (text: string) => void,
) {
  return withServer(dataDir, async (server, sql) => {
    const clinic = openClinic(server.base, people, mark)
    try {
      const warm = await playFlows(clinic, { lanes: LANES, seconds: Math.min(5, seconds) })
      // Plans made while nothing was stored are made anew once the tables have statistics; the server's own autovacuum does
      // this within a minute.
      await sql.query('analyze')
      clinic.times.clear()
      const postmaster = await postmasterOf(sql)
      const before = cpuOf(server, postmaster)
      const { perSecond, done } = await playFlows(clinic, { lanes: LANES, seconds, from: warm.done })
      const after = cpuOf(server, postmaster)
      const messages = done * 5
      const p99 = percentile(clinic.times.get('2207')!, 0.99)
      const each = (key: keyof Cpu) => (after[key] - before[key]) / messages
      tell(
        `settlement: ${done} flows, ${perSecond.toFixed(1)} a second; p50/p99 ms: ${spread(clinic)}; CPU ms a message: ` +
          `server ${each('server').toFixed(2)}, PostgreSQL ${each('postgres').toFixed(2)}, client ${each('client').toFixed(2)}`,
      )
      await checkBooks(sql, clinic, mark, warm.done + done)
      return {
        perSecond,
        p99,
        serverMs: each('server'),
        postgresMs: each('postgres'),
        clientMs: each('client'),
      }
    } finally {
      clinic.close()
    }
  })
}

/** Messages of a run on a database that another run has used must be unlike its messages. */
const freshMark = () => `z${Date.now().toString(36)}`

/** Every settlement is there once, and what people have used is the sum of their settlements, to the fen. */
async function checkBooks(sql: pg.Client, clinic: Clinic, mark: string, flows: number): Promise<void> {
  const played = await sql.query<{ count: string; fund: string }>(
    `select count(*), coalesce(sum(fund_pay_sumamt), 0) * 100 as fund from settlement.settlement
     where substr(msgid, 13) like '20210615' || $1 || '%'`,
    [mark],
  )
  const { count, fund } = played.rows[0]!
  if (Number(count) !== flows || Math.round(Number(fund)) !== clinic.paid())
    throw new Error(
      `${flows} settlements for ${clinic.paid()} fen were answered, ${count} for ${fund} are stored`,
    )
  const wrong = await sql.query<{ person_id: string }>(
    `select a.person_id from claims.accumulator a
     join (select person_id, year, sum(fund_pay_sumamt) as fund, sum(inscp_scp_amt) as in_scope, sum(act_pay_dedc) as deductible
           from settlement.settlement group by person_id, year) s using (person_id, year)
     where (a.fund_paid, a.in_scope_used, a.deductible_used) is distinct from (s.fund, s.in_scope, s.deductible) limit 3`,
  )
  if (wrong.rows.length > 0)
    throw new Error(`The year of ${wrong.rows[0]!.person_id} is not the sum of the settlements`)
}

interface Cpu {
  readonly server: number
  readonly postgres: number
  readonly client: number
}

/** Milliseconds of CPU used so far; of PostgreSQL, by the postmaster and every process it has now. */
function cpuOf({ pid }: Server, postmaster: number): Cpu {
  const { user, system } = process.cpuUsage()
  return { server: cpuMs(pid), postgres: postgresMs(postmaster), client: (user + system) / 1000 }
}

const TICK_MS = 10

/** Fields of /proc/PID/stat behind the name, which may hold blanks; nothing for a process that is gone. */
function statOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function cpuMs(pid: number): number {
  const [user, system] = statOf(pid).slice(11, 13)
  return (Number(user ?? 0) + Number(system ?? 0)) * TICK_MS
}

function postgresMs(postmaster: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const children = pids.map(Number).filter((pid) => Number(statOf(pid)[1]) === postmaster)
  return [postmaster, ...children].reduce((sum, pid) => sum + cpuMs(pid), 0)
}

async function postmasterOf(sql: pg.Client): Promise<number> {
  const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid')
  return Number(statOf(rows[0]!.pid)[1])
}

function spread({ times }: Clinic): string {
  return [...times]
    .map(([infno, ms]) => `${infno} ${percentile(ms, 0.5).toFixed(0)}/${percentile(ms, 0.99).toFixed(0)}`)
    .join(', ')
}

async function withServer<T>(
  dataDir: string,
  work: (server: Server, sql: pg.Client) => Promise<T>,
): Promise<T> {
  const server = await startServer({ dataDir })
  try {
    const { sql, close } = await besides(dataDir)
    try {
      return await work(server, sql)
    } finally {
      await close()
    }
  } finally {
    await server.stop()
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      smoke: { type: 'boolean', default: false },
      settlements: { type: 'string', default: '1000000' },
      people: { type: 'string', default: '200000' },
      minutes: { type: 'string', default: '1' },
      data: { type: 'string' },
      filled: { type: 'boolean', default: false },
    },
  })
  const begin = performance.now()
  const figures = await benchSettlement({
    settlements: values.smoke ? 2000 : Number(values.settlements),
    people: values.smoke ? 1000 : Number(values.people),
    minutes: Number(values.minutes),
    smoke: values.smoke,
    dataDir: values.data,
    filled: values.filled,
    tell: (text) =>
      console.error(`[${((performance.now() - begin) / 1000).toFixed(0).padStart(4)} s] ${text}`),
  })
  console.log(JSON.stringify(figures, null, 1))
}
