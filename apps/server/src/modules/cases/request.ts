import type { Db } from '../../platform/db.ts'
import { standing, type Requester, type Standing } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { lockedCase, perform, permitted, type ActRequest, type LockedCase } from './engine.ts'
import type { CaseFacts, CaseRef } from './handler.ts'

/** A case that the requester may see, locked, at the version they have seen. */
export interface OpenCase extends LockedCase {
  readonly standing: Standing
}

/** Locks a case for somebody's act: first whether they may know of it at all, then whether they are up to date. */
export async function openForAct(db: Db, who: Requester, ref: CaseRef, version: number): Promise<OpenCase> {
  const open = await lockedCase(db, ref, { at: who.at, version, admit: (row) => standing(db, who, row) })
  return { row: open.row, rules: open.rules, standing: open.admitted }
}

/** Throws unless the requester may do the act now: asked before anything is written on the way to it. */
export function permit(who: Requester, { row, rules, standing }: OpenCase, act: string): void {
  permitted(rules.process, row, { act, as: standing.as, actor: who.actor })
}

/** Does an act of the process in the requester's name. */
export function performFor(
  db: Db,
  who: Requester,
  open: OpenCase,
  request: Omit<ActRequest, 'actor' | 'as' | 'at'>,
): Promise<CaseRow> {
  return perform(db, open, { ...request, actor: who.actor, as: open.standing.as, at: who.at })
}

/** What the item's own code is told of a case. */
export function factsOf(who: Requester, { row, rules }: LockedCase): CaseFacts {
  return {
    regionCode: row.regionCode,
    caseId: row.caseId,
    itemId: row.itemId,
    pack: rules.pack,
    personId: row.personId,
    insurance: row.insurance,
    personClass: row.personClass,
    today: who.today,
    now: who.at,
    actor: who.actor,
    officeId: row.officeId,
    language: who.language,
  }
}
