import type { RatingView } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { isOver, lockedCase, note, standing, type CaseRow, type Requester } from '../cases/index.ts'
import { insertRating, selectRating } from './rating.queries.ts'
import { AlreadyRated, NotOver, ReasonNeeded, ReasonUnknown } from './ratings.problems.ts'
import { gradeOf, type Grade } from './reasons.ts'

export interface RatingInput {
  readonly grade: Grade
  /** codes of the grade's reasons */
  readonly reasons: readonly string[]
  readonly text: string
}

/**
 * Rates the service of a case that has its answer, once. The person or a helper with a mandate does it themselves; at a
 * window the clerk hands over the device, and the rating says that it came from there. Inside a transaction.
 */
export async function rateCase(
  db: Db,
  ref: { readonly regionCode: string; readonly caseId: string },
  input: RatingInput,
  who: Requester,
): Promise<CaseRow> {
  const { row, admitted } = await lockedCase(db, ref, { at: who.at, admit: (row) => standing(db, who, row) })
  if (!admitted.as.some((role) => role === 'person' || role === 'clerk')) throw NotAllowed()
  if (row.rated) throw AlreadyRated()
  if (!isOver(row) || row.number === null) throw NotOver()
  const { bad, reasons } = gradeOf(input.grade)
  const known = new Set(reasons.map(({ code }) => code))
  if (input.reasons.some((code) => !known.has(code))) throw ReasonUnknown()
  if (bad && input.reasons.length === 0 && input.text.trim() === '') throw ReasonNeeded()
  const { regionCode, caseId, number, itemId, officeId } = row
  await insertRating(db, {
    regionCode,
    caseId,
    caseNumber: number,
    itemId,
    officeId,
    grade: input.grade,
    reasons: [...new Set(input.reasons)],
    text: input.text.trim(),
    day: who.today,
    at: who.at,
    givenBy: who.actor.id!,
    side: who.caller.kind === 'staff' ? 'window' : 'person',
  })
  // What was written stays in the rating; the event says only that there is one.
  const detail = { grade: input.grade, reasons: [...input.reasons] }
  return note(db, row, { act: 'rate', actor: who.actor, at: who.at, detail, patch: { rated: true } })
}

/** The rating of a case as its page shows it. */
export async function ratingOf(
  db: Db,
  ref: { readonly regionCode: string; readonly caseId: string },
): Promise<z.output<typeof RatingView> | null> {
  const row = await selectRating(db, ref.regionCode, ref.caseId)
  if (!row) return null
  const { grade, reasons, text, day } = row
  return { grade, reasons, text, day }
}
