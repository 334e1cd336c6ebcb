import type { ExplanationStep } from '@yichuang/contracts'
import { describeLedgerDay, dueOn } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { issue, sendToAll, titles } from '../letters/index.ts'
import type {
  DecisionContent,
  LetterContent,
  LetterKind,
  LetterSection,
  LetterStep,
} from '../letters/index.ts'
import { getOffice, type Office } from '../organisations/index.ts'
import { readersOf, type Requester } from './access.ts'
import { orNull } from './case-clock.ts'
import type { CaseRow, NoticeRow } from './case-row.ts'
import { calendarOf, type CaseRules } from './rules.ts'

type When = Pick<Requester, 'at' | 'today'>

/** Handed in: a receipt with the number, and what comes next. */
export async function tellHandedIn(
  db: Db,
  row: CaseRow,
  rules: CaseRules,
  office: Office,
  when: When,
): Promise<void> {
  const next = promiseWords(rules)
  await deliver(db, row, rules, office, when, 'receipt', 'handed-in', [
    {
      heading: '提交情况',
      paragraphs: [
        `您的申请已于 ${row.handedInOn} 提交，由${office.name}办理，首问负责人：${row.ownerName}。`,
        '经办机构受理后，办理期限从受理的次日起按工作日计算；材料不全的，将一次性告知需要补正的全部内容。',
        ...(next === undefined ? [] : [next]),
      ],
    },
  ])
}

/** Accepted: a receipt with the promised day and every day counted or skipped on the way there. */
export async function tellAccepted(db: Db, row: CaseRow, rules: CaseRules, when: When): Promise<void> {
  const office = await getOffice(db, row.officeId)
  const sections: LetterSection[] = [
    { heading: '受理情况', paragraphs: [`您的申请已于 ${row.acceptedOn} 受理。`, ...dueWords(row)] },
    ...(await ledgerSection(row, when.today)),
  ]
  await deliver(db, row, rules, office, when, 'receipt', 'accepted', sections, {
    dueOn: row.dueOn ?? '',
    handedInOn: row.handedInOn ?? '',
  })
}

export async function tellNotice(
  db: Db,
  row: CaseRow,
  rules: CaseRules,
  notice: Pick<NoticeRow, 'gaps' | 'agencyFault'>,
  when: When,
): Promise<void> {
  const office = await getOffice(db, row.officeId)
  const time = notice.agencyFault
    ? '本次告知中有本应在前一次告知时一并提出的内容，属经办机构未一次告知到位，已登记为经办差错；本次补正期间办理期限照常计算，不占用您的时间。'
    : '自本告知之日的次日起至您补正之日，暂停计算办理期限。'
  await deliver(
    db,
    row,
    rules,
    office,
    when,
    'notice',
    'notice',
    [
      {
        heading: '需要补正的全部内容',
        paragraphs: ['经审查，您的申请还需补正以下内容：'],
        list: notice.gaps.map(({ text }) => text),
      },
      {
        heading: '如何补正',
        paragraphs: ['可在网上本办件页面上传、修改后提交补正，也可到任一窗口补正。', time],
      },
    ],
    { gaps: String(notice.gaps.length) },
  )
}

