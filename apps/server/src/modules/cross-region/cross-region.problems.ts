import { defineProblem } from '../../platform/problem.ts'

export const InsuredPlaceSilent = defineProblem({
  code: 'insured-place-silent',
  status: 503,
  title: { zh: '参保地没有应答', en: 'The insured place did not answer' },
  mend: {
    zh: '已经核对的行都已保存。请稍后再按一次，从没有核对的行继续。',
    en: 'What was answered is kept. Try again later; it goes on with the rows that are left.',
  },
})
