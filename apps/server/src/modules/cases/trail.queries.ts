import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { EventRow } from './case-row.ts'

const EVENT = `e.region_code as "regionCode", e.case_id as "caseId", e.seq, e.at, e.day, e.act, e.side,
  e.actor_id as "actorId", e.actor_name as "actorName", e.version, e.detail, e.hash`

interface End {
  readonly endSeq: number
  readonly endHash: string
}
/** A case with its recorded end and all its events in order. */
export interface WholeCase {
  readonly regionCode: string
  readonly caseId: string
  readonly end: { readonly seq: number; readonly hash: string }
  readonly events: readonly EventRow[]
}

const CASES_AT_ONCE = 500

// Goes over every region: an operator's command and no part of a journey. Ends and events come in one statement, so that
// a case that goes on meanwhile does not look cut.
const walk = statement<EventRow & End & { inRegion: string; ofCase: string }>(
  'cases.walk-chains',
  `select c.region_code as "inRegion", c.case_id as "ofCase", c.event_count as "endSeq", c.head_hash as "endHash", ${EVENT}
   from (select region_code, case_id, event_count, head_hash from cases."case"
         where (region_code, case_id) > ($1, $2) order by region_code, case_id limit $3) c
   left join cases.event e on e.region_code = c.region_code and e.case_id = c.case_id
   order by c.region_code, c.case_id, e.seq`,
)
const one = statement<EventRow & End>(
  'cases.read-chain',
  `select c.event_count as "endSeq", c.head_hash as "endHash", ${EVENT}
   from cases."case" c left join cases.event e on e.region_code = c.region_code and e.case_id = c.case_id
   where c.region_code = $1 and c.case_id = $2 order by e.seq limit 10000`,
)
const stray = statement<{ regionCode: string; caseId: string; seq: number }>(
  'cases.find-stray-event',
  `select region_code as "regionCode", case_id as "caseId", seq from cases.event e
   where not exists (select from cases."case" c where c.region_code = e.region_code and c.case_id = e.case_id)
   order by region_code, case_id, seq limit 1`,
)

// The text is what the trail calls a case, so that events and other entries of one instant have one order.
const byActor = statement<EventRow>(
  'cases.events-by-actor',
  `select ${EVENT} from cases.event e
   where e.region_code = $1 and e.actor_id = $2 and e.at <= $3
     and (e.at, ('case:' || e.case_id) collate "C", e.seq) < ($3, $4, $5)
   order by e.at desc, ('case:' || e.case_id) collate "C" desc, e.seq desc limit $6`,
)

/** What somebody did to cases, newest first, strictly before a place in the trail. */
export function eventsByActor(
  db: Db,
  regionCode: string,
  actorId: string,
  before: { readonly at: Date; readonly stream: string; readonly seq: number },
  limit: number,
): Promise<EventRow[]> {
  return db.many(byActor, [regionCode, actorId, before.at, before.stream, before.seq, limit])
}

/** The events of a case with the end its own row records; undefined when there is no such case. */
export async function readChain(db: Db, regionCode: string, caseId: string): Promise<WholeCase | undefined> {
  const rows = await db.many(one, [regionCode, caseId])
  return rows[0] && whole(regionCode, caseId, rows)
}

/** Every case of every region with its events, some at a time. */
export async function* allChains(db: Db): AsyncGenerator<WholeCase> {
  let last = { inRegion: '', ofCase: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const rows = await db.many(walk, [last.inRegion, last.ofCase, CASES_AT_ONCE])
    const cases = Map.groupBy(rows, (row) => row.ofCase)
    for (const entries of cases.values()) {
      last = entries[0]!
      yield whole(last.inRegion, last.ofCase, entries)
    }
    if (cases.size < CASES_AT_ONCE) return
  }
}

/** An event without its case, if there is one. */
export function findStrayEvent(db: Db) {
  return db.maybe(stray, [])
}

function whole(regionCode: string, caseId: string, rows: readonly (EventRow & End)[]): WholeCase {
  const { endSeq, endHash } = rows[0]!
  // The outer join gives a case without events one row of nulls.
  return { regionCode, caseId, end: { seq: endSeq, hash: endHash }, events: rows.filter((row) => row.hash) }
}