export async function tellDecided(
  db: Db,
  row: CaseRow,
  rules: CaseRules,
  decision: DecisionContent,
  when: When,
): Promise<void> {
  const office = await getOffice(db, row.officeId)
  const granted = decision.outcome === 'granted'
  const answer = decision.answer
    ? decision.answer.sentence
    : granted
      ? `经审核，准予支付${row.fund === null ? '' : `${decision.paidFrom?.zh ?? '医疗保险基金'} ${row.fund} 元`}。`
      : '经审核，不予支付。'
  const sections: LetterSection[] = [
    { heading: '决定', paragraphs: [answer, ...(decision.reason ? [`理由：${decision.reason}`] : [])] },
    ...(decision.payers
      ? [
          {
            heading: '各项待遇支付',
            list: decision.payers.map(({ title, amount }) => `${title}：${amount} 元`),
          },
        ]
      : []),
    ...(decision.explanation ? [{ heading: '计算过程', steps: [stepOf(decision.explanation)] }] : []),
    ...(decision.missing.length > 0
      ? [
          {
            heading: '缺少的规则',
            paragraphs: ['下列规则尚未加载，金额由工作人员人工核定：'],
            list: decision.missing,
          },
        ]
      : []),
    ...(decision.answer?.follows.length
      ? [{ heading: '接下来怎么办', paragraphs: decision.answer.follows }]
      : []),
    ...(granted ? [] : [objection(office, row, rules)]),
    {
      heading: '依据的规则版本',
      paragraphs: [
        `政策包 ${decision.pack.id} ${decision.pack.version}（${decision.pack.hash.slice(0, 16)}）` +
          (decision.traceHash === null ? '。' : `；计算记录摘要 ${decision.traceHash.slice(0, 16)}。`),
      ],
    },
  ]
  const marks = decision.borrowed
    ? [`本决定使用了借用参数：${decision.borrowed.from}。${decision.borrowed.why}`]
    : []
  await deliver(
    db,
    row,
    rules,
    office,
    when,
    'decision',
    decision.answer?.message ?? (granted ? 'granted' : 'refused'),
    sections,
    {
      fund: decision.amounts?.fund ?? row.fund ?? '',
      ...(decision.paidFrom && { fromZh: decision.paidFrom.zh, fromEn: decision.paidFrom.en }),
    },
    marks,
  )
}

/**
 * What somebody can do who disagrees. The terms for it and where to go stand in laws that no pack carries, so the letter
 * names the ways and says that much.
 */
function objection({ name, phone }: Office, row: CaseRow, rules: CaseRules): LetterSection {
  return {
    heading: '如不同意本决定',
    paragraphs: [
      `可以向${name}询问理由${phone ? `（电话 ${phone}）` : ''}；也可以依法申请行政复议或者提起行政诉讼，期限和受理机关以法律规定为准。`,
      `${hasBills(row, rules) ? '所附票据已解除登记，' : ''}补齐依据后可以重新${rules.handler.withoutBills ? '提出' : '申请'}。`,
    ],
  }
}

/** Only what was treated somewhere has bills. */
function hasBills({ hospitalName }: CaseRow, { handler }: CaseRules): boolean {
  return hospitalName !== null && handler.withoutBills !== true
}

export async function tellWithdrawn(
  db: Db,
  row: CaseRow,
  rules: CaseRules,
  reason: string,
  when: When,
): Promise<void> {
  const office = await getOffice(db, row.officeId)
  const why = reason === '' ? [] : [`撤回理由：${reason}`]
  await deliver(db, row, rules, office, when, 'withdrawal', 'withdrawn', [
    {
      heading: '撤回',
      paragraphs: [
        `您的申请已于 ${row.closedOn} 撤回，不再办理；${hasBills(row, rules) ? '所附票据' : '需要时'}可以重新申请。`,
        ...why,
      ],
    },
  ])
}

/** A published calendar has moved the due day; both days are told. */
export async function tellDueMoved(
  db: Db,
  row: CaseRow,
  rules: CaseRules,
  moved: { readonly from: string | null; readonly to: string | null; readonly why: string },
  when: When,
): Promise<void> {
  const office = await getOffice(db, row.officeId)
  const sections: LetterSection[] = [
    {
      heading: '期限调整',
      paragraphs: [
        `原办结期限：${moved.from ?? '未能计算'}；调整后：${moved.to ?? '未能计算'}。`,
        `原因：${moved.why}`,
      ],
    },
    ...(await ledgerSection(row, when.today)),
  ]
  await deliver(db, row, rules, office, when, 'due-moved', 'due-moved', sections, {
    from: moved.from ?? '',
    to: moved.to ?? '',
  })
}

