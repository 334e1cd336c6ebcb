import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { settle } from './city.ts'
import { cpuOf, postmasterOf, type Cpu } from './cpu.ts'
import type { Figures } from './report.ts'
import { besides, newDatabase, startServer, withDatabaseAlone, type Server } from './server.ts'
import { fillSettlements } from './settlement-fill.ts'
import { openClinic, playFlows, type Clinic } from './settlement-flow.ts'
import { recordFlows, replayFlows } from './settlement-raw.ts'
import { addTown } from './settlement-town.ts'
import { percentile, round } from './stats.ts'
import { openWard, STAY_LINES } from './stay-flow.ts'

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
/** Before each measurement, on the empty and on the full database alike. */
const WARM_UP_SECONDS = 20
/** What growth compares: the first so many seconds after the same warm-up, on the empty and on the full database. */
const GROWTH_SECONDS = 60
const RAW_SECONDS = 20
/** Stays of 500 lines that are measured, one after the other. */
const STAYS = 40

/**
 * Complete out-patient flows over HTTP, signed, on a database of its own: on the empty one, then with so many settlements
 * stored; stays of 500 lines; and the same statements of a flow sent bare. Zero errors and exact years are part of it: anything else throws.
 */
export async function benchSettlement(options: SettlementOptions): Promise<Figures> {
  const { settlements, people, minutes, smoke, tell } = options
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'yichuang-settlement-'))
  const seconds = smoke ? 2 : minutes * 60
  try {
    const empty = options.filled ? undefined : await emptyThenFilled(dataDir, options)
    const full = await measured(dataDir, options, options.filled ? freshMark() : 'b', seconds)
    const stay = await measuredStays(dataDir, options)
    tell('settlement: the same SQL, sent bare')
    const record = await recordFlows(dataDir, people, smoke ? 20 : 400)
    const raw = await withDatabaseAlone(dataDir, true, (connect) =>
      replayFlows(connect, record, { connections: CONNECTIONS, seconds: smoke ? 1 : RAW_SECONDS, people }),
    )
    tell(
      `settlement: ${raw.perSecond.toFixed(1)} flows a second by a bare loop of the same named statements, ` +
        `${raw.statements.toFixed(1)} statements each; refused: ${raw.refusals.join('; ') || 'none'}`,
    )
    return {
      settlement_flows_per_s: round(full.perSecond),
      settle_p99_ms: round(full.p99),
      ...(empty && {
        settlement_flows_per_s_empty: round(empty.firstPerSecond),
        settlement_growth: round(empty.firstPerSecond / full.firstPerSecond, 2),
      }),
      inpatient_500_lines_s: round(stay.p95, 3),
      inpatient_500_lines_s_median: round(stay.median, 3),
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
  options: SettlementOptions,
): Promise<{ readonly firstPerSecond: number }> {
  const { settlements, people, smoke, tell } = options
  tell('settlement: a new database, institutions and people')
  await newDatabase(dataDir, async (sql) => {
    await settle(sql)
    await addTown(sql, dataDir, people)
  })
  const empty = await measured(dataDir, options, 'a', smoke ? 2 : GROWTH_SECONDS)
  tell(`settlement: filling ${settlements.toLocaleString('en')} settlements`)
  const { seconds, gigabytes } = await withDatabaseAlone(dataDir, false, (connect) =>
    fillSettlements(connect, { settlements, people }),
  )
  tell(`settlement: filled in ${seconds.toFixed(0)} s, ${gigabytes} GB`)
  return empty
}

/** The rate of flows over `seconds`, and of the first GROWTH_SECONDS of them. */
async function measured(
  dataDir: string,
  { people, smoke, tell }: SettlementOptions,
  mark: string,
  seconds: number,
) {
  return withServer(dataDir, async (server, sql) => {
    const clinic = openClinic(server.base, people, mark)
    try {
      const warm = await playFlows(clinic, { lanes: LANES, seconds: smoke ? 1 : WARM_UP_SECONDS })
      // Plans made while nothing was stored are made anew once the tables have statistics; the server's own autovacuum does
      // this within a minute. What was written so far goes to disk now, not while the first seconds are measured.
      await sql.query('analyze')
      await sql.query('checkpoint')
      clinic.times.clear()
      const postmaster = await postmasterOf(sql)
      const before = cpuOf(server, postmaster)
      const began = performance.now()
      const short = Math.min(seconds, GROWTH_SECONDS)
      const first = await playFlows(clinic, { lanes: LANES, seconds: short, from: warm.done })
      const rest =
        seconds > short
          ? await playFlows(clinic, { lanes: LANES, seconds: seconds - short, from: warm.done + first.done })
          : { done: 0 }
      const done = first.done + rest.done
      const perSecond = done / ((performance.now() - began) / 1000)
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
        firstPerSecond: first.perSecond,
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

/** Whole stays of 500 lines with everything stored: seconds from admission to settlement. */
async function measuredStays(
  dataDir: string,
  { people, smoke, tell }: SettlementOptions,
): Promise<{ readonly median: number; readonly p95: number }> {
  return withServer(dataDir, async (server) => {
    const ward = openWard(server.base, people, freshMark())
    try {
      const [warm, measure] = smoke ? [1, 2] : [10, STAYS]
      for (let turn = 0; turn < warm; turn += 1) await ward.stay(turn)
      ward.times.clear()
      const seconds: number[] = []
      for (let turn = warm; turn < warm + measure; turn += 1) seconds.push(await ward.stay(turn))
      const [median, p95] = [percentile(seconds, 0.5), percentile(seconds, 0.95)]
      tell(
        `settlement: ${measure} stays of ${STAY_LINES} lines, median ${median.toFixed(3)} s, p95 ${p95.toFixed(3)} s; p50/p99 ms: ${spread(ward)}`,
      )
      return { median, p95 }
    } finally {
      ward.close()
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

function spread({ times }: Pick<Clinic, 'times'>): string {
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
      minutes: { type: 'string', default: '10' },
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
