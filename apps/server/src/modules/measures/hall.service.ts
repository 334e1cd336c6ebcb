import type { HallNumbers } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { MeasureInForce } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { citationOf } from '../catalogue/index.ts'
import type { HallNumber } from '../cases/index.ts'
import { getOffice, listOffices } from '../organisations/index.ts'
import { countHallNumber, lockHallDay, numbersUsed } from './hall.queries.ts'
import { addMarks } from './mark.queries.ts'
import { HallFull } from './measures.problems.ts'
import { measuresOfKind } from './of-kind.ts'

/**
 * Takes a number of the day for somebody at a window, where a measure limits them there, and marks the case. Past the
 * limit it asks for a reason (throws `hall-full`) and never refuses. Undefined where nothing is limited. In a transaction.
 */
export async function takeNumber(
  db: Db,
  about: { readonly regionCode: string; readonly caseId: string; readonly officeId: string },
  { today, reason }: { readonly today: PlainDate; readonly reason: string | undefined },
): Promise<HallNumber | undefined> {
  const { regionCode, caseId, officeId } = about
  const office = await getOffice(db, officeId)
  const limited = limitAt(regionCode, office.territory, today)
  if (!limited) return undefined
  const { limit, measure } = limited
  const used = await lockHallDay(db, regionCode, officeId, today)
  if (used >= limit && reason === undefined) throw HallFull({ limit, used })
  await countHallNumber(db, regionCode, officeId, today)
  const { measure: measureId, activation: activationId } = measure.acting
  const mark = { regionCode, caseId, act: 'start', day: today, total: null, fund: null, extra: null }
  await addMarks(db, mark, [{ measureId, activationId }])
  return { number: used + 1, limit, ...(used >= limit && reason !== undefined && { reason }) }
}

/** The halls of a place whose numbers are limited today. */
export async function hallsOf(
  db: Db,
  regionCode: string,
  today: PlainDate,
  language: Language,
): Promise<HallNumbers[]> {
  if (measuresOfKind(regionCode, 'limit-numbers', today).length === 0) return []
  const halls = (await listOffices(db, regionCode))
    .filter(({ active, level }) => active && (level === 'city' || level === 'county'))
    .flatMap(({ id, name, territory }) => {
      const limited = limitAt(regionCode, territory, today)
      return limited ? [{ id, name, ...limited }] : []
    })
  const ids = halls.map(({ id }) => id)
  const used = new Map((await numbersUsed(db, regionCode, ids, today)).map((row) => [row.officeId, row.used]))
  return halls.map(({ id, name, limit, measure: { set, source } }) => ({
    officeId: id,
    name,
    limit,
    used: used.get(id) ?? 0,
    occasion: set.occasion[language],
    source: citationOf(source, language),
  }))
}

/** The limit in force at a county; of several the one that began last. */
function limitAt(
  regionCode: string,
  territory: string,
  today: PlainDate,
): { readonly limit: number; readonly measure: MeasureInForce } | undefined {
  const [measure] = measuresOfKind(regionCode, 'limit-numbers', today, territory).toSorted((a, b) =>
    a.acting.from < b.acting.from ? 1 : -1,
  )
  const { effect, acting } = measure ?? {}
  const limit = acting?.perDay ?? (effect?.kind === 'limit-numbers' ? effect.perDay : undefined)
  return measure && limit !== undefined ? { limit, measure } : undefined
}
