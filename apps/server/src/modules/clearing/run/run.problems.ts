import { defineProblem, type Sentences } from '../../../platform/problem.ts'

export const ClearingRunNotFound = defineProblem({
  code: 'clearing-run-not-found',
  status: 404,
  title: { zh: '没有这个机构拨付批次', en: 'There is no such payment run' },
  mend: { zh: '请从批次列表中选择。', en: 'Choose a run from the list.' },
})

export const NothingToClear = defineProblem({
  code: 'clearing-nothing-to-pay',
  status: 409,
  title: { zh: '没有等待拨付的清算', en: 'No application waits for payment' },
  detail: () => ({
    zh: '审核完成的申请都已列入批次；或者机构的应付金额为负，留待下次冲抵。',
    en: 'All approved applications are in runs, or the institution owes, which is taken off what it is paid next.',
  }),
  mend: { zh: '请刷新待拨付列表。', en: 'Reload the list of what waits.' },
})

export const WithoutAccount = defineProblem({
  code: 'clearing-without-account',
  status: 409,
  title: { zh: '有机构没有登记收款账户', en: 'An institution has no account' },
  detail: ({ names }: { names: readonly string[] }) => ({
    zh: `没有登记收款账户：${names.join('、')}。没有生成批次。`,
    en: `Without an account: ${names.join(', ')}. No run was made.`,
  }),
  mend: { zh: '请先登记收款账户，再生成批次。', en: 'Record the accounts first.' },
})

export const AccountFaulty = defineProblem({
  code: 'clearing-account-faulty',
  status: 422,
  title: { zh: '收款账号有误', en: 'The account is not right' },
  detail: (why: Sentences) => why,
  mend: { zh: '请按银行开户许可核对账号。', en: 'Check it against the bank’s paper.' },
})
