import { defineProblem } from '../../../platform/problem.ts'

export const SettlementNotFound = defineProblem({
  code: 'settlement-not-found',
  status: 404,
  title: { zh: '没有找到这笔结算', en: 'There is no such settlement' },
  mend: {
    zh: '请从“我的结算”列表打开；刚刚结算的，请稍等片刻再刷新列表。',
    en: 'Open it from the list of settlements; if it was settled just now, load the list again in a moment.',
  },
})
