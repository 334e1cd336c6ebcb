import { defineProblem } from '../../platform/problem.ts'

export const AlreadyRated = defineProblem({
  code: 'already-rated',
  status: 409,
  title: { zh: '这件办件已经评价过', en: 'This case has been rated already' },
  mend: {
    zh: '每件办件评价一次，已评价的内容可在办件页面查看。',
    en: 'Each case is rated once; the rating is on its page.',
  },
})

export const NotOver = defineProblem({
  code: 'not-over',
  status: 409,
  title: { zh: '办件还没有结果', en: 'The case has no result yet' },
  mend: { zh: '请在收到决定后再评价。', en: 'Rate it when you have the decision.' },
})

export const ReasonNeeded = defineProblem({
  code: 'reason-needed',
  status: 422,
  title: { zh: '请说明不满意的原因', en: 'Please say what was wrong' },
  mend: { zh: '请至少选择一项原因，或写几句话。', en: 'Tick at least one reason, or write a few words.' },
})

export const ReasonUnknown = defineProblem({
  code: 'reason-unknown',
  status: 422,
  title: { zh: '原因与所选等级不符', en: 'A reason does not belong to this grade' },
  mend: { zh: '请在所选等级的原因中选择。', en: 'Choose from the reasons of the grade.' },
})
