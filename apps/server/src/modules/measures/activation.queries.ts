import type { PlainDate } from '@yichuang/kernel'
import type { Group } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** One act of a leader upon an activation. */
export interface ActivationEvent {
  readonly activationId: string
  readonly seq: number
  readonly kind: 'switched-on' | 'extended' | 'ended'
  readonly setId: string
  readonly measures: readonly string[]
  readonly places: readonly string[]
  readonly groups: readonly Group[]
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly papersWithin: number | null
  readonly perDay: number | null
  readonly reason: string
  readonly byId: string
  readonly byName: string
  readonly day: PlainDate
  readonly at: Date
}

const add = statement(
  'measures.add-event',
  `insert into measures.activation_event (region_code, activation_id, seq, kind, set_id, measures, places, groups, starts_on,
     ends_on, papers_within, reason, by_id, by_name, day, at, per_day)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
)
const all = statement<ActivationEvent>(
  'measures.events',
  `select activation_id as "activationId", seq, kind, set_id as "setId", measures, places, groups,
     starts_on as "startsOn", ends_on as "endsOn", papers_within as "papersWithin", per_day as "perDay", reason, by_id as "byId",
     by_name as "byName", day, at
   from measures.activation_event where region_code = $1 order by activation_id, seq limit 10000`,
)
// One act after another: two leaders who switch the same measure on at once must see each other.
const lock = statement(
  'measures.lock-region',
  `select pg_advisory_xact_lock(hashtextextended('measures ' || $1, 0))`,
)

export const addEvent = (db: Db, regionCode: string, event: ActivationEvent) =>
  db.run(add, [
    regionCode,
    event.activationId,
    event.seq,
    event.kind,
    event.setId,
    event.measures,
    event.places,
    event.groups,
    event.startsOn,
    event.endsOn,
    event.papersWithin,
    event.reason,
    event.byId,
    event.byName,
    event.day,
    event.at,
    event.perDay,
  ])
export const eventsOf = (db: Db, regionCode: string) => db.many(all, [regionCode])
export const lockMeasures = (db: Db, regionCode: string) => db.many(lock, [regionCode])
