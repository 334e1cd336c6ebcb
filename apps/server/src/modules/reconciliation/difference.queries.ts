import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import { newId } from '../../platform/uuid.ts'
import type { Scope } from './compare.ts'
import type { Difference, DifferenceKind, Side } from './match.ts'

/** How a difference is cleared; the centre's figures stand in every case, since only it has settled. */
export type ClearedHow = 'booked' | 'withdrawn' | 'reversed' | 'offset'

export interface DifferenceRow {
  readonly differenceId: string
  readonly day: PlainDate
  readonly clrType: string
  readonly kind: DifferenceKind
  readonly hospital: Side | null
  readonly centre: Side | null
  /** gone: a later comparison did not find it any more */
  readonly state: 'open' | 'cleared' | 'gone'
  readonly clearedHow: ClearedHow | null
  readonly reason: string | null
  readonly clearedBy: string | null
  readonly clearedSide: 'hospital' | 'agency' | 'system' | null
  readonly clearedAt: Date | null
}

const COLUMNS = `difference_id as "differenceId", day, clr_type as "clrType", kind, hospital, centre, state,
  cleared_how as "clearedHow", reason, cleared_by as "clearedBy", cleared_side as "clearedSide",
  cleared_at as "clearedAt"`

// What was cleared stays cleared as long as both sides still say the same; what had gone and is back is open again.
const put = statement(
  'reconciliation.put-differences',
  `insert into reconciliation.difference as known (region_code, institution_code, difference_id, day, clr_type,
     comparison_id, kind, identity, hospital, centre, state, cleared_how, reason, cleared_by, cleared_side, cleared_at)
   select $1, $2, id, day, clr_type, $3, kind, identity, hospital, centre, state, how, reason, by_name, side, at
   from json_to_recordset($4::json) as made (id uuid, day date, clr_type text, kind text, identity text, hospital json,
     centre json, state text, how text, reason text, by_name text, side text, at timestamptz)
   on conflict (region_code, institution_code, day, identity) do update set comparison_id = excluded.comparison_id,
     state = case when known.state = 'gone' then excluded.state else known.state end,
     cleared_how = case when known.state = 'gone' then excluded.cleared_how else known.cleared_how end,
     reason = case when known.state = 'gone' then excluded.reason else known.reason end,
     cleared_by = case when known.state = 'gone' then excluded.cleared_by else known.cleared_by end,
     cleared_side = case when known.state = 'gone' then excluded.cleared_side else known.cleared_side end,
     cleared_at = case when known.state = 'gone' then excluded.cleared_at else known.cleared_at end`,
)
const gone = statement(
  'reconciliation.differences-gone',
  `update reconciliation.difference set state = 'gone', cleared_at = $7
   where region_code = $1 and institution_code = $2 and day = any($3::date[]) and comparison_id <> $4
     and ($5::text is null or clr_type = $5) and state = 'open' and identity <> all($6::text[])`,
)
const ofDay = statement<DifferenceRow>(
  'reconciliation.differences-of-day',
  `select ${COLUMNS} from reconciliation.difference
   where region_code = $1 and institution_code = $2 and day = $3 order by difference_id limit 5000`,
)
const find = statement<{ day: PlainDate }>(
  'reconciliation.day-of-difference',
  `select day from reconciliation.difference
   where region_code = $1 and institution_code = $2 and difference_id = $3`,
)
const lock = statement<DifferenceRow>(
  'reconciliation.lock-difference',
  `select ${COLUMNS} from reconciliation.difference
   where region_code = $1 and institution_code = $2 and difference_id = $3 for update`,
)
const clear = statement(
  'reconciliation.clear-difference',
  `update reconciliation.difference set state = 'cleared', cleared_how = $4, reason = $5, cleared_by = $6,
     cleared_side = $7, cleared_at = $8
   where region_code = $1 and institution_code = $2 and difference_id = $3`,
)

const OFFSET = '结算与其撤销机构均未列，正负相抵'

/** Stores what a comparison found over some days, and that what it did not find any more is gone. */
export async function putDifferences(
  db: Db,
  { regionCode, institutionCode, clrType }: Scope,
  comparison: { readonly comparisonId: string; readonly at: Date; readonly days: readonly PlainDate[] },
  found: readonly Difference[],
): Promise<void> {
  const { comparisonId, at, days } = comparison
  const rows = found.map(({ day, clrType: of, kind, identity, hospital, centre, offset }) => ({
    id: newId(),
    day,
    clr_type: of,
    kind,
    identity,
    hospital,
    centre,
    state: offset ? 'cleared' : 'open',
    ...(offset && { how: 'offset', reason: OFFSET, by_name: '系统', side: 'system', at }),
  }))
  if (rows.length > 0) await db.run(put, [regionCode, institutionCode, comparisonId, JSON.stringify(rows)])
  const all = found.map(({ identity }) => identity)
  await db.run(gone, [regionCode, institutionCode, days, comparisonId, clrType ?? null, all, at])
}

export function differencesOf(db: Db, regionCode: string, institutionCode: string, day: PlainDate) {
  return db.many(ofDay, [regionCode, institutionCode, day])
}

/** The day of a difference, to be locked before the difference is. */
export async function dayOfDifference(
  db: Db,
  regionCode: string,
  institutionCode: string,
  differenceId: string,
): Promise<PlainDate | undefined> {
  return (await db.maybe(find, [regionCode, institutionCode, differenceId]))?.day
}

export function lockDifference(db: Db, regionCode: string, institutionCode: string, differenceId: string) {
  return db.maybe(lock, [regionCode, institutionCode, differenceId])
}

export async function clearRow(
  db: Db,
  regionCode: string,
  institutionCode: string,
  differenceId: string,
  cleared: Required<Pick<DifferenceRow, 'clearedHow' | 'reason' | 'clearedBy' | 'clearedSide' | 'clearedAt'>>,
): Promise<void> {
  const { clearedHow, reason, clearedBy, clearedSide, clearedAt } = cleared
  const about = [clearedHow, reason, clearedBy, clearedSide, clearedAt]
  await db.run(clear, [regionCode, institutionCode, differenceId, ...about])
}
