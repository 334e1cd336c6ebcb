import { defineProblem } from '../../platform/problem.ts'

export const OfficeNotFound = defineProblem({
  code: 'office-not-found',
  status: 404,
  title: { zh: '没有这个经办机构', en: 'No such office' },
  mend: { zh: '请从机构列表中选择。', en: 'Choose one from the list of offices.' },
})

export const OfficeChanged = defineProblem({
  code: 'office-changed',
  status: 409,
  title: { zh: '这个机构刚被别人修改过', en: 'Somebody else has just changed this office' },
  mend: { zh: '请刷新后再改一次。', en: 'Reload and make your change again.' },
})

export const OfficeCodeTaken = defineProblem({
  code: 'office-code-taken',
  status: 409,
  title: { zh: '机构代码已被使用', en: 'The office code is in use' },
  mend: { zh: '请换一个九位代码。', en: 'Choose another code of nine digits.' },
})

export const OfficeFaulty = defineProblem({
  code: 'office-faulty',
  status: 422,
  title: { zh: '机构信息有误', en: 'Something about the office is wrong' },
  detail: (about: { zh: string; en: string }) => about,
  mend: { zh: '请改正后再保存。', en: 'Correct it and save again.' },
})

export const OutOfScope = defineProblem({
  code: 'out-of-scope',
  status: 403,
  title: { zh: '不在您的管理范围内', en: 'Outside what you may manage' },
  mend: {
    zh: '您只能管理所在机构及其下级机构，请联系上级机构的管理员。',
    en: 'You may manage your own office and those below it; ask the administrator of the office above.',
  },
})
