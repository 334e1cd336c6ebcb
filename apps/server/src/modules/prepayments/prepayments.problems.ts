import { defineProblem, type Sentences } from '../../platform/problem.ts'

export const PrepaymentNotFound = defineProblem({
  code: 'prepayment-not-found',
  status: 404,
  title: { zh: '没有这笔预付金', en: 'There is no such advance' },
  mend: { zh: '请从预付金列表中选择。', en: 'Choose one from the list.' },
})

export const PrepaymentChanged = defineProblem({
  code: 'prepayment-changed',
  status: 409,
  title: { zh: '这笔预付金刚有新的登记', en: 'Something was just booked on this advance' },
  mend: { zh: '请刷新后核对台账，再决定是否继续。', en: 'Reload, look at the ledger, then decide.' },
})

export const PrepaymentAmount = defineProblem({
  code: 'prepayment-amount',
  status: 422,
  title: { zh: '金额对不上台账', en: 'The amount does not fit the ledger' },
  detail: (why: Sentences) => why,
  mend: {
    zh: '请核对银行回单或医院报表后改正金额。',
    en: 'Check the bank slip or the report and correct the amount.',
  },
})

export const PrepaymentWithoutAgreement = defineProblem({
  code: 'prepayment-without-agreement',
  status: 422,
  title: { zh: '该医院今天没有有效的服务协议', en: 'The hospital has no agreement in force today' },
  mend: {
    zh: '预付金只拨给定点医院；请先登记服务协议。',
    en: 'Advances are for designated hospitals; record the agreement first.',
  },
})

export const PrepaymentWithoutAuthority = defineProblem({
  code: 'prepayment-without-authority',
  status: 422,
  title: {
    zh: '所选措施今天没有施行，或不适用于该地',
    en: 'The measure is not in force today, or not there',
  },
  mend: {
    zh: '请在“应急措施”中开启后再拨付，或填写批准预付的文件。',
    en: 'Switch it on under relief measures first, or name the document that allows the advance.',
  },
})
