import type pg from 'pg'
import { COUNTIES, officeId, REGIONS, staffSession } from './city.ts'
import { openConnections } from './connections.ts'
import { visitor } from './http.ts'
import { inLanes, percentile } from './stats.ts'

const USERS = 16

export interface ListFigures {
  readonly inbox_p95_ms_1m: number
  readonly search_p95_ms_1m: number
  readonly case_p95_ms_1m: number
  /** pages a second of all sixteen users together */
  readonly inbox_per_s: number
  readonly search_per_s: number
  readonly case_per_s: number
}

/** What people look for: taken from the rows that are there, so that every question has an answer. */
interface Samples {
  readonly cases: readonly string[]
  readonly numbers: readonly string[]
  readonly names: readonly string[]
  readonly bills: readonly string[]
}

/**
 * Sixteen clerks of different offices, each in a closed loop: the pages of their inbox, searches by case number, name and
 * bill number, and case pages. Every page is one nobody asked for just before.
 */
export async function measureLists(base: string, sql: pg.Client, seconds: number): Promise<ListFigures> {
  const connections = openConnections(base)
  const users = Array.from({ length: USERS }, (_, user) => {
    const [region, county] = [user % 2, (Math.floor(user / 2) % COUNTIES) + 1]
    return {
      region: REGIONS[region]!,
      office: officeId(region, county),
      clerk: visitor(connections, staffSession(region, county, 'clerk')),
    }
  })
  const samples = new Map<string, Samples>()
  for (const { region, office } of users) samples.set(office, await samplesOf(sql, region, office))

  const measure = async (path: (user: (typeof users)[number], turn: number) => string | Promise<string>) => {
    const open = async (lane: number, turn: number) => {
      const user = users[lane]!
      const answer = await user.clerk.send('GET', `/api/v1${await path(user, turn)}`)
      if (answer.status !== 200)
        throw new Error(`${await path(user, turn)} answered ${answer.status}: ${answer.text}`)
      return answer
    }
    await inLanes(
      USERS,
      { seconds: Math.min(2, seconds / 3) },
      async (lane, turn) => void (await open(lane, turn)),
    )
    const { times, perSecond } = await inLanes(
      USERS,
      { seconds },
      async (lane, turn) => void (await open(lane, turn)),
    )
    return { p95: percentile(times, 0.95), perSecond }
  }

  const views = ['todo', 'all', 'mine', 'overdue', 'closed']
  const inbox = await measure(
    ({ office }, turn) => `/inbox?officeId=${office}&view=${views[turn % views.length]}`,
  )
  const search = await measure(({ region, office }, turn) => {
    const { numbers, names, bills } = samples.get(office)!
    const list = [numbers, names, bills][turn % 3]!
    return `/cases?regionCode=${region}&q=${encodeURIComponent(list[turn % list.length]!)}`
  })
  const page = await measure(({ region, office }, turn) => {
    const { cases } = samples.get(office)!
    return `/cases/${cases[turn % cases.length]}?regionCode=${region}`
  })
  connections.close()
  return {
    inbox_p95_ms_1m: inbox.p95,
    search_p95_ms_1m: search.p95,
    case_p95_ms_1m: page.p95,
    inbox_per_s: inbox.perSecond,
    search_per_s: search.perSecond,
    case_per_s: page.perSecond,
  }
}

async function samplesOf(sql: pg.Client, region: string, office: string): Promise<Samples> {
  // Cases of all ages: every so-and-so-many-th of the office, newest and oldest alike.
  const { rows } = await sql.query<{ id: string; number: string; name: string; bill: string | null }>(
    `select c.case_id as id, c.number, c.applicant_name as name,
       (select b.bill_number from claims.bill b where b.region_code = c.region_code and b.case_id = c.case_id limit 1) as bill
     from (select *, row_number() over (order by case_id) as place, count(*) over () as of_office
           from cases."case" where region_code = $1 and office_id = $2 and number is not null) as c
     where place % greatest(1, of_office / 400) = 0 limit 400`,
    [region, office],
  )
  return {
    cases: rows.map(({ id }) => id),
    numbers: rows.map(({ number }) => number),
    names: rows.map(({ name }) => name),
    bills: rows.flatMap(({ bill }) => bill ?? []),
  }
}
