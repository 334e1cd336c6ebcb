import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const CorrectionNotFound = defineProblem({
  code: 'correction-not-found',
  status: 404,
  title: { zh: '没有这份更正', en: 'There is no such correction' },
  mend: { zh: '请从更正列表中打开。', en: 'Open it from the list of corrections.' },
})

export const SubjectUnknown = defineProblem({
  code: 'correction-subject-unknown',
  status: 404,
  title: { zh: '没有可以更正的决定', en: 'There is no such decision to correct' },
  detail: () => ({
    zh: '没有这件准予支付的办件，也没有这笔未撤销的联网结算，或者它不在您可以办理的范围内。',
    en: 'No granted claim and no standing settlement has this number, or it is not one that you may handle.',
  }),
  mend: {
    zh: '请从办件页面或结算页面进入更正；已被定点机构撤销的结算不需要更正。',
    en: 'Start from the page of the case or settlement; what its institution took back needs no correction.',
  },
})

export const SubjectOfNoYear = defineProblem({
  code: 'correction-subject-of-no-year',
  status: 409,
  title: { zh: '生育医疗费结算不在这里更正', en: 'A settlement of maternity care is not corrected here' },
  mend: {
    zh: '它不计入年度累计。请由原医院撤销（2208、2305）后按正确的内容重新结算。',
    en: 'It counts in no year. Have the hospital take it back (2208, 2305) and settle it again as it should be.',
  },
})

export const RecoveryOffsetNotYet = defineProblem({
  code: 'recovery-offset-not-yet',
  status: 409,
  title: { zh: '现在还不能抵扣', en: 'Nothing may be set off yet' },
  detail: () => ({
    zh: '《社会保险经办条例》（国令第765号）第四十六条自 2023-12-01 起施行。',
    en: 'Article 46 of the regulation on agencies (国令第765号) is in force from 2023-12-01.',
  }),
  mend: {
    zh: '请登记到账，或与当事人约定分期退回。',
    en: 'Book money that comes in, or agree instalments.',
  },
})

export const SubjectUnpaid = defineProblem({
  code: 'correction-subject-unpaid',
  status: 409,
  title: { zh: '这件办件还没有支付完毕', en: 'The case has not been paid yet' },
  mend: {
    zh: '请等银行回盘支付成功后再更正；未支付的款项有误的，先撤出支付批次。',
    en: 'Correct it once the bank has paid; take it out of its payment run first if the amount must not be paid.',
  },
})

export const CorrectionOpen = defineProblem({
  code: 'correction-open',
  status: 409,
  title: { zh: '同一人同一年度已有待审批的更正', en: 'A correction of this person’s year waits already' },
  detail: ({ number }: { number: string }) => ({
    zh: `更正 ${number} 还没有审批；两份更正会互相改变对方的金额。`,
    en: `Correction ${number} has not been decided; each of the two would change the figures of the other.`,
  }),
  mend: {
    zh: '请先审批或驳回该更正，再提出新的。',
    en: 'Have it approved or rejected first, then propose again.',
  },
})

export const WithoutEffect = defineProblem({
  code: 'correction-without-effect',
  status: 409,
  title: { zh: '更正后没有任何变化', en: 'The correction changes nothing' },
  mend: {
    zh: '请核对要改的明细、身份或政策；确实没有变化的，不需要更正。',
    en: 'Check the lines, the facts or the rules that you meant to change; without a change no correction is needed.',
  },
})

export const InsuranceDiffers = defineProblem({
  code: 'correction-insurance-differs',
  status: 409,
  title: { zh: '参保登记与当时的险种不同', en: 'The register names another insurance' },
  detail: ({ number, day }: { number: string; day: string }) => ({
    zh: `${number} 的就医日 ${day}，现在的参保登记没有当时的险种，不能在原险种的年度内重算。`,
    en: `On ${day}, the day of care of ${number}, the register does not have the insurance it was decided under.`,
  }),
  mend: {
    zh: '请把它从原年度撤出（更正方式“不应支付”），再按正确的险种重新办理。',
    en: 'Take it out of this year (“should not have been paid”) and handle it anew under the right insurance.',
  },
})

