import type pg from 'pg'
import { COUNTIES, nameSql, officeId, REGIONS, staffId } from './city.ts'
import { BENCH_DAY } from './server.ts'
import { columnsOf, copyStatement, type Copied } from './fill-copy.ts'

/** How many cases of a thousand are in which state; about 5 % are open, as at an office that keeps its terms. */
const MIX = [
  ['paid', 905],
  ['refused', 30],
  ['withdrawn', 15],
  ['submitted', 7],
  ['accepted', 16],
  ['supplementing', 9],
  ['reviewed', 8],
  ['approved', 10],
] as const
// The packs of both cities begin in 2020, so nothing can be older.
/** Closed cases lie so many days back, open ones came in within the last weeks. */
const [CLOSED_DAYS, OPEN_DAYS] = [450, 24]
const RUN_SIZE = 50
/** Played cases of one city and state that are copied; others add nothing. */
const MOST_PATTERNS = 100

export interface FillOptions {
  readonly cases: number
  readonly people: number
  readonly tell: (text: string) => void
}

/**
 * Fills a database with so many cases: copies of cases that were really played, in every state, each with a number, person,
 * office, days and bills of its own. Everything a played case left behind in any table is copied with it. Set-based, on two
 * connections; indexes other than keys are taken away meanwhile and come back at the end.
 */
export async function fill(
  connect: () => Promise<pg.Client>,
  { cases, people, tell }: FillOptions,
): Promise<{ readonly seconds: number; readonly gigabytes: number }> {
  const begin = performance.now()
  const since = () => `${((performance.now() - begin) / 1000).toFixed(0)} s`
  const clients = [await connect(), await connect()] as const
  const [first] = clients
  for (const client of clients) await client.query(SESSION_SETTINGS)
  // It would clean up after rows that are still coming in, on the cores that bring them in; the end does it once.
  await autovacuum(first, 'set autovacuum = off')

  await planCases(first, cases, people)
  const indexes = await takeIndexes(first)
  tell(`${since()} planned ${cases} cases, ${indexes.length} indexes taken away`)
  const columns = await columnsOf(first)
  await Promise.all(
    REGIONS.map(async (region, at) => {
      for (const copied of COPIED) await clients[at]!.query(copyStatement(copied, columns), [region])
      await clients[at]!.query(FORMER_REQUESTS, [region, cases])
      await clients[at]!.query(FORMER_YEAR, [region])
    }),
  )
  tell(`${since()} rows are in`)
  await shareOut(clients, indexes)
  tell(`${since()} indexes are back`)
  await first.query(`drop schema bench cascade`)
  await shareOut(
    clients,
    FILLED.map((table) => `vacuum (analyze) ${table}`),
  )
  const size = await first.query<{ gigabytes: number }>(
    `select round(pg_database_size(current_database()) / 1e9, 1)::float8 as gigabytes`,
  )
  await autovacuum(first, 'reset autovacuum')
  await first.query('checkpoint')
  const seconds = (performance.now() - begin) / 1000
  tell(`${since()} vacuumed and analysed, ${size.rows[0]!.gigabytes} GB`)
  return { seconds, gigabytes: size.rows[0]!.gigabytes }
}

async function autovacuum(sql: pg.Client, change: string): Promise<void> {
  await sql.query(`alter system ${change}`)
  await sql.query('select pg_reload_conf()')
}

// Keys between tables hold by construction; checking twelve million of them one by one would take longer than filling.
const SESSION_SETTINGS = `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
  set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 1`

/** Tables that a case leaves rows in, with what is of its own in each copy. `b` is the new case, `c` the row copied. */
const COPIED: readonly Copied[] = [
  {
    table: 'cases."case"',
    own: {
      number: 'b.number',
      person_id: 'b.person_id',
      applicant_name: 'b.name',
      office_id: 'b.office_id',
      owner_id: 'b.owner_id',
    },
  },
  { table: 'cases.event', own: {} },
  { table: 'cases.notice', own: { notice_id: 'bench.id_of(b.case_id, c.notice_id)' } },
  { table: 'materials.file', own: { file_id: 'bench.id_of(b.case_id, c.file_id)' } },
  { table: 'claims.claim', own: { person_id: 'b.person_id' } },
  {
    table: 'claims.bill',
    own: {
      bill_number: `'9' || lpad(b.n::text, 9, '0') || right(c.bill_number, 1)`,
      case_number: 'b.number',
    },
  },
  { table: 'claims.decision', own: {} },
  { table: 'claims.replay', own: {} },
  { table: 'measures.mark', own: {} },
  {
    table: 'measures.owed',
    own: { person_id: 'b.person_id', case_number: 'b.number', office_id: 'b.office_id' },
  },
  {
    table: 'payments.payment',
    own: {
      payment_id: 'bench.id_of(b.case_id, c.payment_id)',
      run_id: 'b.run_id',
      line: 'b.line',
      case_number: 'b.number',
    },
  },
  { table: 'ratings.rating', own: { case_number: 'b.number', office_id: 'b.office_id' } },
  {
    table: 'letters.letter',
    own: { code: `b.region_code || upper(substr(md5(b.case_id::text || c.kind || c.seq), 1, 20))` },
  },
  {
    table: 'letters.message',
    own: { person_id: 'b.person_id', message_id: 'bench.id_of(b.case_id, c.message_id)' },
  },
]
const FILLED = [
  ...COPIED.map(({ table }) => table),
  'payments.run',
  'platform.request',
  'insured.person',
  'insured.enrolment',
  'insured.known_id_number',
  'claims.accumulator',
  'identity.session',
]

