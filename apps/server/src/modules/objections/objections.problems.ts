import { defineProblem } from '../../platform/problem.ts'

export const ObjectionNotFound = defineProblem({
  code: 'objection-not-found',
  status: 404,
  title: { zh: '没有找到这件异议', en: 'There is no such objection' },
  mend: {
    zh: '请从本机构的异议列表打开；撤回的异议不再需要说明。',
    en: 'Open it from the list of your institution; one that was withdrawn needs no word any more.',
  },
})
export const ObjectionOver = defineProblem({
  code: 'objection-over',
  status: 409,
  title: { zh: '经办机构已经作出答复', en: 'The agency has answered already' },
  mend: {
    zh: '需要补充说明的，请直接联系经办机构，并说明办件编号。',
    en: 'If something must be added, contact the agency directly and name the number of the case.',
  },
})
export const ObjectionUnderWay = defineProblem({
  code: 'objection-under-way',
  status: 409,
  title: { zh: '这笔结算已有一件异议在办', en: 'An objection to this settlement is under way' },
  mend: {
    zh: '请在原办件中补充，或先撤回原办件。',
    en: 'Add to that case, or withdraw it first.',
  },
})
