import type { PlainDate } from '@yichuang/kernel'
import { defineProblem } from '../../platform/problem.ts'

export const SharingNotAllowed = defineProblem({
  code: 'account-sharing-not-allowed',
  status: 422,
  title: { zh: '现在还不能授权家人使用个人账户', en: 'Nobody else may use a personal account yet' },
  detail: ({ day }: { readonly day: PlainDate }) => ({
    zh: `${day} 没有允许职工个人账户家庭共济的规定。`,
    en: `On ${day} no rule allows relatives to use an employee’s account.`,
  }),
  mend: {
    zh: '请在规定施行后再办理。',
    en: 'Come back once such a rule is in force.',
  },
})

export const NoAccountToShare = defineProblem({
  code: 'account-none-to-share',
  status: 422,
  title: { zh: '没有可以授权的个人账户', en: 'There is no account to share' },
  detail: ({ name }: { readonly name: string }) => ({
    zh: `${name}在本市没有个人账户，或账户已经结清。`,
    en: `${name} has no personal account here, or it was paid out.`,
  }),
  mend: { zh: '只有职工医保的个人账户可以授权家人使用。', en: 'Only accounts of employees can be shared.' },
})

export const ShareExists = defineProblem({
  code: 'account-shared-already',
  status: 409,
  title: { zh: '已经授权这位家人使用', en: 'This relative may use the account already' },
  mend: {
    zh: '不需要再办；关系有误的，请先撤销再授权。',
    en: 'Nothing to do; revoke it first to change the relation.',
  },
})

export const ShareWithSelf = defineProblem({
  code: 'account-shared-with-self',
  status: 422,
  title: { zh: '不能授权给自己', en: 'You use your own account anyway' },
  mend: { zh: '请填写家人的姓名和身份证号码。', en: 'Give the name and ID number of the relative.' },
})

export const ShareNotFound = defineProblem({
  code: 'account-share-not-found',
  status: 404,
  title: { zh: '没有这项授权', en: 'There is no such permission' },
  mend: { zh: '请在授权列表中选择。', en: 'Choose one from the list.' },
})
