import type { StaffRole } from '@yichuang/contracts'
import type { Role } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { listColleagues } from '../organisations/index.ts'
import type { Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { HandoverToNobody, NoHandoverOffered, NotOverdue } from './cases.problems.ts'
import { actsFor, note } from './engine.ts'
import type { CaseRef } from './handler.ts'
import { openForAct, type OpenCase } from './request.ts'

/**
 * Colleagues a case can be handed to: those who could do its next act at its office or one above, without the owner, each
 * with the roles they would do it in. Two statements.
 */
export async function successors(db: Db, { row, rules }: Pick<OpenCase, 'row' | 'rules'>) {
  const next = (roles: readonly StaffRole[], userId: string) =>
    actsFor(rules.process, row, roles as readonly Role[], userId).length > 0
  const colleagues = await listColleagues(db, row.officeId)
  return colleagues
    .map(({ userId, name, roles }) => ({ userId, name, roles: roles.filter((role) => next([role], userId)) }))
    .filter(({ userId, roles }) => roles.length > 0 && userId !== row.ownerId)
}

/** Offers a case to a colleague; until they accept it stays with whoever was asked first (首问负责). */
export async function offerHandover(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly toUserId: string; readonly reason: string },
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, asked.version)
  const { row } = open
  const colleagues = open.standing.near && row.closedOn === null ? await successors(db, open) : []
  const to = colleagues.find(({ userId }) => userId === asked.toUserId)
  if (!to) throw HandoverToNobody()
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
