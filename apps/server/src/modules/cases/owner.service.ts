import type { Db } from '../../platform/db.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { listColleagues } from '../organisations/index.ts'
import type { Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { HandoverToNobody, NoHandoverOffered, NotOverdue } from './cases.problems.ts'
import { note } from './engine.ts'
import type { CaseRef } from './handler.ts'
import { openForAct } from './request.ts'

/** Offers a case to a colleague; until they accept it stays with whoever was asked first (首问负责). */
export async function offerHandover(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly toUserId: string; readonly reason: string },
): Promise<CaseRow> {
  const { row, standing } = await openForAct(db, who, ref, asked.version)
  const colleagues = standing.near ? await listColleagues(db, row.officeId) : []
  const to = colleagues.find(({ userId }) => userId === asked.toUserId)
  if (!to || to.userId === row.ownerId || row.closedOn !== null) throw HandoverToNobody()
  return note(db, row, {
    act: 'offer-handover',
    actor: who.actor,
    at: who.at,
    detail: { to: to.name, reason: asked.reason },
    patch: {
      handoverTo: to.userId,
      handoverToName: to.name,
      handoverByName: who.actor.name,
      handoverReason: asked.reason,
      handoverOn: who.today,
    },
  })
}

/** Accepts or declines a hand-over offered to oneself. */
export async function answerHandover(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly accept: boolean },
): Promise<CaseRow> {
  const { row } = await openForAct(db, who, ref, asked.version)
  if (row.handoverTo === null || row.handoverTo !== who.actor.id) throw NoHandoverOffered()
  return note(db, row, {
    act: asked.accept ? 'accept-handover' : 'decline-handover',
    actor: who.actor,
    at: who.at,
    detail: { from: row.ownerName },
    patch: {
      ...NO_HANDOVER,
      ...(asked.accept && { ownerId: who.actor.id, ownerName: who.actor.name }),
    },
  })
}

const NO_HANDOVER = {
  handoverTo: null,
  handoverToName: null,
  handoverByName: null,
  handoverReason: null,
  handoverOn: null,
} as const

/** Records why a case is overdue; the person sees it (优化营商环境条例 第三十六条). */
export async function explainOverdue(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly reason: string },
): Promise<CaseRow> {
  const { row, standing } = await openForAct(db, who, ref, asked.version)
  // A clerk elsewhere in the city serves the person; the reason is for those who answer for the case to give.
  if (!standing.near) throw NotAllowed()
  const late = row.decidedOn === null ? row.dueOn !== null && row.dueOn < who.today : row.onTime === false
  if (!late) throw NotOverdue()
  return note(db, row, {
    act: 'explain-overdue',
    actor: who.actor,
    at: who.at,
    detail: { reason: asked.reason },
    patch: { overdueReason: asked.reason },
  })
}