/** Request ids are kept for a while, with the answers they got. */
const FORMER_REQUESTS = `insert into platform.request (region_code, caller, key, fingerprint, reply, received_at)
  select $1, 'person:' || md5((n / 12)::text), md5(n::text || $1), sha256(n::text::bytea), sha256(n::text::bytea),
    now() - (n % 88) * interval '1 day'
  from generate_series(1, $2::int / 2) as n`

/** Nearly everybody who ever claimed has used something in the year before. */
const FORMER_YEAR = `insert into claims.accumulator (region_code, person_id, insurance, care_kind, year, deductible_used,
    in_scope_used, fund_paid, admissions, version)
  select distinct region_code, person_id, 'employee', 'inpatient', 2019, 1000, 8000, 6000, 1, 2
  from bench.new_case where region_code = $1`

/** One row for each case to come: what it is a copy of, and everything that is its own. */
async function planCases(sql: pg.Client, cases: number, people: number): Promise<void> {
  let below = 0
  const kinds = MIX.map(([state, share]) => `when draw < ${(below += share)} then '${state}'`).join(' ')
  const offices = REGIONS.flatMap((region, at) =>
    Array.from({ length: COUNTIES }, (_, county) => {
      const [office, owner] = [officeId(at, county + 1), staffId(at, county + 1, county % 2)]
      return `('${region}', ${county}, '${region}${901 + county}', '${office}'::uuid, '${owner}'::uuid)`
    }),
  )
  // Every table here is joined whole and in this order, which the planner cannot know of tables made a moment ago.
  await sql.query(`
    set enable_nestloop = off; set join_collapse_limit = 1;
    create schema bench;
    create function bench.id_of(case_id uuid, old uuid) returns uuid language sql immutable return
      (substr(case_id::text, 1, 14) || '7' || substr(md5(case_id::text || old::text), 1, 3) || '-8' ||
        substr(md5(case_id::text || old::text), 4, 3) || '-' || substr(md5(old::text || case_id::text), 1, 12))::uuid;
    ${CHECK_STATE}
    create unlogged table bench.pattern as
      select *, count(*) over (partition by region_code, state) as of_state
      from (select region_code, case_id, state,
              row_number() over (partition by region_code, state order by case_id) - 1 as k
            from cases."case" where number is not null and person_id::text like '00000003-%') as played
      where k < ${MOST_PATTERNS};
    create unlogged table bench.office (region_code text, county int, code text, office_id uuid, owner_id uuid);
    insert into bench.office values ${offices.join(', ')};
    create unlogged table bench.drawn as
      select n, (case n % 2 when 0 then '${REGIONS[0]}' else '${REGIONS[1]}' end) as region_code,
        case ${kinds} end as state, draw,
        (abs(hashint8extended(n, 11)) % ${COUNTIES})::int as county,
        (abs(hashint8extended(n, 12)) % ${Math.floor(people / 2)}) * 2 + n % 2 as person,
        (case when draw < ${CLOSED_SHARE} then 20 + ${CLOSED_DAYS} - (n * ${CLOSED_DAYS} / ${cases})
              else 1 + abs(hashint8extended(n, 13)) % ${OPEN_DAYS} end)::int as shift
      from (select n, (abs(hashint8extended(n, 10)) % 1000)::int as draw
            from generate_series(0::bigint, ${cases - 1}) as n) as numbered;
    create unlogged table bench.day_state as
      select code, shift, bench.check_state(code || to_char(date '${BENCH_DAY}' - shift, 'YYYYMMDD'), 10) as state
      from bench.office, generate_series(0, ${CLOSED_DAYS + 20}) as shift;
    create unlogged table bench.check_digit as
      select state, seq, (11 - bench.check_state(lpad(seq::text, 4, '0'), state)) % 10 as digit
      from generate_series(0, 10) as state, generate_series(1, 9999) as seq;
    analyze bench.drawn; analyze bench.day_state; analyze bench.check_digit; analyze bench.pattern;
    create unlogged table bench.new_case as
      select d.n, d.region_code, p.case_id as old_case_id, o.office_id, o.owner_id, d.shift,
        (substr(time, 1, 8) || '-' || substr(time, 9, 4) || '-7' || substr(rest, 1, 3) || '-8' || substr(rest, 4, 3) || '-' ||
          substr(rest, 7, 12))::uuid as case_id,
        ('00000003-0000-7000-8000-' || lpad(to_hex(d.person), 12, '0'))::uuid as person_id,
        ${nameSql('d.person')} as name,
        o.code || '-' || to_char(date '${BENCH_DAY}' - d.shift, 'YYYYMMDD') || '-' || lpad(d.seq::text, 4, '0') || '-' ||
          c.digit as number,
        case when d.state = 'paid' then bench.run_of(d.region_code, (d.at / ${RUN_SIZE})) end as run_id,
        d.at % ${RUN_SIZE} + 1 as line, d.at / ${RUN_SIZE} as run
      from (select *, row_number() over (partition by region_code, county, shift order by n) as seq,
              row_number() over (partition by region_code, state order by n) - 1 as at,
              lpad(to_hex((extract(epoch from timestamptz '${BENCH_DAY}' - shift * interval '1 day') * 1000)::bigint
                + n % 86400000), 12, '0') as time, md5(n::text) as rest
            from bench.drawn) as d
      join bench.office o on o.region_code = d.region_code and o.county = d.county
      join bench.day_state s on s.code = o.code and s.shift = d.shift
      join bench.check_digit c on c.state = s.state and c.seq = d.seq
      join (select distinct region_code, state, of_state from bench.pattern) as f
        on f.region_code = d.region_code and f.state = d.state
      join bench.pattern p
        on p.region_code = d.region_code and p.state = d.state and p.k = d.n / 2 % f.of_state
      order by 7;
    analyze bench.new_case; reset enable_nestloop; reset join_collapse_limit;
  `)
  const { rows } = await sql.query<{ planned: number }>('select count(*)::int as planned from bench.new_case')
  // A state nobody played has no pattern, and its share would be missing without a word.
  if (rows[0]!.planned !== cases)
    throw new Error(`Only ${rows[0]!.planned} of ${cases} cases found a pattern`)
  await sql.query(RUNS)
}

