import { defineProblem } from '../../platform/problem.ts'

export const IssuerUnavailable = defineProblem({
  code: 'identity-provider-unavailable',
  status: 503,
  title: { zh: '统一身份认证平台暂时无法访问', en: 'The identity provider cannot be reached at the moment' },
  mend: {
    zh: '请过几分钟再登录；急事可到窗口办理或拨打经办机构电话。',
    en: 'Sign in again in a few minutes; for anything urgent go to a window or call the agency.',
  },
  retryAfter: 60,
})

export const SignInFailed = defineProblem({
  code: 'sign-in-failed',
  status: 400,
  title: { zh: '登录没有完成', en: 'The sign-in was not completed' },
  detail: (about: { zh: string; en: string }) => about,
  mend: { zh: '请重新登录。', en: 'Sign in again.' },
})

export const NowhereInsured = defineProblem({
  code: 'nowhere-insured',
  status: 403,
  title: { zh: '在本平台没有查到您的参保信息', en: 'You are not insured in a place served here' },
  detail: () => ({
    zh: '您的身份已经核实，但本平台服务的城市里没有您的参保登记。',
    en: 'Your identity is verified, but none of the cities served here has you on its list of insured people.',
  }),
  mend: {
    zh: '如果您认为应当参保，请拨打下列经办机构的电话；在其他城市参保的，请到参保地办理。',
    en: 'If you think you should be, call one of the agencies below; if another city insures you, it serves you.',
  },
})

export const StaffUnknown = defineProblem({
  code: 'staff-unknown',
  status: 403,
  title: { zh: '这个账号不是经办人员', en: 'This account does not belong to a member of staff' },
  mend: {
    zh: '请联系本机构管理员登记您的账号；参保人请从服务门户登录。',
    en: 'Ask the administrator of your office to register it; insured people sign in at the portal.',
  },
})

export const StaffInactive = defineProblem({
  code: 'staff-inactive',
  status: 403,
  title: { zh: '您的账号已停用', en: 'Your account is switched off' },
  mend: {
    zh: '如需恢复，请联系本机构管理员。',
    en: 'Ask the administrator of your office to switch it on again.',
  },
})

export const StaffWithoutRole = defineProblem({
  code: 'staff-without-role',
  status: 403,
  title: { zh: '您还没有岗位', en: 'You have no role yet' },
  mend: {
    zh: '请联系本机构管理员为您安排机构和岗位。',
    en: 'Ask the administrator of your office to give you an office and a role.',
  },
})
