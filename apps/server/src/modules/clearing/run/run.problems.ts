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
  title: { zh: '有机构没有可用的收款账户', en: 'An institution has no account in use' },
  detail: ({ names, waiting }: { names: readonly string[]; waiting: readonly string[] }) => ({
    zh: `${named('没有登记收款账户', names, '、')}${named('收款账户已登记，等待另一人复核', waiting, '、')}没有生成批次。`,
    en: `${named('Without an account', names, ', ')}${named('The account waits to be confirmed by another person', waiting, ', ')}No run was made.`,
  }),
  mend: {
    zh: '请先登记收款账户，并由另一人复核，再生成批次。',
    en: 'Record the accounts, let another person confirm them, then make the run.',
  },
})
const named = (what: string, names: readonly string[], comma: '、' | ', ') => {
  if (names.length === 0) return ''
  const list = names.join(comma)
  return comma === '、' ? `${what}：${list}。` : `${what}: ${list}. `
}

export const AccountFaulty = defineProblem({
  code: 'clearing-account-faulty',
  status: 422,
  title: { zh: '收款账号有误', en: 'The account is not right' },
  detail: (why: Sentences) => why,
  mend: { zh: '请按银行开户许可核对账号。', en: 'Check it against the bank’s paper.' },
})

export const AccountSamePerson = defineProblem({
  code: 'clearing-account-same-person',
  status: 403,
  title: { zh: '登记收款账户的人不能自己复核', en: 'Who entered the account cannot decide on it' },
  mend: {
    zh: '请由另一位财务人员或主管复核；登记有误的，重新登记即可。',
    en: 'Let another person of finance or a supervisor confirm it; if it is wrong, enter it anew.',
  },
})

export const AccountChanged = defineProblem({
  code: 'clearing-account-changed',
  status: 409,
  title: { zh: '待复核的收款账户已经变化', en: 'The account to be confirmed has changed' },
  detail: () => ({
    zh: '它已被复核、退回，或者又登记了新的账户。',
    en: 'It was confirmed or returned, or another was entered since.',
  }),
  mend: { zh: '请刷新，核对最新登记的账户。', en: 'Reload and look at what was entered last.' },
})

export const AccountDiffers = defineProblem({
  code: 'clearing-account-differs',
  status: 422,
  title: { zh: '输入的账号与登记的不一致', en: 'The number is not the one that was entered' },
  mend: {
    zh: '请按机构的开户证明再核对；登记有误的，请退回。',
    en: 'Check it against the bank’s paper; if what was entered is wrong, return it.',
  },
})
