import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { settle } from './city.ts'
import type { Figures } from './report.ts'
import { newDatabase, withDatabaseAlone } from './server.ts'
import { fillSettlements } from './settlement-fill.ts'
import {
  freshMark,
  LANES,
  measured,
  measuredStays,
  WARM_UP_SECONDS,
  type SettlementOptions,
} from './settlement-measure.ts'
import { profileFlows } from './settlement-profile.ts'
import { recordFlows, replayFlows } from './settlement-raw.ts'
import { addTown } from './settlement-town.ts'
import { round } from './stats.ts'

/** How long either rate of a pair is measured for the growth, and how many pairs. */
const GROWTH_SECONDS = 30
const GROWTH_ROUNDS = 3
const CONNECTIONS = 10
const RAW_SECONDS = 20

/**
 * Complete out-patient flows over HTTP, signed, with so many settlements stored; stays of 500 lines; the same flows in turn on
 * an empty database and on the full one; the same statements of a flow sent bare; and where the server's time goes. Zero errors
 * and exact years are part of it: anything else throws.
 */
export async function benchSettlement(options: SettlementOptions): Promise<Figures> {
  const { settlements, people, minutes, smoke, tell } = options
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'yichuang-settlement-'))
  const seconds = smoke ? 2 : minutes * 60
  try {
    if (!options.filled) await twoDatabases(dataDir, options)
    const [, filled] = foldersOf(dataDir)
    const full = await measured(filled, options, freshMark(), seconds)
    const stay = await measuredStays(filled, options)
    tell('settlement: in turn on the empty and the full database')
    const grown = await growth(dataDir, options)
    tell('settlement: the same SQL, sent bare')
    const record = await recordFlows(filled, people, smoke ? 20 : 400)
    const raw = await withDatabaseAlone(filled, true, (connect) =>
      replayFlows(connect, record, { connections: CONNECTIONS, seconds: smoke ? 1 : RAW_SECONDS, people }),
    )
    tell(
      `settlement: ${raw.perSecond.toFixed(1)} flows a second by a bare loop of the same named statements, ` +
        `${raw.statements.toFixed(1)} statements each; refused: ${raw.refusals.join('; ') || 'none'}`,
    )
    tell('settlement: where the time of the server goes')
    const shares = await profileFlows(filled, people, {
      lanes: LANES,
      warmUp: smoke ? 1 : WARM_UP_SECONDS,
      seconds: smoke ? 1 : RAW_SECONDS,
    })
    const profile = shares
      .filter(({ share }) => share >= 0.01)
      .map(({ where, share }) => `${(share * 100).toFixed(0)} % ${where}`)
      .join('; ')
    tell(`settlement: ${profile}`)
    return {
      settlement_profile: profile,
      settlement_flows_per_s: round(full.perSecond),
      settle_p99_ms: round(full.p99),
      settlement_flows_per_s_empty: round(grown.empty),
      settlement_flows_per_s_full: round(grown.full),
      settlement_growth: round(grown.empty / grown.full, 2),
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

/** Two databases with the same people: one that holds what a warm-up left, and one with so many settlements. */
async function twoDatabases(dataDir: string, options: SettlementOptions): Promise<void> {
  const { settlements, people, smoke, tell } = options
  const [empty, full] = foldersOf(dataDir)
  for (const folder of [empty, full]) {
    tell('settlement: a new database, institutions and people')
    await newDatabase(folder, async (sql) => {
      await settle(sql)
      await addTown(sql, folder, people)
    })
    await measured(folder, options, 'a', smoke ? 2 : 10)
  }
  tell(`settlement: filling ${settlements.toLocaleString('en')} settlements`)
  const { seconds, gigabytes } = await withDatabaseAlone(full, false, (connect) =>
    fillSettlements(connect, { settlements, people }),
  )
  tell(`settlement: filled in ${seconds.toFixed(0)} s, ${gigabytes} GB`)
}

/**
 * The rate on the empty database to the rate on the full one, in turn and more than once: the machine itself is faster in one
 * minute than in another, and a pair of neighbours shares its minute. The pair in the middle is what counts.
 */
async function growth(dataDir: string, options: SettlementOptions) {
  const [empty, full] = foldersOf(dataDir)
  const pairs: { readonly empty: number; readonly full: number }[] = []
  for (let round = 0; round < (options.smoke ? 1 : GROWTH_ROUNDS); round += 1) {
    const mark = `${freshMark()}${round}`
    const seconds = options.smoke ? 1 : GROWTH_SECONDS
    const one = await measured(empty, options, `e${mark}`, seconds)
    const other = await measured(full, options, `f${mark}`, seconds)
    pairs.push({ empty: one.perSecond, full: other.perSecond })
  }
  const sorted = pairs.toSorted((a, b) => a.empty / a.full - b.empty / b.full)
  return sorted[Math.floor(sorted.length / 2)]!
}

function foldersOf(dataDir: string): readonly [empty: string, full: string] {
  return [path.join(dataDir, 'empty'), path.join(dataDir, 'full')]
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
