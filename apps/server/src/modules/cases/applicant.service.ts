import type { ClaimContent, Payee } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { readEvent, touchCase } from './case.queries.ts'
import { ActNotAllowed } from './cases.problems.ts'
import { note } from './engine.ts'
import type { CaseRef } from './handler.ts'
import { tellWithdrawn } from './letters.ts'
import { factsOf, openForAct, performFor, type OpenCase } from './request.ts'
import { openToWithdraw, type ShownVoucher } from './window-proof.ts'
import { stateTitle } from './words.ts'

/** Keeps what was typed so far: in a draft, and while a notice is being answered. An autosave is no event. */
export async function saveContent(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly content: ClaimContent },
): Promise<number> {
  const open = await openForAct(db, who, ref, asked.version)
  mayEdit(open)
  const shown = await open.rules.handler.save(db, ref, asked.content)
  await noteChangeFor(db, who, open.row)
  return touchCase(db, ref, who.at, shown)
}

/**
 * What staff change in a case that was handed in, the account above all, is not theirs: the person must see that it was
 * done and by whom. One event for a sitting, however often it saves itself.
 */
export async function noteChangeFor(db: Db, who: Requester, row: CaseRow): Promise<void> {
  if (who.caller.kind !== 'staff' || row.state === 'draft') return
  const last = await readEvent(db, row, row.eventCount)
  if (last?.act === CHANGED_FOR && last.actorId === who.actor.id) return
  await note(db, row, { act: CHANGED_FOR, actor: who.actor, at: who.at })
}
const CHANGED_FOR = 'change-at-window'

/** What was handed in may be changed while the process waits for the person: before `hand-in` or `answer`. */
export function mayEdit({ row, rules: { process } }: Pick<OpenCase, 'row' | 'rules'>): void {
  const waiting = process.acts.some(
    ({ id, from }) => (id === 'hand-in' || id === 'answer') && from.includes(row.state),
  )
  if (!waiting) throw ActNotAllowed({ act: EDIT, state: stateTitle(row.state, process) })
}
const EDIT = { zh: '修改填报内容或材料', en: 'Change the form or its files' }

/** Withdraws before the decision, at a window on the code `shown`; what the case had registered (its bills) is free again. */
export async function withdrawCase(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly reason: string; readonly shown?: ShownVoucher | undefined },
): Promise<CaseRow> {
  const seen = await openForAct(db, who, ref, asked.version)
  const { open, shownBy } = await openToWithdraw(db, who, seen, asked.shown)
  const detail = { reason: asked.reason, ...(shownBy && { shownBy }) }
  const withdrawn = await performFor(db, who, open, { act: 'withdraw', detail })
  await open.rules.handler.release(db, ref)
  if (open.row.number !== null) await tellWithdrawn(db, withdrawn, open.rules, asked.reason, who)
  return withdrawn
}

/** Takes another account after the bank rejected the payment. */
export async function correctAccount(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly payee: z.output<typeof Payee> },
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, asked.version)
  const corrected = await performFor(db, who, open, { act: 'correct-account' })
  await open.rules.handler.correctPayee(db, ref, factsOf(who, open), asked.payee)
  return corrected
}
