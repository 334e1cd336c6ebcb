import { defineProblem } from '../../platform/problem.ts'

export const WithdrawalUnderWay = defineProblem({
  code: 'withdrawal-under-way',
  status: 409,
  title: { zh: '这个人的个人账户已有支取申请在办', en: 'The account is being withdrawn already' },
  mend: {
    zh: '同一账户只能有一件申请在办。请在原办件中补充；确需重新申请的，请先撤回原办件。',
    en: 'One account, one application: add to the other case, or withdraw that one first.',
  },
})

export const AccountNotKnown = defineProblem({
  code: 'account-not-known',
  status: 409,
  title: { zh: '平台没有这个人的个人账户', en: 'The personal account is not known here' },
  mend: {
    zh: '请导入个人账户余额后再拟；或者填写人工核定的金额，并在理由中写明核对余额的依据。',
    en: 'Load the balance of the account first; or give the amount worked out by hand and say in the reason what it was checked against.',
  },
})

export const BalanceChanged = defineProblem({
  code: 'balance-changed',
  status: 409,
  title: { zh: '个人账户余额已变化', en: 'The balance has changed' },
  detail: ({ before, now }: { readonly before: string; readonly now: string }) => ({
    zh: `拟支付时余额 ${before} 元，现在 ${now} 元。`,
    en: `It was ${before} yuan when the payment was proposed and is ${now} yuan now.`,
  }),
  mend: {
    zh: '请退回审核人，按现在的余额重新拟定。',
    en: 'Send the case back, so that the reviewer proposes what the account holds now.',
  },
  members: ({ before, now }) => ({ before, now }),
})