export const CorrectionRulesMissing = defineProblem({
  code: 'correction-rules-missing',
  status: 409,
  title: { zh: '缺少重新计算所需的规定', en: 'A rule needed to work it out again is missing' },
  detail: ({ number, missing }: { number: string; missing: readonly Sentences[] }) => ({
    zh: `${number}：${missing.map(({ zh }) => zh).join('；')}`,
    en: `${number}: ${missing.map(({ en }) => en).join('; ')}`,
  }),
  mend: {
    zh: '请先在政策室补上该规定，或按作出决定时的规定重算。',
    en: 'Load the rule in the policy room first, or work it out by the rules of the time.',
  },
})

export const CorrectionDecided = defineProblem({
  code: 'correction-decided',
  status: 409,
  title: { zh: '这份更正已经处理', en: 'The correction has been decided' },
  mend: { zh: '请刷新后查看结果。', en: 'Reload and look at the result.' },
})

export const OwnCorrection = defineProblem({
  code: 'correction-own',
  status: 403,
  title: { zh: '不能审批自己提出的更正', en: 'Nobody decides their own correction' },
  mend: { zh: '请由另一名有权限的人员审批。', en: 'Another person with the right to decide must do it.' },
})

export const FiguresChanged = defineProblem({
  code: 'correction-figures-changed',
  status: 409,
  title: { zh: '提出之后年度累计又有变化', en: 'The year has changed since it was proposed' },
  detail: () => ({
    zh: '该参保人在此之后又有新的决定、结算或撤销，重算的金额与提出时不同，没有记账。',
    en: 'The person had further decisions, settlements or cancellations; the figures are no longer those proposed. Nothing was booked.',
  }),
  mend: {
    zh: '请驳回这份更正，按最新金额重新提出。',
    en: 'Reject this one and propose it again on the new figures.',
  },
})

export const NothingDue = defineProblem({
  code: 'correction-nothing-due',
  status: 409,
  title: { zh: '没有等待账户的款项', en: 'Nothing waits for an account' },
  mend: {
    zh: '已列入批次或已支付的款项不能再改账户；报销办件的补付付到申请时的账户，银行退回后才能另填。',
    en: 'What is in a run or paid keeps its account; that of a claim is another only once the bank has rejected it.',
  },
})

export const RecoveryNotFound = defineProblem({
  code: 'recovery-not-found',
  status: 404,
  title: { zh: '没有这笔追回', en: 'There is no such recovery' },
  mend: { zh: '请从追回台账中打开。', en: 'Open it from the ledger of recoveries.' },
})

export const RecoveryChanged = defineProblem({
  code: 'recovery-changed',
  status: 409,
  title: { zh: '这笔追回刚刚有了变化', en: 'The recovery has just changed' },
  mend: { zh: '请刷新后核对台账，再登记。', en: 'Reload, look at the ledger, then book.' },
})

export const RecoveryAmount = defineProblem({
  code: 'recovery-amount',
  status: 422,
  title: { zh: '金额或日期有误', en: 'The amount or the day is wrong' },
  detail: ({ why }: { why: Sentences }) => why,
  mend: { zh: '请按到账凭证或还款约定改正。', en: 'Correct it from the receipt or the agreement.' },
})

export const RecoveryOver = defineProblem({
  code: 'recovery-over',
  status: 409,
  title: { zh: '这笔追回已经了结', en: 'The recovery is over' },
  mend: { zh: '了结后的追回不能再登记。', en: 'Nothing more is booked on it.' },
})

export const RecoveryOwn = defineProblem({
  code: 'recovery-own',
  status: 403,
  title: { zh: '核销须由申请人以外的人决定', en: 'Giving up needs somebody else' },
  detail: ({ why }: { why: Sentences }) => why,
  mend: { zh: '请由另一名财务或监督人员决定。', en: 'Another person of finance or supervision decides.' },
})
