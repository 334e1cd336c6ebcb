import type pg from 'pg'
import { asSent, constantTokens, freshValues, type Transaction } from './replay.ts'

/** What one statement did on the filled database, planned once for all values, as it is after its fifth use. */
export interface StatementPlan {
  readonly name: string
  readonly milliseconds: number | undefined
  /** pages of 8 kB it touched */
  readonly pages: number | undefined
  /** growing tables it would read from one end to the other */
  readonly scans: readonly string[]
  /** the plan as PostgreSQL writes it */
  readonly text: string
}

/** Explains every named statement of a record with `explain (analyze, buffers)`, in transactions that are taken back. */
export async function explainAll(sql: pg.Client, record: readonly Transaction[]): Promise<StatementPlan[]> {
  const growing = await growingTables(sql)
  const fresh = freshValues(4711, constantTokens(record))
  const latest = new Map(
    record.flat().flatMap(({ name, text, values }) => (name ? [[name, { text, values: values ?? [] }]] : [])),
  )
  const plans: StatementPlan[] = []
  for (const [name, { text, values }] of [...latest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // What was inserted once cannot be inserted again; everything else must find the rows it found.
    const given = /\binsert into\b/i.test(text) ? values.map(fresh) : values.map(asSent)
    const plan = await explain(sql, text, given)
    const { scans, pages } = readPlan(plan.nodes, growing)
    plans.push({ name, milliseconds: plan.milliseconds, pages, scans, text: plan.text })
  }
  return plans
}

async function explain(
  sql: pg.Client,
  text: string,
  values: readonly unknown[],
): Promise<{ nodes: PlanNode; milliseconds: number | undefined; text: string }> {
  const run = async (options: string) => {
    await sql.query(
      'begin; set local plan_cache_mode = force_generic_plan; set local session_replication_role = replica',
    )
    try {
      await sql.query(`prepare explained as ${text}`)
      const literals = values.map(literal).join(', ')
      const call = `execute explained${literals === '' ? '' : `(${literals})`}`
      // Rows of a write must not stay, nor be there for the second look at the same plan.
      await sql.query('savepoint untouched')
      const shown = await sql.query<Record<'QUERY PLAN', string>>(`explain (${options}) ${call}`)
      await sql.query('rollback to untouched')
      const { rows } = await sql.query<Record<'QUERY PLAN', unknown>>(
        `explain (${options}, verbose, format json) ${call}`,
      )
      const [found] = rows[0]!['QUERY PLAN'] as [{ Plan: PlanNode; 'Execution Time'?: number }]
      return {
        nodes: found.Plan,
        milliseconds: found['Execution Time'],
        text: shown.rows.map((row) => row['QUERY PLAN']).join('\n'),
      }
    } finally {
      await sql.query('rollback')
      await sql.query('deallocate all')
    }
  }
  return run('analyze, buffers').catch(() => run('costs'))
}

interface PlanNode {
  readonly 'Node Type': string
  readonly Schema?: string
  readonly 'Relation Name'?: string
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly Plans?: readonly PlanNode[]
}

function readPlan(
  node: PlanNode,
  growing: ReadonlySet<string>,
): { scans: string[]; pages: number | undefined } {
  const table = `${node.Schema}.${node['Relation Name']}`
  const whole = node['Node Type'] === 'Seq Scan' && growing.has(table)
  const below = (node.Plans ?? []).flatMap((child) => readPlan(child, growing).scans)
  const hit = node['Shared Hit Blocks']
  return {
    scans: [...(whole ? [table] : []), ...below],
    pages: hit === undefined ? undefined : hit + (node['Shared Read Blocks'] ?? 0),
  }
}

/** Reading a table whole is the best way while it has so few rows. */
const FEW = 500

async function growingTables(sql: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await sql.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.reltuples > ${FEW} and obj_description(c.oid, 'pg_class') ~ '^\\[(growing|registry)\\]'`,
  )
  return new Set(rows.map(({ name }) => name))
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (value instanceof Date) return quoted(value.toISOString())
  if (Array.isArray(value))
    return quoted(
      `{${value.map((item) => (item === null ? 'null' : JSON.stringify(String(item)))).join(',')}}`,
    )
  return quoted(typeof value === 'string' ? value : JSON.stringify(value))
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
