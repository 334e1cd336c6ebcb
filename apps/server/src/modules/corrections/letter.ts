import { formatYuan, fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Requester } from '../cases/index.ts'
import { issue, type LetterStep } from '../letters/index.ts'
import { getOffice } from '../organisations/index.ts'
import { getPerson } from '../insured/index.ts'
import type { CorrectionRow } from './correction.queries.ts'
import { difference, differenceOfAccounts, type Figure } from './figures.ts'
import { payerTitle } from './words.ts'
import { sideOf } from './views.ts'

/** Issues the letter of an approved correction: every decision that changed, before and after, and what follows. */
export async function issueCorrection(
  db: Db,
  who: Requester,
  regionCode: string,
  row: CorrectionRow,
  recovery: { readonly number: string; readonly owner: string } | undefined,
): Promise<void> {
  const [person, office] = await Promise.all([
    getPerson(db, regionCode, row.personId),
    getOffice(db, row.officeId),
  ])
  const sections = await Promise.all(row.figures.map((figure) => sectionOf(figure)))
  await issue(db, {
    ref: { regionCode, caseId: row.correctionId },
    kind: 'correction',
    content: {
      title: '医疗费用支付更正决定书',
      issuer: office.name,
      applicantName: person.name,
      caseNumber: row.number,
      day: who.today,
      facts: [
        { label: '证件号码', value: person.idNumberMasked },
        { label: '更正事项', value: row.subjectNumber },
        { label: '结算年度', value: String(row.year) },
        ...(row.document ? [{ label: '依据', value: row.document }] : []),
        { label: '补付', value: `${row.toPay} 元` },
        { label: '追回', value: `${row.toRecover} 元` },
      ],
      sections: [
        { heading: '更正理由', paragraphs: [row.reason] },
        ...sections,
        { heading: '后续办理', paragraphs: whatFollows(row, recovery) },
      ],
      marks: [],
    },
    day: who.today,
    at: who.at,
    message: {
      kind: 'corrected',
      detail: {
        number: row.number,
        subject: row.subjectNumber,
        toPay: row.toPay,
        toRecover: row.toRecover,
      },
      to: [row.personId],
    },
  })
}

async function sectionOf(figure: Figure) {
  const [before, after] = [await sideOf(figure.before, 'zh'), await sideOf(figure.after, 'zh')]
  const more = difference(figure)
  const accounts = differenceOfAccounts(figure)
  const what =
    more > 0
      ? `补付 ${formatYuan(fen(more))} 元`
      : more < 0
        ? `追回 ${formatYuan(fen(-more))} 元`
        : accounts === 0
          ? '金额不变'
          : '差额由个人账户收付'
  const inAccounts =
    accounts < 0
      ? [`个人账户原先多支付的 ${formatYuan(fen(-accounts))} 元已退回账户。`]
      : accounts > 0
        ? [`基金少支付的部分中，${formatYuan(fen(accounts))} 元由个人账户支付。`]
        : []
  const parts = (side: typeof before) =>
    side.payers.map(({ payer, amount }) => `${payerTitle(payer, 'zh')} ${amount} 元`).join('、') || '无'
  return {
    heading: `${figure.number}（${figure.decidedOn}）：${what}`,
    paragraphs: [
      `更正前：基金支付合计 ${before.fund} 元（${parts(before)}）。`,
      after.takenOut
        ? '更正后：不应支付，基金支付 0.00 元。'
        : `更正后：基金支付合计 ${after.fund} 元（${parts(after)}）。`,
      ...inAccounts,
    ],
    steps: after.explanation ? [stepOf(after.explanation)] : [],
  }
}

function stepOf(step: NonNullable<Awaited<ReturnType<typeof sideOf>>['explanation']>): LetterStep {
  return {
    sentence: step.sentence,
    amount: step.amount,
    citations: step.citations.map(({ citation, clause }) => `${citation} ${clause}`),
    children: step.children.map(stepOf),
  }
}

function whatFollows(
  { toPay, toRecover, subjectKind }: CorrectionRow,
  recovery: { readonly number: string; readonly owner: string } | undefined,
): string[] {
  return [
    ...(toPay === '0.00'
      ? []
      : [
          subjectKind === 'case'
            ? `补付的 ${toPay} 元随下一批次拨付到您办理报销时的账户。`
            : `补付的 ${toPay} 元在您提供收款账户后随下一批次拨付。`,
        ]),
    ...(recovery
      ? [
          `请退回多支付的 ${toRecover} 元（追回编号 ${recovery.number}），经办责任人：${recovery.owner}。一次退回有困难的，可以与责任人约定分期退回。`,
        ]
      : []),
    '原决定和结算记录保持不变，更正以本决定书另行记载。对更正有异议的，可以向经办机构提出。',
  ]
}
