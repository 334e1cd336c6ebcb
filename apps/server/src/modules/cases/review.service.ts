import { yuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { OutcomeNotProposed, OwnProposal } from './cases.problems.ts'
import type { CaseRef, Proposal, ProposalInput } from './handler.ts'
import { tellAccepted, tellDecided } from './letters.ts'
import { relief } from './relief.ts'
import { factsOf, openForAct, performFor, permit } from './request.ts'
import { actTitle } from './words.ts'

type Versioned = { readonly version: number }

/** Accepts (受理): both terms run from the next working day on. */
export async function acceptCase(
  db: Db,
  who: Requester,
  ref: CaseRef,
  { version }: Versioned,
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, version)
  const mark = open.rules.item.limits.promised?.source?.measure
  const accepted = await performFor(db, who, open, {
    act: 'accept',
    ...(mark && { detail: { measures: [mark.id] } }),
  })
  if (mark) await relief()?.keep(db, accepted, { act: 'accept', day: who.today, marks: [mark] })
  await tellAccepted(db, accepted, open.rules, who)
  return accepted
}

/** Passes a difficult case up (疑难上报): the window has no power to refuse, and the term runs as if it had accepted. */
export async function passUp(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: Versioned & { readonly reason: string; readonly suggestsRefusal: boolean },
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, asked.version)
  const { reason, suggestsRefusal } = asked
  return performFor(db, who, open, { act: 'pass-up', detail: { reason, suggestsRefusal } })
}

/** Sends an escalated case back to where it came from, with guidance. */
export async function returnCase(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: Versioned & { readonly guidance: string },
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, asked.version)
  return performFor(db, who, open, { act: 'return', detail: { guidance: asked.guidance } })
}

/** Proposes to grant or to refuse; somebody else decides. */
export async function propose(
  db: Db,
  who: Requester,
  ref: CaseRef,
  { version, ...input }: Versioned & ProposalInput,
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, version)
  const act = PROPOSES[input.outcome]
  permit(who, open, act)
  const { fund } = await open.rules.handler.propose(db, ref, factsOf(who, open), input)
  const proposal: Proposal = {
    outcome: input.outcome,
    by: who.actor.name,
    byUserId: who.actor.id!,
    reason: input.reason,
    day: who.today,
    manualFund: input.manualFund ?? null,
  }
  return performFor(db, who, open, {
    act,
    detail: { reason: input.reason, fund, ...(input.manualFund !== undefined && { byHand: true }) },
    patch: { proposal, fund },
  })
}

/**
 * Decides as proposed, or sends back; never one's own proposal. A decision is final: the item's code books it, the letter
 * is issued, and a grant without money to pay closes the case.
 */
export async function decide(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: Versioned & { readonly outcome: 'approve' | 'refuse' | 'send-back'; readonly reason: string },
): Promise<CaseRow> {
  const open = await openForAct(db, who, ref, asked.version)
  const { row, rules } = open
  const { proposal } = row
  if (proposal?.byUserId === who.actor.id) throw OwnProposal()
  const { outcome, reason } = asked
  if (outcome === 'send-back')
    return performFor(db, who, open, {
      act: 'send-back',
      detail: { reason },
      patch: { proposal: null, fund: null },
    })

  const granted = outcome === 'approve'
  if (proposal && (proposal.outcome === 'grant') !== granted)
    throw OutcomeNotProposed({ proposed: actTitle(PROPOSES[proposal.outcome], rules.process) })
  const why = reasonTold(proposal?.reason ?? '', reason)
  permit(who, open, outcome)
  const facts = factsOf(who, open)
  const input = { outcome: granted ? 'granted' : 'refused', reason: why, proposal: proposal! } as const
  const { fund, letterContent, measures = [], extra } = await rules.handler.decide(db, ref, facts, input)
  if (!granted) await rules.handler.release(db, ref)
  const nothingToPay = fund === null || yuan(fund) === 0
  const decided = await performFor(db, who, open, {
    act: outcome,
    detail: { reason: why, fund, ...(measures.length > 0 && { measures: measures.map(({ id }) => id) }) },
    patch: {
      fund,
      decidedOn: who.today,
      onTime: row.dueOn === null ? null : who.today <= row.dueOn,
      ...(nothingToPay && { closedOn: who.today }),
    },
  })
  await relief()?.keep(db, decided, { act: outcome, day: who.today, marks: measures, extra })
  await tellDecided(db, decided, rules, letterContent, who)
  return decided
}

/** What the person is told: the reviewer's reason, and beside it, never in its place, what the approver adds. */
function reasonTold(given: string, added: string): string {
  if (given === '' || added.includes(given)) return added || given
  return added === '' || given.includes(added) ? given : `${given}（审批意见：${added}）`
}

const PROPOSES = { grant: 'propose-grant', refuse: 'propose-refusal' } as const