const CLOSED_SHARE = MIX.slice(0, 3).reduce((sum, [, share]) => sum + share, 0)

// ISO 7064 MOD 11,10, as far as the digits given; the check digit follows from the state after all of them.
const CHECK_STATE = `
  create function bench.check_state(digits text, state int) returns int language plpgsql immutable as $$
  declare digit text; sum int;
  begin
    foreach digit in array regexp_split_to_array(digits, '') loop
      sum := (state + digit::int) % 10;
      state := (case sum when 0 then 10 else sum end) * 2 % 11;
    end loop;
    return state;
  end $$;
  create function bench.run_of(region text, run bigint) returns uuid language sql immutable return
    ('00000004-' || substr(md5(region || run), 1, 4) || '-7000-8000-' || lpad(to_hex(run), 12, '0'))::uuid;`

const RUNS = `
  insert into payments.run (region_code, run_id, number, office_id, state, created_on, created_at, created_by,
    created_by_name, count, total, paid_count, paid_total, rejected_count, rejected_total, exported_at, file_hash, version)
  select n.region_code, n.run_id, n.region_code || '-B' || n.run, pattern.office_id, pattern.state,
    pattern.created_on - min(n.shift), pattern.created_at - min(n.shift) * interval '1 day', pattern.created_by,
    pattern.created_by_name, count(*), 10000000, count(*), 10000000, 0, 0, pattern.exported_at, pattern.file_hash, 3
  from bench.new_case n
  cross join lateral (select * from payments.run r where r.region_code = n.region_code limit 1) as pattern
  where n.run_id is not null
  group by n.region_code, n.run_id, n.run, pattern.office_id, pattern.state, pattern.created_on, pattern.created_at,
    pattern.created_by, pattern.created_by_name, pattern.exported_at, pattern.file_hash`

/** Drops the indexes that are no keys; gives the statements that bring them back. */
async function takeIndexes(sql: pg.Client): Promise<string[]> {
  const { rows } = await sql.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [COPIED.map(({ table }) => table)],
  )
  for (const { name } of rows) await sql.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** Runs statements on both connections, each taking the next when it is free. */
async function shareOut(clients: readonly pg.Client[], statements: readonly string[]): Promise<void> {
  const left = [...statements]
  await Promise.all(
    clients.map(async (client) => {
      for (let next = left.shift(); next; next = left.shift()) await client.query(next)
    }),
  )
}
