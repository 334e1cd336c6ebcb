import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { driverOptions } from '../src/platform/db.ts'
import { allStatements } from '../src/platform/statement.ts'
import { readCatalogue, type Catalogue } from '../src/platform/schema/index.ts'
import { testDatabase } from '../src/platform/test-database.ts'
import { acrossRegions, acrossSchemas } from './schema-exceptions.ts'

const queries = import.meta.glob('../src/**/*.queries.ts', { eager: true })
const { app } = await testDatabase()
const client = new pg.Client(driverOptions(app))
await client.connect()
const catalogue = await readCatalogue(client)
const plans = await planAll()
await client.end()

type Kind = 'growing' | 'reference' | 'registry' | 'platform'
const kinds = new Map(
  catalogue.tables.map(({ name, comment }) => [
    name,
    /^\[(growing|reference|registry|platform)\] \S/.exec(comment ?? '')?.[1] as Kind | undefined,
  ]),
)
const growing = (table: string | null) => table !== null && kinds.get(table) === 'growing'
const named = (items: readonly { readonly table: string; readonly name: string }[]) =>
  items.map(({ table, name }) => `${table}: ${name}`)

describe('tables', () => {
  it('were found, and statements too', () => {
    expect(catalogue.tables.length).toBeGreaterThan(20)
    expect(Object.keys(queries).length).toBeGreaterThan(10)
    expect(plans.size).toBeGreaterThan(50)
  })

  it('say in their comment of which kind they are', () => {
    expect(
      catalogue.tables.filter(({ name }) => kinds.get(name) === undefined).map(({ name }) => name),
    ).toEqual([])
  })

  it('that grow have a text region_code that is never null', () => {
    const columns = new Map(
      catalogue.columns.filter(({ name }) => name === 'region_code').map((column) => [column.table, column]),
    )
    const wrong = catalogue.tables.filter(({ name }) => {
      const column = columns.get(name)
      return growing(name) && !(column?.type === 'text' && column.notNull)
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('that grow lead every key with the region', () => {
    expect(keysWithoutRegion(catalogue)).toEqual([])
  })

  it('have a primary key', () => {
    const keyed = new Set(catalogue.constraints.filter(({ kind }) => kind === 'p').map(({ table }) => table))
    expect(catalogue.tables.filter(({ name }) => !keyed.has(name)).map(({ name }) => name)).toEqual([])
  })

  it('point with foreign keys only to their own region, or to reference tables', () => {
    const wrong = catalogue.constraints.filter(
      ({ kind, table, target }) => kind === 'f' && !growing(table) && growing(target),
    )
    expect(named(wrong)).toEqual([])
  })

  it('have no triggers, enums, char(n), times without zone, floats or money', () => {
    expect(catalogue.tables.filter(({ triggers }) => triggers > 0)).toEqual([])
    expect(catalogue.enums).toEqual([])
    const odd = /^(character\(|timestamp.*without|time.*without|real|double|money)/
    expect(named(catalogue.columns.filter(({ type }) => odd.test(type)))).toEqual([])
  })

  it('have constraints that people named', () => {
    const automatic = catalogue.constraints.filter(({ table, name, columns, kind }) => {
      const [, bare = ''] = table.replaceAll('"', '').split('.')
      if (kind === 'p') return name === `${bare}_pkey`
      if (kind === 'u') return name === `${bare}_${columns.join('_')}_key`
      if (kind === 'f') return name.endsWith('_fkey')
      return new RegExp(`^${bare}(_${columns.join('_')})?_check\\d*$`).test(name)
    })
    expect(named(automatic)).toEqual([])
  })

  it('that are append-only cannot be changed by the application', () => {
    const appendOnly = catalogue.tables.filter(({ comment }) => /append-only/.test(comment ?? ''))
    expect(appendOnly.length).toBeGreaterThan(0)
    for (const { name, granted } of appendOnly) expect([name, granted]).toEqual([name, ['select', 'insert']])
  })

  it('can be read by the application', () => {
    expect(
      catalogue.tables.filter(({ granted }) => !granted.includes('select')).map(({ name }) => name),
    ).toEqual([])
  })
})

describe('statements', () => {
  const faults = [...plans].filter(([, plan]) => 'fault' in plan)

  it('can all be prepared by the application’s role on a migrated database', () => {
    expect(Object.fromEntries(faults)).toEqual({})
  })

  it('take time and chance as parameters, name their columns, and keep to what shards', () => {
    const forbidden =
      /\b(now|random|clock_timestamp|statement_timestamp|gen_random_uuid|uuidv7|setseed)\s*\(|\b(current_timestamp|current_date|localtimestamp|merge into|listen|notify)\b|select\s+\*/i
    expect([...statements()].filter(([, sql]) => forbidden.test(sql)).map(([name]) => name)).toEqual([])
  })

  it('name the region wherever they touch a table that grows', () => {
    const wrong = [...plans].filter(
      ([name, plan]) => !(name in acrossRegions) && 'scans' in plan && plan.scans.some(missesRegion),
    )
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  it('touch only the SQL schema of their own module', () => {
    const wrong = [...plans].flatMap(([name, plan]) => {
      const own = name.split('.')[0]!
      const others =
        'scans' in plan ? plan.scans.map(({ schema }) => schema).filter((schema) => schema !== own) : []
      return others.length > 0 && !(name in acrossSchemas)
        ? [`${name}: ${[...new Set(others)].join(', ')}`]
        : []
    })
    expect(wrong).toEqual([])
  })

  it('have no exception that is not needed any more', () => {
    const needed = (name: string) => {
      const plan = plans.get(name)
      return plan !== undefined && 'scans' in plan && plan.scans.some(missesRegion)
    }
    expect(Object.keys(acrossRegions).filter((name) => !needed(name))).toEqual([])
  })
})

describe('the rules themselves', () => {
  it('report a key, an index and a foreign key that do not begin with the region', () => {
    const table = { name: 'x.y', comment: '[growing] planted', granted: [], triggers: 0 }
    kinds.set('x.y', 'growing')
    const constraint = { table: 'x.y', columns: ['id'], target: 'x.y', definition: '' }
    const planted: Catalogue = {
      schemas: [],
      enums: [],
      columns: [],
      tables: [table],
      constraints: [
        { ...constraint, name: 'bad_key', kind: 'p' },
        { ...constraint, name: 'bad_reference', kind: 'f' },
        { ...constraint, name: 'good_check', kind: 'c' },
        { ...constraint, name: 'good_key', kind: 'u', columns: ['region_code', 'id'] },
      ],
      indexes: [{ table: 'x.y', name: 'bad_index', unique: true, firstColumn: 'id', definition: '' }],
    }
    expect(keysWithoutRegion(planted)).toEqual(['x.y: bad_key', 'x.y: bad_reference', 'x.y: bad_index'])
    kinds.delete('x.y')
  })
})

function keysWithoutRegion({ constraints, indexes }: Catalogue): string[] {
  const keys = constraints.filter(
    ({ table, kind, columns, target }) =>
      growing(table) && columns[0] !== 'region_code' && (kind === 'f' ? growing(target) : kind !== 'c'),
  )
  const unique = indexes.filter(
    ({ table, unique, firstColumn }) => growing(table) && unique && firstColumn !== 'region_code',
  )
  return [...named(keys), ...named(unique)]
}

interface Scan {
  readonly schema: string
  readonly table: string
  /** an insert has no condition; its rows carry the region */
  readonly writes: boolean
  readonly conditions: string
}
type Plan = { readonly scans: readonly Scan[] } | { readonly fault: string }

function missesRegion({ table, writes, conditions }: Scan): boolean {
  return growing(table) && !writes && !/\bregion_code(::text)?\)? = /.test(conditions)
}

/** Statements of tests are called `<something>test.…`. */
function statements(): [string, string][] {
  return [...allStatements()].filter(([name]) => !/^[a-z]*test\./.test(name))
}

/**
 * The plan each statement would have, whatever its values; a statement that cannot be prepared has a fault instead. Prepared
 * and executed with nothing, because `explain (generic_plan)` is not there before PostgreSQL 16.
 */
async function planAll(): Promise<Map<string, Plan>> {
  const plans = new Map<string, Plan>()
  await client.query('set plan_cache_mode = force_generic_plan')
  for (const [name, sql] of statements()) {
    try {
      plans.set(name, { scans: scansOf(await planOf(sql)) })
    } catch (error) {
      plans.set(name, { fault: (error as Error).message })
    }
    await client.query('deallocate all')
  }
  return plans
}

async function planOf(sql: string): Promise<unknown> {
  await client.query(`prepare planned as ${sql}`)
  const { rows: prepared } = await client.query<{ most: number }>(
    'select cardinality(parameter_types) as most from pg_prepared_statements',
  )
  const nothing = Array.from({ length: prepared[0]!.most }, () => 'null').join(', ')
  const call = `execute planned${nothing === '' ? '' : `(${nothing})`}`
  const { rows } = await client.query<{ 'QUERY PLAN': unknown[] }>(
    `explain (verbose, costs off, format json) ${call}`,
  )
  return rows[0]!['QUERY PLAN'][0]
}

function scansOf(node: unknown): Scan[] {
  if (Array.isArray(node)) return node.flatMap(scansOf)
  if (node === null || typeof node !== 'object') return []
  const fields = node as Record<string, unknown>
  const below = Object.values(fields).flatMap(scansOf)
  const { Schema: schema, 'Relation Name': relation } = fields
  if (typeof schema !== 'string' || typeof relation !== 'string') return below
  const conditions = ['Index Cond', 'Recheck Cond', 'Filter', 'TID Cond', 'Join Filter']
    .map((name) => fields[name])
    .filter((text) => typeof text === 'string')
  const table = catalogue.tables.find(({ name }) => name.replaceAll('"', '') === `${schema}.${relation}`)
  const writes = fields['Node Type'] === 'ModifyTable'
  return [...below, { schema, table: table?.name ?? relation, writes, conditions: conditions.join(' ') }]
}
