import type { Db } from '../../platform/db.ts'
import { statement, type Statement } from '../../platform/statement.ts'
import type { CaseRow } from './case-row.ts'
import { caseColumns } from './case.queries.ts'

/** Figures that count cases; each is one condition, used for the count and for the cases behind it alike. */
export const caseFigures = [
  'received',
  'accepted',
  'decided',
  'granted',
  'refused',
  'on-time',
  'overdue',
  'open',
  'open-overdue',
  'agency-faults',
  'paid',
] as const
export type CaseFigure = (typeof caseFigures)[number]

/** What is counted: a city, days from and to (both inclusive), offices, and an item or all (null). */
export interface FigureScope {
  readonly regionCode: string
  readonly from: string
  readonly to: string
  readonly officeIds: readonly string[]
  readonly itemId: string | null
}

// `open` is the state at the end of the period, so that a figure of last month does not change any more.
const OPEN = `c.handed_in_on <= $3 and (c.decided_on is null or c.decided_on > $3)
  and (c.closed_on is null or c.closed_on > $3) and $2::date <= $3`
const DECIDED = 'c.decided_on between $2 and $3'
const CONDITIONS: Record<CaseFigure, string> = {
  received: 'c.handed_in_on between $2 and $3',
  accepted: 'c.accepted_on between $2 and $3',
  decided: DECIDED,
  granted: `${DECIDED} and c.state <> 'refused'`,
  refused: `${DECIDED} and c.state = 'refused'`,
  'on-time': `${DECIDED} and c.on_time`,
  overdue: `${DECIDED} and not c.on_time`,
  open: OPEN,
  'open-overdue': `${OPEN} and c.due_on < $3`,
  'agency-faults': 'c.handed_in_on between $2 and $3 and c.agency_faults > 0',
  paid: `c.closed_on between $2 and $3 and c.state = 'paid'`,
}
const SCOPE = 'c.region_code = $1 and c.office_id = any ($4) and ($5::text is null or c.item_id = $5)'

interface OfOffice {
  readonly officeId: string
  readonly count: number
  /** yuan */
  readonly fund: string
}

const perFigure = <Row>(make: (figure: CaseFigure, condition: string) => Statement<Row>) =>
  Object.fromEntries(caseFigures.map((figure) => [figure, make(figure, CONDITIONS[figure])])) as Record<
    CaseFigure,
    Statement<Row>
  >

const counts = perFigure((figure, condition) =>
  statement<OfOffice>(
    `cases.figure-${figure}`,
    `select c.office_id as "officeId", count(*) as count, coalesce(sum(c.fund), 0) as fund
     from cases."case" c where ${SCOPE} and ${condition} group by c.office_id order by c.office_id limit 20000`,
  ),
)
const behind = perFigure((figure, condition) =>
  statement<CaseRow>(
    `cases.behind-${figure}`,
    `select ${caseColumns} from cases."case" c
     where ${SCOPE} and ${condition} and ($6::uuid is null or c.case_id < $6) order by c.case_id desc limit $7`,
  ),
)
const receivedByDay = statement<{ day: string; count: number }>(
  'cases.received-by-day',
  `select c.handed_in_on as day, count(*) as count from cases."case" c
   where ${SCOPE} and ${CONDITIONS.received} group by c.handed_in_on order by c.handed_in_on limit 4000`,
)
const decidedByDay = statement<{ day: string; count: number }>(
  'cases.decided-by-day',
  `select c.decided_on as day, count(*) as count from cases."case" c
   where ${SCOPE} and ${DECIDED} group by c.decided_on order by c.decided_on limit 4000`,
)
const daysUsed = statement<{ itemId: string; days: number; count: number }>(
  'cases.days-used',
  `select c.item_id as "itemId", c.used_days as days, count(*) as count from cases."case" c
   where ${SCOPE} and ${DECIDED} and c.used_days is not null
   group by c.item_id, c.used_days order by c.item_id, c.used_days limit 20000`,
)
const byIds = statement<CaseRow>(
  'cases.by-ids',
  `select ${caseColumns} from cases."case" c
   where c.region_code = $1 and c.case_id = any ($2) order by c.case_id desc limit 100`,
)

const values = ({ regionCode, from, to, officeIds, itemId }: FigureScope) => [
  regionCode,
  from,
  to,
  officeIds,
  itemId,
]

/** A figure, office by office; offices that have none are left out. */
export function countCases(db: Db, figure: CaseFigure, scope: FigureScope): Promise<OfOffice[]> {
  return db.many(counts[figure], values(scope))
}

/** The cases a figure counts, newest first, strictly before a case. */
export function casesBehindFigure(
  db: Db,
  figure: CaseFigure,
  scope: FigureScope,
  before: string | null,
  limit: number,
): Promise<CaseRow[]> {
  return db.many(behind[figure], [...values(scope), before, limit])
}

/** Cases received and decided on each day that has some. */
export async function casesByDay(db: Db, scope: FigureScope) {
  const [received, decided] = await Promise.all([
    db.many(receivedByDay, values(scope)),
    db.many(decidedByDay, values(scope)),
  ])
  return { received, decided }
}

/** How many decided cases took how many working days, item by item. */
export function workingDaysUsed(db: Db, scope: FigureScope) {
  return db.many(daysUsed, values(scope))
}

/** Cases by id, newest first; at most a hundred. */
export function casesByIds(db: Db, regionCode: string, ids: readonly string[]): Promise<CaseRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : db.many(byIds, [regionCode, ids])
}
