import { canonicalJson } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import type { Requester } from './access.ts'
import type { CaseRow, GapRow } from './case-row.ts'
import { addNotice, lastNotice, markAnswered } from './case.queries.ts'
import { ContentFaulty } from './cases.problems.ts'
import { gapsOf, seenNow, wasKnowable } from './gaps.ts'
import type { CaseRef } from './handler.ts'
import { tellNotice } from './letters.ts'
import type { LockedCase } from './engine.ts'
import { slotsOf } from './materials-state.ts'
import { factsOf, openForAct, performFor, permit } from './request.ts'

/**
 * Gives the one notice of everything missing (一次告知); the clock stops. A gap that could have been told at the notice
 * before is the agency's fault: it is recorded, and this notice costs the person no time.
 */
export async function notifyGaps(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly gaps: readonly GapRow[] },
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, asked.version)
  const gaps = withoutDoubles(asked.gaps)
  const [slots, { content }, before] = await Promise.all([
    slotsOf(db, open, who),
    open.rules.handler.view(db, ref, 'staff', who.language),
    lastNotice(db, ref),
  ])
  const seen = seenNow(slots, content)
  const late = before ? gaps.filter((gap) => wasKnowable(gap, before.seen, seen)) : []
  const agencyFault = late.length > 0

  const notified = await performFor(db, who, open, {
    act: 'notify',
    keepClock: agencyFault,
    detail: {
      reason: gaps
        .map(({ text }) => (gaps.length > 1 ? text.replace(/[。.]$/, '') : text))
        .join('；')
        .slice(0, 2000),
      gaps: gaps.length,
      ...(agencyFault && { agencyFault, late: late.map(({ text }) => text) }),
    },
    patch: { agencyFaults: open.row.agencyFaults + (agencyFault ? 1 : 0) },
  })
  const notice = { noticeId: newId(), at: who.at, day: who.today, gaps, seen, agencyFault }
  await addNotice(db, ref, { ...notice, byId: who.actor.id!, byName: who.actor.name })
  await tellNotice(db, notified, open.rules, notice, who)
  return notified
}

/** The person, or the window for them, has added what was missing; the clock runs again. */
export async function answerNotice(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly version: number; readonly text: string },
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, asked.version)
  permit(who, open, 'answer')
  await checkChanges(db, who, open)
  const answered = await performFor(db, who, open, { act: 'answer', detail: { text: asked.text } })
  await markAnswered(db, ref, who.today)
  return answered
}

/** What was changed since the notice is told now, as at hand-in, and not weeks later by another notice. */
async function checkChanges(db: Db, who: Requester, open: LockedCase): Promise<void> {
  const { handler } = open.rules
  const [before, { content }] = await Promise.all([
    lastNotice(db, open.row),
    handler.view(db, open.row, 'staff', who.language),
  ])
  const now = seenNow([], content).fields
  if (before && canonicalJson(before.seen.fields) === canonicalJson(now)) return
  const { faults } = await handler.check(db, open.row, factsOf(who, open))
  if (faults.length > 0) throw ContentFaulty({ faults })
}

/** Every gap the system itself sees now, to start a notice from. */
export async function suggestGaps(db: Db, who: Requester, open: LockedCase): Promise<GapRow[]> {
  const slots = await slotsOf(db, open, who)
  const check = await open.rules.handler.check(db, open.row, factsOf(who, open))
  return gapsOf(slots, check.faults, who.language)
}

function withoutDoubles(gaps: readonly GapRow[]): GapRow[] {
  return [...new Map(gaps.map((gap) => [`${gap.materialId} ${gap.field} ${gap.text}`, gap])).values()]
}
