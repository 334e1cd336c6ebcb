import { statSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { addOffices, addPeople, refreshSessions, settle } from './city.ts'
import { lifeCycles, openPlay, STAGES, type Play, type PlayOptions } from './life-cycle.ts'
import { measureLists } from './lists.ts'
import { explainAll } from './plans.ts'
import { readTap, replay, type Transaction } from './replay.ts'
import type { Figures } from './report.ts'
import { besides, newDatabase, startServer, withDatabaseAlone, type Server } from './server.ts'
import type { Size } from './size.ts'
import { percentile, round } from './stats.ts'
import { casePageDuringTrial } from './trial-page.ts'

type Tell = (text: string) => void

/** Plays on a database that was played on before are unlike those: their requests and bills are their own. */
const freshMark = (stage: string) =>
  `${stage}${Math.floor(Date.now() / 1000)
    .toString(36)
    .slice(-4)}`

/** Connections of the server's pool, and of whoever sends the same SQL without it. */
const CONNECTIONS = 10

/** A new installation: its offices and people, cases in every state, and life cycles while hardly anything is stored. */
export async function playEmpty(dataDir: string, size: Size, tell: Tell): Promise<Figures> {
  tell('a new database')
  await newDatabase(dataDir, settle)
  return withServer(dataDir, {}, async (server, sql) => {
    tell(`first start took ${server.readySeconds.toFixed(1)} s; adding offices and ${size.people} people`)
    await addOffices(sql)
    await addPeople(sql, 0, size.people, size.signedIn)
    await sql.query('vacuum analyze')
    return playing({ base: server.base, people: size.signedIn, mark: 'a' }, async (play) => {
      tell(`playing ${size.patterns} cases to each state`)
      await playPatterns(play, size)
      await lifeCycles(play, { ...size, seconds: size.warmUpSeconds })
      tell('life cycles on the empty database')
      const { perSecond, done } = await lifeCycles(play, size)
      tell(`${done} life cycles, ${perSecond.toFixed(1)} a second`)
      return { lifecycles_per_s_empty: round(perSecond) }
    })
  })
}

/** The filled database under a freshly started server: lists, case pages, life cycles, memory. */
export async function measureFilled(dataDir: string, size: Size, tell: Tell): Promise<Figures> {
  tell('starting on the filled database')
  return withServer(dataDir, {}, async (server, sql) => {
    await refreshSessions(sql)
    tell(`ready after ${server.readySeconds.toFixed(1)} s; inbox, search and case pages`)
    const lists = await measureLists(server.base, sql, size.seconds / 3)
    tell('case pages while a trial of new rules runs')
    const trial = await casePageDuringTrial(server.base, sql, Math.max(4, size.seconds / 3))
    return playing({ base: server.base, people: size.signedIn, mark: freshMark('b') }, async (play) => {
      await lifeCycles(play, { ...size, seconds: size.warmUpSeconds })
      play.times.clear()
      tell('life cycles on the filled database')
      const { perSecond, done } = await lifeCycles(play, size)
      tell(`${done} life cycles, ${perSecond.toFixed(1)} a second; p95 of each call in ms: ${slowest(play)}`)
      return {
        start_ready_s: round(server.readySeconds, 2),
        ...Object.fromEntries(Object.entries(lists).map(([key, value]) => [key, round(value)])),
        ...trial,
        lifecycles_per_s_1m: round(perSecond),
        server_rss_mb: server.peakMegabytes(),
      }
    })
  })
}

/**
 * Records what the server sends for some life cycles, sends the same statements bare to the same PostgreSQL without the
 * server, and explains each of them.
 */
export async function measureRaw(
  dataDir: string,
  size: Size,
  { tell, wholePlans }: { tell: Tell; wholePlans: boolean },
): Promise<Figures> {
  tell('recording the SQL of life cycles')
  const { cycles, lists } = await recordSql(dataDir, size)
  return withDatabaseAlone(dataDir, true, async (connect) => {
    const asApplication = async () => {
      const client = await connect()
      await client.query('set role yichuang_app')
      return client
    }
    tell('the same SQL, sent bare')
    const raw = await replay(asApplication, cycles, { connections: CONNECTIONS, seconds: size.seconds / 2 })
    const perSecond = raw.recordsPerSecond * size.batch
    const each = raw.statements / size.batch
    tell(
      `${perSecond.toFixed(1)} life cycles a second by a bare loop of the same named statements on ${CONNECTIONS} ` +
        `connections, ${each.toFixed(0)} statements each; ${raw.failed} transactions were refused ${raw.refusals.join('; ')}`,
    )
    tell('plans')
    const plans = await explainAll(await connect(), [...cycles, ...lists])
    for (const { name, milliseconds, pages, scans, text } of plans) {
      const flag = scans.length > 0 ? `  READS ALL OF ${scans.join(', ')}` : ''
      const cost = milliseconds === undefined ? 'not run' : `${milliseconds.toFixed(2)} ms ${pages} pages`
      if (wholePlans || flag) console.error(`${name}: ${cost}${flag}\n${wholePlans ? text : ''}`)
      else console.error(`${name}: ${cost}`)
    }
    const scanning = plans.filter(({ scans }) => scans.length > 0).map(({ name }) => name)
    return {
      raw_lifecycles_per_s: round(perSecond),
      raw_by: 'bare loop of the same named statements',
      raw_refused: raw.failed,
      statements_per_lifecycle: round(each),
      statements_reading_whole_tables: scanning.join(' ') || 'none',
    }
  })
}

async function recordSql(
  dataDir: string,
  size: Size,
): Promise<{ readonly cycles: Transaction[]; readonly lists: Transaction[] }> {
  const file = path.join(dataDir, `tap-${process.pid}-${performance.now().toFixed(0)}.jsonl`)
  const options = {
    nodeArguments: ['--import', path.join(import.meta.dirname, 'tap.ts')],
    environment: { BENCH_TAP: file },
  }
  const bounds = { begin: 0, end: 0 }
  await withServer(dataDir, options, async (server, sql) => {
    await refreshSessions(sql)
    await playing({ base: server.base, people: 2 * size.batch, mark: freshMark('t') }, async (play) => {
      // The first ones fill the server's memory with offices, packs and sessions.
      await lifeCycles(play, { lanes: 1, seconds: 600, most: 8, batch: 4 })
      await settled()
      bounds.begin = statSync(file).size
      await lifeCycles(play, { lanes: 1, seconds: 600, most: size.batch, batch: size.batch })
      await settled()
      bounds.end = statSync(file).size
    })
    await measureLists(server.base, sql, 0.5)
  })
  const whole = readTap(file, bounds.begin)
  const cycles = readTap(file, bounds.begin, bounds.end)
  return { cycles, lists: whole.slice(cycles.length) }
}

/** The tap writes every 100 ms. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 400))

async function playPatterns(play: Play, size: Size): Promise<void> {
  const wanted = STAGES.flatMap((stage) => Array.from({ length: size.patterns }, () => stage))
  for (let at = 0; at < wanted.length; at += size.lanes) {
    const some = wanted.slice(at, at + size.lanes)
    const reached = await Promise.all(some.map((stage) => play.takeTo(stage)))
    const toPay = reached.filter((_, index) => some[index] === 'rated')
    for (const region of [0, 1]) {
      const ofRegion = toPay.filter((one) => one.region === region)
      if (ofRegion.length > 0) await play.pay(ofRegion)
    }
    for (const paid of toPay) await play.rate(paid)
  }
}

async function playing<T>(options: PlayOptions, work: (play: Play) => Promise<T>): Promise<T> {
  const play = await openPlay(options)
  try {
    return await work(play)
  } finally {
    play.close()
  }
}

async function withServer<T>(
  dataDir: string,
  options: Omit<Parameters<typeof startServer>[0], 'dataDir'>,
  work: (server: Server, sql: pg.Client) => Promise<T>,
): Promise<T> {
  const server = await startServer({ dataDir, ...options })
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

function slowest({ times }: Play): string {
  return [...times].map(([name, samples]) => `${name} ${percentile(samples, 0.95).toFixed(0)}`).join(', ')
}
