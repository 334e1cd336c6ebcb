import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const FilingUnknown = defineProblem({
  code: 'filing-unknown',
  status: 404,
  title: { zh: '没有这份备案', en: 'There is no such filing' },
  mend: { zh: '请核对备案编号，或从列表中选择。', en: 'Check the number, or choose one from the list.' },
})

export const FilingRevoked = defineProblem({
  code: 'filing-revoked',
  status: 409,
  title: { zh: '这份备案已经撤销', en: 'The filing is revoked already' },
  mend: { zh: '不需要再办；需要新的备案请重新申请。', en: 'Nothing is left to do; file anew if needed.' },
})

export const FilingOverlaps = defineProblem({
  code: 'filing-overlaps',
  status: 409,
  title: { zh: '同期已有有效的同类备案', en: 'There is a filing of this kind for the same time' },
  detail: ({ number, what }: { readonly number: string; readonly what: string }) => ({
    zh: `编号 ${number}，${what}。`,
    en: `Number ${number}, ${what}.`,
  }),
  mend: {
    zh: '请先撤销原备案，或把起止日期错开。',
    en: 'Revoke that one first, or choose days that do not overlap.',
  },
})

export const FilingFaulty = defineProblem({
  code: 'filing-faulty',
  status: 422,
  title: { zh: '备案内容有误', en: 'Something in the filing is not right' },
  detail: (why: Sentences) => why,
  mend: { zh: '请改正后重新提交。', en: 'Correct it and send it again.' },
})
