import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { caseColumns } from './case.queries.ts'
import type { CaseRow } from './case-row.ts'

/** Where a list continues: strictly after (or, newest first, before) this case. */
export interface ListPlace {
  /** what the list is ordered by: a day, or a name */
  readonly by: string
  readonly caseId: string
}

const OPEN = `c.closed_on is null and c.state <> 'draft'`
// Each office has its own piece of the index: the first rows of each are taken, then the first of all of them. Asked in
// one piece, the planner would read every open case of the region.
const ofOffices = (where: string, order: string, limit: string) => `
  select l.* from unnest($2::uuid[]) as office (id) cross join lateral (
    select ${caseColumns} from cases."case" c
    where c.region_code = $1 and c.office_id = office.id and ${where} order by ${order} limit ${limit}) l`

const byState = statement<CaseRow>(
  'cases.inbox-by-state',
  `select l.* from unnest($2::uuid[]) as office (id) cross join unnest($3::text[]) as wanted (state) cross join lateral (
     select ${caseColumns} from cases."case" c
     where c.region_code = $1 and c.office_id = office.id and c.state = wanted.state and ${OPEN}
       and (c.urgent_on, c.case_id) > ($4, $5) and ($6::text is null or c.item_id = $6)
       and (c.state <> 'reviewed' or $7::text is null or c.proposal ->> 'byUserId' is distinct from $7)
     order by c.urgent_on, c.case_id limit $8) l
   order by l."urgentOn", l."caseId" limit $8`,
)
// The upper bound is always there, so that what is overdue is read as a piece of the index and not looked for in all of it.
const open = statement<CaseRow>(
  'cases.inbox-open',
  `${ofOffices(
    `${OPEN} and (c.urgent_on, c.case_id) > ($3, $4) and c.urgent_on < coalesce($6::date, date 'infinity')
     and ($5::text is null or c.item_id = $5)
     and ($6::date is null or (c.due_on < $6 and c.decided_on is null))`,
    'c.urgent_on, c.case_id',
    '$7',
  )} order by l."urgentOn", l."caseId" limit $7`,
)
const owned = statement<CaseRow>(
  'cases.inbox-owned',
  `select ${caseColumns} from cases."case" c
   where c.region_code = $1 and c.owner_id = $2 and ${OPEN} and (c.urgent_on, c.case_id) > ($3, $4)
     and ($5::text is null or c.item_id = $5) and ($6::text is null or c.state = $6)
   order by c.urgent_on, c.case_id limit $7`,
)
const offered = statement<CaseRow>(
  'cases.inbox-offered',
  `select ${caseColumns} from cases."case" c
   where c.region_code = $1 and c.handover_to = $2 and (c.urgent_on, c.case_id) > ($3, $4)
   order by c.urgent_on, c.case_id limit $5`,
)
const closed = statement<CaseRow>(
  'cases.inbox-closed',
  `${ofOffices(
    `c.closed_on is not null and c.number is not null and (c.closed_on, c.case_id) < ($3, $4)
     and ($5::text is null or c.item_id = $5) and ($6::text is null or c.state = $6)`,
    'c.closed_on desc, c.case_id desc',
    '$7',
  )} order by l."closedOn" desc, l."caseId" desc limit $7`,
)
const hundred = (from: string, where: string) =>
  `(select count(*) from (select from ${from} cross join lateral (
      select from cases."case" c where c.region_code = $1 and ${where} limit 100) piece limit 100) capped)`
const OFFICE = 'unnest($2::uuid[]) as office (id)'
const counts = statement<InboxCounts>(
  'cases.inbox-counts',
  `select
     ${hundred(
       `${OFFICE} cross join unnest($3::text[]) as wanted (state)`,
       `c.office_id = office.id and c.state = wanted.state and ${OPEN}
        and (c.state <> 'reviewed' or c.proposal ->> 'byUserId' is distinct from $4::text)`,
     )} as todo,
     ${hundred(OFFICE, `c.office_id = office.id and ${OPEN}`)} as all,
     ${hundred(
       OFFICE,
       `c.office_id = office.id and ${OPEN} and c.urgent_on < $5::date and c.due_on < $5::date and c.decided_on is null`,
     )} as overdue,
     (select count(*) from (select from cases."case" c
        where c.region_code = $1 and c.owner_id = $4::text::uuid and ${OPEN} limit 100) capped) as mine,
     (select count(*) from (select from cases."case" c
        where c.region_code = $1 and c.handover_to = $4::text::uuid limit 100) capped) as handover`,
)

