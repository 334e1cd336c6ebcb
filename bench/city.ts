import type pg from 'pg'
import type { SignedIn } from './http.ts'
import { BENCH_DAY } from './server.ts'

/** The two cities everything is measured in. */
export const REGIONS = ['330600', '370800'] as const
export const COUNTIES = 16
const STAFF = ['clerk', 'clerk', 'reviewer', 'reviewer', 'approver', 'approver', 'finance'] as const
export type StaffKind = (typeof STAFF)[number]

/** One of the offices of the benchmark; `region` and `county` are positions, a county 0 is the city's own office. */
export const officeId = (region: number, county: number) => id(1, region * 100 + county)
export const staffId = (region: number, county: number, position: number) =>
  id(2, (region * 100 + county) * 10 + position)
/** People by number; even numbers are insured in the first city, odd ones in the second. */
export const personId = (number: number) => id(3, number)
export const hospitalCode = (region: number) => `H${REGIONS[region]}99001`
export const regionOf = (number: number) => REGIONS[number % 2]!

/** The session of a member of staff, `position` among those of the kind at the office. */
export function staffSession(region: number, county: number, kind: StaffKind, position = 0): SignedIn {
  const at = STAFF.indexOf(kind) + position
  if (STAFF[at] !== kind) throw new Error(`Office ${county} has no ${kind} number ${position}`)
  return sessionOf(staffId(region, county, at))
}
export const personSession = (number: number): SignedIn => sessionOf(personId(number))

const sessionOf = (owner: string): SignedIn => ({
  cookies: { 'yichuang-session': `bench-${owner}` },
  csrf: `bench-${owner}`,
})

