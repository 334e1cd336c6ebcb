import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRow, EventRow, NoticeRow } from './case-row.ts'
import type { CaseRef } from './handler.ts'

/** What an act may write, in the order of the parameters from the third on. */
const WRITTEN = [
  ['number', 'number'],
  ['item_version', 'itemVersion'],
  ['pack_id', 'packId'],
  ['pack_hash', 'packHash'],
  ['state', 'state'],
  ['came_from', 'cameFrom'],
  ['channel', 'channel'],
  ['applicant_name', 'applicantName'],
  ['agent_id', 'agentId'],
  ['agent_name', 'agentName'],
  ['insurance', 'insurance'],
  ['person_class', 'personClass'],
  ['hospital_name', 'hospitalName'],
  ['total', 'total'],
  ['fund', 'fund'],
  ['office_id', 'officeId'],
  ['owner_id', 'ownerId'],
  ['owner_name', 'ownerName'],
  ['handover_to', 'handoverTo'],
  ['handover_to_name', 'handoverToName'],
  ['handover_by_name', 'handoverByName'],
  ['handover_reason', 'handoverReason'],
  ['handover_on', 'handoverOn'],
  ['handed_in_on', 'handedInOn'],
  ['accepted_on', 'acceptedOn'],
  ['statutory_days', 'statutoryDays'],
  ['promised_days', 'promisedDays'],
  ['statutory_due_on', 'statutoryDueOn'],
  ['due_on', 'dueOn'],
  ['calendar_key', 'calendarKey'],
  ['pauses', 'pauses'],
  ['paused_since', 'pausedSince'],
  ['decided_on', 'decidedOn'],
  ['used_days', 'usedDays'],
  ['on_time', 'onTime'],
  ['agency_faults', 'agencyFaults'],
  ['overdue_reason', 'overdueReason'],
  ['alarm', 'alarm'],
  ['urgent_on', 'urgentOn'],
  ['closed_on', 'closedOn'],
  ['rated', 'rated'],
  ['proposal', 'proposal'],
  ['version', 'version'],
  ['event_count', 'eventCount'],
  ['head_hash', 'headHash'],
  ['changed_at', 'changedAt'],
] as const satisfies readonly (readonly [string, keyof CaseRow])[]

const FIXED = [
  ['region_code', 'regionCode'],
  ['case_id', 'caseId'],
  ['item_id', 'itemId'],
  ['person_id', 'personId'],
  ['created_on', 'createdOn'],
] as const satisfies readonly (readonly [string, keyof CaseRow])[]

const ALL = [...FIXED, ...WRITTEN]
/** Every column of a case under the name of its field. */
export const caseColumns = ALL.map(([column, field]) => `c.${column} as "${field}"`).join(', ')

const placeholders = (count: number, first: number) =>
  Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ')
const EVENT = 'region_code, case_id, seq, at, day, act, side, actor_id, actor_name, version, detail, hash'
const EVENT_FIELDS = 12

const lock = statement<CaseRow>(
  'cases.lock-case',
  `select ${caseColumns} from cases."case" c where c.region_code = $1 and c.case_id = $2 for update`,
)
const read = statement<CaseRow>(
  'cases.read-case',
  `select ${caseColumns} from cases."case" c where c.region_code = $1 and c.case_id = $2`,
)
const insertWith = (name: string, events: number) =>
  statement(
    name,
    `with event as (insert into cases.event (${EVENT}) values ${Array.from(
      { length: events },
      (_, index) => `(${placeholders(EVENT_FIELDS, ALL.length + 1 + index * EVENT_FIELDS)})`,
    ).join(', ')})
   insert into cases."case" (${ALL.map(([column]) => column).join(', ')}) values (${placeholders(ALL.length, 1)})`,
  )
