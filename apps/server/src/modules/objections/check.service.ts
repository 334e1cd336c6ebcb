import { Objection, type ClaimContent } from '@yichuang/contracts'
import { itemOn, reasonsOf } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts, type HandInFacts, type HandlerCheck } from '../cases/index.ts'
import { Findings, isBlank } from '../claims/index.ts'
import type { SettlementBrief } from '../settlement/index.ts'
import { ObjectionUnderWay } from './objections.problems.ts'
import { objectionsTo, raiseObjection, readObjection } from './objection.queries.ts'
import { ownSettlement } from './own-settlement.ts'

/** Every fault of what was typed, and the settlement it is about where there is one of this person's. */
async function checked(
  db: Db,
  found: Findings,
  at: CaseFacts,
  content: ClaimContent,
): Promise<SettlementBrief | undefined> {
  const typed = content.objection ?? Objection.parse({})
  readReason(found, at, typed)
  if (isBlank(typed.settlementId)) {
    found.fault('objection.settlementId', 'settlement-missing', {
      zh: '还没有选择对哪一笔结算有异议。请从结算列表中选一笔。',
      en: 'It is not said which settlement this is about. Choose one from the list.',
    })
    return undefined
  }
  const brief = await ownSettlement(db, at, typed.settlementId)
  if (!brief) {
    found.fault('objection.settlementId', 'settlement-unknown', {
      zh: '所选的结算不是这个人在本地的结算。请从结算列表中重新选择。',
      en: 'The settlement chosen is not one of this person in this place. Choose again from the list.',
    })
    return undefined
  }
  if (brief.settlement.cancelled)
    found.fault('objection.settlementId', 'settlement-cancelled', {
      zh: `这笔结算已于 ${brief.settlement.cancelled.on} 撤销，金额已经退回。对重新结算的那一笔有异议的，请选择那一笔。`,
      en: `This settlement was taken back on ${brief.settlement.cancelled.on}. If you disagree with the one that replaced it, choose that one.`,
    })
  const serials = new Set(brief.lines.map(({ serial }) => serial))
  if (typed.lines.some((serial) => !serials.has(serial)))
    found.fault('objection.lines', 'line-unknown', {
      zh: '所选的费用行不在这笔结算里。请重新勾选。',
      en: 'A fee line that was chosen is not part of this settlement. Choose the lines again.',
    })
  return brief
}

function readReason(found: Findings, at: CaseFacts, { reason, text }: Objection): void {
  const item = itemOn(at.pack, at.itemId, at.today)
  const reasons = item ? reasonsOf(item) : []
  if (!reasons.some(({ id }) => id === reason))
    found.fault('objection.reason', 'reason-missing', {
      zh: `没有选择哪里不对。请选择：${reasons.map(({ zh }) => zh).join('；')}。`,
      en: `It is not said what is wrong. Choose one of: ${reasons.map(({ en }) => en).join('; ')}.`,
    })
  if (text.trim().length < 2)
    found.fault('objection.text', 'text-missing', {
      zh: '没有写具体情况。请用自己的话写清楚哪里不对、应当怎样。',
      en: 'Nothing is written. Say in your own words what is wrong and what it should be.',
    })
}

/** What the person is told before they raise it. */
export async function checkObjection(db: Db, at: CaseFacts): Promise<HandlerCheck> {
  const found = new Findings(at.language)
  const { content } = await readObjection(db, at)
  const brief = await checked(db, found, at, content)
  const earlier = brief ? await objectionsTo(db, at.regionCode, brief.settlement.settlementId) : []
  if (earlier.some(({ underWay, caseId }) => underWay && caseId !== at.caseId))
    found.fault('objection.settlementId', ObjectionUnderWay.code, {
      zh: '这笔结算已有一件异议在办。请在原办件中补充，或先撤回原办件。',
      en: 'An objection to this settlement is under way. Add to that case, or withdraw it first.',
    })
  const answered = earlier.find(({ outcome }) => outcome !== null)
  if (answered)
    found.warn('objection.settlementId', 'answered-before', {
      zh: `对这笔结算的异议已于 ${answered.decidedOn} 答复过。没有新的情况或材料的，结果可能相同。`,
      en: `An objection to this settlement was answered on ${answered.decidedOn}. Without anything new the answer may be the same.`,
    })
  return { faults: found.faults, warnings: found.warnings, estimate: null, missing: [] }
}

/** Raises it: from now on the institution is asked, and no other case is about the same settlement. */
export async function handInObjection(
  db: Db,
  at: CaseFacts & HandInFacts,
): Promise<{ readonly total: string | null }> {
  const found = new Findings(at.language)
  const content = at.content ?? (await readObjection(db, at)).content
  const brief = await checked(db, found, at, content)
  const faults = [...at.faults, ...found.faults]
  if (faults.length > 0 || !brief) throw ContentFaulty({ faults })
  const { settlementId, institution, total } = brief.settlement
  const about = { settlementId, institutionCode: institution.code, on: at.today }
  if (!(await raiseObjection(db, at, about))) throw ObjectionUnderWay()
  return { total }
}

/** What lists show of it: where it was settled and for how much. */
export async function shownOf(
  db: Db,
  about: { readonly regionCode: string; readonly personId: string },
  { objection }: ClaimContent,
): Promise<{ readonly hospitalName: string | null; readonly total: string | null }> {
  const brief = objection?.settlementId ? await ownSettlement(db, about, objection.settlementId) : undefined
  if (!brief) return { hospitalName: null, total: null }
  return { hospitalName: brief.settlement.institution.name, total: brief.settlement.total }
}
