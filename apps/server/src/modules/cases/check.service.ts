import { dueDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { standing, windowOf, type Requester } from './access.ts'
import { orNull } from './case-clock.ts'
import { readCase } from './case.queries.ts'
import type { CaseRef } from './handler.ts'
import { laterMaterials, missingMaterials, slotsOf } from './materials-state.ts'
import { factsOf } from './request.ts'
import { calendarOf, rulesOf } from './rules.ts'

/** Everything missing or wrong, the estimate, and when the answer would be due if the case were accepted today. */
export async function checkCase(db: Db, who: Requester, ref: CaseRef) {
  const row = await readCase(db, ref)
  await standing(db, who, row)
  const rules = await rulesOf(row!, who.today)
  const open = { row: row!, rules }
  const materials = await slotsOf(db, open, who)
  const check = await rules.handler.check(db, ref, factsOf(who, open))

  const { calendar } = await calendarOf(ref.regionCode, who.today)
  const limit = rules.item.limits.promised ?? rules.item.limits.statutory
  const days = limit?.instant ? 0 : limit?.workingDays
  const promisedDueOn =
    days === undefined ? null : orNull(() => dueDate(calendar, { accepted: who.today, days }))
  // As at hand-in: at home a material can be added at once, at the window what is missing is told once afterwards.
  const lacking = missingMaterials(materials, who.language)
  const atWindow = windowOf(who, ref.regionCode) !== undefined
  return {
    faults: [...check.faults, ...(atWindow ? [] : lacking)],
    warnings: [...check.warnings, ...(atWindow ? lacking : []), ...laterMaterials(materials, who.language)],
    materials,
    estimate: check.estimate,
    promisedDueOn,
    missing: [...check.missing],
  }
}
