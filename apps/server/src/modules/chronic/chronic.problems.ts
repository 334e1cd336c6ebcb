import { defineProblem } from '../../platform/problem.ts'

export const ChronicUnknown = defineProblem({
  code: 'chronic-unknown',
  status: 404,
  title: { zh: '没有这份认定申请', en: 'There is no such application' },
  mend: { zh: '请从列表中打开。', en: 'Open it from the list.' },
})
export const ChronicClassUnknown = defineProblem({
  code: 'chronic-class-unknown',
  status: 422,
  title: { zh: '不知道是哪种病', en: 'It is not clear which disease is meant' },
  detail: (about: { given: string }) => ({
    zh: `“${about.given}”不在本地随时鉴定的病种中；其他病种须写明名称。`,
    en: `“${about.given}” is not recognised at any time here; any other disease must be named.`,
  }),
  mend: {
    zh: '请从名录中选择，或选“其他”并写明病名。',
    en: 'Choose from the list, or choose “other” and name it.',
  },
})
export const NotDesignated = defineProblem({
  code: 'chronic-not-designated',
  status: 409,
  title: { zh: '本院没有被指定鉴定这类病', en: 'This hospital is not designated for this class' },
  detail: (about: { hospital: string; disease: string }) => ({
    zh: `${about.hospital}没有被指定随时鉴定“${about.disease}”。`,
    en: `${about.hospital} is not designated to recognise “${about.disease}”.`,
  }),
  mend: {
    zh: '请患者到被指定的协议医疗机构鉴定；本院应当被指定的，请联系医保经办机构。',
    en: 'Send the patient to a designated hospital; if this one should be, ask the agency.',
  },
})
export const ChronicAlready = defineProblem({
  code: 'chronic-already',
  status: 409,
  title: { zh: '这种病已经认定或正在认定', en: 'This disease is recognised or being looked at already' },
  detail: (about: { number: string; disease: string }) => ({
    zh: `“${about.disease}”已有认定申请 ${about.number}。`,
    en: `There is application ${about.number} for “${about.disease}”.`,
  }),
  mend: { zh: '请查看该申请；不必重复申请。', en: 'See that application; a second one is not needed.' },
})
export const ChronicAge = defineProblem({
  code: 'chronic-age',
  status: 422,
  title: { zh: '年龄或原因不符', en: 'Age or cause does not fit' },
  detail: (about: { zh: string; en: string }) => about,
  mend: { zh: '请核对出生日期，并选明原因。', en: 'Check the birth date, and choose the cause.' },
})
export const OutcomeMissing = defineProblem({
  code: 'chronic-outcome-missing',
  status: 422,
  title: { zh: '请写明鉴定结果', en: 'The result is missing' },
  detail: () => ({
    zh: '随时鉴定的病种由本院当场鉴定：请选“符合”或“不符合”，不符合的写明理由。',
    en: 'This class is recognised on the spot: choose the result, and give the reason when it is no.',
  }),
  mend: { zh: '补上后再提交。', en: 'Add it and send again.' },
})
export const NoRules = defineProblem({
  code: 'chronic-no-rules',
  status: 409,
  title: { zh: '本地没有收录慢特病认定的规定', en: 'No rules on chronic diseases are loaded here' },
  detail: (about: { zh: string; en: string }) => about,
  mend: {
    zh: '请由医保部门加载文件后再办理。',
    en: 'The insurance agency has to load the document first.',
  },
})
export const ChronicClosed = defineProblem({
  code: 'chronic-closed',
  status: 409,
  title: { zh: '这份申请已经有结果或已撤回', en: 'This application is decided or withdrawn' },
  mend: { zh: '请刷新后查看结果。', en: 'Reload to see the result.' },
})
export const MonthRunning = defineProblem({
  code: 'chronic-month-running',
  status: 409,
  title: { zh: '这个月还没有结束', en: 'This month is not over' },
  detail: (about: { month: string }) => ({
    zh: `${about.month} 的材料在下月集中送交。`,
    en: `What is collected in ${about.month} is handed over in the month that follows.`,
  }),
  mend: { zh: '请在下个月送交。', en: 'Hand it over next month.' },
})
export const NothingToHandOver = defineProblem({
  code: 'chronic-nothing-to-hand-over',
  status: 409,
  title: { zh: '这个月没有可以送交的材料', en: 'There is nothing to hand over for this month' },
  detail: (about: { withoutPapers: number }) => ({
    zh: about.withoutPapers > 0 ? `有 ${about.withoutPapers} 件还没有病历材料。` : '没有待送交的申请。',
    en:
      about.withoutPapers > 0
        ? `${about.withoutPapers} have no medical record yet.`
        : 'No application is waiting.',
  }),
  mend: { zh: '请先补上病历材料。', en: 'Add the medical records first.' },
})
export const ConflictOfInterest = defineProblem({
  code: 'chronic-conflict',
  status: 403,
  title: { zh: '您应当回避这份申请', en: 'You have a conflict of interest here' },
  detail: (about: { zh: string; en: string }) => about,
  mend: { zh: '请处理列表中的其他申请。', en: 'Go on with the others of your list.' },
})
export const OpinionGiven = defineProblem({
  code: 'chronic-opinion-given',
  status: 409,
  title: { zh: '您已经对这份申请表态', en: 'You have spoken on this application already' },
  mend: { zh: '请处理列表中的下一份。', en: 'Go on with the next of your list.' },
})
export const NoRefusal = defineProblem({
  code: 'chronic-no-refusal',
  status: 409,
  title: { zh: '只有未通过的结果可以申诉', en: 'Only a refusal can be appealed against' },
  mend: { zh: '请刷新后查看现在的结果。', en: 'Reload to see the present result.' },
})
export const NoPapers = defineProblem({
  code: 'chronic-no-papers',
  status: 409,
  title: { zh: '还没有病历材料', en: 'There is no medical record' },
  mend: {
    zh: '请先由医院上传病历材料，专家才能复核。',
    en: 'The hospital has to add the medical record before experts can look at it.',
  },
})