const byNumber = statement<CaseRow>(
  'cases.find-by-number',
  `select ${caseColumns} from cases."case" c where c.region_code = $1 and c.number = $2`,
)
const byIds = statement<CaseRow>(
  'cases.find-by-ids',
  `select ${caseColumns} from cases."case" c
   where c.region_code = $1 and c.case_id = any ($2::uuid[]) order by c.case_id desc limit 100`,
)
// The page's place is the only lower bound: beside a second one the index would be read from the wrong end.
const byName = statement<CaseRow>(
  'cases.find-by-name',
  `select ${caseColumns} from cases."case" c
   where c.region_code = $1 and (c.applicant_name collate "C", c.case_id) > ($2, $3)
     and c.applicant_name collate "C" < $4
     and (c.state <> 'draft' or c.channel not in ('web', 'phone', 'kiosk'))
     and ($5::uuid[] is null or c.office_id = any ($5))
   order by c.applicant_name collate "C", c.case_id limit $6`,
)
const ofPeople = statement<CaseRow>(
  'cases.of-people',
  `select l.* from unnest($2::uuid[]) as person (id) cross join lateral (
     select ${caseColumns} from cases."case" c
     where c.region_code = $1 and c.person_id = person.id and c.case_id < $3 order by c.case_id desc limit $4) l
   order by l."caseId" desc limit $4`,
)

export interface InboxCounts {
  /** 100 stands for a hundred and more */
  readonly todo: number
  readonly all: number
  readonly overdue: number
  readonly mine: number
  readonly handover: number
}

interface Page {
  readonly regionCode: string
  readonly after: ListPlace
  readonly limit: number
}
interface OfOffices extends Page {
  readonly offices: readonly string[]
  readonly itemId: string | undefined
}

/** Open cases in certain states, most urgent first. `notProposedBy` leaves out what somebody may not decide themselves. */
export function casesByState(
  db: Db,
  q: OfOffices & { readonly states: readonly string[]; readonly notProposedBy: string | undefined },
): Promise<CaseRow[]> {
  const values = [q.regionCode, q.offices, q.states, q.after.by, q.after.caseId, q.itemId ?? null]
  return db.many(byState, [...values, q.notProposedBy ?? null, q.limit])
}

/** Open cases, most urgent first; with `overdueOn` only those past their due day without a decision. */
export function openCasesOf(db: Db, q: OfOffices & { readonly overdueOn?: PlainDate }): Promise<CaseRow[]> {
  const { regionCode, offices, after, itemId, overdueOn, limit } = q
  return db.many(open, [
    regionCode,
    offices,
    after.by,
    after.caseId,
    itemId ?? null,
    overdueOn ?? null,
    limit,
  ])
}

export function casesOwnedBy(
  db: Db,
  ownerId: string,
  q: Page & { readonly itemId: string | undefined; readonly state: string | undefined },
): Promise<CaseRow[]> {
  const { regionCode, after, itemId, state, limit } = q
  return db.many(owned, [regionCode, ownerId, after.by, after.caseId, itemId ?? null, state ?? null, limit])
}

export function casesOfferedTo(
  db: Db,
  userId: string,
  { regionCode, after, limit }: Page,
): Promise<CaseRow[]> {
  return db.many(offered, [regionCode, userId, after.by, after.caseId, limit])
}

/** Closed cases, latest first. */
export function closedCasesOf(
  db: Db,
  { regionCode, offices, after, itemId, state, limit }: OfOffices & { readonly state: string | undefined },
): Promise<CaseRow[]> {
  return db.many(closed, [regionCode, offices, after.by, after.caseId, itemId ?? null, state ?? null, limit])
}

export function countInbox(
  db: Db,
  regionCode: string,
  q: {
    readonly offices: readonly string[]
    readonly states: readonly string[]
    readonly userId: string
    readonly today: PlainDate
  },
): Promise<InboxCounts> {
  return db.one(counts, [regionCode, q.offices, q.states, q.userId, q.today])
}

export function caseByNumber(db: Db, regionCode: string, number: string): Promise<CaseRow[]> {
  return db.many(byNumber, [regionCode, number])
}

export function casesByIds(db: Db, regionCode: string, ids: readonly string[]): Promise<CaseRow[]> {
  return db.many(byIds, [regionCode, ids])
}

/** Cases of people whose name begins so, by name, after a place not before the prefix; at `offices`, or in the whole region. */
export function casesByName(
  db: Db,
  q: Page & { readonly prefix: string; readonly offices: readonly string[] | undefined },
): Promise<CaseRow[]> {
  const { regionCode, prefix, after, offices, limit } = q
  const beyond = `${prefix}\u{10FFFF}`
  return db.many(byName, [regionCode, after.by, after.caseId, beyond, offices ?? null, limit])
}

/** Cases of some people, newest first. */
export function casesOfPeople(
  db: Db,
  regionCode: string,
  people: readonly string[],
  before: string,
  limit: number,
): Promise<CaseRow[]> {
  return db.many(ofPeople, [regionCode, people, before, limit])
}
