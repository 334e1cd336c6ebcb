import type { CaseView } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { getPerson } from '../insured/index.ts'
import { lettersOf } from '../letters/index.ts'
import { filesOf, materialSlots } from '../materials/index.ts'
import { actsFor } from './engine.ts'
import { standing, type Requester, type Standing } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { readCase, readHistory, type History } from './case.queries.ts'
import { clockView } from './clock-view.ts'
import type { CaseRef } from './handler.ts'
import { situationOf, withLater } from './materials-state.ts'
import { relief } from './relief.ts'
import { rulesOf, type CaseRules } from './rules.ts'
import { summaryOf } from './summary.ts'
import { timelineOf } from './timeline.ts'
import { actsOnProof, needsProof } from './window-proof.ts'
import { around } from './world.ts'

/**
 * A case as the requester may see it: one record for every channel. Five statements, two more where there is a payment
 * or a rating. `known` saves reading the row again after an act.
 */
export async function caseView(db: Db, ref: CaseRef, who: Requester, known?: CaseRow): Promise<CaseView> {
  const row = known ?? (await readCase(db, ref))
  const mine = await standing(db, who, row)
  return viewOf(db, row!, mine, who)
}

async function viewOf(db: Db, row: CaseRow, mine: Standing, who: Requester): Promise<CaseView> {
  const { language } = who
  const { payment, rating } = around().parts
  const rules = await rulesOf(row, who.today)
  const [history, files, own, letters, person, summary, clock, paid, rated, helped] = await Promise.all([
    readHistory(db, row),
    filesOf(db, row),
    rules.handler.view(db, row, mine.viewer, language),
    row.number === null ? [] : lettersOf(db, row),
    getPerson(db, row.regionCode, row.personId),
    summaryOf(db, row, who),
    clockView(row, rules, who),
    (payment && HAS_PAYMENT.has(row.state) && payment(db, row)) || null,
    (rating && row.rated && rating(db, row)) || null,
    row.number === null ? undefined : relief()?.view(db, row, language),
  ])
  const situation = situationOf(row, own.situation)
  const whole = mine.viewer === 'applicant' || mine.near
  return {
    ...summary,
    applicantName: whole ? row.applicantName : summary.applicantName,
    placeName: rules.pack.title[language],
    itemVersion: row.itemVersion,
    person: whole ? person : { ...person, name: summary.applicantName },
    agentName: row.agentName,
    content: own.content,
    materials: await withLater(
      db,
      { row, rules },
      materialSlots(rules.item, situation, files, language, mine.viewer),
      who.today,
    ),
    clock: { ...clock, moved: movedDays(history, language) },
    notices: history.notices.map((notice) => ({
      noticeId: notice.noticeId,
      at: instant(notice.at),
      day: notice.day,
      by: notice.byName,
      gaps: notice.gaps.map((gap) => ({ ...gap })),
      answeredOn: notice.answeredOn,
      agencyFault: notice.agencyFault,
    })),
    calculation: own.calculation,
    coding: mine.viewer === 'staff' ? own.coding : null,
    // What is proposed is not decided yet, and no answer to the person.
    proposal: mine.viewer === 'staff' && row.decidedOn === null ? row.proposal : null,
    decision: own.decision,
    payment: paid,
    rating: rated,
    mayRate: isOver(row) && !row.rated && mine.as.some((role) => role === 'person' || role === 'clerk'),
    timeline: timelineOf(history, rules.process, mine.viewer, language),
    owner: row.ownerId === null ? null : { userId: row.ownerId, name: row.ownerName ?? '' },
    handover:
      row.handoverTo === null || mine.viewer === 'applicant'
        ? null
        : {
            toUserId: row.handoverTo,
            toName: row.handoverToName ?? '',
            byName: row.handoverByName ?? '',
            reason: row.handoverReason ?? '',
            day: row.handoverOn ?? row.createdOn,
          },
    letters: letters.map(({ title, ...letter }) => ({ ...letter, title: title[language] })),
    acts: actsOpen(rules, row, mine, who),
    actsOnProof: actsOnProof(rules, row, who),
    ...(helped && { relief: helped }),
    serviceStandard: rules.item.standards.map((standard) => standard[language]),
  }
}

const HAS_PAYMENT: ReadonlySet<string> = new Set(['approved', 'in-payment', 'paid', 'payment-failed'])

/** The service can be rated once there is an answer: it was decided, or the person took it back. */
export function isOver(row: CaseRow): boolean {
  return row.handedInOn !== null && (row.decidedOn !== null || row.closedOn !== null)
}

function actsOpen({ process }: CaseRules, row: CaseRow, { as }: Standing, who: Requester): CaseView['acts'] {
  return actsFor(process, row, as, who.actor.id).filter((id) => !needsProof(who, row, id)) as CaseView['acts']
}

function movedDays({ events }: History, language: Language): CaseView['clock']['moved'] {
  return events
    .filter(({ act }) => act === 'due-moved')
    .map(({ day, detail }) => {
      const { from, to, why, whyEn } = detail as unknown as MovedDetail
      return { day, from, to, why: language === 'zh' ? why : whyEn }
    })
}

/** What `recomputeClocks` keeps with its event. */
interface MovedDetail {
  readonly from: string | null
  readonly to: string | null
  readonly why: string
  readonly whyEn: string
}

/** Instants inside JSON that PostgreSQL made carry its own form of the zone. */
function instant(text: string): string {
  return new Date(text).toISOString()
}
