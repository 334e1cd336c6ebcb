import { defineProblem } from '../../platform/problem.ts'

export const PersonUnknown = defineProblem({
  code: 'person-unknown',
  status: 404,
  title: { zh: '没有查到这位参保人', en: 'This person is not known here' },
  mend: {
    zh: '请核对姓名和身份证号码；如在其他城市参保，请到参保地办理。',
    en: 'Check name and ID number; somebody insured in another city is served there.',
  },
})

export const MandateToSelf = defineProblem({
  code: 'mandate-to-self',
  status: 422,
  title: { zh: '不能委托自己', en: 'You cannot let yourself act for yourself' },
  mend: {
    zh: '请填写代办人（家人或帮办人员）的姓名和身份证号码。',
    en: 'Give the name and ID number of the person who will act for you.',
  },
})

export const MandateEnded = defineProblem({
  code: 'mandate-day-past',
  status: 422,
  title: { zh: '委托期限已过', en: 'The last day of the mandate is past' },
  mend: {
    zh: '请选择今天或以后的日期，或不设期限。',
    en: 'Choose today or a later day, or set no last day.',
  },
})

export const MandateNotFound = defineProblem({
  code: 'mandate-not-found',
  status: 404,
  title: { zh: '没有这项委托', en: 'No such mandate' },
  mend: { zh: '请在委托列表中选择。', en: 'Choose one from your list of mandates.' },
})

export const VoucherInvalid = defineProblem({
  code: 'voucher-invalid',
  status: 422,
  title: { zh: '没有这个医保码', en: 'There is no such e-voucher code' },
  mend: {
    zh: '请参保人在手机上重新打开医保码再扫一次，或改用身份证号码。',
    en: 'Ask for a fresh code and scan again, or go by the ID number.',
  },
})

export const VoucherUsed = defineProblem({
  code: 'voucher-used',
  status: 422,
  title: { zh: '这个医保码已经用过', en: 'This e-voucher code was used already' },
  mend: {
    zh: '一个码只能用一次。请参保人刷新医保码后再扫一次，或改用身份证号码。',
    en: 'A code works once. Ask for a fresh one and scan again, or go by the ID number.',
  },
})

export const VoucherExpired = defineProblem({
  code: 'voucher-expired',
  status: 422,
  title: { zh: '这个医保码已经过期', en: 'This e-voucher code has expired' },
  mend: {
    zh: '一个码一分钟内有效。请参保人刷新医保码后再扫一次，或改用身份证号码。',
    en: 'A code is good for a minute. Ask for a fresh one and scan again, or go by the ID number.',
  },
})

export const PhoneUnknown = defineProblem({
  code: 'field-empty',
  status: 404,
  title: { zh: '这一项没有登记', en: 'Nothing is recorded in this field' },
  mend: { zh: '可请参保人补充登记。', en: 'The person may have it recorded.' },
})
