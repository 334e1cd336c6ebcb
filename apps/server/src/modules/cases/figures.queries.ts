import type { figures } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { statement, type Statement } from '../../platform/statement.ts'
import type { CaseRow } from './case-row.ts'
import { caseColumns } from './case.queries.ts'

/** Figures that count cases; the other ones count ratings. */
type CaseFigure = Exclude<(typeof figures)[number], 'rated' | 'bad-ratings'>

/** What is counted: a city, days from and to (both inclusive), offices, and an item or all (null). */
export interface FigureScope {
  readonly regionCode: string
  readonly from: string
  readonly to: string
  readonly officeIds: readonly string[]
  readonly itemId: string | null
}

type Period = 'handedIn' | 'accepted' | 'decided' | 'closed' | 'open'

// What the figures of one period have in common is one range of one index, read once for all of them.
const PERIODS: Readonly<Record<Period, string>> = {
  handedIn: 'c.handed_in_on between $2 and $3',
  accepted: 'c.accepted_on between $2 and $3',
  decided: 'c.decided_on between $2 and $3',
  closed: 'c.closed_on between $2 and $3',
  // The state at the end of the period, so that a figure of last month does not change any more. What is open by now is in
  // the indexes of open cases, what was open then has been closed since; each half has its index. Nearly every case was
  // handed in before the end: “+ 0” keeps the planner from reading them all by their day of hand-in.
  open: `((c.closed_on is null and c.state <> 'draft') or c.closed_on > $3) and c.handed_in_on + 0 <= $3
    and (c.decided_on is null or c.decided_on > $3) and $2::date <= $3`,
}

/** Each figure is one condition within a period, used for the count and for the cases behind it alike. */
const FIGURES: Readonly<Record<CaseFigure, readonly [period: Period, condition: string]>> = {
  received: ['handedIn', 'true'],
  'agency-faults': ['handedIn', 'c.agency_faults > 0'],
  accepted: ['accepted', 'true'],
  decided: ['decided', 'true'],
  granted: ['decided', "c.state <> 'refused'"],
  refused: ['decided', "c.state = 'refused'"],
  'on-time': ['decided', 'c.on_time'],
  overdue: ['decided', 'not c.on_time'],
  open: ['open', 'true'],
  'open-overdue': ['open', 'c.due_on < $3'],
  paid: ['closed', "c.state = 'paid'"],
}
const caseFigures = Object.keys(FIGURES) as CaseFigure[]
const SCOPE = 'c.region_code = $1 and c.office_id = any ($4) and ($5::text is null or c.item_id = $5)'

interface OfOffice {
  readonly officeId: string
  readonly figure: CaseFigure
  readonly count: number
  /** yuan */
  readonly fund: string
}

/** The figures of one period, a row for each office and figure. */
function countsOf(period: Period): string {
  const own = caseFigures.filter((figure) => FIGURES[figure][0] === period)
  const where = (figure: CaseFigure) => `filter (where ${FIGURES[figure][1]})`
  const columns = own.map(
    (figure, at) => `count(*) ${where(figure)} as count${at}, sum(c.fund) ${where(figure)} as fund${at}`,
  )
  const rows = own.map((figure, at) => `('${figure}', count${at}, fund${at})`)
  return `select office_id, figure, count, fund from (
      select c.office_id, ${columns.join(', ')} from cases."case" c
      where ${SCOPE} and ${PERIODS[period]} group by c.office_id) counted,
    lateral (values ${rows.join(', ')}) as one (figure, count, fund)`
}

const counts = statement<OfOffice>(
  'cases.figures',
  `select office_id as "officeId", figure, count, coalesce(fund, 0) as fund
   from (${(Object.keys(PERIODS) as Period[]).map(countsOf).join(' union all ')}) of_periods
   where count > 0 order by office_id, figure limit 200000`,
)
const behind = Object.fromEntries(
  caseFigures.map((figure) => {
    const [period, condition] = FIGURES[figure]
    const text = `select ${caseColumns} from cases."case" c
      where ${SCOPE} and ${PERIODS[period]} and ${condition} and ($6::uuid is null or c.case_id < $6)
      order by c.case_id desc limit $7`
    return [figure, statement<CaseRow>(`cases.behind-${figure}`, text)]
  }),
) as Record<CaseFigure, Statement<CaseRow>>
const receivedByDay = statement<{ day: string; count: number }>(
  'cases.received-by-day',
  `select c.handed_in_on as day, count(*) as count from cases."case" c
   where ${SCOPE} and ${PERIODS.handedIn} group by c.handed_in_on order by c.handed_in_on limit 4000`,
)
const decidedByDay = statement<{ day: string; count: number }>(
  'cases.decided-by-day',
  `select c.decided_on as day, count(*) as count from cases."case" c
   where ${SCOPE} and ${PERIODS.decided} group by c.decided_on order by c.decided_on limit 4000`,
)
const daysUsed = statement<{ itemId: string; days: number; count: number }>(
  'cases.days-used',
  `select c.item_id as "itemId", c.used_days as days, count(*) as count from cases."case" c
   where ${SCOPE} and ${PERIODS.decided} and c.used_days is not null
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

/** Every figure of every office; what is nought is left out. */
export function countCases(db: Db, scope: FigureScope): Promise<OfOffice[]> {
  return db.many(counts, values(scope))
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
