import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { ChainEnd } from './chain.ts'
import type { AuditRow } from './entry.ts'

const STREAMS_AT_ONCE = 200

const columns = `region_code as "regionCode", stream, seq, at, actor_id as "actorId", actor_name as "actorName", act,
  person_id as "personId", case_id as "caseId", detail, hash`

// One statement takes the lock on the stream and gives the next number, also for a stream that begins.
const lockHead = statement<{ seq: number; hash: string }>(
  'audit.lock-head',
  `insert into audit.head (region_code, stream, seq, hash) values ($1, $2, 1, '')
   on conflict (region_code, stream) do update set seq = head.seq + 1
   returning seq, hash`,
)
const addEntry = statement(
  'audit.add-entry',
  `with entry as (
     insert into audit.entry
       (region_code, stream, seq, at, actor_id, actor_name, act, person_id, case_id, detail, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   )
   update audit.head set hash = $11 where region_code = $1 and stream = $2`,
)
/** The entries of a region that are about one thing, newest first, from a mark on. */
const about = (name: string, column: 'case_id' | 'person_id' | 'actor_id' | 'stream') =>
  statement<AuditRow>(
    `audit.of-${name}`,
    `select ${columns} from audit.entry
   where region_code = $1 and ${column} = $2 and (at, stream collate "C", seq) < ($3, $4, $5)
   order by at desc, stream collate "C" desc, seq desc limit $6`,
  )
const ofCase = about('case', 'case_id')
const ofPerson = about('person', 'person_id')
const ofActor = about('actor', 'actor_id')
const ofStream = about('stream', 'stream')
const ofRegion = statement<AuditRow>(
  'audit.of-region',
  `select ${columns} from audit.entry
   where region_code = $1 and (at, stream collate "C", seq) < ($2, $3, $4)
   order by at desc, stream collate "C" desc, seq desc limit $5`,
)
// The walk goes over every region: it is an operator's command and not part of a journey. Ends and rows come in one
// statement, so that a stream that grows meanwhile does not look cut.
const walk = statement<AuditRow & StreamEnd>(
  'audit.walk-streams',
  `select h.region_code as "regionCode", h.stream, h.seq as "endSeq", h.hash as "endHash", e.seq, e.at,
          e.actor_id as "actorId", e.actor_name as "actorName", e.act, e.person_id as "personId",
          e.case_id as "caseId", e.detail, e.hash
   from (select region_code, stream, seq, hash from audit.head where (region_code, stream) > ($1, $2)
         order by region_code, stream limit $3) h
   left join audit.entry e on e.region_code = h.region_code and e.stream = h.stream
   order by h.region_code, h.stream, e.seq`,
)
const stray = statement<{ regionCode: string; stream: string; seq: number }>(
  'audit.find-stray-entry',
  `select region_code as "regionCode", stream, seq from audit.entry e
   where not exists (select from audit.head h where h.region_code = e.region_code and h.stream = e.stream)
   order by region_code, stream, seq limit 1`,
)

interface StreamEnd {
  readonly endSeq: number
  readonly endHash: string
}
/** A stream with its recorded end and all its entries in order. */
export interface WholeStream {
  readonly regionCode: string
  readonly stream: string
  readonly end: ChainEnd
  readonly rows: readonly AuditRow[]
}
/** Where a page of the trail continues: strictly before this entry. */
export interface TrailPlace {
  readonly at: Date
  readonly stream: string
  readonly seq: number
}

/** Locks a stream until the transaction ends and gives the number and the hash the next entry follows. */
export function nextInStream(db: Db, regionCode: string, stream: string) {
  return db.one(lockHead, [regionCode, stream])
}

export async function insertEntry(db: Db, row: AuditRow): Promise<void> {
  await db.run(addEntry, [
    row.regionCode,
    row.stream,
    row.seq,
    row.at,
    row.actorId,
    row.actorName,
    row.act,
    row.personId,
    row.caseId,
    JSON.stringify(row.detail),
    row.hash,
  ])
}

export function entriesOfCase(db: Db, regionCode: string, id: string, before: TrailPlace, limit: number) {
  return db.many(ofCase, [regionCode, id, before.at, before.stream, before.seq, limit])
}

export function entriesOfPerson(db: Db, regionCode: string, id: string, before: TrailPlace, limit: number) {
  return db.many(ofPerson, [regionCode, id, before.at, before.stream, before.seq, limit])
}

/** What a person did. */
export function entriesByActor(db: Db, regionCode: string, id: string, before: TrailPlace, limit: number) {
  return db.many(ofActor, [regionCode, id, before.at, before.stream, before.seq, limit])
}

/** What was done to one thing. */
export function entriesOfStream(
  db: Db,
  regionCode: string,
  stream: string,
  before: TrailPlace,
  limit: number,
) {
  return db.many(ofStream, [regionCode, stream, before.at, before.stream, before.seq, limit])
}

export function entriesOfRegion(db: Db, regionCode: string, before: TrailPlace, limit: number) {
  return db.many(ofRegion, [regionCode, before.at, before.stream, before.seq, limit])
}

/** Every stream of every region, some at a time. */
export async function* allStreams(db: Db): AsyncGenerator<WholeStream> {
  let last = { regionCode: '', stream: '' }
  for (;;) {
    const rows = await db.many(walk, [last.regionCode, last.stream, STREAMS_AT_ONCE])
    const streams = Map.groupBy(rows, (row) => `${row.regionCode} ${row.stream}`)
    for (const entries of streams.values()) {
      const { regionCode, stream, endSeq, endHash } = entries[0]!
      // The outer join gives a stream without entries one row of nulls.
      yield {
        regionCode,
        stream,
        end: { seq: endSeq, hash: endHash },
        rows: entries.filter((row) => row.hash),
      }
      last = { regionCode, stream }
    }
    if (streams.size < STREAMS_AT_ONCE) return
  }
}

/** An entry whose stream has no recorded end, if there is one. */
export function findStrayEntry(db: Db) {
  return db.maybe(stray, [])
}
