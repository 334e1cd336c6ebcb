import { defineProblem } from '../../platform/problem.ts'

export const StaffNotFound = defineProblem({
  code: 'staff-not-found',
  status: 404,
  title: { zh: '没有这位工作人员', en: 'No such member of staff' },
  mend: { zh: '请从人员列表中选择。', en: 'Choose from the list of staff.' },
})

export const StaffExists = defineProblem({
  code: 'staff-exists',
  status: 409,
  title: { zh: '这个登录名已经登记', en: 'This login is already registered' },
  detail: (about: { login: string }) => ({
    zh: `登录名 ${about.login} 已属于另一位工作人员。`,
    en: `The login ${about.login} belongs to another member of staff.`,
  }),
  mend: {
    zh: '请核对统一认证平台上的账号，或修改已有人员。',
    en: 'Check the account at the identity provider, or change the person there is.',
  },
})

export const StaffChanged = defineProblem({
  code: 'staff-changed',
  status: 409,
  title: { zh: '这位工作人员刚被别人修改过', en: 'Somebody else has just changed this member of staff' },
  mend: { zh: '请刷新后再改一次。', en: 'Reload and make your change again.' },
})

export const OwnAdministratorRole = defineProblem({
  code: 'own-administrator-role',
  status: 409,
  title: {
    zh: '不能撤销自己最后一个管理员岗位',
    en: 'You cannot take away your own last administrator role',
  },
  mend: {
    zh: '请先让另一位管理员接手，再由对方撤销您的岗位。',
    en: 'Let another administrator take over, who can then take yours away.',
  },
})

export const NobodyOnDuty = defineProblem({
  code: 'nobody-on-duty',
  status: 503,
  title: { zh: '受理机构目前没有值班人员', en: 'The office that would take this case has nobody on duty' },
  detail: (about: { office: string; phone: string | null }) => ({
    zh: `“${about.office}”没有可以接件的工作人员${about.phone ? `，可拨打 ${about.phone}` : ''}。`,
    en: `“${about.office}” has no staff who can take it${about.phone ? `; you may call ${about.phone}` : ''}.`,
  }),
  mend: {
    zh: '材料已保存，请稍后再提交；经办机构须为该机构安排窗口人员。',
    en: 'What you entered is saved; try again later. The agency must give the office a clerk.',
  },
})
