import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const ClearingNotFound = defineProblem({
  code: 'clearing-not-found',
  status: 404,
  title: { zh: '没有这份清算申请', en: 'There is no such application' },
  detail: () => ({
    zh: '没有这份清算申请，或者它不在您可以查看的范围内。',
    en: 'There is no such application, or it is not one that you may see.',
  }),
  mend: { zh: '请从清算列表中选择。', en: 'Choose one from the list.' },
})

export const ClearingChanged = defineProblem({
  code: 'clearing-changed',
  status: 409,
  title: { zh: '这份申请刚刚有了变化', en: 'The application has just changed' },
  mend: { zh: '请刷新后查看最新情况，再决定是否继续。', en: 'Reload, look at what is new, then decide.' },
  members: ({ version }: { version: number }) => ({ version }),
})

/** Why the institution cannot apply for these days; the sentence says how to mend it. */
export const ClearingNotPossible = defineProblem({
  code: 'clearing-not-possible',
  status: 409,
  title: { zh: '现在不能申请清算', en: 'This cannot be applied for now' },
  detail: (why: Sentences) => why,
  mend: { zh: '请按说明改正后再申请。', en: 'Mend it as told, then apply again.' },
})

export const ClearingState = defineProblem({
  code: 'clearing-state',
  status: 409,
  title: { zh: '申请的状态不允许这样做', en: 'The state of the application does not allow this' },
  detail: ({ state }: { state: Sentences }) => ({
    zh: `申请现在是“${state.zh}”。`,
    en: `The application is ${state.en} now.`,
  }),
  mend: { zh: '请刷新后查看可以办理的事项。', en: 'Reload and look at what can be done.' },
})

export const ClearingReviewFaulty = defineProblem({
  code: 'clearing-review-faulty',
  status: 422,
  title: { zh: '审核意见有误', en: 'The review is not right' },
  detail: (why: Sentences) => why,
  mend: { zh: '请改正后再提交。', en: 'Correct it, then submit again.' },
})

export const ClearingSamePerson = defineProblem({
  code: 'clearing-same-person',
  status: 403,
  title: { zh: '初审和复核不能是同一人', en: 'Who reviewed cannot approve' },
  mend: { zh: '请由另一位同事复核。', en: 'Let a colleague approve it.' },
})

export const NothingHeld = defineProblem({
  code: 'clearing-nothing-held',
  status: 409,
  title: {
    zh: '该机构这一年没有待返还的质量保证金',
    en: 'No deposit of that year is held for the institution',
  },
  mend: {
    zh: '请核对年度；已返还或正在办理的不再列入。',
    en: 'Check the year; what was released is not there.',
  },
})