/** Ids that can be told from each other and from all others at sight. */
function id(kind: number, number: number): string {
  return `0000000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}
const idSql = (kind: number, number: string) =>
  `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/**
 * Sets the day everything is measured on, and marks the demonstration's own people and cases as there: the benchmark brings
 * its own, and an empty database is to be empty.
 */
export async function settle(sql: pg.Client): Promise<void> {
  const parts = ['cases', 'connections', 'agreements', 'prepayments', 'hospital-room']
  const ofRegions = parts.flatMap((part) => REGIONS.map((region) => `${part}:${region}`))
  const seeded = [...REGIONS, ...ofRegions, 'hospitals']
  await sql.query(
    `insert into platform.setting (name, value)
     select 'demo-seeded:' || part, 'true'::jsonb from unnest($1::text[]) as part
     union all select 'demo-day', to_jsonb($2::text)`,
    [seeded, BENCH_DAY],
  )
}

/** Adds offices, staff, a hospital for each city, and a session for everybody of the staff. */
export async function addOffices(sql: pg.Client): Promise<void> {
  for (const [region, regionCode] of REGIONS.entries()) {
    await sql.query(
      `insert into organisations.office
         (office_id, region_code, code, name, level, territory, parent_id, opens, closes, active, version)
       select ${idSql(1, `${region * 100} + n`)}, $1, $1 || (900 + n)::text,
         case n when 0 then '量测市医保中心' else '量测第' || n || '县医保中心' end,
         case n when 0 then 'city' else 'county' end, $1,
         case n when 0 then null else ${idSql(1, String(region * 100))} end, '00:00', '23:59', true, 1
       from generate_series(0, ${COUNTIES}) as n`,
      [regionCode],
    )
    await sql.query(
      `insert into organisations.hospital (hospital_code, region_code, territory, name, level, active)
       values ($1, $2, $2, '量测人民医院', 'tertiary', true)`,
      [hospitalCode(region), regionCode],
    )
    const place = `${region * 100} + n`
    await sql.query(
      `insert into organisations.staff (user_id, login, name, active, version, changed_at)
       select ${idSql(2, `(${place}) * 10 + p - 1`)}, 'bench-' || $2::text || '-' || n || '-' || p,
         '量测' || kind || n || p, true, 1, now()
       from generate_series(0, ${COUNTIES}) as n, unnest($1::text[]) with ordinality as kinds (kind, p)`,
      [STAFF, regionCode],
    )
    await sql.query(
      `insert into organisations.staff_role (user_id, office_id, region_code, role)
       select ${idSql(2, `(${place}) * 10 + p - 1`)}, ${idSql(1, place)}, $2, kind
       from generate_series(0, ${COUNTIES}) as n, unnest($1::text[]) with ordinality as kinds (kind, p)`,
      [STAFF, regionCode],
    )
  }
  await sql.query(
    `update organisations.office o set duty_staff_id = r.user_id from organisations.staff_role r
     join organisations.staff s on s.user_id = r.user_id and s.login like 'bench-%-1'
     where r.office_id = o.office_id`,
  )
  await sql.query(
    `${SESSION} select sha256(('bench-' || user_id)::bytea), 'bench-' || user_id, user_id, null, null, null, array[]::text[],
       now(), now(), now() + interval '11 hours' from organisations.staff where login like 'bench-%'`,
  )
}

const SESSION = `insert into identity.session (token_hash, csrf_token, staff_id, person_id, person_name, id_number_masked,
  region_codes, issued_at, seen_at, expires_at)`

/** Sessions are watched by the real clock; a long run makes them young again. */
export async function refreshSessions(sql: pg.Client): Promise<void> {
  await sql.query(
    `update identity.session set seen_at = now(), expires_at = now() + interval '11 hours' where csrf_token like 'bench-%'`,
  )
}

/**
 * Adds insured people `from` up to (without) `to`, with an enrolment each, the first `signedIn` of all with a session.
 * Names are drawn as they are in life: a few surnames are a third of everybody.
 */
export async function addPeople(sql: pg.Client, from: number, to: number, signedIn: number): Promise<void> {
  const people = `(select n, case n % 2 when 0 then '${REGIONS[0]}' else '${REGIONS[1]}' end as region_code,
     ${idSql(3, 'n')} as person_id, ${nameSql('n')} as name, sha256(('person ' || n)::bytea) as digest
     from generate_series(${from}::bigint, ${to - 1}) as n) as people`
  await sql.query(
    `insert into insured.known_id_number (id_number_index, person_id, region_codes)
     select digest, person_id, array[region_code] from ${people}`,
  )
  await sql.query(
    `insert into insured.person (region_code, person_id, name, id_number_enc, id_number_index, id_number_masked,
       phone_enc, phone_index, phone_masked, sex, birth, version)
     select region_code, person_id, name, digest || digest || 'sealed'::bytea, digest, '3306**********1234',
       digest || digest, digest, '138****5678', case n % 3 when 0 then 'female' else 'male' end,
       date '1962-01-01' + (n % 12000)::int, 1 from ${people}`,
  )
  await sql.query(
    `insert into insured.enrolment (region_code, person_id, insurance, valid_from, person_class)
     select region_code, person_id, 'employee', date '2015-01-01', 'active' from ${people}`,
  )
  await sql.query(
    `${SESSION} select sha256(('bench-' || person_id)::bytea), 'bench-' || person_id, null, person_id, name,
       '3306**********1234', array[region_code], now(), now(), now() + interval '11 hours'
     from ${people} where n < ${signedIn}`,
  )
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖'
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红文春梅海燕志玲小云飞鑫波宇辉健俊帆雪琴凤美荣利东成林龙宏亮'

/** SQL that draws a name for a number; the surname by a steep curve, a third of given names with one character. */
export function nameSql(number: string): string {
  const draw = (salt: number, size: number) => `(abs(hashint8extended(${number}, ${salt})) % ${size})::int`
  const surname = `substr('${SURNAMES}', 1 + (power(${draw(1, 10_000)} / 10000.0, 2.3) * ${SURNAMES.length})::int % ${SURNAMES.length}, 1)`
  const given = (salt: number) => `substr('${GIVEN}', 1 + ${draw(salt, GIVEN.length)}, 1)`
  return `(${surname} || ${given(2)} || case when ${draw(4, 3)} = 0 then '' else ${given(3)} end)`
}
