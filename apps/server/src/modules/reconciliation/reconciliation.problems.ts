import { defineProblem } from '../../platform/problem.ts'

export const ReconciliationUnknown = defineProblem({
  code: 'reconciliation-unknown',
  status: 404,
  title: { zh: '没有这家机构或这笔差异', en: 'There is no such institution or difference' },
  mend: { zh: '请从对账列表中选择。', en: 'Choose one from the list.' },
})

export const ReconciliationRange = defineProblem({
  code: 'reconciliation-range',
  status: 422,
  title: { zh: '日期范围不对', en: 'The range of days is wrong' },
  detail: ({ most }: { readonly most: number }) => ({
    zh: `结束日期不能早于开始日期，一次最多看 ${most} 天`,
    en: `It may not end before it begins, and has at most ${most} days`,
  }),
  mend: { zh: '请改正日期。', en: 'Correct the days.' },
})

export const DifferenceCleared = defineProblem({
  code: 'reconciliation-cleared',
  status: 409,
  title: {
    zh: '这笔差异已经处理，或重新对账后已不存在',
    en: 'The difference was cleared, or a later comparison did not find it any more',
  },
  mend: { zh: '请刷新后查看处理结果。', en: 'Reload to see what became of it.' },
})

export const DifferenceWay = defineProblem({
  code: 'reconciliation-way',
  status: 422,
  title: { zh: '这种差异不能这样处理', en: 'A difference of this kind cannot be cleared like this' },
  mend: {
    zh: '中心有而机构无的：补记入账或撤销；机构有而中心无的：在机构账中冲销；两边不一致的：按中心数据更正。',
    en: 'What only the centre has is booked or reversed; what only the institution has is withdrawn; what is unequal is corrected.',
  },
})

export const DifferenceNotReversed = defineProblem({
  code: 'reconciliation-not-reversed',
  status: 409,
  title: { zh: '中心的这笔结算还没有撤销', en: 'The settlement still stands at the centre' },
  mend: {
    zh: '请先用 2601 冲正或用撤销交易撤销，再处理差异；确已收费的，请改选“机构已补记入账”。',
    en: 'Reverse it first (2601, or its own cancellation); if it was paid, say that the institution has booked it.',
  },
})

export const DayNotEven = defineProblem({
  code: 'reconciliation-not-even',
  status: 409,
  title: { zh: '这一天还不能关账', en: 'The day cannot be closed yet' },
  mend: {
    zh: '请先对齐每个险种和清算类别的总额（3201），或上传明细对账（9101、3202）并处理全部差异。',
    en: 'Compare the sums of every insurance and kind of clearing (3201), or compare in detail and clear all differences.',
  },
})
