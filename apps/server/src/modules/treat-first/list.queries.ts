import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { COLUMNS, type EntryRow } from './entry-row.ts'

const selected = (Object.keys(COLUMNS) as (keyof EntryRow)[])
  .map((field) => `${COLUMNS[field]} as "${field}"`)
  .join(', ')

const open = statement<EntryRow>(
  'debts.list-open',
  `select ${selected} from debts.entry
   where region_code = $1 and state <> 'closed' and ($2::text is null or hospital_code = $2)
     and (opened_on, entry_id) > ($3::date, $4::uuid)
   order by opened_on, entry_id limit $5`,
)
const closed = statement<EntryRow>(
  'debts.list-closed',
  `select ${selected} from debts.entry
   where region_code = $1 and state = 'closed' and ($2::text is null or hospital_code = $2)
     and (opened_on, entry_id) < ($3::date, $4::uuid)
   order by opened_on desc, entry_id desc limit $5`,
)
const openSums = statement<{
  readonly hospitalCode: string
  readonly hospitalName: string
  readonly openedOn: PlainDate
  readonly count: number
  readonly amount: string
}>(
  'debts.open-sums',
  `select hospital_code as "hospitalCode", max(hospital_name) as "hospitalName", opened_on as "openedOn",
     count(*)::int as count, sum(amount)::numeric(16, 2)::text as amount
   from debts.entry where region_code = $1 and state <> 'closed' and ($2::text is null or hospital_code = $2)
   group by hospital_code, opened_on order by hospital_code, opened_on limit 100000`,
)
const closedSums = statement<{
  readonly how: NonNullable<EntryRow['closedHow']>
  readonly count: number
  readonly amount: string
  readonly total: string
  readonly fund: string
}>(
  'debts.closed-sums',
  `select closed_how as how, count(*)::int as count, sum(amount)::numeric(16, 2)::text as amount,
     coalesce(sum(settled_total), 0)::numeric(16, 2)::text as total,
     coalesce(sum(settled_fund), 0)::numeric(16, 2)::text as fund
   from debts.entry where region_code = $1 and state = 'closed' and ($2::text is null or hospital_code = $2)
   group by closed_how order by closed_how`,
)

export interface Place {
  readonly openedOn: string
  readonly entryId: string
}
const FIRST: Place = { openedOn: '1900-01-01', entryId: '00000000-0000-0000-0000-000000000000' }
const LAST: Place = { openedOn: '2199-12-31', entryId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Entries of a city or one of its institutions: open ones the oldest first, closed ones the newest first. */
export function listEntries(
  db: Db,
  regionCode: string,
  asked: {
    readonly state: 'open' | 'closed'
    readonly hospitalCode: string | undefined
    readonly place: Place | undefined
    readonly limit: number
  },
): Promise<EntryRow[]> {
  const isOpen = asked.state === 'open'
  const place = asked.place ?? (isOpen ? FIRST : LAST)
  const { hospitalCode = null, limit } = asked
  return db.many(isOpen ? open : closed, [regionCode, hospitalCode, place.openedOn, place.entryId, limit])
}

export const sumsOfOpen = (db: Db, regionCode: string, hospitalCode: string | undefined) =>
  db.many(openSums, [regionCode, hospitalCode ?? null])
export const sumsOfClosed = (db: Db, regionCode: string, hospitalCode: string | undefined) =>
  db.many(closedSums, [regionCode, hospitalCode ?? null])
