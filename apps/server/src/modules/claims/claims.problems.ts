import type { Amounts } from '@yichuang/contracts'
import type { MissingRule } from '@yichuang/policy'
import { defineProblem, type Sentences } from '../../platform/problem.ts'
import { missingOf } from '../catalogue/index.ts'

interface BillNamed {
  readonly code: string
  readonly number: string
}

interface BillSettled extends BillNamed {
  readonly settlementId: string
  readonly hospitalName: string
  readonly settledOn: string
}

// Which case has it is nobody's business here: it may be another person's.
export const claimedWords = ({ code, number }: BillNamed): Sentences => ({
  zh: `票据（代码 ${code}，号码 ${number}）已在另一件办件中申请报销，一张票据只能报销一次。`,
  en: `Bill ${code} ${number} is under claim in another case; a bill can be claimed once.`,
})
export const settledWords = (bill: BillSettled): Sentences => ({
  zh: `票据（代码 ${bill.code}，号码 ${bill.number}）已于 ${bill.settledOn} 在${bill.hospitalName}直接结算，结算号 ${bill.settlementId}，医保应付的部分当时已经扣除。`,
  en: `Bill ${bill.code} ${bill.number} was settled by card at ${bill.hospitalName} on ${bill.settledOn} (settlement ${bill.settlementId}); the insurance paid its part then.`,
})

export const NotAClaim = defineProblem({
  code: 'not-a-claim',
  status: 409,
  title: { zh: '这件办件没有费用明细', en: 'This case has no fee lines' },
  mend: {
    zh: '只有医疗费用报销需要编码和计算；其他事项请直接拟办。',
    en: 'Only claims are coded and calculated; propose the answer to this case directly.',
  },
})

export const BillAlreadyClaimed = defineProblem({
  code: 'bill-already-claimed',
  status: 409,
  title: { zh: '票据已用于另一件报销申请', en: 'The bill is under claim already' },
  detail: ({ bills }: { bills: readonly BillNamed[] }) => joined(bills.map(claimedWords)),
  mend: {
    zh: '请核对票据代码和号码；如果是您自己的另一件申请，请先撤回那一件，或从本件中删去这张票据。',
    en: 'Check code and number; if it is in another case of yours, withdraw that one first, or remove the bill here.',
  },
  members: ({ bills }) => ({ bills: bills.map(({ code, number }) => ({ code, number })) }),
})

export const BillSettledByCard = defineProblem({
  code: 'bill-settled-by-card',
  status: 409,
  title: { zh: '票据已刷卡结算', en: 'The bill was settled by card' },
  detail: ({ bills }: { bills: readonly BillSettled[] }) => joined(bills.map(settledWords)),
  mend: {
    zh: '请删去这张票据。对当时的结算有疑问的，请凭结算号向医院或经办机构查询。',
    en: 'Remove the bill. If the settlement was wrong, ask the hospital or the agency, giving its number.',
  },
  members: ({ bills }) => ({ bills }),
})

export const LinesNotCoded = defineProblem({
  code: 'lines-not-coded',
  status: 422,
  title: { zh: '还有费用明细没有编码', en: 'Some fee lines are not coded' },
  detail: ({ lines }: { lines: readonly { lineId: string; name: string }[] }) => ({
    zh: `共 ${lines.length} 行：${named(lines, '、')}。`,
    en: `${lines.length} in all: ${named(lines, ', ')}.`,
  }),
  mend: {
    zh: '请为每一行选择甲、乙、丙类后再提出意见。',
    en: 'Give every line a class (A, B or C), then propose.',
  },
  members: ({ lines }) => ({ lines: lines.map(({ lineId }) => lineId) }),
})

export const RuleMissing = defineProblem({
  code: 'rule-missing',
  status: 422,
  title: { zh: '缺少计算待遇所需的规则', en: 'A rule for the calculation is missing' },
  detail: ({ missing }: { missing: readonly MissingRule[] }) => ({
    zh: missing.map(({ sentence }) => sentence.zh).join(''),
    en: missing.map(({ sentence }) => sentence.en).join(' '),
  }),
  mend: {
    zh: '请由主管部门加载规则后重新计算；或人工核定基金支付金额，并在理由中写明依据。',
    en: 'Have the rule loaded and calculate again; or work the fund’s share out by hand and say on what basis.',
  },
  members: ({ missing }, language) => ({ missing: missing.map((rule) => missingOf(rule, language)) }),
})

export const AmountsChanged = defineProblem({
  code: 'amounts-changed',
  status: 409,
  title: { zh: '待遇金额与审核时不同', en: 'The amounts are no longer those proposed' },
  detail: ({ before, now }: { before: Amounts | null; now: Amounts | null }) => ({
    zh: `审核后，该参保人同年度的另一件申请已经决定，年度累计随之改变。审核时基金支付 ${before?.fund ?? '（人工核定）'} 元，现在应为 ${now?.fund ?? '（人工核定）'} 元。`,
    en: `Another claim of this person and year was decided after the review, which changed what the year has used. The fund’s share was ${before?.fund ?? '(by hand)'} yuan at review and is ${now?.fund ?? '(by hand)'} yuan now.`,
  }),
  mend: {
    zh: '请退回复核，由审核人员按新的累计重新提出意见后再审批。',
    en: 'Send the case back; the reviewer proposes again with the new figures, then it can be decided.',
  },
  members: ({ before, now }) => ({ before, now }),
})

function joined(sentences: readonly Sentences[]): Sentences {
  return { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') }
}

function named(lines: readonly { name: string }[], comma: string): string {
  const shown = lines.slice(0, 10).map(({ name }) => name)
  return shown.join(comma) + (lines.length > shown.length ? ' …' : '')
}