const insertBegun = insertWith('cases.add-case', 1)
const insertHandedIn = insertWith('cases.add-case-handed-in', 2)
const SET = WRITTEN.map(([column], index) => `${column} = $${index + 3}`).join(', ')
// The event and the state it leads to are one statement: neither can be there without the other.
const writeWithEvent = statement(
  'cases.write-case',
  `with event as (insert into cases.event (${EVENT}) values (${placeholders(EVENT_FIELDS, WRITTEN.length + 3)}))
   update cases."case" set ${SET} where region_code = $1 and case_id = $2`,
)
const touch = statement<{ version: number }>(
  'cases.touch-case',
  `update cases."case"
   set version = version + 1, changed_at = $3, hospital_name = coalesce($4, hospital_name), total = coalesce($5, total)
   where region_code = $1 and case_id = $2 returning version`,
)
const eventsSince = statement<Pick<EventRow, 'act' | 'at' | 'actorName' | 'side'>>(
  'cases.events-since',
  `select act, at, actor_name as "actorName", side from cases.event
   where region_code = $1 and case_id = $2 and version > $3 order by seq limit 20`,
)
const eventBySeq = statement<Pick<EventRow, 'act' | 'actorId'>>(
  'cases.event-by-seq',
  `select act, actor_id as "actorId" from cases.event where region_code = $1 and case_id = $2 and seq = $3`,
)
const history = statement<{ events: StoredEvent[]; notices: StoredNotice[] }>(
  'cases.history',
  `select
     (select coalesce(json_agg(json_build_object('seq', seq, 'at', at, 'day', day, 'act', act, 'side', side,
        'actorName', actor_name, 'detail', detail) order by seq), '[]'::json)
      from cases.event where region_code = $1 and case_id = $2) as events,
     (select coalesce(json_agg(json_build_object('noticeId', notice_id, 'at', at, 'day', day, 'byName', by_name,
        'gaps', gaps, 'seen', seen, 'answeredOn', answered_on, 'agencyFault', agency_fault) order by at, notice_id),
        '[]'::json)
      from cases.notice where region_code = $1 and case_id = $2) as notices`,
)
const addNoticeRow = statement(
  'cases.add-notice',
  `insert into cases.notice
     (region_code, case_id, notice_id, at, day, by_id, by_name, gaps, seen, agency_fault)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)
const lastNoticeRow = statement<NoticeRow>(
  'cases.last-notice',
  `select notice_id as "noticeId", at, day, by_name as "byName", gaps, seen, answered_on as "answeredOn",
     agency_fault as "agencyFault"
   from cases.notice where region_code = $1 and case_id = $2 order by at desc, notice_id desc limit 1`,
)
const answerNotices = statement(
  'cases.answer-notices',
  `update cases.notice set answered_on = $3 where region_code = $1 and case_id = $2 and answered_on is null`,
)
const nextSequence = statement<{ last: number }>(
  'cases.next-number',
  `insert into cases.number_counter (region_code, office_code, day, last) values ($1, $2, $3, 1)
   on conflict (region_code, office_code, day) do update set last = number_counter.last + 1 returning last`,
)

type StoredEvent = Pick<EventRow, 'seq' | 'day' | 'act' | 'side' | 'actorName' | 'detail'> & { at: string }
type StoredNotice = Omit<NoticeRow, 'at'> & { at: string }
/** What happened to a case, oldest first. `at` is an instant as text. */
export interface History {
  readonly events: readonly StoredEvent[]
  readonly notices: readonly StoredNotice[]
}

/** Locks a case until the transaction ends. */
export function lockCase(db: Db, { regionCode, caseId }: CaseRef): Promise<CaseRow | undefined> {
  return db.maybe(lock, [regionCode, caseId])
}

export function readCase(db: Db, { regionCode, caseId }: CaseRef): Promise<CaseRow | undefined> {
  return db.maybe(read, [regionCode, caseId])
}

/** Stores a new case with its first event, or with that and the hand-in. */
export async function insertCase(
  db: Db,
  row: CaseRow,
  events: readonly [EventRow] | readonly [EventRow, EventRow],
): Promise<void> {
  await db.write(events.length === 1 ? insertBegun : insertHandedIn, [
    ...ALL.map(([, field]) => value(row, field)),
    ...events.flatMap(eventValues),
  ])
}

/** Stores a changed case with the event that changed it. */
export async function writeCase(db: Db, row: CaseRow, event: EventRow): Promise<void> {
  const values = WRITTEN.map(([, field]) => value(row, field))
  await db.write(writeWithEvent, [row.regionCode, row.caseId, ...values, ...eventValues(event)])
}

/** A change of content without an event: the version rises, lists show the new total. */
export async function touchCase(
  db: Db,
  { regionCode, caseId }: CaseRef,
  at: Date,
  shown: { readonly hospitalName: string | null; readonly total: string | null } = NOTHING_SHOWN,
): Promise<number> {
  return (await db.one(touch, [regionCode, caseId, at, shown.hospitalName, shown.total])).version
}
const NOTHING_SHOWN = { hospitalName: null, total: null }

/** Events after a version of the case, oldest first. */
export function readEventsSince(db: Db, { regionCode, caseId }: CaseRef, version: number) {
  return db.many(eventsSince, [regionCode, caseId, version])
}

/** What happened to the case as its `seq`-th event. */
export function readEvent(db: Db, { regionCode, caseId }: CaseRef, seq: number) {
  return db.maybe(eventBySeq, [regionCode, caseId, seq])
}

export function readHistory(db: Db, { regionCode, caseId }: CaseRef): Promise<History> {
  return db.one(history, [regionCode, caseId])
}

export async function addNotice(
  db: Db,
  { regionCode, caseId }: CaseRef,
  notice: Omit<NoticeRow, 'answeredOn'> & { readonly byId: string },
): Promise<void> {
  const { noticeId, at, day, byId, byName, gaps, seen, agencyFault } = notice
  await db.write(addNoticeRow, [
    regionCode,
    caseId,
    noticeId,
    at,
    day,
    byId,
    byName,
    JSON.stringify(gaps),
    JSON.stringify(seen),
    agencyFault,
  ])
}

export function lastNotice(db: Db, { regionCode, caseId }: CaseRef): Promise<NoticeRow | undefined> {
  return db.maybe(lastNoticeRow, [regionCode, caseId])
}

export async function markAnswered(db: Db, { regionCode, caseId }: CaseRef, day: string): Promise<void> {
  await db.write(answerNotices, [regionCode, caseId, day])
}

/** The next number an office gives on a day, without a gap: a hand-in that fails gives it back. */
export async function nextInOffice(
  db: Db,
  regionCode: string,
  officeCode: string,
  day: string,
): Promise<number> {
  return (await db.one(nextSequence, [regionCode, officeCode, day])).last
}

function value(row: CaseRow, field: keyof CaseRow): unknown {
  // The driver writes arrays as SQL arrays; these columns are JSON.
  if (field === 'pauses' || field === 'proposal')
    return row[field] === null ? null : JSON.stringify(row[field])
  return row[field]
}

function eventValues(event: EventRow): unknown[] {
  return [
    event.regionCode,
    event.caseId,
    event.seq,
    event.at,
    event.day,
    event.act,
    event.side,
    event.actorId,
    event.actorName,
    event.version,
    JSON.stringify(event.detail),
    event.hash,
  ]
}
