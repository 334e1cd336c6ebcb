import { PAYERS } from '@yichuang/benefits'
import type {
  CorrectedDecision,
  CorrectedSide,
  CorrectionSummary,
  CorrectionTold,
  CorrectionView,
} from '@yichuang/contracts'
import { fen, formatYuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { borrowedOf, explanationOf } from '../catalogue/index.ts'
import { standingOn, type Standing } from '../claims/index.ts'
import { getPerson } from '../insured/index.ts'
import { findDue } from '../payments/index.ts'
import { chainFor } from './change.ts'
import type { CorrectionRow } from './correction.queries.ts'
import { difference, differenceByFund, differenceOfAccounts, type Figure } from './figures.ts'
import { openOf, recoveryOfCorrection } from './recovery.queries.ts'
import { keyOf, type Subject } from './subject.ts'
import { payerTitle } from './words.ts'

/** A decision as it stands or would stand, with every step; worked out again from what is stored of it. */
export async function sideOf(standing: Standing, language: Language): Promise<CorrectedSide> {
  const { worked, before, amounts, payers, fund } = standing
  const chain = worked?.by === 'rules' ? await chainFor({ number: '' }, worked) : undefined
  const trace = chain && standingOn(worked, chain, before, 0).trace
  return {
    takenOut: worked === null,
    byHand: worked?.by === 'hand',
    fund,
    payers: PAYERS.flatMap((payer) => {
      const amount = payers[payer]
      return amount === undefined ? [] : [{ payer, title: payerTitle(payer, language), amount }]
    }),
    amounts,
    explanation: trace ? explanationOf(trace, language) : null,
    borrowed: trace ? borrowedOf(trace, language) : null,
    pack: worked?.by === 'rules' ? { id: worked.pack.id, hash: worked.pack.hash } : null,
  }
}

/** One decision of a correction with both sides beside each other. */
export async function decisionView(
  figure: Figure,
  subject: Subject,
  language: Language,
): Promise<CorrectedDecision> {
  const more = difference(figure)
  const [before, after] = [await sideOf(figure.before, language), await sideOf(figure.after, language)]
  return {
    subject: figure.subject,
    number: figure.number,
    decidedOn: figure.decidedOn,
    careKind: figure.kind,
    target: keyOf(figure.subject) === keyOf(subject),
    toPay: formatYuan(fen(Math.max(0, more))),
    toRecover: formatYuan(fen(Math.max(0, -more))),
    funds: [...differenceByFund(figure), ...accountsIn(figure)].map(([payer, by]) => ({
      payer,
      title: payerTitle(payer, language),
      more: formatYuan(fen(by)),
    })),
    before,
    after,
  }
}

/** Personal accounts beside the funds, where they give or get something. */
function accountsIn(figure: Figure): [payer: string, more: number][] {
  const more = differenceOfAccounts(figure)
  return more === 0 ? [] : [['acct_pay', more]]
}

export function subjectOf({
  subjectKind: kind,
  subjectId: id,
}: Pick<CorrectionRow, 'subjectKind' | 'subjectId'>): Subject {
  return { kind, id }
}

export function summaryOf(
  row: Omit<CorrectionRow, 'change' | 'figures'>,
  personName: string,
): CorrectionSummary {
  return {
    correctionId: row.correctionId,
    number: row.number,
    officeId: row.officeId,
    personId: row.personId,
    personName,
    insurance: row.insurance,
    year: row.year,
    subject: subjectOf(row),
    subjectNumber: row.subjectNumber,
    reasonKind: row.reasonKind,
    reason: row.reason,
    document: row.document,
    state: row.state,
    toPay: row.toPay,
    toRecover: row.toRecover,
    proposedOn: row.proposedOn,
    proposedBy: row.proposedByName,
    decidedOn: row.decidedOn,
    decidedBy: row.decidedByName,
    decisionReason: row.decisionReason,
    version: row.version,
  }
}

/** A correction with everything its second person needs, and what became of it. */
export async function correctionView(
  db: Db,
  regionCode: string,
  row: CorrectionRow,
  reader: { readonly userId: string | null; readonly decides: boolean; readonly language: Language },
): Promise<CorrectionView> {
  const { name } = await getPerson(db, regionCode, row.personId)
  const [due, recovery] = await Promise.all([
    findDue(db, regionCode, row.correctionId),
    recoveryOfCorrection(db, regionCode, row.correctionId),
  ])
  const decisions: CorrectedDecision[] = []
  for (const figure of row.figures)
    decisions.push(await decisionView(figure, subjectOf(row), reader.language))
  return {
    ...summaryOf(row, name),
    change: row.change,
    decisions,
    mayDecide: row.state === 'proposed' && reader.decides && reader.userId !== row.proposedBy,
    due: due
      ? {
          amount: due.amount,
          state: due.state,
          holder: due.holder,
          accountMasked: due.accountMasked,
          bankReason: due.bankReason,
        }
      : null,
    recovery: recovery
      ? {
          recoveryId: recovery.recoveryId,
          number: recovery.number,
          amount: recovery.amount,
          open: formatYuan(openOf(recovery)),
        }
      : null,
  }
}

/** What a person reads of an approved correction on the page of one decision; undefined when it did not change that one. */
export async function toldOf(
  db: Db,
  regionCode: string,
  row: CorrectionRow,
  subject: Subject,
  language: Language,
): Promise<CorrectionTold | undefined> {
  const figure = row.figures.find((one) => keyOf(one.subject) === keyOf(subject))
  if (!figure || row.decidedOn === null) return undefined
  const recovery = await recoveryOfCorrection(db, regionCode, row.correctionId)
  return {
    correctionId: row.correctionId,
    number: row.number,
    decidedOn: row.decidedOn,
    reason: row.reason,
    document: row.document,
    decision: await decisionView(figure, subjectOf(row), language),
    toPay: row.toPay,
    toRecover: row.toRecover,
    openToRecover: recovery ? formatYuan(openOf(recovery)) : '0.00',
  }
}
