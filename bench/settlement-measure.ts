import type pg from 'pg'
import { cpuOf, postmasterOf, type Cpu } from './cpu.ts'
import { besides, startServer, type Server } from './server.ts'
import { openClinic, playFlows, type Clinic } from './settlement-flow.ts'
import { percentile } from './stats.ts'
import { openWard, STAY_LINES } from './stay-flow.ts'

export interface SettlementOptions {
  /** settlements stored before the rate is measured */
  readonly settlements: number
  readonly people: number
  /** how long the rate is measured on the filled database */
  readonly minutes: number
  readonly smoke: boolean
  /** a folder of its own for both databases, kept by the caller; a temporary one when absent */
  readonly dataDir?: string | undefined
  /** the folder is full from a run before */
  readonly filled?: boolean
  readonly tell: (text: string) => void
}

/** Flows going on at once: hospitals of a province at a busy hour. */
export const LANES = 40
/** Before each measurement, whatever is stored. */
export const WARM_UP_SECONDS = 20
/** Stays of 500 lines that are measured, one after the other. */
const STAYS = 40

/** The rate of flows over `seconds`, and what each part of the machine spent on a message. */
export async function measured(
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
      const { done } = await playFlows(clinic, { lanes: LANES, seconds, from: warm.done })
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
export async function measuredStays(
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
export const freshMark = () => `z${Date.now().toString(36)}`

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
     join (select person_id, year, care_kind, sum(fund_pay_sumamt) as fund, sum(inscp_scp_amt) as in_scope, sum(act_pay_dedc) as deductible
           from settlement.settlement group by person_id, year, care_kind) s using (person_id, year, care_kind)
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
