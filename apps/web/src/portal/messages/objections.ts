import type { CaseState } from '@yichuang/contracts'
import { useLanguage } from '../../shared/language.ts'

const zh = {
  raise: '我有异议',
  raiseText:
    '觉得哪里不对，可以提出异议：写清楚哪一行、怎么不对。由经办机构专人负责，会请医院（药店）作出说明，由两个人审核后书面答复。没有收录到规定提出期限的文件，什么时候发现都可以提。',
  raised: (day: string) => `${day} 提出的异议`,
  outcomes: { open: '正在办理', granted: '异议成立', refused: '异议不成立', withdrawn: '已撤回' },
  see: '看办到哪一步',
  step: '哪里不对',
  lead: '选一笔结算，勾出有问题的费用行，写清楚怎么不对。',
  which: '对哪一笔结算有异议',
  whichHint: '这里列出最近的结算；更早的请从“我的结算”里打开那一笔再提出。',
  noneToChoose: '没有可以提出异议的结算。',
  other: '换一笔',
  reason: '哪里不对',
  text: '具体情况',
  textHint: '用自己的话写：哪一项不对、应当是怎样、有什么可以说明。',
  lines: '哪几行费用有问题',
  linesHint: '不勾表示对整笔结算有异议。',
  whole: '整笔结算',
  declare: '提交即表示：填写的内容属实。提出后会请医院（药店）作出说明，可以随时撤回。',
  about: '关于哪一笔结算',
  open: '打开这笔结算',
  institution: '医院（药店）的说明',
  asked: (day: string) => `${day} 起请医院（药店）作出说明，还没有收到。没有收到说明也会照常审核。`,
  said: (name: string, day: string) => `${name} ${day}`,
  remedy: '怎样更正',
  remedies: {
    resettle: '由医院（药店）撤销原来的结算后重新结算，多收的钱由医院退还。',
    correct: '由经办机构更正，应当补付的付给您，更正结果另行书面告知。',
  },
  waiting: '医院（药店）还没有重新结算。可以打电话催办，号码在页尾“查经办机构电话”。',
  takenBack: '原来的结算已经撤销，还没有重新结算。',
  settledAgain: '已经重新结算，点开看',
  refusedWays: (office: string) => [
    `可以向${office}询问理由；也可以依法申请行政复议或者提起行政诉讼，期限和受理机关以法律规定为准。`,
    '有新的情况或材料，可以再次提出。',
  ],
  next: {
    draft: '还没有提出。接着填完，核对后提交。',
    submitted: '已经收到，已请医院（药店）作出说明，工作人员正在核对。',
    accepted: '已受理，正在核对结算和医院的说明。',
    reviewed: '审核已做完，正由另一位工作人员复核决定。',
    approved: '异议成立，怎样更正在下面。',
    refused: '异议不成立，理由和不同意时怎么办，都写在决定书里。',
    withdrawn: '您已撤回这件异议，需要时可以再提出。',
  } as Partial<Record<CaseState, string>>,
  withdrawText: '撤回后这件异议就结束了，需要时可以再提出。',
}
const en: typeof zh = {
  raise: 'I disagree',
  raiseText:
    'If something is wrong, object: say which line and why. Somebody at the agency is responsible by name, the institution is asked for its word, and two people check before you get a written answer. No document that sets a term is loaded; raise it whenever you find it.',
  raised: (day: string) => `Raised on ${day}`,
  outcomes: { open: 'under way', granted: 'upheld', refused: 'rejected', withdrawn: 'withdrawn' },
  see: 'See where it stands',
  step: 'What is wrong',
  lead: 'Choose the settlement, mark the fee lines, and say what is wrong with them.',
  which: 'Which settlement',
  whichHint: 'The latest ones; open an earlier one under “My settlements” and object there.',
  noneToChoose: 'There is no settlement to object to.',
  other: 'Choose another',
  reason: 'What is wrong',
  text: 'In your own words',
  textHint: 'What is wrong, what it should be, and what shows it.',
  lines: 'Which fee lines',
  linesHint: 'None: the settlement as a whole.',
  whole: 'the whole settlement',
  declare:
    'By handing it in you say that it is true. The institution will be asked for its word; you can withdraw at any time.',
  about: 'About which settlement',
  open: 'Open the settlement',
  institution: 'Word of the institution',
  asked: (day: string) => `Asked since ${day}, not yet received. It is reviewed in any case.`,
  said: (name: string, day: string) => `${name}, ${day}`,
  remedy: 'How it is put right',
  remedies: {
    resettle: 'The institution takes it back, settles again and returns what it charged too much.',
    correct: 'The agency corrects it, pays what is due to you, and tells you the result in writing.',
  },
  waiting:
    'The institution has not settled again yet. You can telephone; the numbers are at the foot of the page.',
  takenBack: 'It was taken back and is not settled again yet.',
  settledAgain: 'It was settled again: open it',
  refusedWays: (office: string) => [
    `Ask ${office} for the reasons; or apply for administrative reconsideration or go to court, within the terms of the law.`,
    'With something new you can raise it again.',
  ],
  next: {
    draft: 'Not raised yet. Complete it, check it and hand it in.',
    submitted: 'Received. The institution has been asked for its word, and staff are checking.',
    accepted: 'Accepted. The settlement and the word of the institution are being checked.',
    reviewed: 'Reviewed; a second person decides.',
    approved: 'Upheld. How it is put right stands below.',
    refused: 'Rejected. The answer gives the reasons and what else you can do.',
    withdrawn: 'You have withdrawn it; you can raise it again.',
  },
  withdrawText: 'This ends the objection; you can raise it again.',
}

/** The texts about objections to settlements, in the reader's language. */
export function useObjectionTexts(): typeof zh {
  return useLanguage() === 'en' ? en : zh
}
