import type { Sentences } from '../../platform/problem.ts'

type Values = Readonly<Record<string, string>>
interface MessageWords {
  readonly title: Sentences
  readonly text: (values: Values) => Sentences
}

/** What a message of each kind says; the values were stored when it was sent. */
const words: Readonly<Record<string, MessageWords>> = {
  'handed-in': {
    title: { zh: '已提交', en: 'Handed in' },
    text: ({ number, itemZh, itemEn, office }) => ({
      zh: `您的${itemZh}申请已提交，办件编号 ${number}，由${office}办理。`,
      en: `Your application “${itemEn}” was handed in under ${number}; ${office} handles it.`,
    }),
  },
  accepted: {
    title: { zh: '已受理', en: 'Accepted' },
    text: ({ number, dueOn }) => ({
      zh: `办件 ${number} 已受理，${dueOn ? `最迟于 ${dayZh(dueOn)} 办结。` : '所需年份的节假日安排公布后告知办结日期。'}`,
      en: `Case ${number} was accepted; ${dueOn ? `it will be answered by ${dueOn}.` : 'its date follows once the calendar of that year is published.'}`,
    }),
  },
  notice: {
    title: { zh: '请补正', en: 'Something is missing' },
    text: ({ number, gaps }) => ({
      zh: `办件 ${number} 还需补正 ${gaps} 项，已一次性列明，请打开办件查看并补正。`,
      en: `Case ${number} needs ${gaps} more; all of them are listed. Open the case to add them.`,
    }),
  },
  granted: {
    title: { zh: '已批准', en: 'Granted' },
    text: ({ number, fund, fromZh = '医疗保险基金', fromEn = 'the fund' }) => ({
      zh: `办件 ${number} 已批准${fund ? `，${fromZh}支付 ${fund} 元` : ''}。决定书可在办件页面下载。`,
      en: `Case ${number} was granted${fund ? `; ${fromEn} pays ${fund} yuan` : ''}. The decision is on the case page.`,
    }),
  },
  refused: {
    title: { zh: '不予支付', en: 'Refused' },
    text: ({ number }) => ({
      zh: `办件 ${number} 未获批准，理由和依据见决定书，可在办件页面下载。`,
      en: `Case ${number} was not granted; the decision on the case page gives the reasons.`,
    }),
  },
  upheld: {
    title: { zh: '异议成立', en: 'Your objection is upheld' },
    text: ({ number }) => ({
      zh: `办件 ${number}：您对结算的异议成立。怎样更正见答复书，可在办件页面下载。`,
      en: `Case ${number}: your objection to the settlement is upheld. The answer on the case page says how it is put right.`,
    }),
  },
  rejected: {
    title: { zh: '异议不成立', en: 'Your objection is rejected' },
    text: ({ number }) => ({
      zh: `办件 ${number}：您对结算的异议不成立，理由和不同意时怎么办见答复书，可在办件页面下载。`,
      en: `Case ${number}: your objection is rejected. The answer on the case page gives the reasons and what else you can do.`,
    }),
  },
  'objection-word': {
    title: { zh: '医院已作说明', en: 'The institution has given its word' },
    text: ({ number, hospital }) => ({
      zh: `办件 ${number}：${hospital}已对您的异议作出说明，可在办件页面查看，经办机构正在审核。`,
      en: `Case ${number}: ${hospital} has given its word on your objection; read it on the case page. The agency is reviewing it.`,
    }),
  },
  withdrawn: {
    title: { zh: '已撤回', en: 'Withdrawn' },
    text: ({ number }) => ({
      zh: `办件 ${number} 已撤回，需要时可以重新申请。`,
      en: `Case ${number} was withdrawn; you can apply again at any time.`,
    }),
  },
  'due-moved': {
    title: { zh: '办结期限调整', en: 'The due day has moved' },
    text: ({ number, from, to }) => ({
      zh: `因节假日安排变化，办件 ${number} 的办结期限由${dayZh(from) || '未能计算'}调整为${dayZh(to) || '未能计算'}。`,
      en: `The public holidays changed: case ${number}, due ${from || 'on an unknown day'}, is now due ${to || 'on an unknown day'}.`,
    }),
  },
  'referral-issued': {
    title: { zh: '转诊已办好', en: 'You have been referred' },
    text: ({ hospital, target, until }) => ({
      zh: `${hospital}已为您办理转诊，可在${target}的任一异地住院联网医院就医，有效至${dayZh(until)}，可多次使用。凭证在“我的转诊”中。`,
      en: `${hospital} referred you to ${target}: any networked hospital there, any number of times, until ${until}. The credential is under “My referrals”.`,
    }),
  },
  'referral-revoked': {
    title: { zh: '转诊已撤销', en: 'A referral was revoked' },
    text: ({ number, reason }) => ({
      zh: `转诊 ${number} 已撤销，此后不再作为转诊使用。理由：${reason}`,
      en: `Referral ${number} was revoked and is not valid any more. Reason: ${reason}`,
    }),
  },
  'chronic-granted': {
    title: { zh: '慢病已认定', en: 'Your chronic disease is recognised' },
    text: ({ disease, from }) => ({
      zh: `您的门诊慢特病“${disease}”已经认定，自${dayZh(from)}起享受待遇。结果告知书在“我的慢病”中。`,
      en: `“${disease}” is recognised; you have benefits from ${from} on. The letter is under “My chronic diseases”.`,
    }),
  },
  'chronic-refused': {
    title: { zh: '慢病认定未通过', en: 'Your chronic disease was not recognised' },
    text: ({ disease }) => ({
      zh: `您的门诊慢特病“${disease}”认定未通过，理由见结果告知书；不同意的，可以在“我的慢病”中申诉。`,
      en: `“${disease}” was not recognised; the letter gives the reason. You can appeal under “My chronic diseases”.`,
    }),
  },
  'rules-moved': {
    title: { zh: '适用的政策已更新', en: 'Newer rules apply' },
    text: ({ number, title, from, to }) => ({
      zh: `办件 ${number} 改按新公布的政策办理（${title}）。${from === to ? '办结期限不变。' : `办结期限由${dayZh(from) || '未能计算'}调整为${dayZh(to) || '未能计算'}。`}`,
      en: `Case ${number} now follows newly published rules (${title}). ${from === to ? 'Its due day stays.' : `Due ${from || 'on an unknown day'} before, it is now due ${to || 'on an unknown day'}.`}`,
    }),
  },
  'paper-due': {
    title: { zh: '请补交材料', en: 'Please hand in what is owed' },
    text: ({ number, nameZh, nameEn, dueOn }) => ({
      zh: `办件 ${number} 先行受理，还欠“${nameZh}”，请最迟于${dayZh(dueOn)}在办件页面补交。`,
      en: `Case ${number} was accepted without “${nameEn}”; please add it on the case page by ${dueOn}.`,
    }),
  },
  'paper-overdue': {
    title: { zh: '材料逾期未补交', en: 'A material was not handed in' },
    text: ({ number, nameZh, nameEn, dueOn }) => ({
      zh: `办件 ${number} 的“${nameZh}”未在${dayZh(dueOn)}前补交，经办人员将与您联系；现在仍可在办件页面补交。`,
      en: `“${nameEn}” of case ${number} was due on ${dueOn}. Somebody will contact you; you can still add it on the case page.`,
    }),
  },
  overdue: {
    title: { zh: '办件超期', en: 'The case is overdue' },
    text: ({ number, dueOn }) => ({
      zh: `办件 ${number} 未能在 ${dayZh(dueOn)} 前办结，已提请督办，超期原因将在办件页面说明。`,
      en: `Case ${number} was not answered by ${dueOn}. A supervisor has been told, and the reason will stand on the case page.`,
    }),
  },
  paid: {
    title: { zh: '已支付', en: 'Paid' },
    text: ({ number, fund, amount }) => ({
      zh: `办件 ${number} 的 ${amount ?? fund ?? ''} 元已支付到您的账户。`,
      en: `${amount ?? fund ?? 'The amount'} yuan of case ${number} was paid to your account.`,
    }),
  },
  'due-paid': {
    title: { zh: '补付款已支付', en: 'An additional payment was made' },
    text: ({ number, amount }) => ({
      zh: `更正 ${number} 补付的 ${amount} 元已支付到您的账户。`,
      en: `${amount} yuan due after correction ${number} were paid to your account.`,
    }),
  },
  'due-rejected': {
    title: { zh: '补付款未支付成功', en: 'The bank rejected an additional payment' },
    text: ({ number, reason }) => ({
      zh: `更正 ${number} 的补付款被银行退回${reason ? `（${reason}）` : ''}，请联系经办机构提供收款账户。`,
      en: `The bank returned the additional payment of correction ${number}${reason ? ` (${reason})` : ''}; please give the agency another account.`,
    }),
  },
  corrected: {
    title: { zh: '待遇已更正', en: 'A payment was corrected' },
    text: ({ number, subject, toPay, toRecover }) => ({
      zh: `${subject} 等的支付金额已更正（更正 ${number}）：${sums(toPay, toRecover).zh}。更正决定书和逐项对比可在办件或结算页面查看。`,
      en: `What was paid for ${subject} was corrected (${number}): ${sums(toPay, toRecover).en}. The letter and both sides stand on its page.`,
    }),
  },
  'payment-rejected': {
    title: { zh: '支付未成功', en: 'The bank rejected the payment' },
    text: ({ number, reason }) => ({
      zh: `办件 ${number} 的款项被银行退回${reason ? `（${reason}）` : ''}，请打开办件更正收款账户。`,
      en: `The bank returned the payment of case ${number}${reason ? ` (${reason})` : ''}. Open the case and correct the account.`,
    }),
  },
}

function sums(toPay = '0.00', toRecover = '0.00'): Sentences {
  const parts = [
    ...(toPay === '0.00' ? [] : [{ zh: `补付 ${toPay} 元`, en: `${toPay} yuan more are paid` }]),
    ...(toRecover === '0.00'
      ? []
      : [{ zh: `须退回 ${toRecover} 元`, en: `${toRecover} yuan are to be paid back` }]),
  ]
  return parts.length === 0
    ? { zh: '各基金之间调整，您的金额不变', en: 'only the funds settle among themselves, your amount stays' }
    : { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

/** `2020-10-15` as `2020年10月15日`; empty for nothing. */
function dayZh(iso = ''): string {
  return iso.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日')
}

/** The words of a message; a kind nobody knows any more still names itself. */
export function messageWords(kind: string, values: Values): { title: Sentences; text: Sentences } {
  const known = words[kind]
  if (!known)
    return { title: { zh: kind, en: kind }, text: { zh: values['number'] ?? '', en: values['number'] ?? '' } }
  return { title: known.title, text: known.text(values) }
}
