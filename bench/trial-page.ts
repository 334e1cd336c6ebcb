import { plainDate } from '@yichuang/kernel'
import type pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProcessTask } from '../apps/server/src/modules/policy-room/trial/process.ts'
import { readPackFolder } from '../apps/server/src/packs/index.ts'
import { officeId, staffSession } from './city.ts'
import { openConnections } from './connections.ts'
import { visitor } from './http.ts'
import { inLanes, percentile, round } from './stats.ts'
import { draftOver, load, PACK, REGION, runTrial } from './trial.ts'

export interface PageDuringTrial {
  /** p95 of a case page while a trial runs, by its p95 without one */
  readonly case_page_during_trial_ratio: number
  readonly case_page_idle_p95_ms: number
  readonly case_page_during_trial_p95_ms: number
}

const CLERKS = 4
/** People read what they open; without a pause the pages themselves would fill the machine, trial or not. */
const BETWEEN_MS = 60

/**
 * Clerks open case pages of the server at `base`, without a trial and while one runs over everything that is stored: in a
 * process of its own as the server runs it, on the same PostgreSQL and the same processors.
 */
export async function casePageDuringTrial(
  base: string,
  sql: pg.Client,
  seconds: number,
): Promise<PageDuringTrial> {
  const task = await trialOn(sql)
  const connections = openConnections(base)
  const clerk = visitor(connections, staffSession(0, 1, 'clerk'))
  const { rows } = await sql.query<{ id: string }>(
    `select case_id as id from cases."case"
     where region_code = $1 and office_id = $2 and number is not null order by case_id limit 400`,
    [REGION, officeId(0, 1)],
  )
  const open = async (lane: number, turn: number) => {
    const { id } = rows[(lane * 97 + turn) % rows.length]!
    const { status, text } = await clerk.send('GET', `/api/v1/cases/${id}?regionCode=${REGION}`)
    if (status !== 200) throw new Error(`The page of case ${id} answered ${status}: ${text}`)
  }
  const times = async (while_: () => boolean) => {
    const all: number[] = []
    await inLanes(CLERKS, { seconds }, async (lane, turn) => {
      if (!while_()) return sleep(BETWEEN_MS)
      const begin = performance.now()
      await open(lane, turn)
      all.push(performance.now() - begin)
      await sleep(BETWEEN_MS)
    })
    if (all.length < 20)
      throw new Error(`Only ${all.length} pages were opened, too few to say anything of their p95`)
    return percentile(all, 0.95)
  }
  await times(() => true)
  const idle = await times(() => true)
  const over = new AbortController()
  let [decisions, running] = [0, false]
  const trials = (async () => {
    // A small city is through in no time: as many as it takes, one after another.
    while (!over.signal.aborted) {
      running = true
      decisions += (await runTrial(task)).decisions
      running = false
    }
  })()
  const during = await times(() => running)
  over.abort()
  await trials
  connections.close()
  if (decisions === 0) throw new Error('Nothing was stored for the trial to run on, so nothing was measured')
  return {
    case_page_during_trial_ratio: round(during / idle, 2),
    case_page_idle_p95_ms: round(idle),
    case_page_during_trial_p95_ms: round(during),
  }
}

async function trialOn({ host, user, database }: pg.Client): Promise<ProcessTask> {
  const files = await readPackFolder()
  return {
    access: { connection: { socketDir: host, user: user!, database: database! }, assumeAppRole: true },
    inForce: files,
    draft: draftOver(files, load(files)),
    places: new Map([[REGION, PACK]]),
    acting: new Map(),
    asIf: null,
    today: plainDate('2020-10-15'),
  }
}
