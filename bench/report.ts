import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'

const RESULTS = path.join(import.meta.dirname, 'results.json')

/** What is promised: the least or the most a figure may be, and what it is. */
const TARGETS: Readonly<Record<string, { least?: number; most?: number; what: string }>> = {
  benefits_per_s: { least: 200_000, what: 'ten-line claims calculated a second and core, no trace' },
  benefits_traced_per_s: { least: 20_000, what: 'the same with the full trace' },
  benefits_chain_per_s: { least: 200_000, what: 'ten-line claims through basic, critical illness and aid' },
  benefits_chain_traced_per_s: { least: 20_000, what: 'the same with the full trace' },
  lifecycles_per_s_1m: { least: 60, what: 'complete life cycles a second, {cases} cases stored' },
  lifecycles_growth: { most: 1.3, what: 'time of a life cycle, {cases} cases to none' },
  lifecycles_share_of_pgbench: { what: 'share of the rate of the same SQL sent bare' },
  inbox_p95_ms_1m: { most: 50, what: 'inbox page, 16 users, {cases} cases, p95 ms' },
  search_p95_ms_1m: { most: 50, what: 'case search, 16 users, {cases} cases, p95 ms' },
  case_p95_ms_1m: { most: 50, what: 'case page, 16 users, {cases} cases, p95 ms' },
  start_ready_s: { most: 5, what: 'start to ready, {cases} cases, s' },
  server_rss_mb: { most: 300, what: 'most memory of the server under the life cycles, MB' },
  settlement_flows_per_s: {
    least: 208,
    what: 'out-patient flows of five signed messages a second, {cases} settlements',
  },
  settle_p99_ms: { most: 100, what: 'a settlement (2207) under that load, p99 ms' },
  settlement_growth: { most: 1.2, what: 'time of a flow, {cases} settlements to none' },
  inpatient_500_lines_s: {
    most: 1,
    what: 'admission to settlement of a stay of 500 lines, {cases} settlements, p95 s',
  },
  settlement_share_of_pgbench: { what: 'share of the rate of the same SQL sent bare' },
  trial_1m_s: { most: 15, what: 'a trial of new rules over {cases} decisions, s' },
  case_page_during_trial_ratio: {
    most: 2,
    what: 'p95 of a case page while a trial runs over {cases} decisions, by its p95 without one',
  },
  trial_memory_mb: { what: 'memory the trial took at most, MB' },
  vs_zen_engine: { least: 10, what: 'times faster than @gorules/zen-engine, results equal' },
  vs_json_rules_engine: { least: 10, what: 'times faster than json-rules-engine, results equal' },
  pack_5000_load_s: { most: 2, what: 'a pack of 5,000 parameters and 300 items loads and validates, s' },
  portal_js_gz_kb: { most: 100, what: 'script of the portal’s first page, gzipped, kB' },
}

/** Figures by key; a ratio's baseline stands beside it under a key of its own. */
export type Figures = Record<string, number | string | undefined>

/** For each figure with a baseline in the same run: the key of the baseline. */
const BASELINES: Readonly<Record<string, string>> = {
  benefits_per_s: 'benefits_reference_per_s',
  benefits_traced_per_s: 'benefits_reference_per_s',
  benefits_chain_per_s: 'benefits_chain_reference_per_s',
  benefits_chain_traced_per_s: 'benefits_chain_reference_per_s',
  lifecycles_per_s_1m: 'lifecycles_per_s_empty',
  lifecycles_share_of_pgbench: 'raw_lifecycles_per_s',
  settlement_flows_per_s: 'settlement_flows_per_s_empty',
  settlement_share_of_pgbench: 'settlement_raw_per_s',
  inpatient_500_lines_s: 'inpatient_500_lines_s_median',
}

/** The figures as a table for people: value, target, whether it is reached, ratio to the baseline. */
export function asTable(figures: Figures, cases: number): string {
  const rows = [['key', 'value', 'target', '', 'ratio to baseline', 'what']]
  for (const [key, { least, most, what }] of Object.entries(TARGETS)) {
    const value = figures[key]
    if (typeof value !== 'number') continue
    const target = least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : '–'
    const reached = (least === undefined || value >= least) && (most === undefined || value <= most)
    const base = BASELINES[key] === undefined ? undefined : figures[BASELINES[key]]
    const ratio = typeof base === 'number' ? `${ratioOf(key, value, base)} of ${BASELINES[key]} ${base}` : ''
    const mark = target === '–' ? '' : reached ? 'ok' : 'MISSED'
    rows.push([key, String(value), target, mark, ratio, what.replace('{cases}', cases.toLocaleString('en'))])
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function ratioOf(key: string, value: number, base: number): string {
  return key === 'lifecycles_share_of_pgbench' ? String(value) : (value / base).toFixed(2)
}

/** Where and when the figures were taken. */
export function circumstances(): Figures {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  }
}

/** Keeps the figures of a full run beside the code, and when each part was measured; the other parts stay as they were. */
export function keepResults({ date, ...figures }: Figures, parts: readonly string[]): void {
  const { measured, ...kept } = JSON.parse(readFileSync(RESULTS, 'utf8')) as { measured?: object }
  const when = { ...measured, ...Object.fromEntries(parts.map((part) => [part, date])) }
  writeFileSync(RESULTS, `${JSON.stringify({ measured: when, ...kept, ...figures }, null, 2)}\n`)
}
