import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { record, type Actor } from '../audit/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { filesOf } from '../materials/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { lockCollected, selectMonths, updateApplication, type MonthCount } from './application.queries.ts'
import { MonthRunning, NoRules, NothingToHandOver } from './chronic.problems.ts'
import { insertBatch, selectBatches } from './panel.queries.ts'
import type { BatchRow } from './row.ts'
import { handOverDue, handOverRule, monthOf, type HandOverDue } from './rules.ts'

/** A hospital's month as people see it. */
export interface MonthView {
  readonly month: string
  readonly hospital: { readonly code: string; readonly name: string }
  readonly collected: number
  readonly withoutPapers: number
  readonly handedOver: number
  readonly dueOn: PlainDate | null
  readonly ruleDay: PlainDate
  readonly handedOn: PlainDate | null
  readonly late: boolean
  readonly open: boolean
}

/**
 * Hands the applications of a month over that have papers. A list that comes after its last day is taken all the same, and
 * flagged. Inside a transaction; gives how many went.
 */
export async function handOver(
  db: Db,
  packs: Packs,
  month: string,
  by: { readonly institution: Hospital; readonly actor: Actor; readonly at: Date; readonly today: PlainDate },
): Promise<number> {
  const { institution, actor, at, today } = by
  const { regionCode, hospitalCode, name } = institution
  if (month >= monthOf(today)) throw MonthRunning({ month })
  const due = dueOf(packs, regionCode, month, today)
  if (!due) {
    const rule = handOverRule(packs.current(regionCode), today)
    throw NoRules('missing' in rule ? rule.sentence : { zh: '', en: '' })
  }
  const rows = await lockCollected(db, regionCode, hospitalCode, month)
  const ready = []
  for (const row of rows)
    if ((await filesOf(db, { regionCode, caseId: row.applicationId })).length > 0) ready.push(row)
  if (ready.length === 0) throw NothingToHandOver({ withoutPapers: rows.length })
  for (const row of ready) await updateApplication(db, { ...row, state: 'handed-over' })
  const dueOn = due.dueOn ?? due.ruleDay
  await insertBatch(db, regionCode, {
    hospitalCode,
    hospitalName: name,
    month,
    dueOn,
    handedOn: today,
    late: today > dueOn,
    applications: ready.length,
    by: actor.name,
    at,
  })
  await record(db, {
    regionCode,
    stream: `institution:${hospitalCode}`,
    actor,
    at,
    act: 'chronic-handed-over',
    detail: { month, applications: ready.length, late: today > dueOn },
  })
  return ready.length
}

/** The months of a hospital, or of every hospital of the city, newest first; the last twelve. */
export async function monthsOf(
  db: Db,
  packs: Packs,
  about: { readonly regionCode: string; readonly hospitalCode: string | null; readonly today: PlainDate },
): Promise<MonthView[]> {
  const { regionCode, hospitalCode, today } = about
  const since = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}`
  const [counts, batches] = await Promise.all([
    selectMonths(db, regionCode, hospitalCode, since),
    selectBatches(db, regionCode, hospitalCode, since),
  ])
  return Promise.all(
    counts.map(async (count) => {
      const due = dueOf(packs, regionCode, count.month, today)
      const withoutPapers = await countWithoutPapers(db, regionCode, count.open)
      return viewOf(count, due, batches, withoutPapers, today)
    }),
  )
}

/** When the papers of a month are due, by the calendar as it is known today. */
export function dueOf(
  packs: Packs,
  regionCode: string,
  month: string,
  today: PlainDate,
): HandOverDue | undefined {
  const pack = packs.current(regionCode)
  return handOverDue(pack, packs.calendar(pack, today), month)
}

function viewOf(
  count: MonthCount,
  due: HandOverDue | undefined,
  batches: readonly BatchRow[],
  withoutPapers: number,
  today: PlainDate,
): MonthView {
  const { month, hospitalCode, hospitalName, collected, handedOver } = count
  const own = batches.filter((batch) => batch.month === month && batch.hospitalCode === hospitalCode)
  const lastDay = due?.dueOn ?? due?.ruleDay
  const open = month < monthOf(today)
  const overdue = collected > 0 && open && lastDay !== undefined && today > lastDay
  return {
    month,
    hospital: { code: hospitalCode, name: hospitalName },
    collected,
    withoutPapers,
    handedOver,
    dueOn: due?.dueOn ?? null,
    ruleDay: due?.ruleDay ?? today,
    handedOn: own.at(-1)?.handedOn ?? null,
    late: overdue || own.some(({ late }) => late),
    open,
  }
}

async function countWithoutPapers(db: Db, regionCode: string, ids: readonly string[]): Promise<number> {
  const files = await Promise.all(ids.map((caseId) => filesOf(db, { regionCode, caseId })))
  return files.filter((own) => own.length === 0).length
}