async function deliver(
  db: Db,
  row: CaseRow,
  { item, pack }: CaseRules,
  office: Office,
  { at, today: day }: When,
  kind: LetterKind,
  message: string,
  sections: readonly LetterSection[],
  detail: Readonly<Record<string, string>> = {},
  marks: readonly string[] = [],
): Promise<void> {
  const number = row.number ?? ''
  const content: LetterContent = {
    title: kind === 'decision' ? `${item.title.zh}决定书` : titles[kind].zh,
    issuer: office.name,
    applicantName: row.applicantName,
    caseNumber: number,
    day,
    facts: [
      { label: '办件编号', value: number },
      { label: '申请人', value: row.applicantName },
      ...(row.agentName === null ? [] : [{ label: '代办人', value: row.agentName }]),
      { label: '事项', value: item.title.zh },
      { label: '参保地', value: pack.title.zh },
      { label: '经办机构', value: office.phone ? `${office.name}（电话 ${office.phone}）` : office.name },
    ],
    sections,
    marks,
  }
  const words = { number, itemZh: item.title.zh, itemEn: item.title.en, office: office.name, ...detail }
  const to = await readersOf(db, row, day)
  await issue(db, { ref: row, kind, content, day, at, message: { kind: message, detail: words, to } })
}

function promiseWords({ item }: CaseRules): string | undefined {
  const { statutory, promised } = item.limits
  if (promised?.instant || statutory?.instant) return '本事项即时办结。'
  const parts = [
    statutory?.workingDays === undefined ? undefined : `法定期限 ${statutory.workingDays} 个工作日`,
    promised?.workingDays === undefined ? undefined : `承诺期限 ${promised.workingDays} 个工作日`,
  ].filter((part) => part !== undefined)
  return parts.length > 0 ? `${parts.join('，')}，自受理次日起算。` : undefined
}

function dueWords(row: CaseRow): string[] {
  const promised = row.promisedDays === null ? '' : `承诺期限 ${row.promisedDays} 个工作日`
  const statutory = row.statutoryDays === null ? '' : `法定期限 ${row.statutoryDays} 个工作日`
  const terms = [statutory, promised].filter(Boolean).join('，')
  if (terms === '') return ['本事项的办理期限，平台尚未载入文件规定，办结后即告知结果。']
  if (row.dueOn === null) return [`${terms}。所需年份的节假日安排尚未公布，公布后即计算并告知办结日期。`]
  return [`${terms}；最迟于 ${row.dueOn} 办结。`]
}

async function ledgerSection(row: CaseRow, today: PlainDate): Promise<LetterSection[]> {
  const days = row.promisedDays ?? row.statutoryDays
  if (row.acceptedOn === null || days === null || row.dueOn === null) return []
  const { calendar } = await calendarOf(row.regionCode, today)
  const term = { accepted: row.acceptedOn, days, pauses: row.pauses }
  const due = orNull(() => dueOn(calendar, term))
  return due === null
    ? []
    : [{ heading: '期限逐日说明', ledger: due.ledger.map((day) => describeLedgerDay(day, 'zh-CN')) }]
}

function stepOf(step: ExplanationStep): LetterStep {
  return {
    sentence: step.sentence,
    amount: step.amount,
    citations: step.citations.map(
      ({ citation, clause, borrowed }) =>
        `${citation} ${clause}${borrowed ? `（借用自${borrowed.from}）` : ''}`,
    ),
    children: step.children.map(stepOf),
  }
}

/** The agency is late: the person is told, and that somebody above knows. No letter; the reason follows on the page. */
export async function tellOverdue(
  db: Db,
  row: CaseRow,
  { item }: CaseRules,
  { at, today }: When,
): Promise<void> {
  const office = await getOffice(db, row.officeId)
  const detail = {
    number: row.number ?? '',
    itemZh: item.title.zh,
    itemEn: item.title.en,
    office: office.name,
    dueOn: row.dueOn ?? '',
  }
  await sendToAll(db, await readersOf(db, row, today), {
    regionCode: row.regionCode,
    caseId: row.caseId,
    kind: 'overdue',
    detail,
    day: today,
    at,
  })
}
