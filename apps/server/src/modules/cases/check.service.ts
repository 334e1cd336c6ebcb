import { dueDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { standing, type Requester } from './access.ts'
import { orNull } from './case-clock.ts'
import { readCase } from './case.queries.ts'
import type { CaseRef } from './handler.ts'
import { slotsOf } from './materials-state.ts'
import { factsOf } from './request.ts'
import { calendarOf, rulesOf } from './rules.ts'

/** Everything missing or wrong, the estimate, and when the answer would be due if the case were accepted today. */
export async function checkCase(db: Db, who: Requester, ref: CaseRef) {
  const row = await readCase(db, ref)
  await standing(db, who, row)
  const rules = await rulesOf(row!, who.today)
  const open = { row: row!, rules }
  const materials = await slotsOf(db, open, who.language)
  const check = await rules.handler.check(db, ref, factsOf(who, open))

  const { calendar } = await calendarOf(ref.regionCode, who.today)
  const limit = rules.item.limits.promised ?? rules.item.limits.statutory
  const days = limit?.instant ? 0 : limit?.workingDays
  const promisedDueOn =
    days === undefined ? null : orNull(() => dueDate(calendar, { accepted: who.today, days }))
  return {
    faults: [...check.faults],
    warnings: [...check.warnings],
    materials,
    estimate: check.estimate,
    promisedDueOn,
    missing: [...check.missing],
  }
}
